/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for a list from tables: a file that is chosen or dropped, cells that are pasted. */
#include "config.h"

#include "bv-copied-files.h"
#include "bv-import-window.h"
#include "bv-list-page-private.h"

#include <glib/gi18n-lib.h>

/* Files come one by one, and the office has its own form. */
static gboolean
is_importable (const BvKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_REQUIRED && kind->fields[i].flags & BV_FIELD_DERIVED)
      return FALSE;
  return !(kind->flags & BV_KIND_SINGLE);
}

gboolean
bv_list_page_can_import (BvListPage *self)
{
  return bv_list_page_can_add (self) && is_importable (BV_LIST_PAGE_GET_CLASS (self)->kind);
}

static void
imported_cb (BvImportWindow *window, const char *message, BvListPage *self)
{
  bv_page_toast (BV_PAGE (self), message, TRUE);
}

/* %NULL when rows cannot be added now. */
static BvImportWindow *
open_window (BvListPage *self)
{
  GtkWidget *window;

  if (!bv_list_page_can_import (self) || !bv_list_page_flush (BV_PAGE (self)))
    return NULL;
  window = bv_import_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 bv_page_get_office (BV_PAGE (self)),
                                 BV_LIST_PAGE_GET_CLASS (self)->kind,
                                 bv_page_get_movement (BV_PAGE (self)));
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
  return BV_IMPORT_WINDOW (window);
}

void
bv_list_page_import_rows (BvPage *page)
{
  open_window (BV_LIST_PAGE (page));
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvListPage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  BvImportWindow *window;

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL) {
    bv_page_toast (BV_PAGE (self), _ ("There are no copied cells to paste"), FALSE);
    return;
  }
  window = open_window (self);
  if (window != NULL)
    bv_import_job_paste (bv_import_window_get_job (window), text);
}

void
bv_list_page_take_files (BvListPage *self, GSList *files)
{
  BvImportWindow *window = open_window (self);

  if (window != NULL)
    bv_import_job_open (bv_import_window_get_job (window), files->data);
}

static gboolean
take (BvListPage *self, GSList *files)
{
  if (files == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return FALSE;
  BV_LIST_PAGE_GET_CLASS (self)->take_files (self, files);
  return TRUE;
}

static void
files_pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvListPage) self = data;
  g_autoptr (GSList) files = bv_copied_files_finish (clipboard, result);

  if (!take (self, files))
    bv_page_toast (BV_PAGE (self), _ ("There are no copied cells to paste"), FALSE);
}

/* A copied file is read itself: as text it is its address. */
void
bv_list_page_paste_rows (BvPage *page)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));

  if (!bv_list_page_can_import (BV_LIST_PAGE (page)))
    return;
  if (bv_copied_files_are_on (clipboard))
    bv_copied_files_read (clipboard, NULL, files_pasted_cb, page);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, g_object_ref (page));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvListPage *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  return bv_list_page_can_import (self) && take (self, files);
}

void
bv_list_page_accept_tables (BvListPage *self, GtkWidget *side)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (side, GTK_EVENT_CONTROLLER (target));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                        gtk_named_action_new ("page.paste")));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                        gtk_named_action_new ("rows.copy")));
  gtk_widget_add_controller (side, keys);
}
