/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the head is asked to reward, with what, in which order. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice outcomes[] = {
  { "proposed", N_ ("Proposed"), "success" },
  { "boundary", N_ ("Council decides"), "warning" },
  { "alternate", N_ ("Alternate"), NULL },
  { "outside", N_ ("No longer within the quota"), "error" },
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
    BV_FIELD_LISTED,
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
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_award_subject (record, office, error);
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
