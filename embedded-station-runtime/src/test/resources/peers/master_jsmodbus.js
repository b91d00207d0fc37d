// A Modbus master of the library jsmodbus: node master_jsmodbus.js HOST PORT. Orders and answers: lines.js.
const net = require("net");
const jsmodbus = require("jsmodbus");
const { serve, decode } = require("./lines.js");

const [host, port] = process.argv.slice(2);
let socket;
let client;
let unit = 0;

const close = () =>
  new Promise((done) => {
    if (!socket || socket.destroyed) {
      done();
      return;
    }
    socket.once("close", () => done());
    socket.destroy();
  });

// A client of this library has one unit and a connection of its own.
const connect = () =>
  new Promise((done, failed) => {
    socket = new net.Socket();
    client = new jsmodbus.client.TCP(socket, unit, 5000);
    socket.once("connect", () => done());
    socket.on("error", failed);
    socket.connect({ host, port: Number(port) });
  });

const of = async (o) => {
  if (o.unit !== unit) {
    unit = o.unit;
    await close();
    await connect();
  }
  return client;
};

const body = (answer) => answer.response.body;

serve({
  connect,
  close,
  read: async (o) => ({ words: body(await (await of(o)).readHoldingRegisters(o.start, o.count)).valuesAsArray }),
  value: async (o) => ({
    value: decode[o.type](body(await (await of(o)).readHoldingRegisters(o.start, o.count)).valuesAsBuffer),
  }),
  input: async (o) => ({ words: body(await (await of(o)).readInputRegisters(o.start, o.count)).valuesAsArray }),
  write: async (o) => void (await (await of(o)).writeMultipleRegisters(o.start, o.words)),
  writeOne: async (o) => void (await (await of(o)).writeSingleRegister(o.start, o.words[0])),
}, (error) => error.response && error.response.body && error.response.body.isException && error.response.body.code);
