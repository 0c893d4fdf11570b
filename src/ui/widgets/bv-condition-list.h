/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of conditions of one candidate: what is in the way first, then what is met. Setting a
 * condition aside is one undoable step. */
#pragma once
#include "bv-eligibility-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_CONDITION_LIST (bv_condition_list_get_type ())
G_DECLARE_FINAL_TYPE (BvConditionList, bv_condition_list, BV, CONDITION_LIST, GtkBox)

/* Signals: "done" (message): something was changed; "failed" (GError, borrowed). */

/** bv_condition_list_new: of @card, which is not kept; @movement_id: where exceptions belong. */
GtkWidget *
bv_condition_list_new (BvOffice *office, gint64 movement_id, const BvEligibilityCard *card);
/** bv_condition_list_find: the row of a check, borrowed; %NULL when it is not on the card. */
GtkWidget *bv_condition_list_find (BvConditionList *self, BvEligibilityCheck check);

G_END_DECLS
