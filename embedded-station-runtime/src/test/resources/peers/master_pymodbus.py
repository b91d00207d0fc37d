#!/usr/bin/python3
"""A Modbus master of the library pymodbus: master_pymodbus.py HOST PORT. Orders and answers: lines.js."""
import json
import logging
import sys

from pymodbus.client import ModbusTcpClient
from pymodbus.constants import Endian
from pymodbus.exceptions import ModbusException
from pymodbus.payload import BinaryPayloadDecoder

logging.getLogger("pymodbus").setLevel(logging.CRITICAL)
host, port = sys.argv[1], int(sys.argv[2])
master = ModbusTcpClient(host, port, timeout=5, retries=0, reset_socket=False)

DECODE = {
    "STRING": lambda d, words: d.decode_string(2 * words).split(b"\0")[0].decode("ascii"),
    "SIGNED16": lambda d, words: d.decode_16bit_int(),
    "UNSIGNED16": lambda d, words: d.decode_16bit_uint(),
    "UNSIGNED32": lambda d, words: d.decode_32bit_uint(),
    "UNSIGNED64": lambda d, words: d.decode_64bit_uint(),
    "FLOAT32": lambda d, words: d.decode_32bit_float(),
    "FLOAT64": lambda d, words: d.decode_64bit_float(),
}


def value(order, registers):
    decoder = BinaryPayloadDecoder.fromRegisters(registers, byteorder=Endian.Big, wordorder=Endian.Big)
    return str(DECODE[order["type"]](decoder, order["count"]))


def obey(order):
    what = order["do"]
    if what == "connect":
        return {} if master.connect() else {"failed": "no connection"}
    if what == "close":
        master.close()
        return {}
    if what in ("read", "value"):
        answer = master.read_holding_registers(order["start"], order["count"], slave=order["unit"])
    elif what == "input":
        answer = master.read_input_registers(order["start"], order["count"], slave=order["unit"])
    elif what == "write":
        answer = master.write_registers(order["start"], order["words"], slave=order["unit"])
    else:
        answer = master.write_register(order["start"], order["words"][0], slave=order["unit"])
    if isinstance(answer, ModbusException):
        return {"failed": str(answer)}
    if answer.isError():
        return {"exception": answer.exception_code}
    if what == "value":
        return {"value": value(order, answer.registers)}
    return {"words": answer.registers} if what in ("read", "input") else {}


for line in sys.stdin:
    try:
        result = obey(json.loads(line))
    except (ModbusException, OSError) as broken:
        result = {"failed": str(broken)}
    print(json.dumps(result), flush=True)
