/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emulation and commendation council, by its founding decision. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "name",
    BV_FIELD_TEXT,
    N_ ("Council"),
    .group = N_ ("Council"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 300 },
  { "decision_number",
    BV_FIELD_TEXT,
    N_ ("Founding decision"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 100,
    .width = 18 },
  { "decision_date", BV_FIELD_DATE, N_ ("Decision date"), .flags = BV_FIELD_LISTED },
  { "from_on", BV_FIELD_DATE, N_ ("In office from"), .flags = BV_FIELD_LISTED },
  { "to_on", BV_FIELD_DATE, N_ ("In office until"), .flags = BV_FIELD_LISTED },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "from_on", "to_on", error);
}

const BvKind bv_council_kind = {
  .table = "council",
  .label = N_ ("council"),
  .plural = N_ ("Councils"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "name",
  .order_field = "decision_date",
  .order_descending = TRUE,
  .check = check,
};
