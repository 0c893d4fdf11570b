/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that one member of the council gave to one subject for one content. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "member_id",
    BV_FIELD_REFERENCE,
    N_ ("Member"),
    .group = N_ ("Score"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .kind = &bv_council_member_kind },
  { "subject_id", BV_FIELD_SUBJECT, N_ ("Subject"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "criterion_id",
    BV_FIELD_REFERENCE,
    N_ ("Content"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .kind = &bv_criterion_kind },
  { "points",
    BV_FIELD_DECIMAL,
    N_ ("Points"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_POINTS,
    .maximum = 100000 },
};

const BvKind bv_member_score_kind = {
  .table = "member_score",
  .label = N_ ("member's score"),
  .plural = N_ ("Members' scores"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "member_id",
};
