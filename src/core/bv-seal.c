/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sealed session of the council refuses, whichever way a change comes. */
#include "config.h"

#include "bv-seal.h"

#include "bv-changeset.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-schema.h"

#include <glib/gi18n-lib.h>

static const char *const tables[] = { "session", "attendance", "recusal", "ballot", "tally", NULL };

static const char *const session_of_sql[] = {
  "SELECT id FROM session WHERE id = ?1",         "SELECT session_id FROM attendance WHERE id = ?1",
  "SELECT session_id FROM recusal WHERE id = ?1", "SELECT session_id FROM ballot WHERE id = ?1",
  "SELECT session_id FROM tally WHERE id = ?1",
};
static const char title_sql[] = "SELECT title, status = 'sealed' FROM session WHERE id = ?1";

typedef struct
{
  BvDatabase *database;
  GHashTable *turned;  /* ids of sessions that this step seals or opens with a reason */
  GHashTable *touched; /* ids of sessions that this step changes */
  GHashTable *forced;  /* ids of sessions that it opens without a reason or removes */
} Looking;

static void
add_id (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static int
find_table (const char *table)
{
  for (int i = 0; tables[i]; i++)
    if (g_str_equal (tables[i], table))
      return i;
  return -1;
}

/* The value of @column as it was or became; NULL where the changeset says nothing. */
static const BvValue *
get_value (const Looking *looking, const BvRowChange *change, const char *column, gboolean old)
{
  g_auto (GStrv) columns = bv_schema_load_columns (looking->database, change->table, NULL);

  for (guint i = 0; columns && columns[i] && i < change->n_columns; i++)
    if (g_str_equal (columns[i], column) && (i == 0 || change->told[i]))
      return old ? &change->old_values[i] : &change->new_values[i];
  return NULL;
}

static gboolean
is_text (const BvValue *value, const char *text)
{
  return value && value->type == BV_VALUE_TEXT && g_str_equal (value->text, text);
}

static void
look_at_session (Looking *looking, const BvRowChange *change)
{
  const BvValue *before = get_value (looking, change, "status", TRUE);
  const BvValue *after = get_value (looking, change, "status", FALSE);
  const BvValue *reason = get_value (looking, change, "reopen_reason", FALSE);

  if (change->type == BV_CHANGE_DELETE && is_text (before, "sealed"))
    add_id (looking->forced, change->id);
  if (change->type != BV_CHANGE_UPDATE)
    return;
  add_id (looking->touched, change->id);
  if (is_text (after, "sealed") && !is_text (before, "sealed"))
    add_id (looking->turned, change->id);
  else if (is_text (before, "sealed") && after && reason && reason->type == BV_VALUE_TEXT)
    add_id (looking->turned, change->id);
  else if (is_text (before, "sealed") && after)
    add_id (looking->forced, change->id);
}

static gint64
find_session (Looking *looking, int table, const BvRowChange *change)
{
  const BvValue *told = get_value (looking, change, "session_id", change->type == BV_CHANGE_DELETE);
  g_autoptr (BvStatement) find = NULL;

  if (told && told->type == BV_VALUE_INTEGER)
    return told->integer;
  find = bv_database_prepare (looking->database, session_of_sql[table], NULL);
  if (!find)
    return 0;
  bv_statement_bind_integer (find, 1, change->id);
  return bv_statement_step (find, NULL) == BV_STEP_ROW ? bv_statement_get_integer (find, 0) : 0;
}

static gboolean
look_cb (const BvRowChange *change, gpointer data)
{
  Looking *looking = data;
  int table = find_table (change->table);

  if (table == 0)
    look_at_session (looking, change);
  else if (table > 0)
    add_id (looking->touched, find_session (looking, table, change));
  return TRUE;
}

static gboolean
refuse (const char *title, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_CONFLICT,
               _ ("The session “%s” is sealed. Open it again first, with a reason, under “Sessions "
                  "and votes”."),
               title);
  return FALSE;
}

static gboolean
check_session (Looking *looking, gint64 id, GError **error)
{
  g_autoptr (BvStatement) find = NULL;
  BvStep step;
  gboolean forced = g_hash_table_contains (looking->forced, &id);

  if (g_hash_table_contains (looking->turned, &id))
    return TRUE;
  find = bv_database_prepare (looking->database, title_sql, error);
  if (!find)
    return FALSE;
  bv_statement_bind_integer (find, 1, id);
  step = bv_statement_step (find, error);
  if (step == BV_STEP_ROW && (forced || bv_statement_get_integer (find, 1)))
    return refuse (bv_statement_get_text (find, 0), error);
  if (step == BV_STEP_DONE && forced)
    return refuse ("…", error);
  return step != BV_STEP_FAILED;
}

static gboolean
check_all (Looking *looking, GHashTable *ids, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!check_session (looking, *(gint64 *) id, error))
      return FALSE;
  return TRUE;
}

static gboolean
concerns_sessions (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = g_ptr_array_index (changes, i);
    if (find_table (change->kind->table) >= 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
bv_seal_check (
    BvDatabase *database, GPtrArray *changes, GBytes *changeset, gboolean inverted, GError **error)
{
  g_autoptr (GHashTable) turned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) touched = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) forced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Looking looking = { database, turned, touched, forced };

  if (!concerns_sessions (changes))
    return TRUE;
  return bv_changeset_foreach (changeset, inverted, look_cb, &looking, error)
         && check_all (&looking, forced, error) && check_all (&looking, touched, error);
}
