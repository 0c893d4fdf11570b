/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which the list of proposals lies open for remarks. */
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
  { "from_on",
    BV_FIELD_DATE,
    N_ ("From"),
    .group = N_ ("Publication"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "to_on", BV_FIELD_DATE, N_ ("Until"), .flags = BV_FIELD_LISTED },
  { "place",
    BV_FIELD_TEXT,
    N_ ("Where"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .maximum = 300 },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "from_on", "to_on", error);
}

const BvKind bv_publication_kind = {
  .table = "publication",
  .label = N_ ("publication"),
  .plural = N_ ("Publication"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "place",
  .order_field = "from_on",
  .check = check,
};
