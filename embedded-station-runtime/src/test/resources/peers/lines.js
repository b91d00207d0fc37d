// One order a line as JSON on standard input: {"do": "connect" | "close" | "read" | "value" | "input" | "write" |
// "writeOne", "unit", "start", "count", "type", "words"}; one answer a line: {"words": […]}, {"value": …}, {} where all
// went well, {"exception": code} where the slave refused, {"failed": text} where the connection broke.
const readline = require("readline");

exports.decode = {
  STRING: (b) => b.toString("ascii").replace(/\0.*$/, ""),
  SIGNED16: (b) => String(b.readInt16BE(0)),
  UNSIGNED16: (b) => String(b.readUInt16BE(0)),
  UNSIGNED32: (b) => String(b.readUInt32BE(0)),
  UNSIGNED64: (b) => String(b.readBigUInt64BE(0)),
  FLOAT32: (b) => String(b.readFloatBE(0)),
  FLOAT64: (b) => String(b.readDoubleBE(0)),
};

const PATIENCE = 10000;

const late = () => new Promise((_, failed) => setTimeout(() => failed(new Error("no answer")), PATIENCE));

exports.serve = async (orders, exceptionOf) => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const order = JSON.parse(line);
    let answer;
    try {
      answer = (await Promise.race([orders[order.do](order), late()])) || {};
    } catch (error) {
      const code = exceptionOf(error);
      answer = code ? { exception: code } : { failed: String(error.message || error) };
    }
    console.log(JSON.stringify(answer));
  }
  process.exit(0);
};
