/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of one subject for one content at one stage. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice stages[] = {
  { "self", N_ ("Self-score"), NULL },
  { "head", N_ ("Head of department"), NULL },
  { "office", N_ ("Bureau"), NULL },
  { "council", N_ ("Council"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Subject"),
    NULL,
    N_ ("Score"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN },
  { "criterion_id",
    BV_FIELD_REFERENCE,
    N_ ("Content"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .kind = &bv_criterion_kind },
  { "stage",
    BV_FIELD_CHOICE,
    N_ ("Stage"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = stages,
    .initial = "office" },
  { "points",
    BV_FIELD_DECIMAL,
    N_ ("Points"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_POINTS | BV_FIELD_LISTED,
    .maximum = 100000 },
  { "reason",
    BV_FIELD_TEXT,
    N_ ("Reason for the difference"),
    .flags = BV_FIELD_LISTED,
    .maximum = 500 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_same_movement (record, "criterion_id", office, error)
         && bv_kind_checks_score_range (record, office, error);
}

const BvKind bv_score_kind = {
  .table = "score",
  .label = N_ ("score"),
  .plural = N_ ("Scores"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "subject_id",
  .check = check,
};
