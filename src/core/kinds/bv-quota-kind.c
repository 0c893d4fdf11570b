/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of a list may be proposed for an award form in a movement. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice lists[] = {
  { "collectives", N_ ("Collectives"), NULL },
  { "leaders", N_ ("Individuals who lead"), NULL },
  { "staff", N_ ("Individuals who do not lead"), NULL },
  { NULL },
};

static const BvChoice roundings[] = {
  { "floor", N_ ("Down"), NULL },
  { "half-up", N_ ("Half up"), NULL },
  { "ceiling", N_ ("Up"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "award_form_id",
    BV_FIELD_REFERENCE,
    N_ ("Award form"),
    NULL,
    N_ ("Quota"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .kind = &bv_award_form_kind },
  { "list",
    BV_FIELD_CHOICE,
    N_ ("From the list of"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = lists,
    .initial = "staff",
    .width = 24 },
  { "precedence",
    BV_FIELD_INTEGER,
    N_ ("Filled in order"),
    N_ ("Higher forms first"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR,
    .maximum = 99,
    .initial = "1",
    .width = 8 },
  { "percent",
    BV_FIELD_PERCENT,
    N_ ("Rate"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 10000,
    .width = 8 },
  { "base",
    BV_FIELD_INTEGER,
    N_ ("Base"),
    N_ ("Number the rate is taken of, on a fixed date"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 1000000,
    .width = 8 },
  { "base_note", BV_FIELD_TEXT, N_ ("What the base counts"), .maximum = 200 },
  { "rounding",
    BV_FIELD_CHOICE,
    N_ ("Rounding"),
    N_ ("Blank: as the rule pack says"),
    .flags = BV_FIELD_LISTED,
    .choices = roundings,
    .width = 10 },
  { "minimum",
    BV_FIELD_INTEGER,
    N_ ("At least"),
    N_ ("Blank: as the rule pack says"),
    .maximum = 1000000 },
};

const BvKind bv_quota_kind = {
  .table = "quota",
  .label = N_ ("quota"),
  .plural = N_ ("Quotas"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "award_form_id",
  .order_field = "precedence",
};
