#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-icons.py ROOT APP_ID: the icons exist, parse and draw at every size, as TAP."""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.dom.minidom

SIZES = (16, 32, 64, 128, 256)


def draws(svg, size):
    """Whether the picture is neither empty nor a full square (by its corner and its centre)."""
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        made = subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), svg,
                               "-o", picture.name], capture_output=True)
        alpha = subprocess.run(["convert", picture.name, "-alpha", "extract", "-depth", "8", "gray:-"],
                               capture_output=True).stdout
    return made.returncode == 0 and len(alpha) == size * size and alpha[0] == 0 \
        and sum(a > 128 for a in alpha) > size * size // 8


def main(root, app_id):
    icons = pathlib.Path(root) / "data" / "icons" / "hicolor"
    wanted = [icons / "scalable" / "apps" / f"{app_id}.svg",
              icons / "symbolic" / "apps" / f"{app_id}-symbolic.svg",
              icons / "scalable" / "mimetypes" / "application-x-bangvang.svg"]
    rest = sorted(set(icons.parent.rglob("*.svg")) - set(wanted)) + sorted(
        (pathlib.Path(root) / "src").rglob("*.svg"))
    print(f"1..{len(wanted) + len(rest)}")
    for number, svg in enumerate(wanted + rest, 1):
        good = svg.exists() and bool(xml.dom.minidom.parse(str(svg)))
        text = svg.read_text(encoding="utf-8") if good else ""
        good = good and not re.search(r"<image|href=\"(?!#)|<script|<text", text)
        good = good and ("-symbolic" in svg.name or all(draws(svg, size) for size in SIZES))
        print(f"{'' if good else 'not '}ok {number} - {svg.name}")


main(*sys.argv[1:])
