/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database from its user_version to the newest, one numbered step after the other. */
#include "config.h"

#include "bv-error.h"
#include "bv-migration.h"

#include <glib/gi18n-lib.h>

int
bv_migration_get_version (BvDatabase *database, GError **error)
{
  gint64 version;

  if (!bv_database_query_integer (database, "PRAGMA user_version", &version, error))
    return -1;
  return (int) version;
}

static gboolean
run_steps (
    BvDatabase *database, const char *const *steps, guint from, guint n_steps, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u", n_steps);

  for (guint i = from; i < n_steps; i++)
    if (!bv_database_exec (database, steps[i], error))
      return FALSE;
  return bv_database_exec (database, stamp, error);
}

gboolean
bv_migration_run (BvDatabase *database, const char *const *steps, guint n_steps, GError **error)
{
  int version = bv_migration_get_version (database, error);
  g_autofree char *name = NULL;

  if (version < 0)
    return FALSE;
  if (version > (int) n_steps) {
    name = g_filename_display_basename (bv_database_get_path (database));
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NEWER,
                 _ ("“%s” was made by a newer version of the program. Update the program on this "
                    "computer, then open the file again."),
                 name);
    return FALSE;
  }
  if (version == (int) n_steps)
    return TRUE;
  if (!bv_database_begin (database, error))
    return FALSE;
  if (run_steps (database, steps, (guint) version, n_steps, error)
      && bv_database_commit (database, error))
    return TRUE;
  bv_database_rollback (database);
  return FALSE;
}
