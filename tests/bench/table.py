#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""table.py BUILD_DIRECTORY: what the benchmarks of the last run measured, as one table.

Ends with 1 when a benchmark failed or measured nothing; a missed aim is no failure.
"""
import json
import pathlib
import re
import sys

# As bv_bench_compare () and bv_bench_tell () print them.
LINE = re.compile(r"^(ok|over) +(\S.*?) +([0-9.]+) (\[.*|[A-Za-z/]+)  target ([0-9.]+)$")
WIDTH = 76


def read_log(directory):
    log = pathlib.Path(directory) / "meson-logs" / "testlog.json"
    with log.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def figures(test):
    """(what, figure, aim, whether it is kept) of each line that has an aim."""
    for line in test.get("stdout", "").splitlines():
        match = LINE.match(line)
        if match:
            unit = "" if match[4].startswith("[") else match[4]
            yield match[2], f"{float(match[3]):.2f} {unit}".strip(), match[5], match[1] == "ok"


def main(directory):
    broken = False
    print(f"{'figure':{WIDTH}} {'ratio':>9} {'aim':>6}")
    for test in read_log(directory):
        rows = list(figures(test))
        for what, figure, aim, kept in rows:
            print(f"{what:{WIDTH}} {figure:>9} {'≤ ' + aim:>6}  {'ok' if kept else 'missed'}")
        if test["result"] != "OK" or not rows:
            broken = True
            print(f"{test['name']}: {test['result']}")
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
