/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting rows up to a number from which on it is "many". */
#include "config.h"

#include "bv-row-count.h"

guint
bv_row_count_up_to (const BvKind *kind,
                    BvOffice *office,
                    gint64 movement_id,
                    const char *field,
                    const char *value,
                    guint most)
{
  g_autoptr (GString) where = g_string_new ("WHERE 1");
  g_autofree char *sql = NULL;
  g_autoptr (BvStatement) row = NULL;

  if (kind->flags & BV_KIND_IN_MOVEMENT)
    g_string_append (where, " AND movement_id = ?1");
  if (field)
    g_string_append_printf (where, " AND %s = ?2", field);
  sql = g_strdup_printf (
      "SELECT count (*) FROM (SELECT 1 FROM %s %s LIMIT %u)", kind->table, where->str, most);
  row = bv_database_prepare (bv_office_get_database (office), sql, NULL);
  if (!row)
    return 0;
  if (kind->flags & BV_KIND_IN_MOVEMENT)
    bv_statement_bind_integer (row, 1, movement_id);
  if (field)
    bv_statement_bind_text (row, 2, value);
  return bv_statement_step (row, NULL) == BV_STEP_ROW ? (guint) bv_statement_get_integer (row, 0)
                                                      : 0;
}
