/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few choices side by side, one of them pressed. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_SEGMENTS (bv_segments_get_type ())
G_DECLARE_FINAL_TYPE (BvSegments, bv_segments, BV, SEGMENTS, AdwBin)

/* Signal "changed": another segment was chosen. */

/** bv_segments_new: @label says to screen readers what is chosen here. */
GtkWidget *bv_segments_new (const char *label);
/** bv_segments_add: @label is translated; the first one is chosen. */
void bv_segments_add (BvSegments *self, const char *label);
/** bv_segments_set_shown: a segment that has no sense now is left out. */
void bv_segments_set_shown (BvSegments *self, guint index, gboolean shown);
guint bv_segments_get_chosen (BvSegments *self);
/** bv_segments_get_label: of the chosen one; borrowed. */
const char *bv_segments_get_label (BvSegments *self);
void bv_segments_choose (BvSegments *self, guint index);

G_END_DECLS
