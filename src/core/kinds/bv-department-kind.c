/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A collective of the office: a division, the bureau, a centre. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice types[] = {
  { "division", N_ ("Division"), NULL },
  { "bureau", N_ ("Bureau"), NULL },
  { "inspectorate", N_ ("Inspectorate"), NULL },
  { "centre", N_ ("Centre"), NULL },
  { "leadership", N_ ("Leadership of the office"), NULL },
  { "other", N_ ("Other"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "name",
    BV_FIELD_TEXT,
    N_ ("Department name"),
    NULL,
    N_ ("Department"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_KEYED | BV_FIELD_MAIN,
    .maximum = 200 },
  { "short_name",
    BV_FIELD_TEXT,
    N_ ("Short name"),
    N_ ("Used where there is little room"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 40,
    .width = 14 },
  { "type",
    BV_FIELD_CHOICE,
    N_ ("Type"),
    .flags = BV_FIELD_LISTED,
    .choices = types,
    .initial = "division",
    .width = 14 },
  { "position",
    BV_FIELD_INTEGER,
    N_ ("Order"),
    N_ ("Place in official lists"),
    .flags = BV_FIELD_LISTED | BV_FIELD_ALONE,
    .maximum = 9999,
    .width = 7 },
  { "founded_on",
    BV_FIELD_DATE,
    N_ ("Founded on"),
    NULL,
    N_ ("Existence"),
    BV_FIELD_LISTED | BV_FIELD_MINOR },
  { "dissolved_on",
    BV_FIELD_DATE,
    N_ ("Dissolved on"),
    N_ ("The first day without the department"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR },
  { "successor_id",
    BV_FIELD_REFERENCE,
    N_ ("Merged into"),
    .flags = BV_FIELD_DERIVED,
    .kind = &bv_department_kind },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 4000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "founded_on", "dissolved_on", error);
}

const BvKind bv_department_kind = {
  .table = "department",
  .label = N_ ("department"),
  .plural = N_ ("Departments"),
  .flags = BV_KIND_SUBJECT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "name",
  .order_field = "position",
  .check = check,
};
