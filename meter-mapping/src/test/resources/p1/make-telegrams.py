#!/usr/bin/env python3
"""Writes the telegrams of this folder. Their checksums come from a polynomial division written here, bit by bit over
the whole message as one big number, which shares nothing with the table in the program. What they must be read as is
typed by hand in the .expected files."""
import pathlib

HERE = pathlib.Path(__file__).parent
GENERATOR = 0x18005  # x^16 + x^15 + x^2 + 1


def crc(message: bytes) -> int:
    number = 0
    for byte in message:
        number = number << 8 | int(f"{byte:08b}"[::-1], 2)  # each byte's lowest bit comes first
    number <<= 16
    for shift in range(number.bit_length() - 17, -1, -1):
        if number >> (shift + 16) & 1:
            number ^= GENERATOR << shift
    return int(f"{number:016b}"[::-1], 2)


assert crc(b"123456789") == 0xBB3D  # the published check value of CRC-16/ARC


def body(*lines: str, eol: str = "\r\n") -> bytes:
    return (eol.join(lines) + eol + "!").encode("ascii")


def signed(content: bytes, checksum: str | None = None) -> bytes:
    return content + (checksum if checksum is not None else f"{crc(content):04X}").encode() + b"\r\n"


def with_leading_zero(*lines: str) -> bytes:
    """Counts an unknown object up until the checksum begins with a zero."""
    for n in range(100_000):
        content = body(*lines, f"0-0:96.7.21({n:05d})")
        if 0 < crc(content) < 0x1000:
            return content
    raise AssertionError


HEAD = ["/XMX5LGBBFFB123456789", ""]
POWER_LOG = "1-0:99.97.0(2)(0-0:96.7.19)(250208152415W)(0000000240*s)(250208151004W)(0000000301*s)"

dsmr40 = HEAD + ["1-3:0.2.8(40)", "0-0:1.0.0(130115103000W)", "1-0:1.8.1(001234.567*kWh)", "1-0:1.7.0(03.450*kW)",
    "1-0:2.7.0(00.000*kW)", POWER_LOG, "0-0:96.13.1()", "1-0:31.7.0(005*A)", "1-0:51.7.0(006*A)", "1-0:71.7.0(004*A)",
    "1-0:21.7.0(01.150*kW)", "1-0:22.7.0(00.000*kW)", "1-0:41.7.0(01.380*kW)", "1-0:42.7.0(00.000*kW)",
    "1-0:61.7.0(00.920*kW)", "1-0:62.7.0(00.000*kW)", "0-1:24.2.1(130115100000W)(00123.456*m3)"]
dsmr42 = HEAD + ["1-3:0.2.8(42)", "0-0:1.0.0(160713205757S)", "1-0:1.7.0(01.626*kW)", "1-0:2.7.0(00.000*kW)",
    "1-0:31.7.0(000*A)", "1-0:51.7.0(006*A)", "1-0:71.7.0(000*A)", "1-0:21.7.0(00.170*kW)", "1-0:22.7.0(00.000*kW)",
    "1-0:41.7.0(01.380*kW)", "1-0:42.7.0(00.000*kW)", "1-0:61.7.0(00.000*kW)", "1-0:62.7.0(00.230*kW)"]
dsmr50 = HEAD + ["1-3:0.2.8(50)", "0-0:1.0.0(240229235959W)", "0-0:96.13.0(" + "303132333435363738393A3B" * 80 + ")",
    "1-0:1.7.0(00.000*kW)", "1-0:2.7.0(02.070*kW)", "1-0:32.7.0(230.0*V)", "1-0:52.7.0(240.0*V)", "1-0:72.7.0(220.0*V)",
    "1-0:31.7.0(012*A)", "1-0:51.7.0(002*A)", "1-0:71.7.0(001*A)", "1-0:21.7.0(00.000*kW)", "1-0:41.7.0(00.480*kW)",
    "1-0:61.7.0(00.330*kW)", "1-0:22.7.0(02.760*kW)", "1-0:42.7.0(00.000*kW)", "1-0:62.7.0(00.000*kW)",
    "0-1:24.2.1(240229235500W)(00123.456*m3)"]
esmr5 = HEAD + ["1-3:0.2.8(50)", "0-0:1.0.0(250601120000S)", "1-0:32.7.0(231.5*V)", "1-0:52.7.0(229.0*V)",
    "1-0:72.7.0(230.0*V)", "1-0:31.7.0(001.53*A)", "1-0:51.7.0(010.20*A)", "1-0:71.7.0(000.00*A)",
    "1-0:21.7.0(00.350*kW)", "1-0:41.7.0(00.000*kW)", "1-0:61.7.0(00.000*kW)", "1-0:22.7.0(00.000*kW)",
    "1-0:42.7.0(02.290*kW)", "1-0:62.7.0(00.000*kW)"]
emucs17 = ["/FLU5\\253769484_A", "", "0-0:96.1.4(50217)", "0-0:96.1.1(3153414731313030303030303030)",
    "0-0:1.0.0(231101083015W)", "1-0:72.7.0(000.0*V)", "1-0:71.7.0(000.00*A)", "1-0:61.7.0(00.000*kW)",
    "1-0:62.7.0(00.000*kW)", "1-0:31.7.0(008.21*A)", "1-0:32.7.0(234.6*V)", "1-0:21.7.0(01.900*kW)",
    "1-0:22.7.0(00.000*kW)", "1-0:51.7.0(000.00*A)", "1-0:52.7.0(000.0*V)", "1-0:41.7.0(00.000*kW)",
    "1-0:42.7.0(00.000*kW)", "1-0:2.7.0(00.000*kW)", "1-0:1.7.0(01.900*kW)", "0-0:96.3.10(1)", "0-0:17.0.0(999.9*kW)"]
emucs13 = ["/FLU5\\253770234_A", "", "0-0:96.1.4(50213)", "0-0:1.0.0(200512135409S)", "1-0:1.7.0(00.460*kW)",
    "1-0:2.7.0(00.000*kW)", "1-0:21.7.0(00.460*kW)", "1-0:22.7.0(00.000*kW)", "1-0:32.7.0(230.0*V)", "0-0:96.14.0(0001)"]
one_phase = HEAD + ["1-3:0.2.8(42)", "0-0:1.0.0(170101000000W)", "1-0:31.7.0(007*A)", "1-0:21.7.0(00.000*kW)",
    "1-0:22.7.0(01.610*kW)"]
odd = HEAD + ["9-9:not an object", "1-0:71.7.0.255(003A)", "1-0:61.7.0*255(690W)", "0-0:1.0.0.255(251231235959W)",
    "1-0:99.99.9(whatever)(*)", "7-0:1.2.3.4.5.6(x)", "1-0:31.7.0(001A)", "1-0:21.7.0.255(0.23kW)", "1-0:51.7.0(002)",
    "1-0:41.7.0(000460*W)", "1-0:14.7.0(50.0*Hz)", "1-3:0.2.8*255(50)"]
no_power = HEAD + ["1-3:0.2.8(50)", "0-0:1.0.0(250601120001S)", "1-0:31.7.0(009*A)", "1-0:51.7.0(001.5*A)",
    "1-0:71.7.0(000*A)", "1-0:21.7.0()"]
dsmr22 = HEAD + ["0-0:96.1.1(5A4145303030323930)", "1-0:1.8.1(00001.001*kWh)", "1-0:1.7.0(0001.01*kW)"]
old = HEAD + ["1-3:0.2.8(30)", "0-0:1.0.0(250601120001S)", "1-0:31.7.0(009*A)"]


def without(lines, *starts):
    return [line for line in lines if not line.startswith(starts)]


good = signed(body(*dsmr40))
damaged = good.replace(b"(005*A)", b"(001*A)")
huge = b"/" + b"1-0:96.13.0(3031)\r\n" * 500
FILES = {
    "dsmr40": good,
    "dsmr42-current-cut-to-zero": signed(body(*dsmr42)),
    "dsmr50-feeds-in-on-l1": signed(body(*dsmr50)),
    "esmr5-with-decimals": signed(body(*esmr5)),
    "emucs17-order-of-its-own": signed(body(*emucs17)),
    "emucs13-power-but-no-current": signed(body(*emucs13)),
    "one-phase-feeds-in": signed(body(*one_phase)),
    "oddly-written": signed(body(*odd, eol="\n")),
    "no-power-per-phase": signed(body(*no_power)),
    "crc-without-leading-zero": (lambda c: signed(c, f"{crc(c):X}"))(with_leading_zero(*dsmr40)),
    "crc-in-small-letters": (lambda c: signed(c, f"{crc(c):04x}"))(body(*dsmr40)),
    "begins-inside-noise-between": good[300:] + good + b"\x00\xffnoise ! 12 \r\n" + good,
    "cut-short-on-a-new-line": good[:good.index(b"1-0:31.7.0")] + good,
    "cut-short-inside-a-line": good[:good.index(b"*A)")] + good,
    "refused-bad-crc-then-good": damaged + good,
    "refused-dsmr22-without-crc": body(*dsmr22) + b"\r\n" + good,
    "refused-version-3": signed(body(*old)),
    "refused-no-version": signed(body(*without(dsmr40, "1-3:0.2.8"))),
    "refused-no-time": signed(body(*without(dsmr40, "0-0:1.0.0"))),
    "refused-impossible-time": signed(body(*without(dsmr40, "0-0:1.0.0"), "0-0:1.0.0(250229120000W)")),
    "refused-no-crc": body(*dsmr40) + b"\r\n" + good,
    "refused-unreadable-current": signed(body(*without(dsmr40, "1-0:51"), "1-0:51.7.0(0x6*A)")),
    "refused-unit-that-is-no-ampere": signed(body(*without(dsmr40, "1-0:51"), "1-0:51.7.0(006*V)")),
    "refused-absurd-current": signed(body(*without(dsmr40, "1-0:51"), "1-0:51.7.0(99999*A)")),
    "refused-totals-only": signed(body(*without(dsmr40, "1-0:31", "1-0:21", "1-0:22"))),
    "refused-l2-left-out": signed(body(*without(dsmr40, "1-0:51", "1-0:41", "1-0:42"))),
    "refused-endless": huge + b"\r\n" + good,
}
for name, content in FILES.items():
    (HERE / f"{name}.p1").write_bytes(content)
