/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Throwing out evidence that nothing can bring back any more. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-changeset.h"
#include "bv-database-stopping.h"
#include "bv-error.h"
#include "bv-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was done can be undone, or its deleted rows brought back, under whatever schema; what was
 * undone can be redone. Only steps that another one took the place of are gone for good. */
static const char steps_sql[] = "SELECT changeset FROM history WHERE state IN (0, 1)"
                                " AND tables LIKE '% attachment %'";
static const char unnamed_sql[]
    = "SELECT id, sha256, length (data) + (SELECT ifnull (sum (length (data)), 0)"
      " FROM content_piece WHERE content_id = content.id)"
      " FROM content WHERE sha256 NOT IN (SELECT sha256 FROM attachment)";
static const char lost_size_sql[] = "SELECT ifnull (sum (length (data)), 0) FROM content_piece"
                                    " WHERE content_id NOT IN (SELECT id FROM content)";
static const char drop_lost_sql[]
    = "DELETE FROM content_piece WHERE content_id NOT IN (SELECT id FROM content)";
static const char room_sql[]
    = "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size";
static const char size_sql[]
    = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

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

static GHashTable *
list_needed (BvDatabase *database, GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Needed needed = { .named = named };

  if (!find_column (database, &needed.column, error) || !note_steps (database, &needed, error))
    return NULL;
  return g_steal_pointer (&named);
}

/* The ids of contents that can go. */
static GArray *
list_spare (BvDatabase *database, BvAttachmentSpare *spare, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) needed = list_needed (database, error);
  g_autoptr (BvStatement) unnamed = needed ? bv_database_prepare (database, unnamed_sql, error)
                                           : NULL;
  BvStep step;

  if (!unnamed)
    return NULL;
  while ((step = bv_statement_step (unnamed, error)) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (unnamed, 0);
    gint64 size = bv_statement_get_integer (unnamed, 2);

    if (g_hash_table_contains (needed, bv_statement_get_text (unnamed, 1))) {
      spare->kept += size;
      continue;
    }
    spare->freed += size;
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

static gboolean
remove_spare (BvDatabase *database, GError **error)
{
  BvAttachmentSpare spare = { 0 };
  g_autoptr (GArray) ids = list_spare (database, &spare, error);

  /* With the contents their pieces are lost. */
  return ids && remove_contents (database, ids, error)
         && bv_database_exec (database, drop_lost_sql, error);
}

static gboolean
purge (BvDatabase *database, GError **error)
{
  if (!bv_database_begin (database, error))
    return FALSE;
  if (remove_spare (database, error) && bv_database_commit (database, error))
    return bv_database_exec (database, "VACUUM", error);
  bv_database_rollback (database);
  return FALSE;
}

gboolean
bv_attachment_purge_measure (BvOffice *office, BvAttachmentSpare *spare, GError **error)
{
  BvDatabase *database = bv_office_get_database (office);
  g_autoptr (GArray) ids = NULL;
  gint64 room = 0;
  gint64 lost = 0;

  *spare = (BvAttachmentSpare){ 0 };
  ids = list_spare (database, spare, error);
  if (!ids || !bv_database_query_integer (database, room_sql, &room, error)
      || !bv_database_query_integer (database, lost_size_sql, &lost, error))
    return FALSE;
  spare->freed += room + lost;
  return TRUE;
}

static gint64
purge_measured (BvDatabase *database, GError **error)
{
  gint64 before = 0;
  gint64 after = 0;

  if (!bv_database_query_integer (database, size_sql, &before, error) || !purge (database, error))
    return -1;
  bv_database_stopping_watch (database, NULL); /* what is done is told, whoever stopped it late */
  if (!bv_database_query_integer (database, size_sql, &after, error))
    return -1;
  return MAX (before - after, 0);
}

gint64
bv_attachment_purge (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvDatabase) database = bv_database_open (path, BV_DATABASE_READ_WRITE, error);

  if (!database)
    return -1;
  bv_database_stopping_watch (database, cancellable);
  return purge_measured (database, error);
}
