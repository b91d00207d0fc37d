#!/usr/bin/env python3
"""Repeats the packets of a network on one Ethernet port late, out of order and now and then twice.

usage: relay.py INTERFACE UDP_PORT LONGEST_DELAY_S SEED

What comes in for the port is sent out again as it was. Runs until ended.
"""
import heapq
import random
import select
import socket
import struct
import sys
import time

PACKET_OUTGOING = 4
ETH_IP = 0x0800
TWICE = 0.1


def is_ours(frame, port):
    if len(frame) < 42 or struct.unpack("!H", frame[12:14])[0] != ETH_IP or frame[23] != socket.IPPROTO_UDP:
        return False
    udp = 14 + (frame[14] & 15) * 4
    return struct.unpack("!H", frame[udp + 2:udp + 4])[0] == port


def main():
    interface, port, longest, seed = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
    chance = random.Random(seed)
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_IP))
    wire.bind((interface, 0))
    waiting = []
    count = 0
    while True:
        wait = max(0.0, waiting[0][0] - time.monotonic()) if waiting else 1.0
        if select.select([wire], [], [], wait)[0]:
            frame, origin = wire.recvfrom(65535)
            if origin[2] != PACKET_OUTGOING and is_ours(frame, port):
                for _ in range(2 if chance.random() < TWICE else 1):
                    count += 1
                    heapq.heappush(waiting, (time.monotonic() + chance.uniform(0, longest), count, frame))
        while waiting and waiting[0][0] <= time.monotonic():
            wire.send(heapq.heappop(waiting)[2])


if __name__ == "__main__":
    main()
