/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a sheet in a thread. */
#pragma once
#include "bv-source.h"

G_BEGIN_DECLS

/**
 * bv_import_reading_start: opens @path, or goes on with @source, which is taken, and reads @sheet;
 * -1 is the first one that is not hidden. @callback is called with @owner, when it was cancelled
 * too.
 */
void bv_import_reading_start (GObject *owner,
                              const char *path,
                              BvSource *source,
                              int sheet,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback);
/** bv_import_reading_finish: the table; @source (also when the table cannot be read) and the number
 * of the sheet. All owned. */
BvTable *
bv_import_reading_finish (GAsyncResult *result, BvSource **source, guint *sheet, GError **error);

G_END_DECLS
