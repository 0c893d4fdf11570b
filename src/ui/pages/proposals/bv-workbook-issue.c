/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council's workbook leaving the office. */
#include "config.h"

#include "bv-workbook-issue.h"

#include "bv-issue-register.h"
#include "bv-workbook.h"

static gboolean
export_workbook (BvOffice *office,
                 const char *target,
                 void (*progress) (double, gpointer),
                 gpointer progress_data,
                 GCancellable *cancellable,
                 gpointer movement_id,
                 GError **error)
{
  return bv_workbook_export (
      office, *(gint64 *) movement_id, NULL, target, progress, progress_data, cancellable, error);
}

void
bv_workbook_issue_start (BvExportBar *bar, BvPage *page, GFile *target)
{
  gint64 movement_id = bv_page_get_movement (page);

  bv_export_bar_start (bar,
                       bv_page_get_office (page),
                       target,
                       export_workbook,
                       g_memdup2 (&movement_id, sizeof movement_id),
                       g_free);
}

void
bv_workbook_issue_register (BvPage *page, GFile *target)
{
  BvOffice *office = bv_page_get_office (page);
  gint64 movement_id = bv_page_get_movement (page);
  GError *error = NULL;
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *hash = NULL;

  if (!bv_office_is_writable (office))
    return;
  hash = bv_issue_register_dup_fingerprint (office, movement_id, &error);
  if (hash == NULL
      || !bv_issue_register_add (office,
                                 &(BvIssue){ .movement_id = movement_id,
                                             .document = "workbook",
                                             .title = BV_WORKBOOK_TITLE,
                                             .medium = "xlsx",
                                             .path = path,
                                             .fingerprint = hash },
                                 &error))
    bv_page_report (page, error);
}
