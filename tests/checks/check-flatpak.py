#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-flatpak.py ROOT APP_ID: the manifest is complete and says what README.md says, as TAP."""
import json
import pathlib
import re
import sys


def main(root, app_id):
    folder = pathlib.Path(root) / "flatpak"
    manifest = json.loads((folder / f"{app_id}.json").read_text(encoding="utf-8"))
    readme = (folder / "README.md").read_text(encoding="utf-8")
    modules = {m["name"]: m for m in manifest["modules"]}
    archives = [s for m in modules.values() for s in m["sources"] if s["type"] == "archive"]
    flags = modules["sqlite"]["build-options"]["cflags"]
    own = manifest["modules"][-1]
    results = {
        "it has our id and our command":
            manifest["id"] == app_id and manifest["command"] == "bang-vang",
        "it names one GNOME runtime, which README.md names too":
            manifest["runtime"] == "org.gnome.Platform" and manifest["sdk"] == "org.gnome.Sdk"
            and f"GNOME {manifest['runtime-version']} runtime" in readme,
        "every archive comes over https and has a SHA-256":
            len(archives) == len(modules) - 1 and all(
                s["url"].startswith("https://") and re.fullmatch(r"[0-9a-f]{64}", s["sha256"])
                for s in archives),
        "SQLite has what undo and search need":
            all(f"-DSQLITE_ENABLE_{x}" in flags for x in ("SESSION", "PREUPDATE_HOOK", "FTS5")),
        "README.md explains every module": all(f"| {name} |" in readme for name in modules),
        "our own sources come last and are this tree":
            own["name"] == "bang-vang" and own["sources"][0]["type"] == "dir"
            and (folder / own["sources"][0]["path"]).resolve() == pathlib.Path(root).resolve(),
        "nothing reaches the network": "--share=network" not in manifest["finish-args"],
    }
    print(f"1..{len(results)}")
    for number, (what, good) in enumerate(results.items(), 1):
        print(f"{'' if good else 'not '}ok {number} - {what}")


main(*sys.argv[1:])
