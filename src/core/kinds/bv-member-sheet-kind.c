/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member's sheet for one subject: counted when confirmed. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice states[] = {
  { "draft", N_ ("Not confirmed"), NULL },
  { "confirmed", N_ ("Confirmed"), "success" },
  { "recused", N_ ("Does not score"), "warning" },
  { NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "member_id",
    BV_FIELD_REFERENCE,
    N_ ("Member"),
    .group = N_ ("Sheet of a member"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .kind = &bv_council_member_kind },
  { "subject_id", BV_FIELD_SUBJECT, N_ ("Subject"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "state",
    BV_FIELD_CHOICE,
    N_ ("State of the sheet"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = states,
    .initial = "draft" },
  { "reason",
    BV_FIELD_TEXT,
    N_ ("Reason for not scoring"),
    .flags = BV_FIELD_LISTED,
    .maximum = 500 },
};

const BvKind bv_member_sheet_kind = {
  .table = "member_sheet",
  .label = N_ ("score sheet"),
  .plural = N_ ("Score sheets of the members"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "member_id",
};
