/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a signed decision brings about: proposals are decided, money is frozen, the award history
 * is written. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * BvAwardPlan: what a decision would reward.
 * @n_ready: proposals that the council passed and the head of the office may decide
 * @n_elsewhere: passed ones that a higher level decides; they are submitted, not decided here
 * @n_decided: proposals that this decision has rewarded already
 */
typedef struct
{
  guint n_ready;
  guint n_elsewhere;
  guint n_decided;
} BvAwardPlan;

/** bv_award_decision_plan: for the decision @decision_id. */
gboolean
bv_award_decision_plan (BvOffice *office, gint64 decision_id, BvAwardPlan *plan, GError **error);
/**
 * bv_award_decision_carry_out: rewards the ready proposals by the decision, as one undoable step:
 * each gets its state, the base salary of the day (đồng) and its bonus (đồng, Nghị định 98/2023:
 * rounded up to 10 000), and a row in the award history that names the achievements it rests on.
 * Gives the number of awards, or -1; refused without number or date, or when nothing is ready.
 */
int bv_award_decision_carry_out (BvOffice *office, gint64 decision_id, GError **error);

G_END_DECLS
