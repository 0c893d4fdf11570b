/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the workbook of an office was exported last, so that the next time begins with it. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** BvExportMemory: what was left out, so that whatever is new is in. */
typedef struct
{
  guint sheets_left_out;  /* bits */
  GArray *forms_left_out; /* gint64 */
  gboolean split;
  gboolean open_when_done;
  char *folder; /* "" = none yet */
} BvExportMemory;

/** bv_export_memory_load: of the office file @path. */
BvExportMemory *bv_export_memory_load (const char *path);
void bv_export_memory_save (const BvExportMemory *self, const char *path);
void bv_export_memory_free (BvExportMemory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvExportMemory, bv_export_memory_free)

G_END_DECLS
