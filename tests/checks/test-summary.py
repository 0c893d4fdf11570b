#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closing line of `./run tests` must not hide a crash, a time-out or an empty run, as TAP."""
import json
import pathlib
import subprocess
import sys
import tempfile

SUMMARY = pathlib.Path(__file__).resolve().parents[1] / "harness" / "summary.py"


def entry(result, stdout=""):
    return {"name": "a", "result": result, "stdout": stdout, "stderr": ""}


CASES = [  # what meson logged, the last line, the exit status
    ("all pass", [entry("OK", "1..2\nok 1 a\nok 2 b\n")], "2 passed, 0 failed", 0),
    ("a plain program counts as one", [entry("OK")], "1 passed, 0 failed", 0),
    ("skips are named", [entry("OK", "ok 1 a\nok 2 b # SKIP no root\n")],
     "1 passed, 0 failed, 1 skipped", 0),
    ("a failure", [entry("FAIL", "ok 1 a\nnot ok 2 b\n")], "1 passed, 1 failed", 1),
    ("a crash after good subtests", [entry("ERROR", "1..3\nok 1 a\nok 2 b\n")],
     "2 passed, 1 failed", 1),
    ("a time-out", [entry("TIMEOUT", "ok 1 a\n"), entry("OK")], "2 passed, 1 failed", 1),
    ("a plain program that fails", [entry("FAIL"), entry("OK")], "1 passed, 1 failed", 1),
    ("nothing but skips", [entry("SKIP")], "0 passed, 0 failed, 1 skipped", 1),
    ("no log at all", None, "0 passed, 1 failed", 1),
]


def summarise(tests):
    with tempfile.TemporaryDirectory() as folder:
        logs = pathlib.Path(folder) / "meson-logs"
        logs.mkdir()
        if tests is not None:
            (logs / "testlog.json").write_text("".join(json.dumps(t) + "\n" for t in tests))
        run = subprocess.run([sys.executable, SUMMARY, folder], capture_output=True, text=True)
    return run.stdout.splitlines()[-1], run.returncode


print(f"1..{len(CASES)}")
for number, (what, tests, line, status) in enumerate(CASES, 1):
    found = summarise(tests)
    print(f"{'' if found == (line, status) else 'not '}ok {number} - {what}")
    if found != (line, status):
        print(f"# {found}")
