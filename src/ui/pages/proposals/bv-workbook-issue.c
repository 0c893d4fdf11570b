/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council's workbook leaving the office. */
#include "config.h"

#include "bv-workbook-issue.h"

#include "bv-dialogs.h"
#include "bv-issue-register.h"
#include "bv-workbook.h"

struct BvWorkbookIssue
{
  gint64 movement_id;
  char **files;
  gboolean open_when_done;
};

/* What the thread writes. */
typedef struct
{
  gint64 movement_id;
  BvWorkbookChoice *choice; /* nullable */
  char *path;
} Work;

static void
free_choice (BvWorkbookChoice *choice)
{
  g_clear_pointer (&choice->forms, g_array_unref);
  g_free (choice);
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->choice, free_choice);
  g_free (work->path);
  g_free (work);
}

static gboolean
export_workbook (BvOffice *office,
                 const char *target,
                 void (*progress) (double, gpointer),
                 gpointer progress_data,
                 GCancellable *cancellable,
                 gpointer data,
                 GError **error)
{
  Work *work = data;

  return bv_workbook_export (office,
                             work->movement_id,
                             work->choice,
                             work->path,
                             progress,
                             progress_data,
                             cancellable,
                             error);
}

BvWorkbookIssue *
bv_workbook_issue_start (BvExportBar *bar,
                         BvPage *page,
                         gint64 movement_id,
                         BvWorkbookChoice *choice,
                         GFile *target,
                         gboolean open_when_done)
{
  g_autoptr (BvWorkbookIssue) self = g_new0 (BvWorkbookIssue, 1);
  g_autoptr (GFile) first = NULL;
  Work *work = g_new0 (Work, 1);
  GError *error = NULL;

  work->movement_id = self->movement_id = movement_id;
  work->choice = choice;
  work->path = g_file_get_path (target);
  self->open_when_done = open_when_done;
  self->files = bv_workbook_list_files (
      bv_page_get_office (page), movement_id, choice, work->path, &error);
  if (self->files == NULL) {
    free_work (work);
    bv_page_report (page, error);
    return NULL;
  }
  first = g_file_new_for_path (self->files[0]);
  bv_export_bar_start (bar, bv_page_get_office (page), first, export_workbook, work, free_work);
  return g_steal_pointer (&self);
}

static gboolean
register_files (BvWorkbookIssue *self, BvOffice *office, GError **error)
{
  g_autofree char *hash = bv_issue_register_dup_fingerprint (office, self->movement_id, error);
  gboolean registered = hash != NULL;

  for (guint i = 0; registered && self->files[i] != NULL; i++)
    registered = bv_issue_register_add (office,
                                        &(BvIssue){ .movement_id = self->movement_id,
                                                    .document = "workbook",
                                                    .title = BV_WORKBOOK_TITLE,
                                                    .medium = "xlsx",
                                                    .path = self->files[i],
                                                    .fingerprint = hash },
                                        error);
  return registered;
}

static void
open_files (BvWorkbookIssue *self, BvPage *page)
{
  g_autoptr (GFile) first = g_file_new_for_path (self->files[0]);
  g_autoptr (GFile) folder = g_file_get_parent (first);

  bv_dialogs_show_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                        self->files[1] != NULL ? folder : first);
}

void
bv_workbook_issue_finish (BvWorkbookIssue *self, BvPage *page)
{
  BvOffice *office = bv_page_get_office (page);
  GError *error = NULL;

  if (bv_office_is_writable (office) && !register_files (self, office, &error))
    bv_page_report (page, error);
  if (self->open_when_done)
    open_files (self, page);
}

void
bv_workbook_issue_free (BvWorkbookIssue *self)
{
  g_strfreev (self->files);
  g_free (self);
}
