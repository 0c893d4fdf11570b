/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the head is asked to reward, with what, in which order. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const BvChoice outcomes[] = {
  { "proposed", N_ ("Proposed"), "success" },
  { "boundary", N_ ("Council decides"), "warning" },
  { "alternate", N_ ("Alternate"), NULL },
  { "outside", N_ ("No longer within the quota"), "error" },
  { "ended", N_ ("Taken off the list"), "error" },
  { NULL },
};

static const BvChoice states[] = {
  { "drafted", N_ ("Proposed to the council"), NULL }, { "submitted", N_ ("Submitted"), "accent" },
  { "decided", N_ ("Rewarded"), "success" },           { "refused", N_ ("Not approved"), "error" },
  { "withdrawn", N_ ("Withdrawn"), "warning" },        { NULL },
};

static const BvChoice votes[] = {
  { "open", N_ ("Not voted"), NULL },
  { "passed", N_ ("Passed"), "success" },
  { "failed", N_ ("Not passed"), "error" },
  { "no-quorum", N_ ("Session lacks its quorum"), "error" },
  { NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "position",
    BV_FIELD_INTEGER,
    N_ ("Order"),
    NULL,
    N_ ("Proposal"),
    BV_FIELD_LISTED | BV_FIELD_ALONE,
    .maximum = 1000000,
    .width = 6 },
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Subject"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .width = 24 },
  { "award_form_id",
    BV_FIELD_REFERENCE,
    N_ ("Award form"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .kind = &bv_award_form_kind,
    .width = 24 },
  { "outcome",
    BV_FIELD_CHOICE,
    N_ ("Standing"),
    .flags = BV_FIELD_LISTED,
    .choices = outcomes,
    .initial = "proposed",
    .width = 14 },
  { "total",
    BV_FIELD_DECIMAL,
    N_ ("Points"),
    .flags = BV_FIELD_POINTS | BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .maximum = 1000000,
    .width = 7 },
  { "rank",
    BV_FIELD_INTEGER,
    N_ ("Rank"),
    .flags = BV_FIELD_LISTED | BV_FIELD_DERIVED | BV_FIELD_MINOR,
    .maximum = 1000000,
    .width = 6 },
  { "summary",
    BV_FIELD_PARAGRAPH,
    N_ ("Summary of achievements"),
    NULL,
    N_ ("Text of the proposal"),
    BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 4000,
    .width = 40 },
  { "grounds", BV_FIELD_PARAGRAPH, N_ ("Grounds"), .maximum = 2000 },
  { "typical", BV_FIELD_BOOLEAN, N_ ("Typical example to follow"), .initial = "0" },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), .maximum = 2000 },
  { "vote_outcome",
    BV_FIELD_CHOICE,
    N_ ("Vote of the council"),
    NULL,
    N_ ("Council"),
    BV_FIELD_DERIVED,
    .choices = votes },
  { "vote_yes", BV_FIELD_INTEGER, N_ ("Votes for"), .flags = BV_FIELD_DERIVED, .maximum = 1000 },
  { "vote_total",
    BV_FIELD_INTEGER,
    N_ ("Votes in all"),
    .flags = BV_FIELD_DERIVED,
    .maximum = 1000 },
  { "vote_need",
    BV_FIELD_INTEGER,
    N_ ("Votes needed"),
    .flags = BV_FIELD_DERIVED,
    .maximum = 1000 },
  { "lowered_from_id",
    BV_FIELD_REFERENCE,
    N_ ("Lowered from"),
    .flags = BV_FIELD_DERIVED,
    .kind = &bv_award_form_kind },
  { "state",
    BV_FIELD_CHOICE,
    N_ ("State"),
    NULL,
    N_ ("Decision"),
    BV_FIELD_LISTED | BV_FIELD_MINOR | BV_FIELD_DERIVED,
    .choices = states,
    .initial = "drafted",
    .width = 14 },
  { "state_on", BV_FIELD_DATE, N_ ("State since") },
  { "state_reason", BV_FIELD_PARAGRAPH, N_ ("Reason for the state"), .maximum = 2000 },
  { "submission_number",
    BV_FIELD_TEXT,
    N_ ("Number of the submission"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "decision_id",
    BV_FIELD_REFERENCE,
    N_ ("Decision"),
    .flags = BV_FIELD_DERIVED,
    .kind = &bv_decision_kind },
  { "base_salary",
    BV_FIELD_INTEGER,
    N_ ("Base salary (VND)"),
    .flags = BV_FIELD_DERIVED,
    .maximum = 1000000000 },
  { "bonus",
    BV_FIELD_INTEGER,
    N_ ("Bonus (VND)"),
    .flags = BV_FIELD_DERIVED,
    .maximum = 1000000000000 },
};

/* Who is taken off the list may ask why, years later. */
static gboolean
check_reason (BvRecord *record, GError **error)
{
  const char *state = bv_record_get_text (record, "state");

  if ((!g_str_equal (state, "withdrawn") && !g_str_equal (state, "refused"))
      || !bv_record_is_null (record, "state_reason"))
    return TRUE;
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_INVALID,
                       _ ("A proposal is taken off the list only with a reason. Write it first."));
  return FALSE;
}

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return check_reason (record, error) && bv_kind_checks_award_subject (record, office, error);
}

const BvKind bv_proposal_kind = {
  .table = "proposal",
  .label = N_ ("proposal"),
  .plural = N_ ("Award proposals"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "subject_id",
  .order_field = "position",
  .check = check,
};
