/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages end, how many lines a text takes. */
#include "config.h"

#include "bv-sheet-lines.h"
#include "bv-sheet-pages.h"

#include <string.h>

static void
add_rows (BvSheetPages *pages, guint n)
{
  for (guint i = 0; i < n; i++)
    bv_sheet_pages_add (pages, 10, BV_SHEET_ROW_LISTED);
}

static void
assert_breaks (BvSheetPages *pages, guint n, const guint32 *expected)
{
  guint found;
  const guint32 *breaks = bv_sheet_pages_get_breaks (pages, &found);

  g_assert_cmpuint (found, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (breaks[i], ==, expected[i]);
}

/* Pages of 100: a heading of 10 is repeated. */
static void
test_rows (void)
{
  g_autoptr (BvSheetPages) pages = bv_sheet_pages_new (100);

  bv_sheet_pages_add (pages, 10, BV_SHEET_ROW_HEADING);
  bv_sheet_pages_repeat (pages, 10);
  add_rows (pages, 9 + 9 + 1);
  assert_breaks (pages, 2, (guint32[]){ 10, 19 });
  g_assert_cmpuint (bv_sheet_pages_get_n (pages), ==, 3);
}

static void
test_heading_stays_with_row (void)
{
  g_autoptr (BvSheetPages) pages = bv_sheet_pages_new (100);

  add_rows (pages, 9);
  bv_sheet_pages_add (pages, 10, BV_SHEET_ROW_HEADING);
  add_rows (pages, 1);
  assert_breaks (pages, 1, (guint32[]){ 9 });
}

/* Whatever the number of rows, two of them stand above the signature. */
static void
test_signature (void)
{
  for (guint n = 1; n < 60; n++) {
    g_autoptr (BvSheetPages) pages = bv_sheet_pages_new (100);
    guint found;
    const guint32 *breaks;
    guint32 last;

    add_rows (pages, n);
    bv_sheet_pages_add (pages, 5, BV_SHEET_ROW_PLAIN); /* a note */
    bv_sheet_pages_keep (pages, 40);
    bv_sheet_pages_add (pages, 40, BV_SHEET_ROW_PLAIN);
    breaks = bv_sheet_pages_get_breaks (pages, &found);
    last = found ? breaks[found - 1] : 0;
    g_assert_cmpuint (last + 2, <=, MAX (n, 2));
    g_assert_cmpuint ((n - last) * 10 + 45, <=, 100);
    for (guint i = 1; i < found; i++)
      g_assert_cmpuint (breaks[i], >, breaks[i - 1]);
  }
}

/* Rows as high as half a page: one has to do. */
static void
test_signature_after_high_rows (void)
{
  g_autoptr (BvSheetPages) pages = bv_sheet_pages_new (100);

  bv_sheet_pages_add (pages, 45, BV_SHEET_ROW_LISTED);
  bv_sheet_pages_add (pages, 45, BV_SHEET_ROW_LISTED);
  bv_sheet_pages_keep (pages, 40);
  bv_sheet_pages_add (pages, 40, BV_SHEET_ROW_PLAIN);
  assert_breaks (pages, 1, (guint32[]){ 1 });
}

/* Notes below a heading go with it, not with the list before. */
static void
test_notes_below_heading (void)
{
  g_autoptr (BvSheetPages) pages = bv_sheet_pages_new (100);

  add_rows (pages, 8);
  bv_sheet_pages_add (pages, 10, BV_SHEET_ROW_HEADING);
  bv_sheet_pages_add (pages, 30, BV_SHEET_ROW_PLAIN);
  assert_breaks (pages, 1, (guint32[]){ 8 });
  g_assert_cmpfloat (bv_sheet_pages_get_left (pages), ==, 60);
}

/* Where they are long, the heading keeps those that have room; a note after the list takes rows. */
static void
test_long_notes (void)
{
  g_autoptr (BvSheetPages) pages = bv_sheet_pages_new (100);
  g_autoptr (BvSheetPages) listed = bv_sheet_pages_new (100);

  add_rows (pages, 3);
  bv_sheet_pages_add (pages, 10, BV_SHEET_ROW_HEADING);
  for (guint i = 0; i < 3; i++)
    bv_sheet_pages_add (pages, 25, BV_SHEET_ROW_PLAIN);
  assert_breaks (pages, 1, (guint32[]){ 6 });

  add_rows (listed, 3);
  for (guint i = 0; i < 3; i++)
    bv_sheet_pages_add (listed, 25, BV_SHEET_ROW_PLAIN);
  assert_breaks (listed, 1, (guint32[]){ 1 });
}

static void
test_room (void)
{
  g_autoptr (BvSheetPages) pages = bv_sheet_pages_new (100);

  bv_sheet_pages_repeat (pages, 10);
  add_rows (pages, 3);
  g_assert_cmpfloat (bv_sheet_pages_get_left (pages), ==, 70);
  g_assert_cmpfloat (bv_sheet_pages_get_room (pages), ==, 90);
}

static void
test_lines (void)
{
  const char *text = "Tham mưu kế hoạch tổ chức các hoạt động chào mừng";
  const char *cut = NULL;

  g_assert_cmpuint (bv_sheet_lines_count ("a", 50, 11, FALSE, 9, &cut), ==, 1);
  g_assert_null (cut);
  g_assert_cmpuint (bv_sheet_lines_count ("a\nb\n", 50, 11, FALSE, 9, &cut), ==, 3);
  g_assert_cmpuint (bv_sheet_lines_count (text, 1000, 11, FALSE, 9, &cut), ==, 1);
  g_assert_cmpuint (bv_sheet_lines_count (text, 150, 11, FALSE, 9, &cut), ==, 2);
  g_assert_cmpuint (bv_sheet_lines_count (text, 60, 11, FALSE, 2, &cut), >, 3);
  /* the rest begins with a word */
  g_assert_nonnull (cut);
  g_assert_true (cut > text && cut[-1] == ' ');
  g_assert_cmpuint (bv_sheet_lines_count ("ẤẤẤẤẤẤẤẤẤẤ", 40, 11, FALSE, 9, NULL), ==, 3);
  g_assert_cmpuint (bv_sheet_lines_count ("đường đường", 60, 11, TRUE, 9, NULL),
                    >=,
                    bv_sheet_lines_count ("đường đường", 60, 11, FALSE, 9, NULL));
}

/* Cut again and again, nothing of a long text is lost. */
static void
test_cut (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) joined = g_string_new (NULL);
  const char *rest;

  for (guint i = 0; i < 700; i++)
    g_string_append_printf (text, "%sthành%u", i ? " " : "", i);
  rest = text->str;
  while (rest) {
    const char *cut = NULL;

    bv_sheet_lines_count (rest, 120, 11, FALSE, 27, &cut);
    g_string_append_len (joined, rest, cut ? cut - rest : (gssize) strlen (rest));
    g_assert_true (cut != rest);
    rest = cut;
  }
  g_assert_cmpstr (joined->str, ==, text->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-pages/rows", test_rows);
  g_test_add_func ("/sheet-pages/heading-stays-with-row", test_heading_stays_with_row);
  g_test_add_func ("/sheet-pages/signature", test_signature);
  g_test_add_func ("/sheet-pages/signature-after-high-rows", test_signature_after_high_rows);
  g_test_add_func ("/sheet-pages/notes-below-heading", test_notes_below_heading);
  g_test_add_func ("/sheet-pages/long-notes", test_long_notes);
  g_test_add_func ("/sheet-pages/room", test_room);
  g_test_add_func ("/sheet-lines/count", test_lines);
  g_test_add_func ("/sheet-lines/cut", test_cut);
  return g_test_run ();
}
