#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-file-type.py MIME_XML: the file type as a desktop would learn and use it, as TAP."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

OURS = 0x42564E47


def make_database(path, application_id):
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA application_id = {application_id}")
        database.execute("CREATE TABLE a (b)")
    database.close()


def type_of(path, data):
    shown = subprocess.run(["gio", "info", "-a", "standard::content-type", path], text=True,
                           capture_output=True, env={**os.environ, "XDG_DATA_HOME": data})
    return shown.stdout.rsplit(" ", 1)[-1].strip()


def main(mime_file):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        packages = folder / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(mime_file, packages)
        made = subprocess.run(["update-mime-database", folder / "mime"], capture_output=True, text=True)
        make_database(folder / "ours", OURS)
        make_database(folder / "foreign", 1)
        (folder / "named.bangvang").write_text("words")
        results = [
            (made.returncode == 0, "update-mime-database accepts it"),
            (type_of(folder / "ours", folder) == "application/x-bangvang",
             "an office file without its ending is known by its content"),
            (type_of(folder / "foreign", folder) != "application/x-bangvang",
             "another program's SQLite file is not ours"),
            (type_of(folder / "named.bangvang", folder) == "application/x-bangvang",
             "the ending .bangvang is ours")]
    print(f"1..{len(results)}")
    for number, (good, what) in enumerate(results, 1):
        print(f"{'' if good else 'not '}ok {number} - {what}")


main(sys.argv[1])
