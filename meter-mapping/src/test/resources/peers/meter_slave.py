#!/usr/bin/python3
"""Plays meters: a Modbus slave of pymodbus with the registers that standard input describes, until that is closed.

One JSON value on the first line: {"framing": "tcp" | "rtu" | "udp", "meters": [{"unit": 1, "values":
[{"at": 6, "type": "float32", "raw": 12.5, "lowFirst": false}, …]}, …]}. Writes its port on a line of its own.
"""
import asyncio
import json
import logging
import socket
import struct
import sys

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.server.async_io import ModbusTcpServer, ModbusUdpServer
from pymodbus.transaction import ModbusRtuFramer, ModbusSocketFramer

PACK = {"int16": ">h", "uint16": ">H", "int32": ">i", "uint32": ">I", "int64": ">q", "uint64": ">Q",
        "float32": ">f", "float64": ">d"}


def words(value):
    raw = value["raw"] if value["type"].startswith("float") else round(value["raw"])
    packed = struct.pack(PACK[value["type"]], raw)
    result = list(struct.unpack(f">{len(packed) // 2}H", packed))
    return result[::-1] if value["lowFirst"] else result


def slave(meter):
    """What lies between the values reads as 0; everything else does not exist."""
    registers = {}
    for value in meter["values"]:
        for i, word in enumerate(words(value)):
            registers[value["at"] + i] = word
    filled = {a: registers.get(a, 0) for a in range(min(registers), max(registers) + 1)}
    return ModbusSlaveContext(hr=ModbusSparseDataBlock(filled), ir=ModbusSparseDataBlock(dict(filled)), zero_mode=True)


# A reader that hangs up is no error.
logging.getLogger("pymodbus").setLevel(logging.CRITICAL)


async def main():
    task = json.loads(sys.stdin.readline())
    context = ModbusServerContext(slaves={m["unit"]: slave(m) for m in task["meters"]}, single=False)
    kind = socket.SOCK_DGRAM if task["framing"] == "udp" else socket.SOCK_STREAM
    with socket.socket(socket.AF_INET, kind) as free:
        free.bind(("127.0.0.1", 0))
        address = free.getsockname()
    if task["framing"] == "udp":
        server = ModbusUdpServer(context, framer=ModbusSocketFramer, address=address)
    else:
        framer = ModbusRtuFramer if task["framing"] == "rtu" else ModbusSocketFramer
        server = ModbusTcpServer(context, framer=framer, address=address)
    serving = asyncio.ensure_future(server.serve_forever())
    print(address[1], flush=True)
    ended = asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    await asyncio.wait([serving, ended], return_when=asyncio.FIRST_COMPLETED)
    if serving.done():
        serving.result()


asyncio.run(main())
