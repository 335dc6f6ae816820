#!/usr/bin/env python3
"""How Icebreak bears 100,000 deals, beside LibreOffice with the same table, in one run.

    cargo build --release
    python3 benches/large_document.py                         # all that can be measured here
    python3 benches/large_document.py --before old/icebreak   # and the window beside that of an earlier build

It needs Linux, Python 3.8 and a release build. LibreOffice (`soffice`, Calc is enough) is needed for its half of the table,
`Xvfb` for the window. Whatever is missing is said and left out. Nothing outside of a temporary folder is touched.

Seconds are those on the clock, the median of the rounds; MB are the most that was in memory at once, children included.
LibreOffice imports by reading the CSV and saving it as a workbook, and reads by opening that workbook and writing it as CSV.
The window is usable when it has rested for a second; its time ends where the rest begins.
"""

import argparse
import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# The most that each may be of LibreOffice's time and memory, and of the earlier window's.
TARGETS = {
    "import": (1 / 8, 1 / 2),
    "open and check": (1 / 10, 0.6),
    "today --json": (0.15, 0.8),
    "window usable": (0.5, 0.5),
}
PLACES = [("DE", "Hamburg"), ("ES", "Valencia"), ("SE", "Malmö"), ("GB", "Leeds"), ("US", "Chicago"), ("PL", "Gdańsk"),
          ("NL", "Utrecht"), ("IT", "Bologna"), ("BR", "Santos"), ("AE", "Dubai")]
BUYERS = ["Müller Licht", "Casa Verde", "Nordic Lamps", "Atlas Trading", "Sunrise Import", "Baltic Home", "Orion Retail"]
FORMS = ["GmbH", "S.L.", "AB", "Ltd", "LLC", "Sp. z o.o.", "B.V.", "S.p.A."]
GOODS = ["LED panels 60x60", "Solar street lamps", "Garden lights", "Track spots 30W", "High bay 150W"]
STAGES = ["inquiry", "quoted", "sample", "negotiation", "terms", "deposit", "production", "shipped", "won", "lost"]
COLUMNS = ("buyer,contact,email,phone,country,city,product,quantity,currency,amount,pi,stage,last_inbound,last_outbound,"
           "valid_until,incoterm,payment_terms,notes")


def main():
    options = read_options()
    with tempfile.TemporaryDirectory(prefix="icebreak-bench-") as folder:
        bench = Bench(Path(folder), options)
        write_table(bench.table, options.rows)
        print(f"{options.rows:,} rows, {bench.table.stat().st_size / 1e6:.1f} MB of CSV, {options.rounds} rounds\n")
        for _ in range(options.rounds):
            bench.round()
        bench.report()


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--icebreak", default="target/release/icebreak", help="the program to measure")
    parser.add_argument("--before", help="an earlier build, for the window")
    parser.add_argument("--soffice", default="soffice", help="LibreOffice's command")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for program in filter(None, [options.icebreak, options.before]):
        if not os.access(program, os.X_OK):
            sys.exit(f"{program}: no program is there; `cargo build --release` makes target/release/icebreak")
    options.soffice = shutil.which(options.soffice)
    if not options.soffice:
        print("no LibreOffice (soffice): measured without it")
    if not shutil.which("Xvfb"):
        print("no Xvfb: measured without the window")
    return options


def write_table(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS.split(","))
        table.writerows(row(number) for number in range(rows))


def row(number):
    country, city = PLACES[number % len(PLACES)]
    buyer = f"{BUYERS[number * 3 % len(BUYERS)]} {number} {FORMS[number % len(FORMS)]}"
    day = number % 28 + 1
    return [
        buyer, f"Ms Buyer {number}", f"buyer{number}@example.com", f"+49 40 {1_000_000 + number}", country, city,
        GOODS[number % 5], f"{100 + number % 900} pcs", ["EUR", "USD"][number % 2], f"{1_000 + number % 90_000}.50",
        f"PI-{number:06d}", STAGES[number % 10], f"2026-10-{day:02d}", f"2026-11-{day:02d}", f"2026-12-{day:02d}",
        "FOB Ningbo", "30% deposit, 70% before shipment", f"Asked for samples at the fair; stand {number % 400}",
    ]


class Bench:
    """The commands, and what each of them took."""

    def __init__(self, folder, options):
        self.folder, self.options = folder, options
        self.table = folder / "table.csv"
        self.taken = {}

    def round(self):
        document, workbook = self.folder / "deals.json", self.folder / "table.xlsx"
        for old in self.folder.glob("deals.json*"):
            old.unlink() if old.is_file() else shutil.rmtree(old)
        ours = self.options.icebreak
        self.measure("import", "Icebreak", [ours, "import", self.table, "--into", document])
        self.measure("open and check", "Icebreak", [ours, "check", document])
        self.measure("today --json", "Icebreak", [ours, "today", document, "--json", "--on", "2026-11-30"])
        if self.options.soffice:
            self.measure("import", "LibreOffice", self.converts(self.table, "xlsx", self.folder))
            self.measure("reading", "LibreOffice", self.converts(workbook, "csv", self.folder / "read"))
        if shutil.which("Xvfb"):
            with Screen() as screen:
                self.window("Icebreak", ours, document, screen)
                if self.options.before:
                    self.window("before", self.options.before, document, screen)

    def converts(self, source, ending, to):
        profile = f"-env:UserInstallation={(self.folder / 'libreoffice').as_uri()}"
        return [self.options.soffice, "--headless", profile, "--convert-to", ending, "--outdir", to, source]

    def measure(self, what, who, command):
        start = time.monotonic()
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status) if hasattr(os, "waitstatus_to_exitcode") else status
        if process.returncode != 0:
            sys.exit(f"{what}: {command[0]} failed: {said.decode(errors='replace')}")
        self.note(what, who, seconds, used.ru_maxrss / 1024)

    def window(self, who, program, document, screen):
        home = self.folder / f"home-{who}"
        home.mkdir(exist_ok=True)
        places = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "DISPLAY": screen.name}
        environment = {**os.environ, **{name: str(value) for name, value in places.items()}}
        environment.pop("WAYLAND_DISPLAY", None)
        start = time.monotonic()
        process = subprocess.Popen([program, str(document)], env=environment, stderr=subprocess.DEVNULL)
        try:
            seconds = until_it_rests(process, start)
            self.note("window usable", who, seconds, peak_of(process.pid))
        finally:
            process.kill()
            process.wait()
        # Its lock went with it; what it left beside the document must not slow the next one.
        for left in document.parent.glob(f"{document.name}.lock*"):
            left.unlink()

    def note(self, what, who, seconds, megabytes):
        self.taken.setdefault((what, who), []).append((seconds, megabytes))

    def middle(self, what, who):
        taken = self.taken.get((what, who))
        return taken and tuple(statistics.median(column) for column in zip(*taken))

    def report(self):
        print(f"{'':16}{'Icebreak':>20}{'beside':>32}{'ratios':>16}{'at most':>16}")
        for what, targets in TARGETS.items():
            ours = self.middle(what, "Icebreak")
            if not ours:
                continue
            who, theirs = self.other(what)
            line = f"{what:16}{shown(ours):>20}"
            if theirs:
                ratios = [our / their for our, their in zip(ours, theirs)]
                reached = all(ratio <= target for ratio, target in zip(ratios, targets))
                line += f"{who + shown(theirs):>32}{pair(ratios):>16}{pair(targets):>16}  "
                line += "reached" if reached else "NOT reached"
            print(line)

    def other(self, what):
        """What it is compared with."""
        if what == "window usable":
            return "before", self.middle(what, "before")
        if what == "import":
            return "LibreOffice", self.middle(what, "LibreOffice")
        return "LibreOffice", self.middle("reading", "LibreOffice")


def shown(taken):
    seconds, megabytes = taken
    return f"{seconds:9.2f} s {megabytes:5.0f} MB"


def pair(ratios):
    return " / ".join(f"{ratio:.3f}" for ratio in ratios)


class Screen:
    """A screen that nobody sees."""

    def __enter__(self):
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
        self.process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = f":{number.readline().strip()}"
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def until_it_rests(process, start, patience=120):
    """Seconds until the program has begun to do nothing for a second but blink."""
    rest, blinking = 1.0, 0.05
    busy_until, spent_then = start, 0.0
    while time.monotonic() - start < patience:
        time.sleep(0.02)
        if process.poll() is not None:
            sys.exit(f"the window of {process.args[0]} ended by itself")
        spent, now = processor_seconds(process.pid), time.monotonic()
        if spent - spent_then > blinking * max(now - busy_until, 0.1):
            busy_until, spent_then = now, spent
        elif now - busy_until > rest:
            return busy_until - start
    sys.exit(f"the window of {process.args[0]} does not rest")


def processor_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_of(pid):
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
