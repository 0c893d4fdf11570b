/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Returned achievements on their way to a department and back. */
#include "config.h"

#include "bv-department-form-mending.h"

#include "bv-posting-sql.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const bv_department_form_mending_fields[] = {
  "subject_id", "criterion_id",    "title",         "description", "achieved_on",
  "points",     "document_number", "document_date", NULL
};

#define PEOPLE BV_SQL_DEPARTMENTS_ON (BV_SQL_CLOSING ("?1"))
static const char returned_sql[]
    = "SELECT id FROM achievement WHERE movement_id = ?1 AND status = 'returned' AND subject_id IN"
      " (SELECT ?2 UNION ALL SELECT id FROM (" PEOPLE ") WHERE department_id = ?2)"
      " ORDER BY subject_id, id";

GArray *
bv_department_form_mending_list (BvOffice *office,
                                 gint64 movement_id,
                                 gint64 department_id,
                                 GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), returned_sql, error);

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, movement_id);
  bv_statement_bind_integer (rows, 2, department_id);
  return bv_store_collect_ids (rows, error);
}

static gboolean
is_in_form (const char *field)
{
  return g_strv_contains (bv_department_form_mending_fields, field);
}

gboolean
bv_department_form_mending_is_named (BvRecord *record, const char *field)
{
  const char *mend = bv_record_get_text (record, "mend");
  g_auto (GStrv) names = g_strsplit (mend ? mend : "", " ", -1);

  return is_in_form (field) && (!*names || g_strv_contains ((const char *const *) names, field));
}

/* Programs break lines and trim texts in their own way. */
static gboolean
is_same (const char *a, const char *b)
{
  for (;; a++, b++) {
    a += strspn (a, " \t\r\n");
    b += strspn (b, " \t\r\n");
    if (*a != *b || !*a)
      return *a == *b;
  }
}

/* The first field that was changed although it was not named; %NULL when there is none. */
static const BvField *
find_changed (BvOffice *office, BvRecord *record, const BvTable *table, guint row)
{
  for (guint i = 0; bv_department_form_mending_fields[i]; i++) {
    const BvField *field = bv_kind_find_field (&bv_achievement_kind,
                                               bv_department_form_mending_fields[i]);
    g_autofree char *text = bv_office_display (office, record, field);

    if (!bv_department_form_mending_is_named (record, field->name)
        && !is_same (text, bv_table_get_own_cell (table, row, i)))
      return field;
  }
  return NULL;
}

static char *
dup_problem (BvOffice *office, BvRecord *record, const BvTable *table, guint row)
{
  guint line = bv_table_get_line (table, row);
  const BvField *changed;

  if (!record)
    return g_strdup_printf (_ ("Line %u: this achievement was deleted meanwhile. The row is left "
                               "out."),
                            line);
  if (!g_str_equal (bv_record_get_text (record, "status"), "returned"))
    return g_strdup_printf (_ ("Line %u: this achievement does not wait to be mended any more. The "
                               "row is left out."),
                            line);
  changed = find_changed (office, record, table, row);
  if (!changed)
    return NULL;
  return g_strdup_printf (_ ("Line %u: “%s” was not to be mended, and is not what stands in this "
                             "file. Send the department a new form."),
                          line,
                          bv_field_get_label (changed));
}

static gboolean
copy_heading (BvTable *kept, const BvTable *table, guint row, GError **error)
{
  if (!bv_table_add_row (kept, bv_table_get_line (table, row), FALSE, error))
    return FALSE;
  for (guint i = 0; bv_department_form_mending_fields[i]; i++)
    if (!bv_table_add_cell (
            kept, i, bv_table_get_own_cell (table, row, i), BV_TABLE_TEXT, BV_LEGACY_NONE, error))
      return FALSE;
  return TRUE;
}

/* What was not named comes from the record itself. */
static gboolean
copy_row (BvOffice *office,
          BvTable *kept,
          BvRecord *record,
          const BvTable *table,
          guint row,
          GError **error)
{
  if (!bv_table_add_row (kept, bv_table_get_line (table, row), FALSE, error))
    return FALSE;
  for (guint i = 0; bv_department_form_mending_fields[i]; i++) {
    const char *name = bv_department_form_mending_fields[i];
    gboolean named = bv_department_form_mending_is_named (record, name);
    g_autofree char *own = bv_office_display (
        office, record, bv_kind_find_field (&bv_achievement_kind, name));
    const char *text = named ? bv_table_get_own_cell (table, row, i) : own;
    BvTableType type = named ? bv_table_get_type_of (table, row, i) : BV_TABLE_TEXT;

    if (*text && !bv_table_add_cell (kept, i, text, type, BV_LEGACY_NONE, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
keep_row (BvOffice *office,
          BvTable *kept,
          const BvTable *table,
          guint row,
          gint64 id,
          GArray *ids,
          GPtrArray *problems,
          GError **error)
{
  g_autoptr (BvRecord) record = bv_office_load (office, &bv_achievement_kind, id, NULL);
  char *problem = dup_problem (office, record, table, row);

  if (problem) {
    g_ptr_array_add (problems, problem);
    return TRUE;
  }
  g_array_append_val (ids, id);
  return copy_row (office, kept, record, table, row, error);
}

BvTable *
bv_department_form_mending_keep (BvOffice *office,
                                 const BvTable *table,
                                 const char *printed,
                                 guint first_line,
                                 GArray *ids,
                                 GPtrArray *problems,
                                 GError **error)
{
  g_autoptr (BvTable) kept = bv_table_new (bv_table_get_name (table));
  g_auto (GStrv) words = g_strsplit (printed, " ", -1);
  guint n = g_strv_length (words);

  for (guint row = 0; row < bv_table_get_n_rows (table); row++) {
    guint line = bv_table_get_line (table, row);

    if (line + 1 == first_line && !copy_heading (kept, table, row, error))
      return NULL;
    if (line >= first_line && line - first_line < n
        && !keep_row (office,
                      kept,
                      table,
                      row,
                      g_ascii_strtoll (words[line - first_line], NULL, 10),
                      ids,
                      problems,
                      error))
      return NULL;
  }
  bv_table_seal (kept);
  return g_steal_pointer (&kept);
}

static gboolean
send_again (BvOffice *office, gint64 id, GError **error)
{
  g_autoptr (BvRecord) record = bv_office_load (office, &bv_achievement_kind, id, error);

  if (!record)
    return FALSE;
  bv_record_set_text (record, "status", "waiting");
  bv_record_set_null (record, "mend");
  bv_record_set_null (record, "verified_by");
  bv_record_set_null (record, "verified_on");
  return bv_office_save (office, record, error);
}

gboolean
bv_department_form_mending_send (BvOffice *office,
                                 const BvImport *import,
                                 GArray *ids,
                                 GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (bv_import_get_verdict (import, i, NULL) == BV_IMPORT_UPDATE
        && !send_again (office, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}
