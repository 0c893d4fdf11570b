/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who else had a share in an achievement. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice roles[] = {
  { "lead", N_ ("Leads"), NULL },
  { "support", N_ ("Takes part"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "achievement_id",
    BV_FIELD_REFERENCE,
    N_ ("Achievement"),
    NULL,
    N_ ("Partner"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_achievement_kind },
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Partner"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN },
  { "role",
    BV_FIELD_CHOICE,
    N_ ("Role"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = roles,
    .initial = "support" },
  { "share",
    BV_FIELD_PERCENT,
    N_ ("Share"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 10000,
    .initial = "5000" },
  { "note", BV_FIELD_TEXT, N_ ("Note"), .maximum = 500 },
};

const BvKind bv_credit_kind = {
  .table = "credit",
  .label = N_ ("partner"),
  .plural = N_ ("Partners"),
  .flags = 0,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "subject_id",
};
