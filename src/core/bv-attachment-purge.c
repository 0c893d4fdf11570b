/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Throwing out evidence that no row and no undoable step names any more. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-changeset.h"
#include "bv-error.h"
#include "bv-schema.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Steps that can still be undone or redone; those of an older schema cannot. */
static const char steps_sql[]
    = "SELECT changeset FROM history WHERE state IN (0, 1) AND schema = ?1"
      " AND tables LIKE '% attachment %'";
static const char unnamed_sql[]
    = "SELECT id, sha256 FROM content WHERE sha256 NOT IN (SELECT sha256 FROM attachment)";

/* Contents that steps of the history speak of. */
typedef struct
{
  guint column; /* of sha256 in the table attachment */
  GHashTable *named;
} Needed;

static void
note (Needed *needed, const BvValue *value)
{
  if (value->type == BV_VALUE_TEXT)
    g_hash_table_add (needed->named, g_strdup (value->text));
}

static gboolean
note_row_cb (const BvRowChange *change, gpointer data)
{
  Needed *needed = data;

  if (g_str_equal (change->table, "attachment") && needed->column < change->n_columns) {
    note (needed, &change->old_values[needed->column]);
    note (needed, &change->new_values[needed->column]);
  }
  return TRUE;
}

static gboolean
find_column (BvDatabase *database, guint *column, GError **error)
{
  g_auto (GStrv) names = bv_schema_load_columns (database, "attachment", error);

  for (*column = 0; names && names[*column]; (*column)++)
    if (g_str_equal (names[*column], "sha256"))
      break;
  return names != NULL;
}

static gboolean
note_steps (BvDatabase *database, Needed *needed, GError **error)
{
  g_autoptr (BvStatement) steps = bv_database_prepare (database, steps_sql, error);
  BvStep step;

  if (!steps)
    return FALSE;
  bv_statement_bind_integer (steps, 1, bv_schema_get_version ());
  while ((step = bv_statement_step (steps, error)) == BV_STEP_ROW) {
    g_autoptr (GBytes) changeset = bv_statement_dup_blob (steps, 0);

    if (!changeset) {
      g_set_error_literal (error,
                           BV_ERROR,
                           BV_ERROR_DAMAGED,
                           _ ("What this step changed can no longer be read. The file is damaged; "
                              "open the latest backup."));
      return FALSE;
    }
    if (!bv_changeset_foreach (changeset, FALSE, note_row_cb, needed, error))
      return FALSE;
  }
  return step == BV_STEP_DONE;
}

static GArray *
list_unneeded (BvDatabase *database, GHashTable *named, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvStatement) unnamed = bv_database_prepare (database, unnamed_sql, error);
  BvStep step;

  if (!unnamed)
    return NULL;
  while ((step = bv_statement_step (unnamed, error)) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (unnamed, 0);

    if (!g_hash_table_contains (named, bv_statement_get_text (unnamed, 1)))
      g_array_append_val (ids, id);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
remove_contents (BvDatabase *database, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvStatement) remove = bv_database_prepare (
        database, "DELETE FROM content WHERE id = ?1", error);

    if (!remove)
      return FALSE;
    bv_statement_bind_integer (remove, 1, g_array_index (ids, gint64, i));
    if (!bv_statement_run (remove, error))
      return FALSE;
  }
  return TRUE;
}

static gint64
purge (BvDatabase *database, GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Needed needed = { .named = named };
  g_autoptr (GArray) ids = NULL;

  if (!find_column (database, &needed.column, error) || !note_steps (database, &needed, error))
    return -1;
  ids = list_unneeded (database, named, error);
  if (!ids || !remove_contents (database, ids, error))
    return -1;
  return ids->len;
}

gint64
bv_attachment_purge (BvOffice *office, GError **error)
{
  BvDatabase *database = bv_office_get_database (office);
  g_autoptr (GError) full = NULL;
  gint64 n;

  g_return_val_if_fail (!bv_database_in_transaction (database), -1);
  if (!bv_database_begin (database, error))
    return -1;
  n = purge (database, error);
  if (n <= 0 || !bv_database_commit (database, error)) {
    bv_database_rollback (database);
    return n == 0 ? 0 : -1;
  }
  /* The file gets smaller only now; without room for that it stays as large as it was. */
  if (!bv_database_exec (database, "VACUUM", &full))
    g_info ("not made smaller: %s", full->message);
  return n;
}
