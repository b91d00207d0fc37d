#!/usr/bin/env python3
"""Adds up what the vehicles of a network were told, from the limits that each station wrote down by itself.

usage: add_up.py TOTAL_MA PHASES_FILE LIMITS_FILE...

A limits file has lines "time in ms, serial number, socket, limit in mA"; every vehicle loads all three phases, so that
one sum is the sum on each of them. A limit holds until the next one is written. Where nothing was written for longer
than GAP_MS, because the machine was busy, the lower of the two limits beside the gap counts from then on.

The phases file has lines "time in ms, name": where a phase of the trial ends. Prints one JSON object and ends with 0
only where the sum was never above the total.
"""
import json
import sys

GAP_MS = 400


def read(path):
    rows = []
    with open(path, encoding="ascii") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) == 4 and line.endswith("\n"):
                rows.append((int(parts[0]), parts[1] + "/" + parts[2], int(parts[3])))
    return rows


def changes(rows):
    """Moments at which a socket's limit changes, and how many gaps there were."""
    gaps = 0
    out = []
    for before, after in zip([None] + rows, rows):
        if before and after[0] - before[0] > GAP_MS:
            gaps += 1
            if after[2] < before[2]:
                out.append((before[0] + GAP_MS, after[1], after[2]))
                continue
        if not before or before[2] != after[2]:
            out.append(after)
    return out, gaps


def main():
    total = int(sys.argv[1])
    with open(sys.argv[2], encoding="ascii") as lines:
        marks = [(int(line.split()[0]), line.split()[1]) for line in lines]
    events, gaps, samples, sockets = [], 0, 0, set()
    for path in sys.argv[3:]:
        by_socket = {}
        for row in read(path):
            by_socket.setdefault(row[1], []).append(row)
            samples += 1
        for socket, rows in by_socket.items():
            sockets.add(socket)
            its, missing = changes(rows)
            events += its
            gaps += missing
    events += [(at, None, name) for at, name in marks]
    # At one moment what is lowered counts before what is raised only if it was written before: times are of one clock.
    events.sort(key=lambda e: e[0])
    told, highest, highest_at, phases = {}, 0, 0, []
    highest_in_phase = 0
    for at, socket, value in events:
        if socket is None:
            phases.append({"end": value, "told": dict(sorted(told.items())), "sum": sum(told.values()),
                           "highest": highest_in_phase})
            highest_in_phase = sum(told.values())
            continue
        told[socket] = value
        now = sum(told.values())
        highest_in_phase = max(highest_in_phase, now)
        if now > highest:
            highest, highest_at = now, at
    print(json.dumps({"sockets": len(sockets), "samples": samples, "gaps": gaps, "changes": len(events),
                      "total": total, "highest": highest, "highestAt": highest_at, "phases": phases}))
    return 0 if sockets and highest <= total else 1


if __name__ == "__main__":
    sys.exit(main())
