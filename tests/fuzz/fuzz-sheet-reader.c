/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a workbook: a table or a sentence, never a crash. */
#include "config.h"

#include "bv-fuzz.h"
#include "bv-sheet-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSheetReader) reader = bv_sheet_reader_open (bytes, "a.xlsx", NULL, &error);

  for (guint i = 0; reader && i < MIN (bv_sheet_reader_get_n_sheets (reader), 3); i++) {
    g_autoptr (GError) wrong = NULL;
    g_autoptr (BvTable) table = bv_sheet_reader_read (reader, i, NULL, &wrong);

    g_assert_true ((table != NULL) != (wrong != NULL));
  }
  g_assert_true ((reader != NULL) != (error != NULL));
  return 0;
}
