/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks why points differ from those of the stage before. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_REASON_POPOVER (bv_reason_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvReasonPopover, bv_reason_popover, BV, REASON_POPOVER, GtkPopover)

/* Signal "accepted" (reason): a reason was given, the popover closes next. Closing without a reason
 * is GtkPopover's "closed" alone. */

GtkWidget *bv_reason_popover_new (void);
/** bv_reason_popover_ask: @question is a sentence; @reason is what was said before. */
void bv_reason_popover_ask (BvReasonPopover *self,
                            const GdkRectangle *place,
                            const char *question,
                            const char *reason);
/** bv_reason_popover_answer: as if @reason was typed and Enter pressed. */
void bv_reason_popover_answer (BvReasonPopover *self, const char *reason);

G_END_DECLS
