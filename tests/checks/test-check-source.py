#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of check-source.py on code that keeps it and on code that breaks it, as TAP."""
import importlib.util
import pathlib

here = pathlib.Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("check_source", here / "check-source.py")
check = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check)

HEADERS = {"bv-database.h": "base", "bv-quota.h": "rules", "bv-office.h": "core",
           "bv-workbook.h": "exchange", "bv-window.h": "ui", "bv-command.h": "cli"}
SPDX = "/* " + check.SPDX + " */\n"


def function(body, name="bv_office_open"):
    return f"void\n{name} (void)\n{{\n{body}}}\n"


def nested(depth):
    body = "  count++;\n"
    for _ in range(depth):
        body = "  if (go_on ()) {\n" + body + "  }\n"
    return function(body)


# rule: [(path, text, how many breaches)]
CASES = {
    "layers": [
        ("src/core/bv-a.c", '#include "bv-database.h"\n#include <glib.h>\n', 0),
        ("src/ui/bv-a.c", '#include "bv-workbook.h"\n', 0),
        ("src/core/bv-a.c", '#include "bv-workbook.h"\n', 1),
        ("src/base/bv-a.c", '#include "../core/bv-office.h"\n', 1),
        ("src/cli/bv-a.c", '#include "bv-window.h"\n', 1),
        ("src/ui/bv-a.c", '#include "bv-command.h"\n', 1),
        ("tests/core/test-a.c", '#include "bv-window.h"\n', 0)],
    "libraries": [
        ("src/base/bv-a.c", "#include <sqlite3.h>\n", 0),
        ("src/core/bv-a.c", "#include <sqlite3.h>\n", 1),
        ("src/exchange/bv-a.c", "#include <xlsxwriter.h>\n", 0),
        ("src/cli/bv-a.c", "#include <xlsxwriter.h>\n#include <xlsxwriter/format.h>\n", 2),
        ("src/ui/bv-a.c", "#include <gtk/gtk.h>\n#include <adwaita.h>\n", 0),
        ("src/core/bv-a.c", "#include <gtk/gtk.h>\n", 1),
        ("src/cli/bv-a.c", "#include <adwaita.h>\n", 1),
        ("tests/base/test-a.c", "#include <sqlite3.h>\n", 0)],
    "questions": [
        ("src/ui/pages/a/bv-a-page.c", 'static const char sql[] = "SELECT id FROM person";\n', 1),
        ("src/ui/bv-a.c", 'run ("UPDATE person SET note = 1");\n', 1),
        ("src/ui/bv-a.c", 'gtk_label_new ("Select a row");\nbv_list_select (SELECT_ROW);\n', 0),
        ("src/core/bv-a.c", 'static const char sql[] = "SELECT id FROM person";\n', 0)],
    "versions": [
        ("src/ui/compat/bv-a.c", "#if GTK_CHECK_VERSION (4, 10, 0)\n#endif\n", 0),
        ("src/ui/bv-a.c", "#if GTK_CHECK_VERSION (4, 10, 0)\n#endif\n", 1),
        ("src/ui/bv-a.c", "#define ADW_VERSION_MAX_ALLOWED ADW_VERSION_1_5\n", 1),
        ("src/core/bv-a.c", "G_GNUC_BEGIN_IGNORE_DEPRECATIONS\n", 1),
        ("src/ui/bv-a.c", "/* GTK_CHECK_VERSION is asked elsewhere */\n", 0)],
    "compat_conditions": [
        ("src/ui/bv-a.c", "#if 1\n#endif\n" + function("  go_on ();\n"), 0),
        ("src/ui/bv-a.c", function("#ifdef A\n  go_on ();\n#endif\n"), 1)],
    "prefix": [
        ("src/core/bv-office.h", "BvOffice *bv_office_open (const char *path,\n   GError **error);\n", 0),
        ("src/core/bv-office.h", "gboolean open_office (void);\n", 1),
        ("src/core/bv-office.h", "gboolean\nopen_office (int a);\n", 1),
        ("src/core/bv-office.h", "typedef void (*BvDone) (int a);\nvoid bv_office_close (void);\n", 0),
        ("src/rules/bv-points.h", "typedef struct {\n  int a;\n} BvFraction;\nint bv_fraction_round (int a);\n", 0),
        ("src/rules/bv-points.h", "int bv_fraction_round (BvFraction *a);\n", 1),
        ("src/core/bv-office.h", "G_DECLARE_FINAL_TYPE (BvOffice, bv_office, BV, OFFICE, GObject)\n", 0),
        ("src/base/bv-database-private.h", "void bv_statement_reset (int a);\nint _bv_b (void);\n", 0),
        ("src/base/bv-database-private.h", "void reset (int a);\n", 1),
        ("src/core/bv-office.h", "/* office_open (void); is what it was */\n", 0)],
    "rooms_have_names": [
        ("src/core/bv-office.c", "", 0),
        ("src/core/bv-utils.c", "", 1),
        ("src/ui/widget-helpers.h", "", 1)],
    "licence": [
        ("src/core/bv-a.c", SPDX + "/* The office file. */\n", 0),
        ("src/core/bv-a.c", SPDX + '#include "config.h"\n', 1),
        ("tests/core/test-a.c", "/* A test. */\n", 1),
        ("src/core/schema/0001.sql", "CREATE TABLE a (b);\n", 1),
        ("src/core/schema/0001.sql", "-- " + check.SPDX + "\n", 0)],
    "machine_paths": [
        ("README.md", "See src/" + "work/notes and $HOME/" + "work/a.\n", 0),
        ("README.md", "See /wo" + "rk/notes.\n", 1),
        ("src/core/bv-a.c", 'open ("/ho' + 'me/lan/a");\n', 1),
        ("po/vi.po", "# ../sha" + "red/product.md\n", 1)],
    "banned": [
        ("src/core/bv-a.c", function("  g_snprintf (a, b);\n  run_system (a);\n"), 0),
        ("src/core/bv-a.c", function("  sprintf (a, b);\n"), 1),
        ("src/core/bv-a.c", function("  strcpy (a, b);\n  n = atoi (a);\n  system (a);\n"), 3),
        ("src/core/bv-a.c", function("  g_error (a);\n"), 1),
        ("src/core/bv-a.c", function("  exit (1);\n"), 1),
        ("src/cli/bv-a.c", function("  exit (1);\n", "main"), 0),
        ("src/core/bv-a.c", '/* exit (1) */\nconst char *a = "system (a)";\n', 0)],
    "whole_numbers": [
        ("src/rules/bv-a.c", "static gint64 points;\n", 0),
        ("src/rules/bv-a.c", "static double points;\n", 1),
        ("src/core/bv-assessment.c", "static float points;\n", 1),
        ("src/rules/bv-opinion-a.c", "static double share;\n", 0),
        ("src/ui/bv-a.c", "static double fraction;\n", 0)],
    "advice": [
        ("src/rules/bv-second-opinions.c", '#include "bv-opinion-a.h"\n', 0),
        ("src/ui/bv-a.c", '#include "bv-opinion-a.h"\n', 0),
        ("src/rules/bv-ranking.c", '#include "bv-opinion-a.h"\n', 1),
        ("src/core/bv-assessment.c", '#include "bv-second-opinions.h"\n', 1)],
    "unfinished": [
        ("src/ui/bv-a.c", "/* Everything is done. */\n", 0),
        ("src/ui/bv-a.c", "/* TO" + "DO: the rest */\n", 1)],
    "guards": [
        ("src/core/bv-a.h", SPDX + "#pragma once\n", 0),
        ("src/core/bv-a.h", "#ifndef BV_A\n#endif\n", 1),
        ("src/core/bv-a.c", '#include "config.h"\n#include "bv-a.h"\n', 0),
        ("src/core/bv-a.c", '#include "bv-a.h"\n#include "config.h"\n', 1)],
    "file_length": [
        ("src/core/bv-a.c", "\n" * 500, 0),
        ("src/core/bv-a.c", "\n" * 501, 1),
        ("data/sample.tsv", "\n" * 900, 0)],
    "function_length": [
        ("src/core/bv-a.c", function("  go_on ();\n" * 57), 0),
        ("src/core/bv-a.c", function("  go_on ();\n" * 58), 1)],
    "nesting": [
        ("src/core/bv-a.c", nested(4), 0),
        ("src/core/bv-a.c", nested(5), 1),
        ("src/core/bv-a.c", function("  int a[][1] = { { 1 }, { 2 }, { 3 } };\n" * 3), 0),
        ("src/core/bv-a.c", function('  say ("{{{{{{{{");\n'), 0)],
}


def main():
    cases = [(rule, *case) for rule in check.RULES for case in CASES.get(rule.__name__, [])]
    print(f"1..{len(cases) + 2}")
    for number, (rule, path, text, wanted) in enumerate(cases, 1):
        found = list(rule(check.Source(path, text, HEADERS)))
        good = len(found) == wanted
        print(f"{'' if good else 'not '}ok {number} - {rule.__name__}: {path}, {wanted} breaches")
        if not good:
            print(f"# found {found} in {text!r}")
    both = all({bool(case[2]) for case in CASES.get(rule.__name__, [])} == {True, False}
               for rule in check.RULES)
    print(f"{'' if both else 'not '}ok {len(cases) + 1} - every rule has a good and a bad example")
    real = any(list(check.Source("src/core/bv-a.c", function("  go_on ();\n")).functions()))
    print(f"{'' if real else 'not '}ok {len(cases) + 2} - functions are found")


if __name__ == "__main__":
    main()
