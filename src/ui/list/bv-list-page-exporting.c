/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list leaving the office as it is shown: filter, order and columns. */
#include "config.h"

#include "bv-dialogs.h"
#include "bv-issue-register.h"
#include "bv-list-chip.h"
#include "bv-list-export.h"
#include "bv-list-page-private.h"
#include "bv-settings.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "list-folder"

/* What is exported */

static void
add_movement (BvListPage *self, BvListExport *list)
{
  BvPage *page = BV_PAGE (self);
  const char *title;

  if (!(BV_LIST_PAGE_GET_CLASS (self)->kind->flags & BV_KIND_IN_MOVEMENT))
    return;
  title = bv_office_get_name (
      bv_page_get_office (page), &bv_movement_kind, bv_page_get_movement (page));
  if (*title != '\0')
    bv_list_export_add_line (list, title);
}

static void
add_narrowing (BvListPage *self, BvListExport *list)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const char *words = bv_record_list_get_query (priv->list)->search;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  for (guint i = 0; i < priv->chips->len; i++) {
    char *text = bv_list_chip_dup_text (g_ptr_array_index (priv->chips, i));

    if (text != NULL)
      g_ptr_array_add (parts, text);
  }
  if (words != NULL && *words != '\0')
    g_ptr_array_add (parts, g_strdup_printf (_ ("With the words: “%s”"), words));
  if (parts->len == 0)
    return;
  g_ptr_array_add (parts, NULL);
  line = g_strjoinv (" · ", (char **) parts->pdata);
  bv_list_export_add_line (list, line);
}

/* Only an order of the user's own is worth a line. */
static void
add_sort (BvListPage *self, BvListExport *list)
{
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  gboolean descending;
  const BvField *field = bv_list_table_get_sort (bv_list_page_get_private (self)->table,
                                                 &descending);
  g_autofree char *line = NULL;

  if (field == NULL
      || (g_strcmp0 (field->name, kind->order_field) == 0 && descending == kind->order_descending))
    return;
  line = g_strdup_printf (descending ? _ ("In order of: %s, from the last to the first")
                                     : _ ("In order of: %s"),
                          bv_field_get_label (field));
  bv_list_export_add_line (list, line);
}

BvListExport *
bv_list_page_make_export (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  BvListExport *list = bv_list_export_new (kind, bv_kind_get_plural (kind));
  g_autoptr (GPtrArray) fields = bv_list_table_dup_fields (priv->table);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;

  add_movement (self, list);
  add_narrowing (self, list);
  add_sort (self, list);
  for (guint i = 0; i < fields->len; i++)
    bv_list_export_add_field (list, g_ptr_array_index (fields, i));
  while (bv_record_list_is_partial (priv->list))
    bv_list_page_refresh (self);
  n = bv_record_list_get_n_rows (priv->list);
  for (guint i = 0; i < n; i++) {
    gint64 id = bv_record_list_get_id (priv->list, i);

    g_array_append_val (ids, id);
  }
  bv_list_export_take_ids (list, ids);
  return list;
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

/* "Thành tích và minh chứng - Chào mừng 79 năm.xlsx", safe as a file name. */
static char *
suggest_name (BvListPage *self, const char *format)
{
  BvPage *page = BV_PAGE (self);
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  g_autoptr (BvRecord) movement = NULL;
  const char *short_title = "";
  g_autofree char *name = NULL;

  if (kind->flags & BV_KIND_IN_MOVEMENT)
    movement = bv_office_load (
        bv_page_get_office (page), &bv_movement_kind, bv_page_get_movement (page), NULL);
  if (movement != NULL)
    short_title = bv_record_get_text (movement, "short_title");
  name = g_strdup_printf ("%s%s%s.%s",
                          bv_kind_get_plural (kind),
                          *short_title != '\0' ? " - " : "",
                          short_title,
                          format);
  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|\n", '_');
}

/* The register needs a movement: without one nothing has been issued yet. */
static void
register_list (BvListPage *self, BvListExport *list, GFile *target)
{
  BvPage *page = BV_PAGE (self);
  BvOffice *office = bv_page_get_office (page);
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *title = NULL;
  GError *error = NULL;

  if (!bv_office_is_writable (office) || bv_page_get_movement (page) == 0)
    return;
  title = g_strdup_printf (_ ("List: %s"), bv_list_export_get_title (list));
  if (!bv_issue_register_add (office,
                              &(BvIssue){ .movement_id = bv_page_get_movement (page),
                                          .document = "list",
                                          .title = title,
                                          .medium = bv_list_export_get_medium (path),
                                          .path = path,
                                          .fingerprint = bv_list_export_get_fingerprint (list) },
                              &error))
    bv_page_report (page, error);
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
failed_cb (BvExportBar *bar, GError *error, BvListPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

static void
finished_cb (BvExportBar *bar, gboolean written, BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (BvListExport) list = g_steal_pointer (&priv->exported);

  if (!written)
    return;
  remember_folder (bv_export_bar_get_target (bar));
  register_list (self, list, bv_export_bar_get_target (bar));
}

/* The bar is made when it is needed: most lists are never exported. */
static void
build_bar (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);

  priv->export_bar = BV_EXPORT_BAR (bv_export_bar_new ());
  g_signal_connect (priv->export_bar, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (priv->export_bar, "finished", G_CALLBACK (finished_cb), self);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (priv->stack))),
                  GTK_WIDGET (priv->export_bar));
}

void
bv_list_page_export_to (BvListPage *self, GFile *target)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);

  g_return_if_fail (BV_IS_LIST_PAGE (self));

  if (priv->export_bar == NULL)
    build_bar (self);
  if (bv_export_bar_is_running (priv->export_bar))
    return;
  g_clear_pointer (&priv->exported, bv_list_export_unref);
  priv->exported = bv_list_page_make_export (self);
  bv_export_bar_start (priv->export_bar,
                       bv_page_get_office (BV_PAGE (self)),
                       target,
                       write_list,
                       bv_list_export_ref (priv->exported),
                       (GDestroyNotify) bv_list_export_unref);
}

static void
target_chosen (gpointer owner, GFile *target)
{
  bv_list_page_export_to (owner, target);
}

void
bv_list_page_export_rows (BvPage *page, const char *format)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  gboolean csv = g_str_equal (format, "csv");
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = dup_folder ();
  g_autofree char *name = suggest_name (self, format);
  g_autofree char *pattern = g_strconcat ("*.", format, NULL);

  if (priv->list == NULL || !bv_list_page_flush (page))
    return;
  if (bv_record_list_get_n_rows (priv->list) == 0) {
    bv_page_toast (page, _ ("There are no rows to export"), FALSE);
    return;
  }
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
