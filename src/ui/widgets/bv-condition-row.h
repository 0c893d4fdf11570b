/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One condition on a card: its result, the fact, the basis; and the way to set it aside. */
#pragma once
#include "bv-eligibility-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_CONDITION_ROW (bv_condition_row_get_type ())
G_DECLARE_FINAL_TYPE (BvConditionRow, bv_condition_row, BV, CONDITION_ROW, GtkBox)

/* Signals: "set-aside" (who decided, reason, document number); "restore": the exception ends. */

/** bv_condition_row_new: nothing of @line is kept; @writable: whether it may be set aside. */
GtkWidget *bv_condition_row_new (const BvEligibilityCardLine *line, gboolean writable);
/** bv_condition_row_ask: opens the form that sets the condition aside. */
void bv_condition_row_ask (BvConditionRow *self);
/** bv_condition_row_set_aside: as if the form was filled and confirmed. */
void bv_condition_row_set_aside (BvConditionRow *self,
                                 const char *decided_by,
                                 const char *reason,
                                 const char *document_number);

G_END_DECLS
