/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the sheets together and replaces the target only when all is well. */
#include "config.h"

#include "bv-workbook.h"

#include "bv-date.h"
#include "bv-replacement.h"
#include "bv-sheet.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* From here on rows are streamed to the disk instead of being kept in memory. */
#define STREAM_FROM 20000

static gint64
count_rows (BvOffice *office)
{
  gint64 n = 0;

  return bv_database_query_integer (
             bv_office_get_database (office), "SELECT count (*) FROM achievement", &n, NULL)
             ? n
             : 0;
}

static void
clear_book (BvBook *book)
{
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
tell (BvExportProgress progress, gpointer data, double fraction)
{
  if (progress)
    progress (fraction, data);
}

static gboolean
write_sheets (BvBook *book, BvExportProgress progress, gpointer data, GError **error)
{
  if (!bv_sheet_proposals_write (book, TRUE, error))
    return FALSE;
  tell (progress, data, 0.2);
  if (!bv_sheet_proposals_write (book, FALSE, error))
    return FALSE;
  tell (progress, data, 0.4);
  if (!bv_sheet_scores_write (book, error) || !bv_sheet_stages_write (book, error))
    return FALSE;
  tell (progress, data, 0.6);
  if (!bv_sheet_eligibility_write (book, error))
    return FALSE;
  tell (progress, data, 0.65);
  if (!bv_sheet_quota_write (book, error) || !bv_sheet_votes_write (book, error))
    return FALSE;
  tell (progress, data, 0.7);
  if (!bv_sheet_evidence_write (book, error))
    return FALSE;
  tell (progress, data, 0.8);
  return bv_sheet_firmness_write (book, error) && bv_sheet_info_write (book, error);
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

static gboolean
write_workbook (
    BvBook *book, BvReplacement *file, BvExportProgress progress, gpointer data, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (bv_replacement_get_path (file));
  lxw_workbook_options options = { .constant_memory = count_rows (book->office) > STREAM_FROM
                                                          ? LXW_TRUE
                                                          : LXW_FALSE,
                                   .tmpdir = folder };
  g_autoptr (GError) local = NULL;

  book->workbook = workbook_new_opt (bv_replacement_get_path (file), &options);
  set_properties (book);
  bv_sheet_make_styles (book);
  if (!write_sheets (book, progress, data, &local)) {
    /* only closing frees the writer; what it writes is thrown away */
    close_workbook (book, file, NULL);
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return close_workbook (book, file, error)
         && !g_cancellable_set_error_if_cancelled (book->cancellable, error);
}

gboolean
bv_workbook_export (BvOffice *office,
                    gint64 movement_id,
                    const char *path,
                    BvExportProgress progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  BvBook book = { 0 };
  g_autoptr (BvReplacement) file = NULL;
  gboolean done;

  g_return_val_if_fail (BV_IS_OFFICE (office) && path, FALSE);
  file = bv_replacement_new (path, error);
  if (!file)
    return FALSE;
  done = load_book (&book, office, movement_id, cancellable, error)
         && write_workbook (&book, file, progress, data, error)
         && bv_replacement_commit (file, error);
  clear_book (&book);
  if (done)
    tell (progress, data, 1);
  return done;
}

char *
bv_workbook_suggest_name (BvOffice *office, gint64 movement_id)
{
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, movement_id, NULL);
  const char *title = movement ? bv_record_get_text (movement, "short_title") : "";
  g_autofree char *name = g_strdup_printf (
      "Đề nghị khen thưởng%s%s.xlsx", *title ? " - " : "", title);

  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|\n", '_');
}
