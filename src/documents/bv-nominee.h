/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a document names for an award: a proposal with what is known of its subject. */
#pragma once
#include "bv-draft.h"

G_BEGIN_DECLS

/** BvNominee: "" where nothing is known; -1 where a number is missing. */
typedef struct
{
  gint64 proposal_id, subject_id, award_form_id, decision_id;
  gboolean collective, woman, typical;
  char *name, *job_title, *department, *birth_year;
  guint n_members, n_women; /* collectives */
  char *award_form, *decider, *summary, *note, *outcome, *state, *vote_outcome;
  gint64 total, rank, yes, votes, bonus;
  gboolean confirmed; /* the office stands for the bonus */
} BvNominee;

typedef enum {
  BV_NOMINEES_PROPOSED, /* what the council is asked about: within the quota or on its boundary */
  BV_NOMINEES_PASSED,   /* what it agreed to; before the vote, what is proposed */
  BV_NOMINEES_OWN,      /* of these, what the head of the office decides */
  BV_NOMINEES_DECIDED,  /* what decision @decision_id rewards */
} BvNomineeChoice;

/** bv_nominee_load: collectives first, form by form, in their order (GPtrArray); owned. */
GPtrArray *
bv_nominee_load (BvDraft *draft, BvNomineeChoice choice, gint64 decision_id, GError **error);
/** bv_nominee_dup_post: "Chuyên viên, Văn phòng" as markup of a cell; owned. */
char *bv_nominee_dup_post (const BvNominee *nominee);
/** bv_nominee_dup_points: "95,50"; "" when there are none; owned. */
char *bv_nominee_dup_points (const BvNominee *nominee);
/** bv_nominee_dup_votes: "7/9"; "" before the vote; owned. */
char *bv_nominee_dup_votes (const BvNominee *nominee);
/** bv_nominee_dup_numbers: "02 tập thể và 15 cá nhân", without those of whom there are none; owned.
 */
char *bv_nominee_dup_numbers (GPtrArray *nominees);
/** bv_nominee_set_counts: fills the placeholders with the number of collectives and persons. */
void bv_nominee_set_counts (BvDraft *draft, GPtrArray *nominees);
/** bv_nominee_begins_group: whether number @i begins another list or another award form. */
gboolean bv_nominee_begins_group (GPtrArray *nominees, guint i);

G_END_DECLS
