/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether somebody may be rewarded, at a glance: a picture and a word, never colour alone. */
#pragma once
#include "bv-eligibility-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_CONDITION_LIGHT (bv_condition_light_get_type ())
G_DECLARE_FINAL_TYPE (BvConditionLight, bv_condition_light, BV, CONDITION_LIGHT, AdwBin)

GtkWidget *bv_condition_light_new (void);
void bv_condition_light_set_verdict (BvConditionLight *self, const BvEligibilityVerdict *verdict);
/** bv_condition_light_set_result: of one condition, as a whole word; @set_aside says that it does
 * not hold back. */
void bv_condition_light_set_result (BvConditionLight *self,
                                    BvEligibilityResult result,
                                    gboolean set_aside);
/** bv_condition_light_get_text: the word, borrowed. */
const char *bv_condition_light_get_text (BvConditionLight *self);

G_END_DECLS
