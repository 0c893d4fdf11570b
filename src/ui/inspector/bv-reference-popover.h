/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list under a reference entry: what matches, one row highlighted, the keyboard stays above. */
#pragma once
#include "bv-reference.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_REFERENCE_POPOVER (bv_reference_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvReferencePopover, bv_reference_popover, BV, REFERENCE_POPOVER, GObject)

/* Signal "chosen": a row was clicked. */

/** bv_reference_popover_new: a list that opens under @anchor, which owns it. */
BvReferencePopover *bv_reference_popover_new (GtkWidget *anchor);
/** bv_reference_popover_show: lists @matches (BvReference, borrowed until the next call); the row
 * @chosen is highlighted, or the first one when @chosen is 0. @with_kind adds "department" or
 * "person" behind each name. */
void bv_reference_popover_show (
    BvReferencePopover *self, GPtrArray *matches, guint n_more, gint64 chosen, gboolean with_kind);
/** bv_reference_popover_offer: adds @offers (texts), what can be done instead, below the matches
 * that are shown; the first is highlighted when nothing matches. */
void bv_reference_popover_offer (BvReferencePopover *self, GPtrArray *offers);
/** bv_reference_popover_get_offer: index of the offer that is highlighted; -1 when none is. */
int bv_reference_popover_get_offer (BvReferencePopover *self);
void bv_reference_popover_hide (BvReferencePopover *self);
gboolean bv_reference_popover_is_open (BvReferencePopover *self);
/** bv_reference_popover_move: highlights another row, @by further down. */
void bv_reference_popover_move (BvReferencePopover *self, int by);
/** bv_reference_popover_get_highlighted: borrowed, %NULL when nothing matches. */
const BvReference *bv_reference_popover_get_highlighted (BvReferencePopover *self);

G_END_DECLS
