#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-translations.py ROOT: vi.po says every word of the program in Vietnamese, as TAP."""
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(sys.argv[1])
po = root / "po" / "vi.po"
done = 0


def tap(breaches, what):
    global done
    done += 1
    print(f"{'not ' if breaches else ''}ok {done} - {what}")
    for breach in breaches:
        print(f"# {breach}")


def run(*command):
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def words(text):
    """(context, msgid) of the entries of a .po text; the empty header left out."""
    entries = re.findall(r'^(?:msgctxt ((?:"[^\n]*"\n)+))?msgid ((?:"[^\n]*"\n)+)', text, re.M)
    join = lambda quoted: re.sub(r'"\n"', "", quoted).strip()[1:-1]
    return {(join(c), join(i)) for c, i in entries if join(i)}


def listed():
    return [line for line in (root / "po" / "POTFILES.in").read_text().splitlines()
            if line and not line.startswith("#")]


def has_words(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ui":
        return re.search(r'translatable="(yes|true)"', text)
    code = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.search(r'(?<![\w"])(?:N_|C_|NC_|_|Q_|n?gettext|dn?gettext)\s*\(\s*"', re.sub(
        r"^\s*#.*$", "", code, flags=re.M))


def main():
    files = listed()
    with_words = sorted(p.relative_to(root).as_posix() for s in ("*.c", "*.h", "*.ui")
                        for p in (root / "src").rglob(s) if has_words(p))
    tap([f for f in with_words if f not in files], "every file with words is in POTFILES.in")
    tap([f for f in files if not (root / f).exists()], "every file in POTFILES.in exists")
    tap([] if files == sorted(files) else ["sort it"], "POTFILES.in is sorted")

    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "all.pot"
        made = run("xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_",
                   "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3",
                   "--files-from=po/POTFILES.in", "--force-po", "--output", str(pot))
        tap(made.stderr.splitlines() if made.returncode else [], "the words can be extracted")
        wanted = words(pot.read_text(encoding="utf-8")) if pot.exists() else set()
    # Obsolete, untranslated and fuzzy entries are left out here: they translate nothing.
    kept = words(run("msgattrib", "--no-obsolete", "--translated", "--no-fuzzy", str(po)).stdout)
    every = words(run("msgattrib", "--no-obsolete", str(po)).stdout)
    tap(sorted(map(str, wanted - kept)), "every word has its translation")
    tap(sorted(map(str, every - wanted)), "no translation is left over")
    tap(sorted(map(str, every - kept)), "no entry is empty or fuzzy")
    checked = run("msgfmt", "--check", "--check-accelerators=_", "-o", "/dev/null", str(po))
    tap(checked.stderr.splitlines() if checked.returncode else [], "msgfmt finds nothing wrong")
    print(f"1..{done}")


main()
