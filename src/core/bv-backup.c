/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verified copies of the office file in the user's data folder, kept in generations. */
#include "config.h"

#include "bv-backup.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define KEPT_DAYS 7
#define KEPT_WEEKS 4
#define KEPT_MONTHS 12
/* A day on which much is imported and merged does not fill the disk. */
#define KEPT_TODAY 10
#define DATE_LENGTH 10

/* One copy */

static gboolean
set_unlike (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error,
               BV_ERROR,
               BV_ERROR_FAILED,
               _ ("The copy “%s” is not like the file and was thrown away. Check the disk it goes "
                  "to, or choose another."),
               name);
  return FALSE;
}

static gboolean
count_alike (BvDatabase *source, BvDatabase *copy, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  gint64 expected = 0;
  gint64 found = 0;

  if (!bv_database_query_integer (source, sql, &expected, error)
      || !bv_database_query_integer (copy, sql, &found, error))
    return FALSE;
  return expected == found || set_unlike (bv_database_get_path (copy), error);
}

static gboolean
verify (BvDatabase *source, BvDatabase *copy, GError **error)
{
  static const char *const untracked[] = { "file", "history", "content", "content_piece", NULL };
  const char *const *const lists[] = { bv_schema_get_tracked (), untracked };
  g_autofree char *verdict = bv_database_query_text (copy, "PRAGMA quick_check (1)", error);

  if (!verdict)
    return FALSE;
  if (!g_str_equal (verdict, "ok"))
    return set_unlike (bv_database_get_path (copy), error);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i][j]; j++)
      if (!count_alike (source, copy, lists[i][j], error))
        return FALSE;
  return TRUE;
}

/* The copy was just looked through: whoever opens it need not do so again. */
static gboolean
verify_and_seal (BvDatabase *source, const char *path, GError **error)
{
  g_autoptr (BvDatabase) copy = bv_database_open (path, BV_DATABASE_READ_WRITE, error);

  return copy && verify (source, copy, error)
         && bv_database_exec (copy, "UPDATE file SET clean = 1", error);
}

static gboolean
move_into_place (const char *from, const char *to, GError **error)
{
  g_autofree char *name = NULL;

  if (g_rename (from, to) == 0)
    return TRUE;
  name = g_filename_display_basename (to);
  g_info ("rename to %s: %s", to, g_strerror (errno));
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_READ_ONLY,
               _ ("The copy “%s” cannot be written here. Choose another folder."),
               name);
  return FALSE;
}

gboolean
bv_backup_write (BvOffice *office, const char *path, GCancellable *cancellable, GError **error)
{
  BvDatabase *source = bv_office_get_database (office);
  g_autofree char *unverified = g_strconcat (path, ".new", NULL);
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);

  g_return_val_if_fail (!bv_database_in_transaction (source), FALSE);
  if (g_str_equal (canonical, bv_database_get_path (source))) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("A copy cannot replace the open file itself. Choose another name."));
    return FALSE;
  }
  if (!bv_database_backup (source, unverified, cancellable, NULL, NULL, error))
    return FALSE;
  if (verify_and_seal (source, unverified, error) && move_into_place (unverified, path, error))
    return TRUE;
  g_unlink (unverified);
  return FALSE;
}

/* Generations */

static char *
format_iso (const char *iso, const char *format)
{
  g_autofree char *moment = g_strconcat (iso, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (moment, NULL);

  return g_date_time_format (date, format);
}

/* Counts @word when it is new; whether it was new and still had room. */
static gboolean
is_next (GHashTable *seen, char *word, guint most)
{
  if (g_hash_table_contains (seen, word) || g_hash_table_size (seen) >= most) {
    g_free (word);
    return FALSE;
  }
  return g_hash_table_add (seen, word);
}

GArray *
bv_backup_choose (const char *const *dates, const char *today)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) weeks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; dates[i]; i++) {
    gboolean keep = TRUE;

    /* What a wrong clock or somebody else named is not ours to judge. */
    if (bv_date_is_valid (dates[i]) && strcmp (dates[i], today) <= 0) {
      gboolean of_day = is_next (days, g_strdup (dates[i]), KEPT_DAYS);
      gboolean of_week = is_next (weeks, format_iso (dates[i], "%G-%V"), KEPT_WEEKS);
      gboolean of_month = is_next (months, format_iso (dates[i], "%Y-%m"), KEPT_MONTHS);

      keep = of_day || of_week || of_month;
    }
    g_array_append_val (kept, keep);
  }
  return kept;
}

char *
bv_backup_dup_folder (BvOffice *office)
{
  const char *path = bv_database_get_path (bv_office_get_database (office));
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = NULL;

  if (g_str_has_suffix (base, BV_OFFICE_EXTENSION))
    base[strlen (base) - strlen (BV_OFFICE_EXTENSION)] = '\0';
  /* Two files of one name in different folders do not share their copies. */
  name = g_strdup_printf ("%s-%.8s", base, hash);
  return g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, "backups", name, NULL);
}

static char *
make_name (const char *reason)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d_%H%M%S");
  g_autofree char *word = g_strdup (reason ? reason : "");

  g_strdelimit (word, "/\\:*?\"<>|. \n\t", '-');
  return g_strconcat (moment, *word ? "_" : "", word, BV_OFFICE_EXTENSION, NULL);
}

static gboolean
is_copy_name (const char *name)
{
  g_autofree char *date = g_strndup (name, DATE_LENGTH);

  return g_str_has_suffix (name, BV_OFFICE_EXTENSION) && bv_date_is_valid (date)
         && name[DATE_LENGTH] == '_';
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_copies (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (is_copy_name (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_newest_first);
  return names;
}

/* Of today the newest few are kept, of each other chosen day the newest. */
static void
thin (const char *folder)
{
  g_autofree char *today = bv_date_today ();
  g_autoptr (GPtrArray) names = list_copies (folder);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) dates = NULL;
  g_autoptr (GArray) kept = NULL;
  guint n_today = 0;

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *date = g_strndup (g_ptr_array_index (names, i), DATE_LENGTH);

    g_strv_builder_add (builder, date);
  }
  dates = g_strv_builder_end (builder);
  kept = bv_backup_choose ((const char *const *) dates, today);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = NULL;

    if (g_array_index (kept, gboolean, i)
        || (g_str_equal (dates[i], today) && ++n_today < KEPT_TODAY))
      continue;
    path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
    g_info ("backup no longer needed: %s", path);
    g_unlink (path);
  }
}

gboolean
bv_backup_exists_today (BvOffice *office)
{
  g_autofree char *folder = bv_backup_dup_folder (office);
  g_autofree char *today = bv_date_today ();
  g_autoptr (GPtrArray) names = list_copies (folder);

  return names->len && g_str_has_prefix (g_ptr_array_index (names, 0), today);
}

gboolean
bv_backup_make (BvOffice *office, const char *reason, GError **error)
{
  g_autofree char *folder = bv_backup_dup_folder (office);
  g_autofree char *name = make_name (reason);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *shown = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    shown = g_filename_display_name (folder);
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_READ_ONLY,
                 _ ("The folder for backups, “%s”, cannot be made: %s."),
                 shown,
                 g_strerror (errno));
    return FALSE;
  }
  if (!bv_backup_write (office, path, NULL, error))
    return FALSE;
  thin (folder);
  return TRUE;
}
