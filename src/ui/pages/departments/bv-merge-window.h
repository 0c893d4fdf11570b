/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Departments that are merged, or one that gets another name: who, into which, from what day, and
 * what will happen. */
#pragma once
#include "bv-page.h"
#include "bv-task-window.h"

G_BEGIN_DECLS

#define BV_TYPE_MERGE_WINDOW (bv_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (BvMergeWindow, bv_merge_window, BV, MERGE_WINDOW, BvTaskWindow)

/** bv_merge_window_open: over @page, with the department @id (0: none) ticked; %NULL, and a report
 * on
 * @page, when it cannot. */
GtkWidget *bv_merge_window_open (BvPage *page, gint64 id);
/** bv_merge_window_choose: ticks the department @id. */
void bv_merge_window_choose (BvMergeWindow *self, gint64 id);
/** bv_merge_window_fill: as if @value was entered in @field: "into", "name", "short_name", "on",
 * "document_number". */
void bv_merge_window_fill (BvMergeWindow *self, const char *field, const BvValue *value);
/** bv_merge_window_dup_preview: what it says will happen, or what is missing; owned. */
char *bv_merge_window_dup_preview (BvMergeWindow *self);
/** bv_merge_window_apply: as if confirmed; %FALSE when something is in the way. */
gboolean bv_merge_window_apply (BvMergeWindow *self);

G_END_DECLS
