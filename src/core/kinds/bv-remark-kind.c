/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A remark on a published list, and its answer. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "publication_id",
    BV_FIELD_REFERENCE,
    N_ ("Publication"),
    .group = N_ ("Remark"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_publication_kind },
  { "received_on", BV_FIELD_DATE, N_ ("Received on"), .flags = BV_FIELD_LISTED },
  { "sender", BV_FIELD_TEXT, N_ ("From whom"), .flags = BV_FIELD_LISTED, .maximum = 200 },
  { "subject_id", BV_FIELD_SUBJECT, N_ ("Concerning"), .flags = BV_FIELD_LISTED },
  { "content",
    BV_FIELD_PARAGRAPH,
    N_ ("Remark"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN | BV_FIELD_SEARCHED,
    .maximum = 4000 },
  { "answer", BV_FIELD_PARAGRAPH, N_ ("Answer"), .flags = BV_FIELD_LISTED, .maximum = 4000 },
  { "answered_on", BV_FIELD_DATE, N_ ("Answered on"), .flags = BV_FIELD_LISTED },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "received_on", "answered_on", error);
}

const BvKind bv_remark_kind = {
  .table = "remark",
  .label = N_ ("remark"),
  .plural = N_ ("Remarks received"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "content",
  .order_field = "received_on",
  .check = check,
};
