/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to an office file before anybody sees its contents. */
#include "config.h"

#include "bv-office-file.h"

#include "bv-collate.h"
#include "bv-date.h"
#include "bv-error.h"
#include "bv-migration.h"
#include "bv-office.h"
#include "bv-schema.h"
#include "bv-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* The SQLite header: magic, user_version and application_id, big-endian (sqlite.org/fileformat2).
 */
#define HEADER_SIZE 100
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68
static const char magic[16] = "SQLite format 3";

/* 20 bits of file number above 32 bits of counter: ids stay below 2^53 and are exact in Excel and
 * JSON. */
#define FILE_NUMBERS (1 << 20)

static guint32
read_word (const guint8 *header, gsize offset)
{
  guint32 word;

  memcpy (&word, header + offset, sizeof word);
  return GUINT32_FROM_BE (word);
}

static gboolean
check_header (const char *name, const guint8 *header, gsize length, GError **error)
{
  if (length < HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0) {
    g_set_error (
        error,
        BV_ERROR,
        BV_ERROR_NOT_OFFICE,
        _ ("“%s” is not an office file of Bảng Vàng. Choose a file that the program has made."),
        name);
    return FALSE;
  }
  if (read_word (header, APPLICATION_ID_OFFSET) != BV_OFFICE_APPLICATION_ID) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_OFFICE,
                 _ ("“%s” is a database of another program, not an office file of Bảng Vàng."),
                 name);
    return FALSE;
  }
  if (read_word (header, USER_VERSION_OFFSET) > (guint32) bv_schema_get_version ()) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NEWER,
                 _ ("“%s” was made by a newer version of Bảng Vàng. Update the program on this "
                    "computer, then open "
                    "the file again."),
                 name);
    return FALSE;
  }
  return TRUE;
}

static FILE *
open_for_reading (const char *path, const char *name, GError **error)
{
  FILE *file = g_fopen (path, "rbe");

  if (file)
    return file;
  if (errno == ENOENT)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("“%s” is not there any more. It may have been moved or renamed, or the drive "
                    "is not connected."),
                 name);
  else
    g_set_error (
        error, BV_ERROR, BV_ERROR_FAILED, _ ("“%s” cannot be read: %s."), name, g_strerror (errno));
  return NULL;
}

gboolean
bv_office_file_probe (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  g_autofree char *name = g_filename_display_basename (path);
  FILE *file = open_for_reading (path, name, error);
  gsize length;

  if (!file)
    return FALSE;
  length = fread (header, 1, sizeof header, file);
  fclose (file);
  return check_header (name, header, length, error);
}

/* A file that was not closed cleanly is looked through before it is shown. */
static gboolean
check_unclean (BvDatabase *database, GError **error)
{
  gint64 clean = 0;
  g_autofree char *verdict = NULL;
  g_autofree char *name = NULL;

  if (!bv_database_query_integer (database, "SELECT clean FROM file", &clean, error))
    return FALSE;
  if (clean)
    return TRUE;
  verdict = bv_database_query_text (database, "PRAGMA quick_check (1)", error);
  if (!verdict)
    return FALSE;
  if (g_str_equal (verdict, "ok"))
    return TRUE;
  g_info ("quick_check of %s: %s", bv_database_get_path (database), verdict);
  name = g_filename_display_basename (bv_database_get_path (database));
  g_set_error (
      error,
      BV_ERROR,
      BV_ERROR_DAMAGED,
      _ ("“%s” is damaged. Nothing was changed in it. Open the latest backup copy instead."),
      name);
  return FALSE;
}

static gboolean
copy_beside (BvDatabase *database, int version, GError **error)
{
  g_autofree char *day = bv_date_today ();
  g_autofree char *copy = g_strdup_printf (
      "%s.v%d-%s", bv_database_get_path (database), version, day);
  g_autoptr (BvDatabase) opened = NULL;
  g_autofree char *verdict = NULL;

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    g_remove (copy);
  if (!bv_database_backup (database, copy, NULL, NULL, NULL, error))
    return FALSE;
  opened = bv_database_open (copy, BV_DATABASE_READ_ONLY, error);
  verdict = opened ? bv_database_query_text (opened, "PRAGMA quick_check (1)", error) : NULL;
  return verdict && g_str_equal (verdict, "ok");
}

static gboolean
migrate (BvDatabase *database, GError **error)
{
  guint n_steps;
  const char *const *steps = bv_schema_get_steps (&n_steps);
  int version = bv_migration_get_version (database, error);

  if (version < 0)
    return FALSE;
  if ((guint) version == n_steps)
    return TRUE;
  return copy_beside (database, version, error)
         && bv_migration_run (database, steps, n_steps, error);
}

/* Sort keys of another collator would not sort among new ones; changesets hold old keys, so undo
 * ends here. */
static gboolean
renew_keys (BvDatabase *database, GError **error)
{
  g_autofree char *collation = bv_database_query_text (
      database, "SELECT collation FROM file", error);
  g_autofree char *quoted = NULL;

  if (!collation)
    return FALSE;
  if (g_str_equal (collation, bv_collate_version ()))
    return TRUE;
  quoted = g_strdup_printf ("UPDATE file SET collation = '%s'; UPDATE history SET schema = 0;",
                            bv_collate_version ());
  if (!bv_database_begin (database, error))
    return FALSE;
  if (bv_store_rebuild_keys (database, error) && bv_database_exec (database, quoted, error)
      && bv_database_commit (database, error))
    return TRUE;
  bv_database_rollback (database);
  return FALSE;
}

gboolean
bv_office_file_prepare (BvDatabase *database, GError **error)
{
  return check_unclean (database, error) && migrate (database, error)
         && renew_keys (database, error)
         && bv_database_exec (database, "UPDATE file SET clean = 0", error);
}

gboolean
bv_office_file_mark_clean (BvDatabase *database, GError **error)
{
  return bv_database_exec (database, "PRAGMA optimize; UPDATE file SET clean = 1", error);
}

static gboolean
insert_file_row (BvDatabase *database, GError **error)
{
  g_autofree char *now = bv_date_now ();
  g_autoptr (BvStatement) statement = bv_database_prepare (
      database,
      "INSERT INTO file (id, file_number, next_number, collation, clean, created_at)"
      " VALUES (1, ?1, 1, ?2, 0, ?3)",
      error);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, g_random_int_range (1, FILE_NUMBERS));
  bv_statement_bind_text (statement, 2, bv_collate_version ());
  bv_statement_bind_text (statement, 3, now);
  return bv_statement_run (statement, error);
}

gboolean
bv_office_file_found (BvDatabase *database, GError **error)
{
  guint n_steps;
  const char *const *steps = bv_schema_get_steps (&n_steps);
  g_autofree char *identity = g_strdup_printf ("PRAGMA application_id = %d",
                                               BV_OFFICE_APPLICATION_ID);

  return bv_database_exec (database, identity, error)
         && bv_migration_run (database, steps, n_steps, error)
         && bv_database_begin (database, error) && insert_file_row (database, error)
         && bv_database_exec (database, bv_schema_get_award_forms (), error)
         && bv_store_rebuild_keys (database, error) && bv_database_commit (database, error);
}
