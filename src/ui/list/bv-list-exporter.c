/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what a page lists out of the office as it is shown. */
#include "config.h"

#include "bv-list-exporter.h"

#include "bv-dialogs.h"
#include "bv-issue-register.h"
#include "bv-settings.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "list-folder"

struct _BvListExporter
{
  AdwBin parent_instance;

  gint64 movement; /* what is exported is entered under it */

  /* Owned */
  BvListExport *list; /* nullable: asked about, or being written */

  /* Borrowed references */
  BvPage *page; /* weak: whose list it is */
  BvExportBar *bar;
};

G_DEFINE_FINAL_TYPE (BvListExporter, bv_list_exporter, ADW_TYPE_BIN)

/* %FALSE when there is nothing to export, which is told. */
static gboolean
take_list (BvListExporter *self, BvPage *page)
{
  g_autoptr (BvListExport) list = NULL;

  if (bv_list_exporter_is_running (self) || !bv_page_flush (page))
    return FALSE;
  list = bv_page_make_export (page);
  if (list == NULL || bv_list_export_get_n_rows (list) == 0) {
    bv_page_toast (page, _ ("There are no rows to export"), FALSE);
    return FALSE;
  }
  g_clear_pointer (&self->list, bv_list_export_unref);
  self->list = g_steal_pointer (&list);
  g_set_weak_pointer (&self->page, page);
  self->movement = bv_page_get_movement (page);
  return TRUE;
}

/* Where it goes */

static GFile *
dup_folder (void)
{
  g_autofree char *last = bv_settings_dup_string (FOLDER_KEY);

  return *last != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR) ? g_file_new_for_path (last)
                                                                 : bv_settings_dup_folder ();
}

static void
remember_folder (GFile *target)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL)
    bv_settings_set_string (FOLDER_KEY, path);
}

/* The register needs a movement: without one nothing has been issued yet. */
static void
register_list (BvListExporter *self, GFile *target)
{
  BvOffice *office = bv_page_get_office (self->page);
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *title = NULL;
  GError *error = NULL;

  if (!bv_office_is_writable (office) || self->movement == 0)
    return;
  title = g_strdup_printf (_ ("List: %s"), bv_list_export_get_title (self->list));
  if (!bv_issue_register_add (
          office,
          &(BvIssue){ .movement_id = self->movement,
                      .document = "list",
                      .title = title,
                      .medium = bv_list_export_get_medium (path),
                      .path = path,
                      .fingerprint = bv_list_export_get_fingerprint (self->list) },
          &error))
    bv_page_report (self->page, error);
}

static gboolean
write_list (BvOffice *office,
            const char *target,
            void (*progress) (double, gpointer),
            gpointer progress_data,
            GCancellable *cancellable,
            gpointer list,
            GError **error)
{
  return bv_list_export_write (list, office, target, progress, progress_data, cancellable, error);
}

static void
failed_cb (BvExportBar *bar, GError *error, BvListExporter *self)
{
  if (self->page != NULL)
    bv_page_report (self->page, g_error_copy (error));
}

static void
finished_cb (BvExportBar *bar, gboolean written, BvListExporter *self)
{
  if (written)
    remember_folder (bv_export_bar_get_target (bar));
  if (written && self->page != NULL)
    register_list (self, bv_export_bar_get_target (bar));
  g_clear_pointer (&self->list, bv_list_export_unref);
}

static void
target_chosen (gpointer owner, GFile *target)
{
  BvListExporter *self = owner;

  if (self->page != NULL && self->list != NULL)
    bv_export_bar_start (self->bar,
                         bv_page_get_office (self->page),
                         target,
                         write_list,
                         bv_list_export_ref (self->list),
                         (GDestroyNotify) bv_list_export_unref);
}

static void
bv_list_exporter_dispose (GObject *object)
{
  BvListExporter *self = BV_LIST_EXPORTER (object);

  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->list, bv_list_export_unref);
  G_OBJECT_CLASS (bv_list_exporter_parent_class)->dispose (object);
}

static void
bv_list_exporter_class_init (BvListExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_list_exporter_dispose;
}

static void
bv_list_exporter_init (BvListExporter *self)
{
  self->bar = BV_EXPORT_BAR (bv_export_bar_new ());
  g_signal_connect_object (self->bar, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->bar, "finished", G_CALLBACK (finished_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
}

GtkWidget *
bv_list_exporter_new (void)
{
  return g_object_new (BV_TYPE_LIST_EXPORTER, NULL);
}

void
bv_list_exporter_ask (BvListExporter *self, BvPage *page, const char *format)
{
  gboolean csv = g_str_equal (format, "csv");
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = dup_folder ();
  g_autofree char *name = NULL;
  g_autofree char *pattern = g_strconcat ("*.", format, NULL);

  g_return_if_fail (BV_IS_LIST_EXPORTER (self));

  if (!take_list (self, page))
    return;
  name = bv_list_export_dup_name (self->list, format);
  gtk_file_filter_set_name (filter, csv ? _ ("Tables of text (CSV)") : _ ("Excel workbooks"));
  gtk_file_filter_add_pattern (filter, pattern);
  bv_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        _ ("Export the list as shown"),
                        filter,
                        folder,
                        name,
                        target_chosen,
                        self);
}

void
bv_list_exporter_write (BvListExporter *self, BvPage *page, GFile *target)
{
  g_return_if_fail (BV_IS_LIST_EXPORTER (self));

  if (take_list (self, page))
    target_chosen (self, target);
}

void
bv_list_exporter_cancel (BvListExporter *self)
{
  g_return_if_fail (BV_IS_LIST_EXPORTER (self));

  bv_export_bar_cancel (self->bar);
}

gboolean
bv_list_exporter_is_running (BvListExporter *self)
{
  g_return_val_if_fail (BV_IS_LIST_EXPORTER (self), FALSE);
  return bv_export_bar_is_running (self->bar);
}
