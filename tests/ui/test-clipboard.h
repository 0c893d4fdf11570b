/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file manager leaves on the clipboard. */
#pragma once
#include <gtk/gtk.h>

/* A copied file is there as itself and as text. */
static inline void
copy_file (GtkWidget *widget, GFile *file)
{
  GSList files = { file, NULL };
  GdkFileList *list = gdk_file_list_new_from_list (&files);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (
      (GdkContentProvider *[]){ gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list),
                                gdk_content_provider_new_typed (G_TYPE_STRING, uri) },
      2);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
}
