/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All evidence of one person or department: listed, written beside the target, then put in place.
 */
#include "config.h"

#include "bv-attachment.h"
#include "bv-error.h"
#include "bv-evidence-export-private.h"
#include "bv-evidence-name.h"
#include "bv-kind.h"
#include "bv-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Own achievements and those in which the subject had a part. */
#define WHOSE                                                                                      \
  " (?2 = 0 OR a.movement_id = ?2) AND (a.subject_id = ?1 OR EXISTS (SELECT 1 FROM credit c"       \
  " WHERE c.achievement_id = a.id AND c.subject_id = ?1))"

static const char list_sql[]
    = "SELECT f.id, f.size, a.criterion_id, a.title, a.subject_id = ?1, a.document_number,"
      " a.document_date, a.status, f.name FROM achievement a"
      " JOIN movement m ON m.id = a.movement_id JOIN criterion k ON k.id = a.criterion_id"
      " LEFT JOIN attachment f ON f.achievement_id = a.id WHERE" WHOSE
      " ORDER BY m.start_on, m.id, k.position, k.id, a.achieved_on, a.id, f.added_on, f.id";
static const char count_sql[]
    = "SELECT count (*) FROM achievement a JOIN attachment f ON f.achievement_id = a.id"
      " WHERE" WHOSE;

typedef struct
{
  BvOffice *office;
  gint64 subject_id, movement_id;
  const char *target;
  gboolean zip;
  char *folder; /* beside the target, to be renamed or packed */
  GPtrArray *files;
  BvExportProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Export;

static void
free_file (gpointer data)
{
  BvEvidenceFile *file = data;

  g_free (file->content);
  g_free (file->achievement);
  g_free (file->role);
  g_free (file->document_number);
  g_free (file->document_date);
  g_free (file->status);
  g_free (file->name);
  g_free (file);
}

/* Listing */

static BvStatement *
ask (BvOffice *office, const char *sql, gint64 subject_id, gint64 movement_id, GError **error)
{
  BvStatement *statement = bv_database_prepare (bv_office_get_database (office), sql, error);

  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, subject_id);
  bv_statement_bind_integer (statement, 2, movement_id);
  return statement;
}

static char *
dup_status (const char *status)
{
  const BvChoice *choice = bv_field_get_choice (bv_kind_find_field (&bv_achievement_kind, "status"),
                                                status);

  return g_strdup (choice ? _ (choice->label) : status);
}

static BvEvidenceFile *
read_file (Export *self, BvStatement *row)
{
  BvEvidenceFile *file = g_new0 (BvEvidenceFile, 1);

  file->attachment_id = bv_statement_get_integer (row, 0);
  file->size = bv_statement_get_integer (row, 1);
  file->content = g_strdup (
      bv_office_get_name (self->office, &bv_criterion_kind, bv_statement_get_integer (row, 2)));
  file->achievement = g_strdup (bv_statement_get_text (row, 3));
  file->role = g_strdup (bv_statement_get_integer (row, 4) ? "Chủ trì" : "Phối hợp");
  file->document_number = g_strdup (bv_statement_get_text (row, 5));
  file->document_date = g_strdup (bv_statement_get_text (row, 6));
  file->status = dup_status (bv_statement_get_text (row, 7));
  file->name = g_strdup (bv_statement_get_text (row, 8));
  return file;
}

/* The number in the index is the number of the file. */
static void
name_files (Export *self)
{
  guint digits = self->files->len > 999 ? 4 : self->files->len > 99 ? 3 : 2;

  for (guint i = 0; i < self->files->len; i++) {
    BvEvidenceFile *file = g_ptr_array_index (self->files, i);
    g_autofree char *given = g_steal_pointer (&file->name);

    if (file->attachment_id)
      file->name = bv_evidence_name_make (i + 1, digits, file->content, file->achievement, given);
  }
}

static gboolean
list_files (Export *self, GError **error)
{
  g_autoptr (BvStatement) row = ask (
      self->office, list_sql, self->subject_id, self->movement_id, error);
  BvStep step;

  if (!row)
    return FALSE;
  self->files = g_ptr_array_new_with_free_func (free_file);
  while ((step = bv_statement_step (row, error)) == BV_STEP_ROW)
    g_ptr_array_add (self->files, read_file (self, row));
  name_files (self);
  return step == BV_STEP_DONE;
}

gint64
bv_evidence_export_count (BvOffice *office, gint64 subject_id, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) row = ask (office, count_sql, subject_id, movement_id, error);

  return row && bv_statement_step (row, error) == BV_STEP_ROW ? bv_statement_get_integer (row, 0)
                                                              : -1;
}

/* Writing */

static gboolean
set_system_error (Export *self, int number, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->target);

  g_info ("%s: %s", self->target, g_strerror (number));
  if (number == ENOSPC)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_FULL,
                 _ ("There is no room left on the disk for “%s”. Free some space, then try again."),
                 name);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_READ_ONLY,
                 _ ("You have no right to read or write “%s”. Choose another place."),
                 name);
  return FALSE;
}

static gboolean
check_free (Export *self, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->target);

  if (self->zip || !g_file_test (self->target, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is there already. Choose another name for the folder."),
               name);
  return FALSE;
}

static gboolean
make_folder (Export *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->target);

  self->folder = g_build_filename (parent, ".minh-chung-XXXXXX", NULL);
  if (g_mkdtemp_full (self->folder, 0755))
    return TRUE;
  set_system_error (self, errno, error);
  g_clear_pointer (&self->folder, g_free);
  return FALSE;
}

static gboolean
write_files (Export *self, GError **error)
{
  gint64 total = 1, done = 0;

  for (guint i = 0; i < self->files->len; i++)
    total += ((BvEvidenceFile *) g_ptr_array_index (self->files, i))->size;
  for (guint i = 0; i < self->files->len; i++) {
    BvEvidenceFile *file = g_ptr_array_index (self->files, i);
    g_autoptr (GFile) to = NULL;

    if (!file->attachment_id)
      continue;
    to = g_file_new_build_filename (self->folder, file->name, NULL);
    if (!bv_attachment_save (self->office, file->attachment_id, to, self->cancellable, error))
      return FALSE;
    done += file->size;
    if (self->progress)
      self->progress ((self->zip ? 0.5 : 1.0) * (double) done / (double) total, self->data);
  }
  return TRUE;
}

static gboolean
write_index (Export *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, BV_EVIDENCE_INDEX, NULL);
  g_autofree char *subject = g_strdup (bv_office_get_subject_name_on (
      self->office, self->subject_id, bv_office_get_closing (self->office, self->movement_id)));
  const char *movement = self->movement_id ? bv_office_get_name (
                             self->office, &bv_movement_kind, self->movement_id)
                                           : "Tất cả phong trào";

  return bv_evidence_index_write (self->office, path, subject, movement, self->files, error);
}

static gboolean
put_in_place (Export *self, GError **error)
{
  if (g_cancellable_is_cancelled (self->cancellable)) {
    g_set_error_literal (error, BV_ERROR, BV_ERROR_CANCELLED, _ ("Stopped."));
    return FALSE;
  }
  if (self->zip)
    return bv_evidence_zip_write (
        self->folder, self->target, self->progress, self->data, self->cancellable, error);
  if (g_rename (self->folder, self->target) != 0)
    return set_system_error (self, errno, error);
  g_clear_pointer (&self->folder, g_free);
  return TRUE;
}

/* Whatever did not get to its place. */
static void
remove_folder (Export *self)
{
  g_autoptr (GDir) dir = self->folder ? g_dir_open (self->folder, 0, NULL) : NULL;
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_remove (path);
  }
  if (self->folder)
    g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

gboolean
bv_evidence_export_write (BvOffice *office,
                          gint64 subject_id,
                          gint64 movement_id,
                          const char *target,
                          BvExportProgress progress,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *small = g_utf8_casefold (target, -1);
  Export self = { .office = office,
                  .subject_id = subject_id,
                  .movement_id = movement_id,
                  .target = target,
                  .zip = g_str_has_suffix (small, ".zip"),
                  .progress = progress,
                  .data = data,
                  .cancellable = cancellable };
  gboolean done = check_free (&self, error) && list_files (&self, error)
                  && make_folder (&self, error) && write_files (&self, error)
                  && write_index (&self, error) && put_in_place (&self, error);

  remove_folder (&self);
  g_clear_pointer (&self.files, g_ptr_array_unref);
  return done;
}

char *
bv_evidence_export_suggest_name (BvOffice *office, gint64 subject_id)
{
  g_autofree char *subject = bv_evidence_name_clean (
      bv_office_get_subject_name (office, subject_id), 80);

  return g_strdup_printf ("Minh chứng - %s", subject);
}
