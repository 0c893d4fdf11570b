/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An achievement that an award was given for. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "award_id",
    BV_FIELD_REFERENCE,
    N_ ("Award"),
    .group = N_ ("Ground"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_award_kind },
  { "achievement_id",
    BV_FIELD_REFERENCE,
    N_ ("Achievement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .kind = &bv_achievement_kind },
};

const BvKind bv_award_ground_kind = {
  .table = "award_ground",
  .label = N_ ("ground of the award"),
  .plural = N_ ("Achievements already rewarded"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "achievement_id",
};
