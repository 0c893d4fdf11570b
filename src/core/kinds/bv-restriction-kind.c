/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dated reason that keeps a person or a department from being rewarded. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice types[] = {
  { "considered", N_ ("Being considered for discipline"), "warning" },
  { "investigated", N_ ("Under investigation, prosecution or trial"), "error" },
  { "inspected", N_ ("Inspected with signs of violation"), "warning" },
  { "complaint", N_ ("Complaint or denunciation not settled"), "warning" },
  { "disciplined", N_ ("Disciplined"), "error" },
  { NULL },
};

static const BvField fields[] = {
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Subject"),
    .group = N_ ("Restriction"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER },
  { "type",
    BV_FIELD_CHOICE,
    N_ ("Reason"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .choices = types,
    .initial = "considered" },
  { "from_on", BV_FIELD_DATE, N_ ("From"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "to_on",
    BV_FIELD_DATE,
    N_ ("Until"),
    .hint = N_ ("Blank: not ended"),
    .flags = BV_FIELD_LISTED },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "document_date", BV_FIELD_DATE, N_ ("Document date") },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "from_on", "to_on", error);
}

const BvKind bv_restriction_kind = {
  .table = "restriction",
  .label = N_ ("restriction"),
  .plural = N_ ("Discipline and pending cases"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "type",
  .order_field = "from_on",
  .order_descending = TRUE,
  .check = check,
};
