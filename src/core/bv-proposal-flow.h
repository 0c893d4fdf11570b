/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a proposal: submitted, withdrawn or refused, and who moves up in its place. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** BvProposalEnd: how a proposal ends without an award. */
typedef enum {
  BV_PROPOSAL_WITHDRAWN,
  BV_PROPOSAL_REFUSED,
} BvProposalEnd;

/**
 * bv_proposal_flow_submit: sends @proposal_id to whoever decides; refused before the council has
 * passed it.
 */
gboolean bv_proposal_flow_submit (BvOffice *office, gint64 proposal_id, GError **error);
/** BvProposalBatch: proposals for one form that the council passed and that wait. */
typedef struct
{
  gint64 award_form_id;
  guint n;
} BvProposalBatch;

/** bv_proposal_flow_list_passed: BvProposalBatch, in the order of the list; owned. */
GArray *bv_proposal_flow_list_passed (BvOffice *office, gint64 movement_id, GError **error);
/** bv_proposal_flow_submit_passed: proposals of the movement that the council passed and that are
 * not submitted yet, as one step: those for @award_form_id, or all with 0. All are given the
 * @number of the submission, when there is one. Gives how many there are, or -1. */
int bv_proposal_flow_submit_passed (
    BvOffice *office, gint64 movement_id, gint64 award_form_id, const char *number, GError **error);
/**
 * bv_proposal_flow_end: takes @proposal_id off the list, as one undoable step. Its place goes to
 * the next in line; @promoted (out, transfer full) names those who moved up, "" for nobody. Refused
 * without a @reason, and once a decision has rewarded it.
 */
gboolean bv_proposal_flow_end (BvOffice *office,
                               gint64 proposal_id,
                               BvProposalEnd end,
                               const char *reason,
                               char **promoted,
                               GError **error);
/** bv_proposal_flow_restore: puts a proposal that was taken off, or submitted, back to its start;
 * who moved up in its place and was not voted on goes back. */
gboolean bv_proposal_flow_restore (BvOffice *office, gint64 proposal_id, GError **error);
/** bv_proposal_flow_summarise: writes the summary anew from the achievements it rests on. */
gboolean bv_proposal_flow_summarise (BvOffice *office, gint64 proposal_id, GError **error);

G_END_DECLS
