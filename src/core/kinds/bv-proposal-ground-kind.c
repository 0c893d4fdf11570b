/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An achievement that a proposal rests on: used once, rewarded once. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "proposal_id",
    BV_FIELD_REFERENCE,
    N_ ("Proposal"),
    .group = N_ ("Ground"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_proposal_kind },
  { "achievement_id",
    BV_FIELD_REFERENCE,
    N_ ("Achievement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .kind = &bv_achievement_kind },
};

const BvKind bv_proposal_ground_kind = {
  .table = "proposal_ground",
  .label = N_ ("ground of the proposal"),
  .plural = N_ ("Achievements that the proposal rests on"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "achievement_id",
};
