#!/usr/bin/env python3
"""Eight stations in network namespaces of their own on one bridge: cut, healed, cut one way, lossy, delayed.

usage: rig.py JAVA CLASS_PATH FOLDER [SPEED]

Each station is a process of its own that writes down what it tells its vehicle ten times a second; add_up.py beside
this file adds that up. Needs root, iproute2 and nftables; ends with 77 and says so where namespaces are not permitted.
"""
import json
import os
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
STATIONS = 8
TOTAL = 64
SAFE = 6
PORT = 36549
NOT_PERMITTED = 77
PREFIX = "pw%d" % (os.getpid() % 100000)
BRIDGE = PREFIX + "b"
RELAY = PREFIX + "r"
KEY = "00112233445566778899aabbccddeeff" * 2
FEW = ["p1", "p2", "p3"]
MANY = ["p4", "p5", "p6", "p7", "p8"]


def run(*words, check=True):
    return subprocess.run(words, check=check, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def inside(namespace, *words):
    return run("ip", "netns", "exec", namespace, *words)


def station(i):
    return "%ss%d" % (PREFIX, i)


def say(text):
    print(text, flush=True)


def permitted():
    try:
        made = run("ip", "netns", "add", BRIDGE, check=False)
        if made.returncode != 0:
            return made.stdout.strip()
        tried = run("ip", "netns", "exec", BRIDGE, "ip", "link", "add", "br0", "type", "bridge", check=False)
        if tried.returncode != 0:
            return tried.stdout.strip()
        tried = run("ip", "netns", "exec", BRIDGE, "nft", "add", "table", "bridge", "rig", check=False)
        return tried.stdout.strip() if tried.returncode != 0 else ""
    except FileNotFoundError as missing:
        return str(missing)


def connect(namespace, port, address):
    run("ip", "netns", "add", namespace)
    run("ip", "link", "add", "eth0", "netns", namespace, "type", "veth", "peer", "name", port, "netns", BRIDGE)
    inside(BRIDGE, "ip", "link", "set", port, "master", "br0", "up")
    inside(namespace, "ip", "link", "set", "lo", "up")
    if address:
        inside(namespace, "ip", "address", "add", address + "/24", "broadcast", "+", "dev", "eth0")
    inside(namespace, "ip", "link", "set", "eth0", "up")


def build():
    inside(BRIDGE, "ip", "link", "set", "br0", "type", "bridge", "mcast_snooping", "0")
    inside(BRIDGE, "ip", "link", "set", "br0", "up")
    inside(BRIDGE, "nft", "add", "chain", "bridge", "rig", "forward", "{ type filter hook forward priority 0 ; }")
    for i in range(1, STATIONS + 1):
        connect(station(i), "p%d" % i, "10.77.0.%d" % i)
    connect(RELAY, "pr", "")
    # What the relay repeats bears the addresses of others: nobody moves to its port by that.
    inside(BRIDGE, "bridge", "link", "set", "dev", "pr", "learning", "off")


def rule(*words):
    inside(BRIDGE, "nft", "add", "rule", "bridge", "rig", "forward", *words)


def ports(names):
    return "{ " + ", ".join('"%s"' % n for n in names) + " }"


def heal():
    inside(BRIDGE, "nft", "flush", "chain", "bridge", "rig", "forward")


class Trial:
    def __init__(self, java, class_path, folder, speed):
        self.java, self.class_path, self.folder, self.speed = java, class_path, folder, speed
        self.processes = []
        self.marks = open(os.path.join(folder, "phases.txt"), "w", encoding="ascii")

    def start(self):
        for i in range(1, STATIONS + 1):
            out = open(os.path.join(self.folder, "station-%d.out" % i), "w", encoding="utf-8")
            words = ["ip", "netns", "exec", station(i), self.java, "-Xmx96m", "-XX:TieredStopAtLevel=1",
                     "-XX:+UseSerialGC", "-cp", self.class_path, "plugwright.main.Main", "station", "--sockets", "1",
                     "--first-address", "10.77.0.%d" % i, "--state-dir", os.path.join(self.folder, "s%d" % i),
                     "--scn", "RIG", "--scn-total", str(TOTAL), "--scn-safe", str(SAFE), "--scn-first-socket", str(i - 1),
                     "--scn-sockets", str(STATIONS), "--scn-key-env", "RIG_KEY", "--vehicles", "3x32", "--json",
                     "--limits-log", self.limits(i), "--speed", str(self.speed)]
            self.processes.append(subprocess.Popen(
                words, stdout=out, stderr=out, env=dict(os.environ, RIG_KEY=KEY)))
        end = time.monotonic() + 240
        while any(not os.path.exists(self.limits(i)) for i in range(1, STATIONS + 1)):
            if time.monotonic() > end or any(p.poll() is not None for p in self.processes):
                raise RuntimeError("the stations do not start, see " + self.folder)
            time.sleep(0.2)

    def limits(self, i):
        return os.path.join(self.folder, "limits-%d.txt" % i)

    def told(self):
        """The last limit that each station wrote, in order."""
        last = []
        for i in range(1, STATIONS + 1):
            with open(self.limits(i), "rb") as file:
                file.seek(max(0, os.path.getsize(self.limits(i)) - 200))
                lines = file.read().split(b"\n")[:-1]
                last.append(int(lines[-1].split()[3]) if lines else -1)
        return last

    def settle(self, what, wanted, seconds):
        end = time.monotonic() + seconds
        while not wanted(self.told()):
            if time.monotonic() > end:
                raise RuntimeError("%s: not so after %d s, told %s" % (what, seconds, self.told()))
            time.sleep(0.1)
        self.mark(what)

    def last(self, what, site_seconds):
        time.sleep(site_seconds / self.speed)
        self.mark(what)

    def mark(self, what):
        self.marks.write("%d %s\n" % (time.time() * 1000, what))
        self.marks.flush()
        say("%s: told %s" % (what, self.told()))

    def relay(self, longest):
        return subprocess.Popen(["ip", "netns", "exec", RELAY, sys.executable, os.path.join(HERE, "relay.py"), "eth0",
                                 str(PORT), str(longest / self.speed), "1"])

    def all_share(self, told):
        return told == [TOTAL * 1000 // STATIONS] * STATIONS

    def course(self):
        self.settle("shared", self.all_share, 120)
        rule("iifname", ports(FEW), "oifname", ports(MANY), "drop")
        rule("iifname", ports(MANY), "oifname", ports(FEW), "drop")
        left = (TOTAL - SAFE * len(FEW)) * 1000 // len(MANY)
        self.settle("cut", lambda t: t[3:] == [left] * 5 and max(t[:3]) <= SAFE * 1000, 60)
        heal()
        self.settle("healed", self.all_share, 60)
        rule("iifname", ports(FEW), "oifname", ports(MANY), "drop")
        self.last("one-way", 60)
        heal()
        self.settle("healed-again", self.all_share, 60)
        rule("numgen", "random", "mod", "100", "<", "20", "drop")
        self.last("lossy", 90)
        heal()
        rule("iifname", "!=", "pr", "oifname", "!=", "pr", "udp", "dport", str(PORT), "drop")
        relay = self.relay(2.5)
        self.last("delayed", 90)
        relay.kill()
        heal()
        self.settle("healed-at-last", self.all_share, 60)

    def end(self):
        for process in self.processes:
            process.kill()
            process.wait()
        self.marks.close()

    def add_up(self):
        files = [self.limits(i) for i in range(1, STATIONS + 1)]
        added = run(sys.executable, os.path.join(HERE, "add_up.py"), str(TOTAL * 1000),
                    os.path.join(self.folder, "phases.txt"), *files, check=False)
        sums = json.loads(added.stdout)
        for phase in sums["phases"]:
            say("%-15s sum %6d mA at its end, highest %6d mA" % (phase["end"], phase["sum"], phase["highest"]))
        say("%(sockets)d sockets, %(samples)d samples, %(gaps)d gaps, highest sum %(highest)d of %(total)d mA" % sums)
        return added.returncode


def main():
    java, class_path, folder = sys.argv[1:4]
    speed = float(sys.argv[4]) if len(sys.argv) > 4 else 6
    os.makedirs(folder, exist_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    why_not = permitted()
    trial = None
    try:
        if why_not:
            say("Network namespaces are not permitted here: " + why_not)
            return NOT_PERMITTED
        build()
        trial = Trial(java, class_path, folder, speed)
        trial.start()
        trial.course()
        return trial.add_up()
    except (RuntimeError, subprocess.CalledProcessError) as failed:
        say("%s %s" % (failed, getattr(failed, "output", "") or ""))
        if trial and os.path.exists(trial.limits(STATIONS)):
            trial.add_up()
        return 1
    finally:
        if trial:
            trial.end()
        for name in [BRIDGE, RELAY] + [station(i) for i in range(1, STATIONS + 1)]:
            run("ip", "netns", "del", name, check=False)


if __name__ == "__main__":
    sys.exit(main())
