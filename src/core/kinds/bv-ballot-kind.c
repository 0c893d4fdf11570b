/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question put to the vote: this subject, that award form. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice agendas[] = {
  { "boundary", N_ ("On the boundary of the quota"), "warning" },
  { "disagreement", N_ ("Members disagree"), "warning" },
  { "ordinary", N_ ("By order"), NULL },
  { "lowered", N_ ("Lowered to this form"), "accent" },
  { NULL },
};

static const BvChoice outcomes[] = {
  { "open", N_ ("Not voted"), NULL },
  { "passed", N_ ("Passed"), "success" },
  { "failed", N_ ("Not passed"), "error" },
  { "no-quorum", N_ ("Session lacks its quorum"), "error" },
  { NULL },
};

static const BvField fields[] = {
  { "session_id",
    BV_FIELD_REFERENCE,
    N_ ("Session"),
    .group = N_ ("Line of the ballot"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_session_kind },
  { "position",
    BV_FIELD_INTEGER,
    N_ ("Order"),
    .flags = BV_FIELD_LISTED,
    .maximum = 100000,
    .width = 6 },
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Subject"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN },
  { "award_form_id",
    BV_FIELD_REFERENCE,
    N_ ("Award form"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .kind = &bv_award_form_kind },
  { "proposal_id",
    BV_FIELD_REFERENCE,
    N_ ("Proposal"),
    .flags = BV_FIELD_DERIVED,
    .kind = &bv_proposal_kind },
  { "agenda",
    BV_FIELD_CHOICE,
    N_ ("Why on the agenda"),
    .flags = BV_FIELD_LISTED,
    .choices = agendas,
    .initial = "ordinary" },
  { "lowered_from_id",
    BV_FIELD_REFERENCE,
    N_ ("Lowered from"),
    .flags = BV_FIELD_DERIVED,
    .kind = &bv_award_form_kind },
  { "need", BV_FIELD_INTEGER, N_ ("Votes needed"), .flags = BV_FIELD_DERIVED, .maximum = 1000 },
  { "yes",
    BV_FIELD_INTEGER,
    N_ ("Votes for"),
    .flags = BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .maximum = 1000 },
  { "total",
    BV_FIELD_INTEGER,
    N_ ("Votes in all"),
    .flags = BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .maximum = 1000 },
  { "outcome",
    BV_FIELD_CHOICE,
    N_ ("Outcome"),
    .flags = BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .choices = outcomes,
    .initial = "open" },
  { "note", BV_FIELD_TEXT, N_ ("Note"), .maximum = 500 },
};

const BvKind bv_ballot_kind = {
  .table = "ballot",
  .label = N_ ("line of the ballot"),
  .plural = N_ ("Ballot"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "subject_id",
  .order_field = "position",
};
