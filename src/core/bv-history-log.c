/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the history: the list of steps, and what each changed, in sentences. */
#include "config.h"

#include "bv-catalogue.h"
#include "bv-error.h"
#include "bv-history-private.h"
#include "bv-record.h"
#include "bv-schema.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* Long texts are cut in the log. */
#define LONGEST_VALUE 80

GArray *
bv_history_list_steps (BvHistory *self,
                       const char *actor,
                       const char *table,
                       const char *from,
                       const char *to,
                       GError **error)
{
  g_autofree char *word = table ? g_strdup_printf (" %s ", table) : NULL;
  g_autoptr (BvStatement) statement = bv_database_prepare (
      _bv_history_get_database (self),
      "SELECT id FROM history WHERE (?1 IS NULL OR actor = ?1)"
      " AND (?2 IS NULL OR instr (tables, ?2) > 0)"
      " AND (?3 IS NULL OR at >= ?3) AND (?4 IS NULL OR substr (at, 1, 10) <= ?4)"
      " ORDER BY id DESC",
      error);

  if (!statement)
    return NULL;
  bv_statement_bind_text (statement, 1, actor);
  bv_statement_bind_text (statement, 2, word);
  bv_statement_bind_text (statement, 3, from);
  bv_statement_bind_text (statement, 4, to);
  return bv_store_collect_ids (statement, error);
}

BvHistoryStep *
bv_history_load_step (BvHistory *self, gint64 step_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      _bv_history_get_database (self),
      "SELECT at, actor, title, n_rows, state FROM history WHERE id = ?1",
      error);
  BvHistoryStep *step;
  BvStep got;

  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, step_id);
  got = bv_statement_step (statement, error);
  if (got == BV_STEP_DONE)
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("This step is no longer in the log."));
  if (got != BV_STEP_ROW)
    return NULL;
  step = g_new0 (BvHistoryStep, 1);
  step->id = step_id;
  step->at = g_strdup (bv_statement_get_text (statement, 0));
  step->actor = g_strdup (bv_statement_get_text (statement, 1));
  step->title = g_strdup (bv_statement_get_text (statement, 2));
  step->n_rows = (guint) bv_statement_get_integer (statement, 3);
  step->state = (BvStepState) bv_statement_get_integer (statement, 4);
  return step;
}

typedef struct
{
  BvHistory *history;
  GPtrArray *lines;
  guint max_lines;
  GHashTable *columns; /* BvKind -> strv of its table's columns */
} Description;

static char **
get_columns (Description *description, const BvKind *kind)
{
  char **columns = g_hash_table_lookup (description->columns, kind);

  if (!columns) {
    columns = bv_schema_load_columns (
        _bv_history_get_database (description->history), kind->table, NULL);
    g_hash_table_insert (description->columns, (gpointer) kind, columns);
  }
  return columns;
}

/* A record with the values that the changeset tells; enough to name and show them. */
static BvRecord *
make_record (const BvRowChange *row, const BvKind *kind, char **columns, const BvValue *values)
{
  BvRecord *record = bv_record_new (kind);

  bv_record_set_id (record, row->id);
  for (guint i = 0; i < row->n_columns && columns && columns[i]; i++)
    if (row->told[i] && bv_kind_find_field (kind, columns[i]))
      bv_record_set_value (record, columns[i], &values[i]);
  return record;
}

static char *
show (Description *description, BvRecord *record, const BvField *field)
{
  g_autofree char *text = bv_office_display (
      _bv_history_get_office (description->history), record, field);

  g_strdelimit (text, "\n", ' ');
  if (*text == '\0')
    return g_strdup (_ ("(blank)"));
  if (g_utf8_strlen (text, -1) > LONGEST_VALUE) {
    g_autofree char *head = g_utf8_substring (text, 0, LONGEST_VALUE);
    return g_strconcat (head, "…", NULL);
  }
  return g_steal_pointer (&text);
}

/* The row's name now, or as it was when it has gone. */
static char *
name_row (Description *description, const BvKind *kind, BvRecord *known)
{
  const char *name = bv_office_get_name (
      _bv_history_get_office (description->history), kind, bv_record_get_id (known));

  if (*name)
    return g_strdup (name);
  return show (description, known, bv_kind_find_field (kind, kind->name_field));
}

static void
add_line (Description *description, char *line)
{
  if (description->lines->len < description->max_lines)
    g_ptr_array_add (description->lines, line);
  else
    g_free (line);
}

static void
describe_update (Description *description,
                 const BvRowChange *row,
                 const BvKind *kind,
                 char **columns)
{
  g_autoptr (BvRecord) before = make_record (row, kind, columns, row->old_values);
  g_autoptr (BvRecord) after = make_record (row, kind, columns, row->new_values);
  g_autofree char *name = name_row (description, kind, after);

  for (guint i = 1; i < row->n_columns && columns && columns[i]; i++) {
    const BvField *field = row->told[i] ? bv_kind_find_field (kind, columns[i]) : NULL;
    g_autofree char *was = NULL;
    g_autofree char *is = NULL;
    if (!field)
      continue;
    was = show (description, before, field);
    is = show (description, after, field);
    add_line (description,
              g_strdup_printf ("%s · %s: %s → %s", name, bv_field_get_label (field), was, is));
  }
}

static gboolean
describe_row (const BvRowChange *row, gpointer data)
{
  Description *description = data;
  const BvKind *kind = bv_catalogue_find (row->table);
  char **columns = kind ? get_columns (description, kind) : NULL;
  g_autoptr (BvRecord) known = NULL;
  g_autofree char *name = NULL;

  if (!kind)
    return TRUE;
  if (row->type == BV_CHANGE_UPDATE) {
    describe_update (description, row, kind, columns);
  } else {
    known = make_record (
        row, kind, columns, row->type == BV_CHANGE_INSERT ? row->new_values : row->old_values);
    name = name_row (description, kind, known);
    add_line (description,
              g_strdup_printf (row->type == BV_CHANGE_INSERT ? _ ("%s · added (%s)")
                                                             : _ ("%s · deleted (%s)"),
                               name,
                               bv_kind_get_label (kind)));
  }
  return description->lines->len < description->max_lines;
}

char **
bv_history_describe_step (BvHistory *self, gint64 step_id, guint max_lines, GError **error)
{
  g_autoptr (GBytes) changeset = _bv_history_load_changeset (self, step_id, NULL, error);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (
      g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_strfreev);
  Description description = { self, NULL, max_lines, columns };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  description.lines = lines;
  if (!changeset || !bv_changeset_foreach (changeset, FALSE, describe_row, &description, error))
    return NULL;
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}
