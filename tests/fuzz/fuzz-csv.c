/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a table of text, with headings looked for in it. */
#include "config.h"

#include "bv-fuzz.h"
#include "bv-import-columns.h"
#include "bv-import-roles.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = bv_table_read (bytes, "a.csv", '\0', &error);
  g_autoptr (BvImportColumns) columns = NULL;

  g_assert_true ((table != NULL) != (error != NULL));
  if (!table)
    return 0;
  columns = bv_import_columns_find (&bv_person_kind, table, size % 2, NULL);
  if (columns)
    g_byte_array_unref (bv_import_roles_find (table, columns, FALSE));
  bv_table_guess (table);
  return 0;
}
