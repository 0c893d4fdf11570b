/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the sheets together and replaces the target only when all is well. */
#include "config.h"

#include "bv-workbook-private.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-replacement.h"
#include "bv-sheet.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* From here on rows are streamed to the disk instead of being kept in memory. */
#define STREAM_FROM 20000

/* About as many as the sheets have: a proposal has its conditions. */
static const char rows_sql[] = "SELECT (SELECT count (*) FROM achievement)"
                               " + (SELECT count (*) FROM score)"
                               " + (SELECT count (*) FROM proposal) * 15";

/* How often somebody may save meanwhile before nobody may. */
#define TRIES 3

/* One of several files that are written. */
typedef struct
{
  BvExportProgress func;
  gpointer data;
  guint file, n_files;
} Progress;

static gint64
count_rows (BvOffice *office)
{
  gint64 n = 0;

  return bv_database_query_integer (bv_office_get_database (office), rows_sql, &n, NULL) ? n : 0;
}

static void
clear_book (BvBook *book)
{
  bv_sheet_clear_book (book);
  g_clear_object (&book->assessment);
  g_clear_object (&book->own);
  g_clear_object (&book->movement);
  g_clear_pointer (&book->closing_date, g_free);
}

static gboolean
load_book (
    BvBook *book, BvOffice *office, gint64 movement_id, GCancellable *cancellable, GError **error)
{
  book->office = office;
  book->movement_id = movement_id;
  book->cancellable = cancellable;
  book->own = bv_office_get_own (office, error);
  book->movement = book->own ? bv_office_load (office, &bv_movement_kind, movement_id, error)
                             : NULL;
  book->assessment = book->movement ? bv_assessment_load (office, movement_id, error) : NULL;
  if (!book->assessment)
    return FALSE;
  book->closing_date = bv_record_is_null (book->movement, "end_on")
                           ? bv_date_today ()
                           : g_strdup (bv_record_get_text (book->movement, "end_on"));
  return TRUE;
}

/* Two exports of the same state differ in nothing but this time. The writer only reads these texts.
 */
static void
set_properties (BvBook *book)
{
  lxw_doc_properties properties = { 0 };

  properties.title = (char *) bv_record_get_text (book->movement, "title");
  properties.subject = (char *) "Đề nghị khen thưởng";
  properties.author = (char *) bv_office_get_actor (book->office);
  properties.company = (char *) bv_record_get_text (book->own, "name");
  properties.comments = (char *) "Bảng Vàng " BV_VERSION;
  properties.created = time (NULL);
  workbook_set_properties (book->workbook, &properties);
}

static void
tell (const Progress *progress, double fraction)
{
  if (progress->func)
    progress->func ((progress->file + fraction) / progress->n_files, progress->data);
}

static gboolean
write_collectives (BvBook *book, GError **error)
{
  return bv_sheet_proposals_write (book, TRUE, error);
}

static gboolean
write_individuals (BvBook *book, GError **error)
{
  return bv_sheet_proposals_write (book, FALSE, error);
}

/* How each sheet is written, and how much of the work is done after it. */
static const struct
{
  gboolean (*write) (BvBook *book, GError **error);
  double done;
} sheets[BV_N_WORKBOOK_SHEETS] = {
  [BV_WORKBOOK_COLLECTIVES] = { write_collectives, 0.2 },
  [BV_WORKBOOK_INDIVIDUALS] = { write_individuals, 0.4 },
  [BV_WORKBOOK_SCORES] = { bv_sheet_scores_write, 0.5 },
  [BV_WORKBOOK_STAGES] = { bv_sheet_stages_write, 0.6 },
  [BV_WORKBOOK_ELIGIBILITY] = { bv_sheet_eligibility_write, 0.65 },
  [BV_WORKBOOK_QUOTA] = { bv_sheet_quota_write, 0.68 },
  [BV_WORKBOOK_VOTES] = { bv_sheet_votes_write, 0.7 },
  [BV_WORKBOOK_EVIDENCE] = { bv_sheet_evidence_write, 0.8 },
  [BV_WORKBOOK_FIRMNESS] = { bv_sheet_firmness_write, 0.83 },
  [BV_WORKBOOK_SUMMARY] = { bv_sheet_summary_write, 0.85 },
  [BV_WORKBOOK_INFO] = { bv_sheet_info_write, 0.86 },
};

static gboolean
write_sheets (BvBook *book, const Progress *progress, GError **error)
{
  for (guint i = 0; i < BV_N_WORKBOOK_SHEETS; i++) {
    if (!bv_workbook_choice_has_sheet (book->choice, (BvWorkbookSheet) i))
      continue;
    if (!sheets[i].write (book, error)
        || g_cancellable_set_error_if_cancelled (book->cancellable, error))
      return FALSE;
    tell (progress, sheets[i].done);
  }
  return TRUE;
}

static gboolean
close_workbook (BvBook *book, BvReplacement *file, GError **error)
{
  lxw_error result;

  errno = 0;
  result = workbook_close (book->workbook);
  book->workbook = NULL;
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_info ("libxlsxwriter: %s", lxw_strerror (result));
  bv_replacement_set_error (file, errno ? errno : EIO, error);
  return FALSE;
}

/* Each file begins with nothing written. */
static void
begin_book (BvBook *book, const char *path, const char *folder, const BvWorkbookChoice *choice)
{
  gboolean streamed = !book->picture && count_rows (book->office) > STREAM_FROM;
  lxw_workbook_options options = { .constant_memory = streamed ? LXW_TRUE : LXW_FALSE,
                                   .tmpdir = (char *) folder };

  book->choice = choice;
  memset (book->first_proposal, 0, sizeof book->first_proposal);
  book->workbook = workbook_new_opt (path, &options);
  set_properties (book);
  bv_sheet_make_styles (book);
}

static gboolean
write_workbook (BvBook *book,
                BvReplacement *file,
                const BvWorkbookChoice *choice,
                const Progress *progress,
                GError **error)
{
  g_autofree char *folder = g_path_get_dirname (bv_replacement_get_path (file));
  gboolean written;

  begin_book (book, bv_replacement_get_path (file), folder, choice);
  bv_read_span_begin (&book->reading, bv_office_get_database (book->office));
  written = write_sheets (book, progress, error);
  bv_read_span_end (&book->reading);
  if (!written) {
    /* only closing frees the writer; what it writes is thrown away */
    close_workbook (book, file, NULL);
    return FALSE;
  }
  return close_workbook (book, file, error)
         && !g_cancellable_set_error_if_cancelled (book->cancellable, error);
}

/* The files */

/* Opened before anything is written, so that a bad place tells at once. */
static GPtrArray *
open_files (char **paths, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (
      (GDestroyNotify) bv_replacement_free);

  for (guint i = 0; paths[i]; i++) {
    BvReplacement *file = bv_replacement_new (paths[i], error);

    if (!file)
      return NULL;
    g_ptr_array_add (files, file);
  }
  return g_steal_pointer (&files);
}

static gboolean
write_split (BvBook *book,
             GPtrArray *files,
             const BvWorkbookChoice *choice,
             Progress *progress,
             GError **error)
{
  g_autoptr (GArray) forms = _bv_workbook_list_wanted_forms (
      book->office, book->movement_id, choice, error);

  for (guint i = 0; forms && i < MIN (forms->len, files->len); i++) {
    g_autoptr (GArray) form = g_array_new (FALSE, FALSE, sizeof (gint64));
    BvWorkbookChoice one = { .sheets = choice->sheets, .forms = form };

    g_array_append_val (form, g_array_index (forms, gint64, i));
    progress->file = i;
    if (!write_workbook (book, g_ptr_array_index (files, i), &one, progress, error))
      return FALSE;
  }
  return forms != NULL;
}

static gboolean
commit_files (GPtrArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    if (!bv_replacement_commit (g_ptr_array_index (files, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_choice (const BvWorkbookChoice *choice, GError **error)
{
  if (!choice || (choice->sheets & BV_WORKBOOK_ALL_SHEETS))
    return TRUE;
  g_set_error_literal (
      error, BV_ERROR, BV_ERROR_INVALID, _ ("Choose at least one sheet of the workbook."));
  return FALSE;
}

typedef struct
{
  BvOffice *office;
  gint64 movement_id;
  const BvWorkbookChoice *choice; /* nullable */
  const char *path;
  Progress progress;
  GCancellable *cancellable;
} Export;

static gboolean
write_book (Export *self, GPtrArray *files, GError **error)
{
  BvBook book = { 0 };
  gboolean written = load_book (&book, self->office, self->movement_id, self->cancellable, error);

  self->progress.file = 0;
  self->progress.n_files = files->len;
  if (written && self->choice && self->choice->split)
    written = write_split (&book, files, self->choice, &self->progress, error);
  else if (written)
    written = write_workbook (
        &book, g_ptr_array_index (files, 0), self->choice, &self->progress, error);
  clear_book (&book);
  return written;
}

/* The files, to be committed. */
static GPtrArray *
write_files (Export *self, GError **error)
{
  g_auto (GStrv) paths = bv_workbook_list_files (
      self->office, self->movement_id, self->choice, self->path, error);
  g_autoptr (GPtrArray) files = paths ? open_files (paths, error) : NULL;

  return files && write_book (self, files, error) ? g_steal_pointer (&files) : NULL;
}

/* Nobody can save meanwhile. */
static GPtrArray *
write_files_alone (Export *self, GError **error)
{
  BvDatabase *database = bv_office_get_database (self->office);
  gboolean own = !bv_database_in_transaction (database);
  GPtrArray *files;

  if (own && !bv_database_begin (database, error))
    return NULL;
  files = write_files (self, error);
  if (own)
    bv_database_rollback (database);
  return files;
}

/* What one sheet says the others say, too: when somebody saved between two of them, all are written
 * again. */
static GPtrArray *
write_one_state (Export *self, GError **error)
{
  BvDatabase *database = bv_office_get_database (self->office);

  for (guint i = 0; i < TRIES; i++) {
    g_autoptr (GPtrArray) files = NULL;
    gint64 before, after;

    if (!bv_database_get_version (database, &before, error))
      return NULL;
    files = write_files (self, error);
    if (!files || !bv_database_get_version (database, &after, error))
      return NULL;
    if (after == before)
      return g_steal_pointer (&files);
    bv_office_forget_names (self->office);
  }
  return write_files_alone (self, error);
}

gboolean
bv_workbook_export (BvOffice *office,
                    gint64 movement_id,
                    const BvWorkbookChoice *choice,
                    const char *path,
                    BvExportProgress progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  Export self = { office, movement_id, choice, path, { progress, data, 0, 1 }, cancellable };
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (BV_IS_OFFICE (office) && path, FALSE);
  if (!check_choice (choice, error))
    return FALSE;
  files = write_one_state (&self, error);
  if (!files || !commit_files (files, error))
    return FALSE;
  tell (&self.progress, 1);
  return TRUE;
}

/* The preview */

/* An empty list shows nothing of the others. */
static gboolean
write_first_sheet (BvBook *book, GError **error)
{
  for (guint i = 0; i < BV_N_WORKBOOK_SHEETS; i++) {
    if (!bv_workbook_choice_has_sheet (book->choice, (BvWorkbookSheet) i))
      continue;
    if (!sheets[i].write (book, error))
      return FALSE;
    if (i != BV_WORKBOOK_COLLECTIVES || book->first_proposal[0] != 0
        || !bv_workbook_choice_has_sheet (book->choice, BV_WORKBOOK_INDIVIDUALS))
      return TRUE;
  }
  return TRUE;
}

BvSheetPicture *
bv_workbook_preview (BvOffice *office,
                     gint64 movement_id,
                     const BvWorkbookChoice *choice,
                     GCancellable *cancellable,
                     GError **error)
{
  BvBook book = { 0 };
  BvSheetPicture *picture = NULL;

  g_return_val_if_fail (BV_IS_OFFICE (office), NULL);
  if (check_choice (choice, error) && load_book (&book, office, movement_id, cancellable, error)) {
    book.picture = bv_sheet_picture_new (1, 0, 0, 0);
    begin_book (&book, "preview.xlsx", NULL, choice);
    if (write_first_sheet (&book, error)
        && !g_cancellable_set_error_if_cancelled (cancellable, error))
      picture = g_steal_pointer (&book.picture);
    lxw_workbook_free (book.workbook);
  }
  clear_book (&book);
  return picture;
}
