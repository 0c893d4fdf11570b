/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file manager leaves on the clipboard. */
#include "config.h"

#include "bv-copied-files.h"

gboolean
bv_copied_files_are_on (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         || gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

void
bv_copied_files_read (GdkClipboard *clipboard,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer object)
{
  gdk_clipboard_read_value_async (clipboard,
                                  GDK_TYPE_FILE_LIST,
                                  G_PRIORITY_DEFAULT,
                                  cancellable,
                                  callback,
                                  g_object_ref (object));
}

GSList *
bv_copied_files_finish (GObject *clipboard, GAsyncResult *result)
{
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  return value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)
             ? gdk_file_list_get_files (g_value_get_boxed (value))
             : NULL;
}
