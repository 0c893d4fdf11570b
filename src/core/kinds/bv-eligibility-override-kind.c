/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition set aside for one subject, with who decided, why and by which document. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Subject"),
    .group = N_ ("Override"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .width = 24 },
  { "award_form_id",
    BV_FIELD_REFERENCE,
    N_ ("Award form"),
    .flags = BV_FIELD_LISTED,
    .kind = &bv_award_form_kind,
    .width = 24 },
  { "check_name",
    BV_FIELD_TEXT,
    N_ ("Condition"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .maximum = 100 },
  { "decided_by",
    BV_FIELD_TEXT,
    N_ ("Decided by"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 200 },
  { "reason",
    BV_FIELD_PARAGRAPH,
    N_ ("Reason"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 2000 },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 100 },
  { "decided_on", BV_FIELD_DATE, N_ ("Decided on") },
};

const BvKind bv_eligibility_override_kind = {
  .table = "eligibility_override",
  .label = N_ ("override"),
  .plural = N_ ("Overrides of a condition"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "check_name",
};
