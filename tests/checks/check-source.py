#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-source.py ROOT: the house rules that a compiler does not enforce, as TAP, one line a rule.

Every rule is a function of a Source that yields (line, sentence) for each breach. RULES at the end
lists them; test-check-source.py holds a good and a bad example of each.
"""
import pathlib
import re
import sys

ROOMS = {  # room: the rooms it may include
    "base": {"base"},
    "rules": {"base", "rules"},
    "core": {"base", "rules", "core"},
    "exchange": {"base", "rules", "core", "exchange"},
    "documents": {"base", "rules", "core", "documents"},
    "cli": {"base", "rules", "core", "exchange", "documents", "cli"},
    "ui": {"base", "rules", "core", "exchange", "documents", "ui"},
}
FILE_LINES, FUNCTION_LINES, NESTING = 500, 60, 4
TEXT_SUFFIXES = {".c", ".h", ".py", ".sql", ".css", ".ui", ".md", ".xml", ".in", ".json", ".build",
                 ".sh", ".supp", ".svg", ".tsv", ".csv", ".txt", ".po", ""}
SPDX = "SPDX-License-Identifier: " + "GPL-3.0-or-later"


def blank(text):
    """C text with comments, strings and characters turned into spaces; lines stay in place."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    return re.sub(pattern, lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.S)


class Source:
    """One file: its path under the root, its text, its C text without words, its room."""

    def __init__(self, path, text, headers=None):
        self.path = pathlib.PurePosixPath(path)
        self.text = text
        self.is_c = self.path.suffix in {".c", ".h"}
        self.code = blank(text) if self.is_c else text
        parts = self.path.parts
        self.room = parts[1] if len(parts) > 2 and parts[0] == "src" else None
        self.in_compat = parts[:3] == ("src", "ui", "compat")
        self.headers = headers or {}  # name of a header of ours: its room

    def lines(self):
        return enumerate(self.text.splitlines(), 1)

    def find(self, pattern):
        """(line, match) of every place in the code without words."""
        for match in re.finditer(pattern, self.code, re.M):
            yield self.code.count("\n", 0, match.start()) + 1, match

    def includes(self):
        for number, line in self.lines():
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if match:
                yield number, match[1]

    def functions(self):
        """(first line, name, body) of every function; its braces stand in the first column."""
        for match in re.finditer(r"^(\w+) \([^;{}]*\)[^;{}()]*\n\{\n(.*?)^\}", self.code, re.M | re.S):
            yield self.code.count("\n", 0, match.start()) + 1, match[1], match[2]


def layers(source):
    """a room includes only itself and the rooms below it"""
    for line, name in source.includes():
        other = source.headers.get(name.rsplit("/", 1)[-1])
        if source.room and other and other not in ROOMS.get(source.room, {other}):
            yield line, f"{source.room} must not include {name} of {other}"


def libraries(source):
    """sqlite3.h stays in base, xlsxwriter.h in exchange, GTK in ui"""
    for line, name in source.includes():
        if source.room and name == "sqlite3.h" and source.room != "base":
            yield line, "sqlite3.h is for src/base alone"
        if source.room and name.startswith("xlsxwriter") and source.room != "exchange":
            yield line, "xlsxwriter.h is for src/exchange alone"
        if source.room and source.room != "ui" and re.match(r"(gtk|gdk|gsk|adwaita)\b", name):
            yield line, f"{name} is for src/ui alone"


def questions(source):
    """SQL is asked below the window"""
    if source.is_c and source.room == "ui":
        for line, text in enumerate(source.text.splitlines(), 1):
            if re.search(r'"\s*(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\s', text):
                yield line, "ask this in src/core"


def versions(source):
    """questions about the version of a library stand in ui/compat"""
    if source.is_c and source.room and not source.in_compat:
        for line, match in source.find(r"\b(?:GLIB|GTK|ADW)_CHECK_VERSION\b|\w+_VERSION_M(?:AX|IN)_\w+|"
                                       r"\b(?:GTK|ADW|GLIB)_M(?:AJOR|INOR|ICRO)_VERSION\b|"
                                       r"\bG_GNUC_BEGIN_IGNORE_DEPRECATIONS\b"):
            yield line, f"{match[0]} belongs in src/ui/compat"


def compat_conditions(source):
    """no #if inside functions"""
    if source.room:
        for start, name, body in source.functions():
            if re.search(r"^\s*#\s*if", body, re.M):
                yield start, f"{name} has an #if inside"


def prefix(source):
    """public functions begin with the name of their header, or of a type it declares"""
    # A private header shows the inner sides of several types to the room's own files.
    private = source.path.stem.endswith("-private")
    if not source.room or source.path.suffix != ".h":
        return
    names = {source.path.stem.replace("-", "_")}
    for _, match in source.find(r"\bBv([A-Z]\w*)"):
        names.add("bv" + re.sub(r"([A-Z])", r"_\1", match[1]).lower())
    declared = {n for n in names if re.search(
        r"(?:^\}|^typedef[^;]*|G_DECLARE\w+ \()\s*" + re.escape("".join(
            p.capitalize() for p in n.split("_"))) + r"\b", source.code, re.M)}
    declared.add(source.path.stem.replace("-", "_"))
    for line, match in source.find(r"^(?!typedef)[A-Za-z_][\w \t*]*?\n?\b(\w+) \([^()]*\)[^;{]*;"):
        if not any(match[1] == n or match[1].startswith(n + "_") for n in declared) \
                and not match[1].startswith("G_") \
                and not (private and re.match("_?bv_", match[1])):
            yield line, f"{match[1]} does not begin with {source.path.stem.replace('-', '_')}_"


def rooms_have_names(source):
    """no file is a drawer for odds and ends"""
    if re.search(r"\b(utils?|helpers?|common|misc)\b", source.path.stem.replace("_", "-")):
        yield 1, "name the one idea in this file"


def licence(source):
    """every source file names its licence first, and says what it is for"""
    if source.path.suffix not in {".c", ".h", ".py", ".sql", ".ui", ".css", ".sh"}:
        return
    head = source.text.splitlines()[:4]
    if not any(SPDX in line for line in head):
        yield 1, f"the first lines lack '{SPDX}'"
    elif source.is_c and not re.match(r"/\*[^\n]*\*/\s*/\*", source.text):
        yield 2, "after the licence line comes a comment that says what the file is for"


def machine_paths(source):
    """nothing names a place of one machine"""
    if source.path.suffix in TEXT_SUFFIXES:
        places = "|".join(("/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/"))
        for number, line in source.lines():
            match = re.search(r"(?<![\w.}$)])(?:" + places + r")|\.\./sha" + "red", line)
            if match:
                yield number, f"'{match[0]}' is a path of one machine"


def banned(source):
    """calls that are unsafe or end the program"""
    if not source.room:
        return
    calls = r"v?sprintf|str(?:n?cpy|n?cat)|ato[ifl]|gets|system|g_error|abort|tmpnam|mktemp"
    for line, match in source.find(r"(?<![\w.>])(" + calls + r") \("):
        yield line, f"{match[1]} is banned"
    for line, match in source.find(r"(?<![\w.>])exit \("):
        if not any(name == "main" and start <= line <= start + body.count("\n") + 4
                   for start, name, body in source.functions()):
            yield line, "exit is for main alone"


def is_official(source):
    """Whether a file is on the way to scores, ranks or money: all rules but the second opinions."""
    return source.room == "rules" and not source.path.stem.startswith("bv-opinion-") \
        or source.path.stem.startswith("bv-assessment")


def whole_numbers(source):
    """scores, ranks and money are whole numbers"""
    if is_official(source):
        for line, match in source.find(r"\b(float|double|gdouble|gfloat)\b"):
            yield line, f"{match[0]} has no place on the way to a score"


def advice(source):
    """no second opinion has a say in scores, ranks and money"""
    for line, name in source.includes() if is_official(source) else ():
        if re.match(r"bv-(second-)?opinion", name) and "opinion" not in source.path.stem:
            yield line, f"{name} is advice: it has no place on the way to a score"


def unfinished(source):
    """nothing is left for later"""
    if source.room:
        for number, line in source.lines():
            match = re.search(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|coming soon)\b", line)
            if match:
                yield number, f"'{match[0]}': finish it or take it out"


def guards(source):
    """headers say #pragma once; config.h comes first"""
    if source.room and source.path.suffix == ".h" and not re.search(r"^#pragma once$", source.text, re.M):
        yield 1, "#pragma once is missing"
    if source.room and source.path.suffix == ".c":
        first = next(source.includes(), (1, "config.h"))
        if first[1] != "config.h":
            yield first[0], "config.h is included first"


def file_length(source):
    """files are short"""
    length = source.text.count("\n")
    if source.is_c and length > FILE_LINES:
        yield length, f"{length} lines; {FILE_LINES} at most: perhaps two ideas"


def function_length(source):
    """functions are short"""
    for start, name, body in source.functions() if source.is_c else ():
        length = body.count("\n") + 3
        if length > FUNCTION_LINES:
            yield start, f"{name} has {length} lines; {FUNCTION_LINES} at most"


def nesting(source):
    """blocks are not nested deeply"""
    for start, name, body in source.functions() if source.is_c else ():
        depth, line, blocks = 0, start, []
        for match in re.finditer(r"([^\s{}]?)\s*([{}])", body):
            line = start + body.count("\n", 0, match.start(2)) + 2
            if match[2] == "{":
                blocks.append(match[1] not in ("=", ",", "(", ""))  # else an initialiser
                depth += blocks[-1]
            elif blocks:
                depth -= blocks.pop()
            if depth > NESTING:
                yield line, f"{name} nests {depth} blocks; {NESTING} at most"
                break


RULES = [layers, libraries, questions, versions, compat_conditions, prefix, rooms_have_names, licence,
         machine_paths, banned, whole_numbers, advice, unfinished, guards, file_length, function_length,
         nesting]


def read_tree(root):
    """Every text file of ours under the root."""
    paths = [p for p in sorted(root.rglob("*")) if p.is_file() and p.suffix in TEXT_SUFFIXES
             and not re.match(r"(build|\.(?!ci/))", p.relative_to(root).as_posix())]
    headers = {p.name: p.relative_to(root).parts[1] for p in paths
               if p.suffix == ".h" and p.relative_to(root).parts[0] == "src"}
    return [Source(p.relative_to(root).as_posix(), p.read_text(encoding="utf-8", errors="replace"), headers)
            for p in paths]


def main(root):
    sources = read_tree(pathlib.Path(root))
    print(f"1..{len(RULES)}")
    for number, rule in enumerate(RULES, 1):
        breaches = [(s.path, *breach) for s in sources for breach in rule(s)]
        print(f"{'not ' if breaches else ''}ok {number} - {rule.__name__}: {rule.__doc__}")
        for path, line, sentence in breaches:
            print(f"# {path}:{line}: {sentence}")
    if not any(s.room for s in sources):
        print("Bail out! no source files under " + root)


if __name__ == "__main__":
    main(sys.argv[1])
