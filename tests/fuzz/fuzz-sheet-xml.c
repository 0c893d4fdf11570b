/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as one part of a workbook that is sound otherwise: the first byte says which. What is
 * read is mapped and converted too. */
#include "config.h"

#include "../exchange/test-workbook-fixture.h"
#include "bv-fuzz.h"
#include "bv-import-columns.h"
#include "bv-import-roles.h"
#include "bv-sheet-reader.h"

static void
use (const BvTable *table)
{
  g_autoptr (BvImportColumns) columns = bv_import_columns_find (
      &bv_person_kind, table, FALSE, NULL);
  g_autoptr (GByteArray) roles = columns ? bv_import_roles_find (table, columns, TRUE) : NULL;
  g_autoptr (BvTable) converted = bv_table_convert (table, BV_LEGACY_TCVN3);

  for (guint row = 0; row < bv_table_get_n_rows (table); row++)
    for (guint column = 0; column < MIN (bv_table_get_n_columns (table), 100); column++)
      g_assert_nonnull (bv_table_get_cell (converted, row, column));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const parts[] = { "xl/worksheets/sheet1.xml",
                                       "xl/sharedStrings.xml",
                                       "xl/styles.xml",
                                       "xl/workbook.xml",
                                       "xl/_rels/workbook.xml.rels" };
  g_autofree char *text = size ? g_strndup ((const char *) data + 1, size - 1) : g_strdup ("");
  const char *part = parts[size ? data[0] % G_N_ELEMENTS (parts) : 0];
  g_autoptr (GBytes) bytes = fixture_book (
      SHEET ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\">"
             "<v>1</v></c><c r=\"B2\" s=\"2\"><v>45444.5</v></c></row>"),
      part,
      text);
  g_autoptr (BvSheetReader) reader = bv_sheet_reader_open (bytes, "a.xlsx", NULL, NULL);
  g_autoptr (BvTable) table = reader ? bv_sheet_reader_read (reader, 0, NULL, NULL) : NULL;

  if (table)
    use (table);
  return 0;
}
