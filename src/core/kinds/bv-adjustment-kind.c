/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonus or penalty points of a subject, with the reason. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice types[] = {
  { "bonus", N_ ("Bonus points"), "success" },
  { "penalty", N_ ("Penalty points"), "error" },
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
    N_ ("Bonus or penalty"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .width = 24 },
  { "type",
    BV_FIELD_CHOICE,
    N_ ("Bonus or penalty"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = types,
    .initial = "bonus",
    .width = 14 },
  { "points",
    BV_FIELD_DECIMAL,
    N_ ("Points"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_POINTS | BV_FIELD_LISTED,
    .maximum = 100000,
    .width = 7 },
  { "reason",
    BV_FIELD_PARAGRAPH,
    N_ ("Reason"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 1000 },
  { "decided_on", BV_FIELD_DATE, N_ ("Decided on"), .flags = BV_FIELD_LISTED },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR | BV_FIELD_SEARCHED,
    .maximum = 100,
    .width = 14 },
};

const BvKind bv_adjustment_kind = {
  .table = "adjustment",
  .label = N_ ("adjustment"),
  .plural = N_ ("Bonus and penalty points"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "reason",
  .order_field = "decided_on",
};
