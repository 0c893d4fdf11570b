/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is this file whole? Integrity, foreign keys, schema against catalogue, search index. */
#include "config.h"

#include "bv-check.h"

#include "bv-catalogue.h"
#include "bv-changeset.h"
#include "bv-error.h"
#include "bv-schema.h"
#include "bv-search-text.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* More of one sort only make a person tired. */
#define MOST_OF_A_SORT 20

typedef struct
{
  BvOffice *office;
  BvDatabase *database;
  GCancellable *cancellable;
  GPtrArray *findings;
} Check;

/* Looks for one sort of fault; %FALSE with @error when it cannot look. */
typedef gboolean (*CheckFunc) (Check *check, GError **error);

static void report (Check *check, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
report (Check *check, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (check->findings, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
go_on (Check *check, GError **error)
{
  if (!g_cancellable_is_cancelled (check->cancellable))
    return TRUE;
  g_set_error_literal (error, BV_ERROR, BV_ERROR_CANCELLED, _ ("Stopped."));
  return FALSE;
}

static gboolean
count (Check *check, const char *sql, guint *n, GError **error)
{
  gint64 value = 0;

  if (!bv_database_query_integer (check->database, sql, &value, error))
    return FALSE;
  *n = (guint) value;
  return TRUE;
}

/* The pages of the file */

static gboolean
check_integrity (Check *check, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      check->database, "PRAGMA integrity_check (100)", error);
  guint n = 0;
  BvStep step;

  if (!rows)
    return FALSE;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    const char *verdict = bv_statement_get_text (rows, 0);

    if (g_strcmp0 (verdict, "ok") == 0)
      continue;
    g_info ("integrity: %s", verdict);
    n++;
  }
  if (n > 0)
    report (check,
            ngettext ("The file is damaged in %u place. Go on with the newest backup.",
                      "The file is damaged in %u places. Go on with the newest backup.",
                      n),
            n);
  return step == BV_STEP_DONE;
}

/* Rows that point to nothing */

static void
report_orphan (Check *check, const char *table, gint64 id, const char *parent)
{
  const BvKind *kind = bv_catalogue_find (table);
  const BvKind *missing = bv_catalogue_find (parent);
  const char *name = kind ? bv_office_get_name (check->office, kind, id) : "";

  report (check,
          _ ("%s “%s” refers to a %s that is not there."),
          kind ? bv_kind_get_label (kind) : table,
          name,
          missing ? bv_kind_get_label (missing) : parent);
}

static gboolean
check_references (Check *check, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      check->database, "PRAGMA foreign_key_check", error);
  guint n = 0;
  BvStep step;

  if (!rows)
    return FALSE;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    if (n++ < MOST_OF_A_SORT)
      report_orphan (check,
                     bv_statement_get_text (rows, 0),
                     bv_statement_get_integer (rows, 1),
                     bv_statement_get_text (rows, 2));
  if (n > MOST_OF_A_SORT)
    report (check,
            ngettext ("%u more row refers to something that is not there.",
                      "%u more rows refer to something that is not there.",
                      n - MOST_OF_A_SORT),
            n - MOST_OF_A_SORT);
  return step == BV_STEP_DONE;
}

static gboolean
check_subjects (Check *check, GError **error)
{
  static const char sql[] = "SELECT count(*) FROM subject WHERE"
                            " (kind = 'person' AND id NOT IN (SELECT id FROM person))"
                            " OR (kind = 'department' AND id NOT IN (SELECT id FROM department))";
  guint n;

  if (!count (check, sql, &n, error))
    return FALSE;
  if (n > 0)
    report (check,
            ngettext ("%u subject is neither a person nor a department.",
                      "%u subjects are neither persons nor departments.",
                      n),
            n);
  return TRUE;
}

/* The tables against what the program knows of them */

static gboolean
check_tables (Check *check, GError **error)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  for (guint i = 0; kinds[i]; i++) {
    g_auto (GStrv) columns = bv_schema_load_columns (check->database, kinds[i]->table, error);

    if (!columns)
      return FALSE;
    for (guint j = 0; j < kinds[i]->n_fields; j++) {
      const BvField *field = &kinds[i]->fields[j];

      if (!g_strv_contains ((const char *const *) columns, field->name))
        report (check,
                _ ("The list “%s” has no room for “%s”. The file was changed by another program."),
                bv_kind_get_plural (kinds[i]),
                bv_field_get_label (field));
    }
  }
  return TRUE;
}

/* Evidence */

static gboolean
check_contents (Check *check, GError **error)
{
  static const char sql[]
      = "SELECT count(*) FROM attachment LEFT JOIN content USING (sha256)"
        " WHERE content.id IS NULL OR attachment.size <> length (content.data) + (SELECT"
        " ifnull (sum (length (data)), 0) FROM content_piece"
        " WHERE content_id = content.id)";
  guint n;

  if (!count (check, sql, &n, error))
    return FALSE;
  if (n > 0)
    report (check,
            ngettext ("%u attached file has lost its content. Look for it in a backup.",
                      "%u attached files have lost their content. Look for them in a backup.",
                      n),
            n);
  return TRUE;
}

/* The history */

static gboolean
count_row_cb (const BvRowChange *change, gpointer data)
{
  return TRUE;
}

static gboolean
check_history (Check *check, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      check->database, "SELECT title, changeset FROM history ORDER BY id", error);
  BvStep step;

  if (!rows)
    return FALSE;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    g_autoptr (GBytes) changeset = bv_statement_dup_blob (rows, 1);

    if (!go_on (check, error))
      return FALSE;
    if (!changeset || !bv_changeset_foreach (changeset, FALSE, count_row_cb, NULL, NULL))
      report (check,
              _ ("The step “%s” of the history cannot be read and cannot be undone."),
              bv_statement_get_text (rows, 0));
  }
  return step == BV_STEP_DONE;
}

/* The search index */

static gboolean
is_indexed (BvStatement *find, gint64 id, const char *expected)
{
  gboolean same;

  bv_statement_bind_integer (find, 1, id);
  same = bv_statement_step (find, NULL) == BV_STEP_ROW
         && g_strcmp0 (bv_statement_get_text (find, 0), expected) == 0;
  bv_statement_reset (find);
  return same;
}

/* How many rows of @kind there are, and how many of them the index does not know as they are. */
static gboolean
compare_index (Check *check, const BvKind *kind, gint64 *n_rows, guint *n_wrong, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id", kind->table);
  g_autoptr (GArray) ids = bv_store_select_ids (check->database, sql, error);
  g_autoptr (BvStatement) find = bv_database_prepare (
      check->database, "SELECT text FROM search WHERE rowid = ?1", error);
  g_autoptr (BvSearchText) texts = bv_search_text_new (check->office);

  for (guint i = 0; ids && find && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (GError) local = NULL;
    g_autofree char *expected = bv_search_text_read (texts, kind, id, &local);

    if (local || !go_on (check, &local)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    *n_wrong += expected && !is_indexed (find, id, expected);
  }
  if (ids)
    *n_rows += ids->len;
  return ids && find;
}

static gboolean
check_search (Check *check, GError **error)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();
  guint n_wrong = 0;
  gint64 n_rows = 0;
  gint64 n_indexed = 0;

  for (guint i = 0; kinds[i]; i++)
    if (bv_kind_is_searched (kinds[i])
        && !compare_index (check, kinds[i], &n_rows, &n_wrong, error))
      return FALSE;
  if (!bv_database_query_integer (
          check->database, "SELECT count(*) FROM search", &n_indexed, error))
    return FALSE;
  if (n_wrong > 0 || n_indexed != n_rows)
    report (check, _ ("The search index does not fit the contents: some rows may not be found."));
  return TRUE;
}

GPtrArray *
bv_check_run (BvOffice *office, GCancellable *cancellable, GError **error)
{
  static const CheckFunc checks[] = {
    check_integrity, check_tables,  check_references, check_subjects,
    check_contents,  check_history, check_search,
  };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  Check check = { office, bv_office_get_database (office), cancellable, findings };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++) {
    g_autoptr (GError) local = NULL;

    if (!go_on (&check, error))
      return NULL;
    if (checks[i](&check, &local))
      continue;
    /* A damaged page stops one look, not the others; the sentence is a finding. */
    if (!g_error_matches (local, BV_ERROR, BV_ERROR_DAMAGED)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
    if (findings->len == 0)
      g_ptr_array_add (findings, g_strdup (local->message));
  }
  return g_steal_pointer (&findings);
}
