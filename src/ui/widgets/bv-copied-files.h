/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file manager leaves on the clipboard. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_copied_files_are_on: whether files were copied, and not only text or a picture. */
gboolean bv_copied_files_are_on (GdkClipboard *clipboard);
/** bv_copied_files_read: calls @callback with a reference of @object, which it gives up.
 * @cancellable is nullable. */
void bv_copied_files_read (GdkClipboard *clipboard,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer object);
/** bv_copied_files_finish: in the callback; the list owned, its files borrowed until it ends;
 * %NULL when they could not be read. */
GSList *bv_copied_files_finish (GObject *clipboard, GAsyncResult *result);

G_END_DECLS
