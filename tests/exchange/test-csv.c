/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as text: separators, quoting, encodings, line numbers, and what is written is read. */
#include "config.h"

#include "bv-csv.h"
#include "bv-error.h"

#include <string.h>

static BvCsv *
parse_sized (const char *text, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return bv_csv_parse (bytes, "bang.csv", error);
}

static BvCsv *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BvCsv *csv = parse_sized (text, strlen (text), &error);

  g_assert_no_error (error);
  return csv;
}

/* Rows joined by "/", cells by "|". */
static char *
describe (const BvCsv *csv)
{
  GString *all = g_string_new (NULL);

  for (guint row = 0; row < bv_csv_get_n_rows (csv); row++) {
    guint n;
    const char *const *cells = bv_csv_get_row (csv, row, &n);

    for (guint i = 0; i < n; i++)
      g_string_append_printf (all, "%s%s", i ? "|" : row ? "/" : "", cells[i]);
  }
  return g_string_free (all, FALSE);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *rows;
  } cases[] = {
    { "", "" },
    { "a", "a" },
    { "a,b\nc,d\n", "a|b/c|d" },
    { "a,b\r\nc,d", "a|b/c|d" },
    { "a,b\rc,d\r", "a|b/c|d" },
    { "a;b,c;d\n1;2,5;3\n", "a|b,c|d/1|2,5|3" },
    { "a\tb,c;d\n", "a|b,c;d" },
    { "\"a,b\",c\n", "a,b|c" },
    { "\"a \"\"b\"\"\",\"\"\n", "a \"b\"|" },
    { "\"a\nb\",c\n", "a\nb|c" },
    { "a 5\" b,c\n", "a 5\" b|c" },
    { "\"a\"b,c\n", "ab|c" },
    { "\xef\xbb\xbfHọ tên,Ngày\n", "Họ tên|Ngày" },
    { "a,b\n,\n \n\nc,d\n", "a|b/c|d" },
    { "a,\n,b", "a|/|b" },
    { "a,b\n'=1+1,'-x\n", "a|b/=1+1|-x" },
    { "a,b\n'tis,'\n", "a|b/'tis|'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BvCsv) csv = parse (cases[i].text);
    g_autofree char *rows = describe (csv);

    g_assert_cmpstr (rows, ==, cases[i].rows);
  }
}

static void
test_lines (void)
{
  g_autoptr (BvCsv) csv = parse ("a,b\n\n\"x\ny\nz\",1\nlast,2\n");

  g_assert_cmpuint (bv_csv_get_n_rows (csv), ==, 3);
  g_assert_cmpuint (bv_csv_get_line (csv, 0), ==, 1);
  g_assert_cmpuint (bv_csv_get_line (csv, 1), ==, 3);
  g_assert_cmpuint (bv_csv_get_line (csv, 2), ==, 6);
}

static void
test_utf16 (void)
{
  static const char text[] = "\xff\xfe\x61\x00\x09\x00\xd0\x01\x0a\x00";
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCsv) csv = parse_sized (text, sizeof text - 1, &error);
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  rows = describe (csv);
  g_assert_cmpstr (rows, ==, "a|ǐ");
}

static void
assert_refused (const char *text, gsize size, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCsv) csv = parse_sized (text, size, &error);

  g_assert_null (csv);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused (void)
{
  g_autofree char *cell = g_strnfill (BV_CSV_MAXIMUM_CELL + 1, 'x');
  g_autofree char *long_cell = g_strconcat ("a,b\nc,", cell, "\n", NULL);
  g_autofree char *many_cells = g_strnfill (BV_CSV_MAXIMUM_COLUMNS, ',');

  assert_refused ("a,b\nc,\"d\ne\n", 11, "Line 2");
  assert_refused ("a,b\nTi\xea"
                  "ng,1\n",
                  11,
                  "Line 2");
  assert_refused ("PK\x03\x04\x00\x00zz\xff", 9, "not a table");
  assert_refused (long_cell, strlen (long_cell), "Line 2");
  assert_refused (many_cells, strlen (many_cells), "too many cells");
}

static void
test_longest_cell (void)
{
  g_autoptr (GString) text = g_string_new ("a\n");
  g_autoptr (BvCsv) csv = NULL;

  for (guint i = 0; i < BV_CSV_MAXIMUM_CELL; i++)
    g_string_append (text, "ữ");
  csv = parse (text->str);
  g_assert_cmpuint (bv_csv_get_n_rows (csv), ==, 2);
}

static void
test_written (void)
{
  static const char *const cells[] = { "=SUM(A1)", "-5",  "-5,5", "+84 912", "@x",     "a\"b",
                                       "a\nb",     "a,b", "a;b",  "",        "'=x",    " lead",
                                       "a\tb",     "'",   "''-",  "-",       "Đặng Ữ", "=" };
  static const char separators[] = ",;\t";

  for (guint i = 0; i < 3; i++) {
    g_autoptr (GString) table = g_string_new (NULL);
    g_autoptr (BvCsv) csv = NULL;
    const char *const *row;
    guint n;

    bv_csv_append (table, (const char *[]){ "x", "y" }, 2, separators[i]);
    g_assert_cmpint (table->str[1], ==, separators[i]);
    bv_csv_append (table, cells, G_N_ELEMENTS (cells), separators[i]);
    g_assert_true (g_str_has_prefix (table->str + 4, "'=SUM(A1)"));
    g_assert_nonnull (strstr (table->str, "'+84 912"));
    csv = parse (table->str);
    g_assert_cmpuint (bv_csv_get_n_rows (csv), ==, 2);
    row = bv_csv_get_row (csv, 1, &n);
    g_assert_cmpuint (n, ==, G_N_ELEMENTS (cells));
    for (guint j = 0; j < n; j++)
      g_assert_cmpstr (row[j], ==, cells[j]);
  }
}

/* Whatever is read and written again is read as the same rows; nothing crashes. The seed of
 * g_test_rand is printed at the start. */
static void
test_random (void)
{
  static const char *const pieces[] = { "\"", ",", ";", "\t", "\n", "\r", "'",
                                        "=",  "-", "1", "a",  " ",  "ữ",  "\"\"" };

  for (guint round = 0; round < 20000; round++) {
    g_autoptr (GString) text = g_string_new ("x,y\n");
    g_autoptr (GString) written = g_string_new ("x,y\n");
    g_autoptr (BvCsv) first = NULL;
    g_autoptr (BvCsv) second = NULL;
    g_autofree char *rows = NULL;
    g_autofree char *again = NULL;
    int n_pieces = g_test_rand_int_range (0, 20);

    for (int i = 0; i < n_pieces; i++)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    first = parse_sized (text->str, text->len, NULL);
    if (!first)
      continue;
    for (guint row = 1; row < bv_csv_get_n_rows (first); row++) {
      guint n;
      const char *const *cells = bv_csv_get_row (first, row, &n);

      bv_csv_append (written, cells, n, ',');
    }
    second = parse (written->str);
    rows = describe (first);
    again = describe (second);
    g_assert_cmpstr (rows, ==, again);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/utf16", test_utf16);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/longest-cell", test_longest_cell);
  g_test_add_func ("/csv/written", test_written);
  g_test_add_func ("/csv/random", test_random);
  return g_test_run ();
}
