// A Modbus master of the library modbus-serial: node master_modbus_serial.js HOST PORT. Orders and answers: lines.js.
const ModbusRTU = require("modbus-serial");
const { serve, decode } = require("./lines.js");

const [host, port] = process.argv.slice(2);
let master;

const connect = () => {
  master = new ModbusRTU();
  // A connection that ends is told by the request that fails.
  master.on("error", () => {});
  return master.connectTCP(host, { port: Number(port) }).then(() => master.setTimeout(5000));
};

const of = (order) => {
  master.setID(order.unit);
  return master;
};

serve({
  connect,
  close: () => master.destroy(() => {}),
  read: (o) => of(o).readHoldingRegisters(o.start, o.count).then((r) => ({ words: r.data })),
  value: (o) =>
    of(o).readHoldingRegisters(o.start, o.count).then((r) => ({ value: decode[o.type](r.buffer) })),
  input: (o) => of(o).readInputRegisters(o.start, o.count).then((r) => ({ words: r.data })),
  write: (o) => of(o).writeRegisters(o.start, o.words).then(() => ({})),
  writeOne: (o) => of(o).writeRegister(o.start, o.words[0]).then(() => ({})),
}, (error) => error.modbusCode);
