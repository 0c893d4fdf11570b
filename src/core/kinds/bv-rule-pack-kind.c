/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dated set of thresholds, quotas, money and exclusions that the office keeps beside the shipped
 * ones. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "code",
    BV_FIELD_TEXT,
    N_ ("Code"),
    .group = N_ ("Rule pack"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 40,
    .width = 12 },
  { "title",
    BV_FIELD_TEXT,
    N_ ("Name"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 200 },
  { "valid_from", BV_FIELD_DATE, N_ ("Valid from"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "valid_to", BV_FIELD_DATE, N_ ("Valid until"), .flags = BV_FIELD_LISTED },
  { "content",
    BV_FIELD_PARAGRAPH,
    N_ ("Parameters"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT,
    .maximum = 1000000 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "valid_from", "valid_to", error);
}

const BvKind bv_rule_pack_kind = {
  .table = "rule_pack",
  .label = N_ ("rule pack"),
  .plural = N_ ("Rule packs"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "title",
  .order_field = "valid_from",
  .order_descending = TRUE,
  .check = check,
};
