#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py BUILD_DIRECTORY…: counts what `meson test` ran there and prints the closing line.

A program that crashes, times out or ends before its plan counts as a failure, even when every
subtest it printed had passed; a build directory in which nothing ran counts as a failure too.
"""
import json
import pathlib
import re
import sys

GOOD = {"OK", "EXPECTEDFAIL"}


def count(test):
    """(passed, failed, skipped) of one test program."""
    passed = failed = skipped = 0
    for line in test.get("stdout", "").splitlines():
        match = re.match(r"(not )?ok\b(.*)", line)
        if not match:
            continue
        if re.search(r"#\s*SKIP", match[2], re.I):
            skipped += 1
        elif match[1] and not re.search(r"#\s*TODO", match[2], re.I):
            failed += 1
        else:
            passed += 1
    if passed + failed + skipped == 0:  # a plain program: its exit status is its only word
        if test["result"] in GOOD:
            passed = 1
        elif test["result"] == "SKIP":
            skipped = 1
    if test["result"] not in GOOD | {"SKIP"} and failed == 0:
        failed = 1
    return passed, failed, skipped


def failing_lines(test, most=40):
    """Each subtest that failed with what it said about it, else how the program's output ended."""
    lines = test.get("stdout", "").splitlines()
    kept, keep = [], False
    for line in lines:
        if re.match(r"(not )?ok\b", line):
            keep = line.startswith("not ok")
        if keep:
            kept.append(line)
    return kept[:most] or lines[-10:] + test.get("stderr", "").splitlines()[-most:]


def read_log(directory):
    log = pathlib.Path(directory) / "meson-logs" / "testlog.json"
    if not log.exists():
        return []
    with log.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main(directories):
    total = [0, 0, 0]
    for directory in directories:
        tests = read_log(directory)
        if not tests:
            print(f"FAILED: no test ran in {directory}")
            total[1] += 1
        for test in tests:
            result = count(test)
            if result[1]:
                print(f"FAILED: {test['name']} in {directory} ({test['result']})")
                print("\n".join(f"  {line}" for line in failing_lines(test)))
            total = [a + b for a, b in zip(total, result)]
    passed, failed, skipped = total
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
