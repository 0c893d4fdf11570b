/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the page of documents: onto paper, into a file, and the line of the register. */
#include "config.h"

#include "bv-dialogs.h"
#include "bv-document-file.h"
#include "bv-document-page-private.h"
#include "bv-document-print.h"
#include "bv-issue-register.h"
#include "bv-settings.h"

#include <glib/gi18n-lib.h>

/* The register */

static void
register_issue (
    BvDocumentPage *self, BvDocument *document, const char *medium, guint n_pages, const char *path)
{
  BvPage *page = BV_PAGE (self);
  BvOffice *office = bv_page_get_office (page);
  g_autofree char *hash = bv_document_dup_hash (document);
  const BvIssue issue = { .movement_id = bv_page_get_movement (page),
                          .document = bv_document_get_source_type (document),
                          .about = bv_document_get_source_about (document),
                          .title = bv_document_get_title (document),
                          .medium = medium,
                          .n_pages = n_pages,
                          .path = path,
                          .fingerprint = hash };
  GError *error = NULL;

  if (*bv_document_get_source_type (document) == '\0')
    return; /* a sheet to measure on */
  if (!bv_office_is_writable (office))
    bv_page_toast (
        page, _ ("The file is open for reading only: the register was not written."), FALSE);
  else if (!bv_issue_register_add (office, &issue, &error))
    bv_page_report (page, error);
}

/* Printing and saving */

static void
printed_cb (BvDocument *document, guint n_pages, GError *error, gpointer owner)
{
  BvDocumentPage *self = owner;

  if (error != NULL)
    bv_page_report (BV_PAGE (self), error);
  else if (n_pages > 0)
    register_issue (self, document, "print", n_pages, NULL);
}

/* What was typed goes into the document first. */
static gboolean
flush (BvDocumentPage *self)
{
  if (!bv_wording_panel_flush (self->wording))
    return FALSE;
  _bv_document_page_flush_sheets (self);
  return TRUE;
}

static void
print (BvDocumentPage *self, gpointer data)
{
  bv_document_print_run (bv_page_preview_get_layout (self->preview),
                         GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                         printed_cb,
                         self);
}

void
_bv_document_page_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDocumentPage *self = BV_DOCUMENT_PAGE (widget);

  if (flush (self))
    _bv_document_page_when_drawn (self, print, NULL, NULL);
}

static gboolean
write_in_thread (BvOffice *office,
                 const char *target,
                 void (*progress) (double, gpointer),
                 gpointer progress_data,
                 GCancellable *cancellable,
                 gpointer document,
                 GError **error)
{
  return bv_document_file_write (
      document, target, NULL, progress, progress_data, cancellable, error);
}

static void
remember_folder (GFile *target)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL)
    bv_settings_set_string ("document-folder", path);
}

static void
target_chosen (gpointer owner, GFile *target)
{
  bv_document_page_save (owner, target);
}

static GFile *
dup_folder (void)
{
  g_autofree char *last = bv_settings_dup_string ("document-folder");

  return *last != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR) ? g_file_new_for_path (last)
                                                                 : bv_settings_dup_folder ();
}

void
_bv_document_page_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvDocumentPage *self = BV_DOCUMENT_PAGE (widget);
  BvPage *page = BV_PAGE (self);
  const char *ending = g_variant_get_string (parameter, NULL);
  gboolean pdf = g_str_equal (ending, ".pdf");
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = dup_folder ();
  g_autofree char *base = NULL;
  g_autofree char *file = NULL;
  g_autofree char *pattern = g_strconcat ("*", ending, NULL);

  if (!flush (self) || bv_export_bar_is_running (self->export_bar))
    return;
  base = bv_document_type_suggest_name (
      self->type, bv_page_get_office (page), bv_page_get_movement (page), self->about_id);
  file = g_strconcat (base, ending, NULL);
  gtk_file_filter_set_name (filter, pdf ? _ ("PDF documents") : _ ("OpenDocument text"));
  gtk_file_filter_add_pattern (filter, pattern);
  bv_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (widget)),
                        pdf ? _ ("Save as PDF") : _ ("Save for the word processor"),
                        filter,
                        folder,
                        file,
                        target_chosen,
                        self);
}

void
_bv_document_page_failed (BvExportBar *bar, GError *error, BvDocumentPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

void
_bv_document_page_finished (BvExportBar *bar, gboolean written, BvDocumentPage *self)
{
  g_autofree char *path = g_file_get_path (bv_export_bar_get_target (bar));
  BvPageLayout *layout = bv_page_preview_get_layout (self->preview);

  if (written) {
    remember_folder (bv_export_bar_get_target (bar));
    register_issue (self,
                    self->saving,
                    bv_document_file_get_medium (path),
                    layout != NULL ? bv_page_layout_get_n_pages (layout) : 0,
                    path);
  }
  g_clear_pointer (&self->saving, bv_document_unref);
  _bv_document_page_sync_buttons (self);
}

static void
save (BvDocumentPage *self, gpointer target)
{
  self->saving = bv_document_ref (_bv_document_page_get_document (self));
  bv_export_bar_start (self->export_bar,
                       bv_page_get_office (BV_PAGE (self)),
                       target,
                       write_in_thread,
                       bv_document_ref (self->saving),
                       (GDestroyNotify) bv_document_unref);
  _bv_document_page_sync_buttons (self);
}

void
bv_document_page_save (BvDocumentPage *self, GFile *target)
{
  g_return_if_fail (BV_IS_DOCUMENT_PAGE (self));

  if (flush (self) && !bv_export_bar_is_running (self->export_bar))
    _bv_document_page_when_drawn (self, save, g_object_ref (target), g_object_unref);
}
