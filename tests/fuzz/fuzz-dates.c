/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a date, a number, a format of a sheet: what is taken for a date is one, and is read
 * again as it was written. */
#include "config.h"

#include "bv-date.h"
#include "bv-fuzz.h"
#include "bv-number.h"
#include "bv-sheet-cells.h"

#include <string.h>

static void
try_date (const char *text)
{
  g_autofree char *date = bv_date_parse (text, "2024-06-01", NULL);
  g_autofree char *shown = NULL;
  g_autofree char *again = NULL;

  if (!date)
    return;
  g_assert_true (bv_date_is_valid (date));
  shown = bv_date_format (date);
  again = bv_date_parse (shown, "2024-06-01", NULL);
  g_assert_cmpstr (date, ==, again);
}

static void
try_number (const char *text)
{
  gint64 number, again;
  g_autofree char *shown = NULL;

  if (!bv_number_parse_decimal (text, 2, &number, NULL))
    return;
  shown = bv_number_format_decimal (number, 2);
  g_assert_true (bv_number_parse_decimal (shown, 2, &again, NULL));
  g_assert_cmpint (number, ==, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autofree char *day = NULL;
  double serial = 0;

  try_date (text);
  try_number (text);
  bv_sheet_styles_judge (text);
  memcpy (&serial, data, MIN (size, sizeof serial));
  day = bv_sheet_cells_format_day (serial, size % 2);
  return 0;
}
