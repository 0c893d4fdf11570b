/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All parameters of a rule pack by subject, in editors of their own. */
#pragma once
#include "bv-rule-group.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_RULE_FORM (bv_rule_form_get_type ())
G_DECLARE_FINAL_TYPE (BvRuleForm, bv_rule_form, BV, RULE_FORM, AdwBin)

/* Signals:
 * "edited" (BvRulePack): what the pack is to become
 * "refused" (GError): what was typed does not fit; the form shows the pack again
 * "confirmed" (parameter, document) */

GtkWidget *bv_rule_form_new (void);
/** bv_rule_form_show: what stays the same keeps its place and focus. */
void bv_rule_form_show (BvRuleForm *self, BvRulePack *pack, gboolean writable);
/** bv_rule_form_flush: what is still being typed is told. */
void bv_rule_form_flush (BvRuleForm *self);

G_END_DECLS
