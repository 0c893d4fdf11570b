/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading workbooks: every kind of cell, and what is refused with which sentence. */
#include "config.h"

#include "bv-error.h"
#include "bv-sheet-cells.h"
#include "bv-sheet-reader.h"
#include "test-workbook-fixture.h"

#include <math.h>
#include <sys/resource.h>
#include <time.h>

static BvTable *
read_sheet (GBytes *bytes, GError **error)
{
  g_autoptr (BvSheetReader) reader = bv_sheet_reader_open (bytes, "danh-sach.xlsx", NULL, error);

  return reader ? bv_sheet_reader_read (reader, 0, NULL, error) : NULL;
}

static BvTable *
read_good (const char *sheet)
{
  g_autoptr (GBytes) bytes = fixture_book (sheet, NULL, NULL);
  g_autoptr (GError) error = NULL;
  BvTable *table = read_sheet (bytes, &error);

  g_assert_no_error (error);
  return table;
}

static void
test_cells (void)
{
  static const struct
  {
    guint column;
    const char *text;
    BvTableType type;
  } cells[] = {
    { 0, "Họ tên", BV_TABLE_TEXT },
    { 1, "Nông Văn Đạt", BV_TABLE_TEXT },
    { 2, "Vi Đức & Thịnh", BV_TABLE_TEXT },
    { 3, "12", BV_TABLE_NUMBER },
    { 4, "8,45", BV_TABLE_NUMBER },
    { 5, "1,234", BV_TABLE_NUMBER },
    { 6, "true", BV_TABLE_BOOLEAN },
    { 7, "#N/A", BV_TABLE_FAULT },
    { 8, "01/06/2024", BV_TABLE_DATE },
    { 9, "01/06/2024 08:30", BV_TABLE_DATE },
    { 10, "15%", BV_TABLE_NUMBER },
    { 11, "tổng", BV_TABLE_TEXT },
    { 12, "01/06/2024", BV_TABLE_DATE },
    { 13, "", BV_TABLE_TEXT },
    { 14, "", BV_TABLE_TEXT },
    { 15, "07:30", BV_TABLE_TEXT },
    { 27, "xa", BV_TABLE_TEXT },
  };
  g_autoptr (BvTable) table = read_good (SHEET (
      "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
      "<c t=\"inlineStr\"><is><r><t>Vi </t></r><r><t>Đức &amp; Thịnh</t></r><rPh><t>y</t></rPh>"
      "</is></c><c><v>12</v></c><c><v>8.4499999999999993</v></c><c><v>1.234</v></c>"
      "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c s=\"1\"><v>45444</v></c>"
      "<c s=\"2\"><f>NOW()</f><v>45444.354166666664</v></c><c s=\"3\"><v>0.15</v></c>"
      "<c t=\"str\"><f>\"t\"&amp;\"ổng\"</f><v>tổng</v></c>"
      "<c t=\"d\"><v>2024-06-01T00:00:00</v></c><c s=\"1\"/><c t=\"s\"><v></v></c>"
      "<c s=\"5\"><v>0.3125</v></c><c r=\"AB3\" t=\"inlineStr\"><is><t>xa</t></is></c></row>"
      "<row><c t=\"inlineStr\"><is><t>sau</t></is></c></row>"));

  g_assert_cmpuint (bv_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (bv_table_get_n_columns (table), ==, 28);
  g_assert_cmpuint (bv_table_get_line (table, 0), ==, 3);
  g_assert_true (bv_table_is_hidden (table, 0));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_assert_cmpstr (bv_table_get_cell (table, 0, cells[i].column), ==, cells[i].text);
    g_assert_cmpint (bv_table_get_type_of (table, 0, cells[i].column), ==, cells[i].type);
  }
  g_assert_cmpuint (bv_table_get_line (table, 1), ==, 4);
  g_assert_false (bv_table_is_hidden (table, 1));
  g_assert_cmpstr (bv_table_get_cell (table, 1, 0), ==, "sau");
}

static void
test_merged (void)
{
  g_autoptr (BvTable) table = read_good (
      XML "<worksheet xmlns=\"" MAIN "\"><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c></row>"
          "<row r=\"2\"><c r=\"C2\" t=\"s\"><v>1</v></c><c r=\"D2\"><v>1</v></c></row>"
          "<row r=\"3\"><c r=\"D3\"><v>2</v></c></row><row r=\"4\"><c r=\"D4\"><v>3</v></c></row>"
          "</sheetData><mergeCells><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"A1:D1\"/>"
          "<mergeCell ref=\"bad\"/><mergeCell ref=\"A9:A7\"/></mergeCells></worksheet>");

  g_assert_cmpstr (bv_table_get_cell (table, 2, 2), ==, "Nông Văn Đạt");
  g_assert_cmpstr (bv_table_get_own_cell (table, 2, 2), ==, "");
  g_assert_cmpstr (bv_table_get_cell (table, 3, 2), ==, "");
  g_assert_cmpstr (bv_table_get_cell (table, 0, 1), ==, "");
  g_assert_nonnull (bv_table_get_merge (table, 0, 3));
  g_assert_null (bv_table_get_merge (table, 3, 2));
}

static void
test_days (void)
{
  static const struct
  {
    double serial;
    gboolean date_1904;
    const char *text;
  } days[] = {
    { 1, FALSE, "01/01/1900" },
    { 59, FALSE, "28/02/1900" },
    { 61, FALSE, "01/03/1900" },
    { 45444, FALSE, "01/06/2024" },
    { 0, TRUE, "01/01/1904" },
    { 43982, TRUE, "01/06/2024" },
    { 45443.9999999, FALSE, "01/06/2024" },
    { 2958465, FALSE, "31/12/9999" },
    { 2958466, FALSE, NULL },
    { -1, FALSE, NULL },
    { 1e300, FALSE, NULL },
    { -1e300, FALSE, NULL },
    { NAN, FALSE, NULL },
    { -NAN, FALSE, NULL },
    { INFINITY, TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *text = bv_sheet_cells_format_day (days[i].serial, days[i].date_1904);

    g_assert_cmpstr (text, ==, days[i].text);
  }
  g_assert_cmpint (bv_sheet_styles_judge ("General"), ==, BV_SHEET_FORMAT_NONE);
  g_assert_cmpint (bv_sheet_styles_judge ("dd/mm/yyyy;@"), ==, BV_SHEET_FORMAT_DATE);
  g_assert_cmpint (bv_sheet_styles_judge ("mmm-yy"), ==, BV_SHEET_FORMAT_DATE);
  g_assert_cmpint (bv_sheet_styles_judge ("[h]:mm"), ==, BV_SHEET_FORMAT_TIME);
  g_assert_cmpint (bv_sheet_styles_judge ("#,##0\" đồng\""), ==, BV_SHEET_FORMAT_NONE);
  g_assert_cmpint (bv_sheet_styles_judge ("[Red]0.00"), ==, BV_SHEET_FORMAT_NONE);
  g_assert_cmpint (bv_sheet_styles_judge ("0.0%"), ==, BV_SHEET_FORMAT_PERCENT);
  g_assert_cmpint (bv_sheet_styles_judge ("\"d\" 0"), ==, BV_SHEET_FORMAT_NONE);
}

#define STRICT_RELATIONS                                                                           \
  XML "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId9\" Type=\"" STRICT              \
      "/worksheet\" Target=\"/xl/Worksheets/Sheet1.xml\"/><Relationship Id=\"rId8\" "              \
      "Type=\"" STRICT                                                                             \
      "/worksheet\" Target=\"../xl/worksheets/sheet2.xml\"/><Relationship Id=\"rId7\""             \
      " Type=\"" STRICT "/chartsheet\" Target=\"x.xml\"/></Relationships>"

/* Absolute targets, names in other case, a hidden sheet, charts, the date system of 1904. */
static void
test_strict (void)
{
  static const Part parts[] = {
    { "_rels/.rels",
      XML "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r\" Type=\"" STRICT
          "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>" },
    { "xl/workbook.xml",
      XML "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:r=\"" STRICT
          "\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"Ẩn\" sheetId=\"1\""
          " state=\"veryHidden\" r:id=\"rId8\"/><sheet name=\"Biểu đồ\" sheetId=\"2\""
          " r:id=\"rId7\"/><sheet name=\"Dữ liệu\" sheetId=\"3\" r:id=\"rId9\"/></sheets>"
          "</workbook>" },
    { "xl/_rels/workbook.xml.rels", STRICT_RELATIONS },
    { "xl/worksheets/sheet1.xml", SHEET ("<row><c><v>7</v></c></row>") },
    { "xl/worksheets/sheet2.xml", SHEET ("<row><c><v>8</v></c></row>") },
  };
  g_autoptr (GBytes) bytes = fixture_zip (parts, G_N_ELEMENTS (parts));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSheetReader) reader = bv_sheet_reader_open (bytes, "a.xlsx", NULL, &error);
  g_autoptr (BvTable) table = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (bv_sheet_reader_get_n_sheets (reader), ==, 2);
  g_assert_true (bv_sheet_reader_is_hidden (reader, 0));
  g_assert_false (bv_sheet_reader_is_hidden (reader, 1));
  g_assert_cmpint (bv_sheet_reader_find (reader, "Dữ liệu"), ==, 1);
  table = bv_sheet_reader_read (reader, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bv_table_get_cell (table, 0, 0), ==, "7");
}

/* Cells in an old font are converted, those beside them are not. */
static void
test_fonts (void)
{
  g_autoptr (BvTable) table = read_good (SHEET (
      "<row><c s=\"4\" t=\"inlineStr\"><is><t>Nguy\303\242n V\302\250n H\302\274ng</t></is></c>"
      "<c t=\"inlineStr\"><is><t>Văn phòng</t></is></c></row>"));
  g_autoptr (BvTable) converted = bv_table_convert (table, BV_LEGACY_TCVN3);

  g_assert_cmpint (bv_table_guess (table), ==, BV_LEGACY_TCVN3);
  g_assert_cmpstr (bv_table_get_cell (converted, 0, 1), ==, "Văn phòng");
  g_assert_nonnull (strstr (bv_table_get_cell (converted, 0, 0), "Văn H"));
}

static void
assert_refused (GBytes *bytes, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = read_sheet (bytes, &error);

  g_assert_null (table);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "danh-sach.xlsx"));
  g_assert_nonnull (strstr (error->message, part));
}

static void
assert_sheet_refused (const char *sheet, const char *part)
{
  g_autoptr (GBytes) bytes = fixture_book (sheet, NULL, NULL);

  assert_refused (bytes, part);
}

static void
assert_part_refused (const char *name, const char *content, const char *part)
{
  g_autoptr (GBytes) bytes = fixture_book (SHEET ("<row><c><v>1</v></c></row>"), name, content);

  assert_refused (bytes, part);
}

static void
assert_bytes_refused (const char *data, gsize size, const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  assert_refused (bytes, part);
}

static void
test_other_files (void)
{
  static const char old[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0k\0b\0o\0o\0k\0";
  static const char locked[]
      = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  static const Part document[] = { { "content.xml", "<x/>" } };
  g_autoptr (GBytes) ods = fixture_zip (document, 1);

  assert_bytes_refused ("", 0, "not an Excel workbook");
  assert_bytes_refused ("<html><table>", 13, "not an Excel workbook");
  assert_bytes_refused ("PK\3\4 and no more", 16, "not an Excel workbook");
  assert_bytes_refused (old, sizeof old, "(.xls)");
  assert_bytes_refused (locked, sizeof locked, "password");
  assert_refused (ods, "(.ods)");
  assert_part_refused ("_rels/.rels",
                       XML "<Relationships xmlns=\"" PACKAGE
                           "\"><Relationship Id=\"r\" Type=\"" OFFICE
                           "/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>",
                       "(.xlsb)");
}

static void
test_broken (void)
{
  static const char *const parts[] = { "xl/workbook.xml",
                                       "xl/_rels/workbook.xml.rels",
                                       "xl/sharedStrings.xml",
                                       "xl/styles.xml",
                                       "xl/worksheets/sheet1.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    assert_part_refused (parts[i], NULL, "damaged");
    assert_part_refused (parts[i], "<a><b></a>", "damaged");
    assert_part_refused (parts[i], "", "damaged");
  }
  assert_part_refused ("_rels/.rels", NULL, "not an Excel workbook");
  assert_sheet_refused ("<worksheet><sheetData><row><c><v>&lol;</v></c></row></sheetData>"
                        "</worksheet>",
                        "damaged");
  assert_sheet_refused (SHEET ("<row><c t=\"s\"><v>99</v></c></row>"), "damaged");
  assert_sheet_refused (SHEET ("<row><c t=\"s\"><v>-1</v></c></row>"), "damaged");
  assert_sheet_refused (SHEET ("<row><c r=\"1A\"><v>1</v></c></row>"), "damaged");
  /* attributes after the one that is wrong: nothing of them may be read any more */
  assert_sheet_refused (SHEET ("<row><c r=\"A0\" t=\"s\" s=\"1\"><v>1</v></c></row>"), "damaged");
  assert_sheet_refused (SHEET ("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c>"
                               "</row>"),
                        "not in order");
  assert_sheet_refused (SHEET ("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"),
                        "not in order");
  assert_sheet_refused (SHEET ("<row r=\"9999999\"><c><v>1</v></c></row>"), "not in order");
  assert_sheet_refused (SHEET ("<row><c r=\"XFE1\"><v>1</v></c></row>"), "16,384 columns");
}

/* Nothing is read from elsewhere, and nothing expands. */
static void
test_entities (void)
{
  assert_sheet_refused (
      "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
      "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&d;&d;&d;</t></is></c></row>"
      "</sheetData></worksheet>",
      "DTD");
  assert_sheet_refused ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><worksheet/>", "DTD");
  assert_sheet_refused ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>"
                        "<sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>"
                        "</sheetData></worksheet>",
                        "DTD");
}

/* What the sanitizer keeps for itself would be counted too. */
static void
assert_small (void)
{
#ifndef __SANITIZE_ADDRESS__
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_assert_cmpint (usage.ru_maxrss, <, 300 * 1024);
#endif
}

static void
assert_frugal (clock_t start)
{
  assert_small ();
  g_assert_cmpint (clock () - start, <, 60 * CLOCKS_PER_SEC);
}

/* @n times @piece between @head and @tail. */
static char *
repeat (const char *head, const char *piece, guint n, const char *tail)
{
  GString *all = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (all, piece);
  g_string_append (all, tail);
  return g_string_free (all, FALSE);
}

static void
test_bombs (void)
{
  static const char *const pieces[] = {
    "<row><c><v>1</v></c></row>",
    "<c><v>1</v></c>",
    "<a>",
    " ",
    "<row><c t=\"inlineStr\"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>",
  };
  clock_t start = clock ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    Part sheet = { "xl/worksheets/sheet1.xml",
                   XML "<worksheet><sheetData><row>",
                   pieces[i],
                   (guint) (100 * 1024 * 1024 / strlen (pieces[i])),
                   "</row></sheetData></worksheet>" };
    g_autoptr (GBytes) bytes = fixture_book_of (sheet, NULL, NULL);

    assert_refused (bytes, "");
  }
  assert_frugal (start);
}

static void
test_tags (void)
{
  clock_t start = clock ();
  g_autofree char *attributes = NULL;
  g_autofree char *columns = NULL;
  g_autofree char *nested = NULL;
  g_autoptr (GString) many = g_string_new ("<worksheet");

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (many, " a%u=\">\"", i);
  g_string_append (many, "/>");
  assert_sheet_refused (many->str, "damaged");
  attributes = repeat ("<worksheet a=\"", "x", 200000, "\"/>");
  assert_sheet_refused (attributes, "damaged");
  columns = repeat (
      "<worksheet><sheetData><row>", "<c><v>1</v></c>", 100000, "</row></sheetData></worksheet>");
  assert_sheet_refused (columns, "16,384 columns");
  nested = repeat ("<worksheet>", "<a>", 100000, "");
  assert_sheet_refused (nested, "damaged");
  assert_frugal (start);
}

/* Every byte of a good workbook, broken once: a sentence or a table, never a crash. */
static void
test_flipped (void)
{
  g_autoptr (GBytes) good = fixture_book (
      SHEET ("<row><c t=\"s\"><v>1</v></c><c s=\"1\"><v>45444</v></c></row>"), NULL, NULL);
  gsize size;
  const char *data = g_bytes_get_data (good, &size);
  guint n_read = 0;

  for (gsize i = 0; i < size; i++) {
    g_autofree char *copy = g_memdup2 (data, size);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (BvTable) table = NULL;

    copy[i] ^= 0x55;
    bytes = g_bytes_new_take (g_steal_pointer (&copy), size);
    table = read_sheet (bytes, &error);
    g_assert_true ((table != NULL) != (error != NULL));
    n_read += table != NULL;
  }
  g_test_message ("%u of %" G_GSIZE_FORMAT " were read all the same", n_read, size);
  for (gsize i = 0; i < size; i += 7) {
    g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (good, 0, i);
    g_autoptr (GError) error = NULL;
    g_autoptr (BvTable) table = read_sheet (bytes, &error);

    g_assert_null (table);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-reader/cells", test_cells);
  g_test_add_func ("/sheet-reader/merged", test_merged);
  g_test_add_func ("/sheet-reader/days", test_days);
  g_test_add_func ("/sheet-reader/strict", test_strict);
  g_test_add_func ("/sheet-reader/fonts", test_fonts);
  g_test_add_func ("/sheet-reader/other-files", test_other_files);
  g_test_add_func ("/sheet-reader/broken", test_broken);
  g_test_add_func ("/sheet-reader/entities", test_entities);
  g_test_add_func ("/sheet-reader/tags", test_tags);
  g_test_add_func ("/sheet-reader/bombs", test_bombs);
  g_test_add_func ("/sheet-reader/flipped", test_flipped);
  return g_test_run ();
}
