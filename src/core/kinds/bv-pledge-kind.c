/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a department or a person promised for one content of the movement. */
#include "config.h"

#include "bv-kind-checks.h"
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
    N_ ("Registered by"),
    NULL,
    N_ ("Pledge"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .width = 24 },
  { "criterion_id",
    BV_FIELD_REFERENCE,
    N_ ("Content"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .kind = &bv_criterion_kind,
    .width = 22 },
  { "commitment",
    BV_FIELD_PARAGRAPH,
    N_ ("Commitment"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_KEYED
             | BV_FIELD_MAIN,
    .maximum = 2000 },
  { "target",
    BV_FIELD_DECIMAL,
    N_ ("Target"),
    NULL,
    N_ ("Measure"),
    BV_FIELD_LISTED | BV_FIELD_MINOR,
    .width = 9 },
  { "unit",
    BV_FIELD_TEXT,
    N_ ("Unit"),
    N_ ("articles, procedures, %"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR,
    .maximum = 40,
    .width = 10 },
  { "due_on", BV_FIELD_DATE, N_ ("Due on"), .flags = BV_FIELD_LISTED },
  { "award_form_id", BV_FIELD_REFERENCE, N_ ("Award aimed at"), .kind = &bv_award_form_kind },
  { "registered_on",
    BV_FIELD_DATE,
    N_ ("Registered on"),
    NULL,
    N_ ("Registration"),
    BV_FIELD_LISTED | BV_FIELD_MINOR },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_same_movement (record, "criterion_id", office, error);
}

const BvKind bv_pledge_kind = {
  .table = "pledge",
  .label = N_ ("pledge"),
  .plural = N_ ("Pledges"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "commitment",
  .order_field = "registered_on",
  .order_descending = TRUE,
  .check = check,
};
