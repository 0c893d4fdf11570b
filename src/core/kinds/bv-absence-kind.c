/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dated leave of a person. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice types[] = {
  { "maternity", N_ ("Maternity leave"), "accent" },
  { "sick", N_ ("Sick leave"), NULL },
  { "unpaid", N_ ("Unpaid leave"), NULL },
  { "study", N_ ("Study"), NULL },
  { "other", N_ ("Other leave"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "person_id",
    BV_FIELD_REFERENCE,
    N_ ("Person"),
    .group = N_ ("Absence"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_person_kind },
  { "type",
    BV_FIELD_CHOICE,
    N_ ("Kind of leave"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .choices = types,
    .initial = "sick" },
  { "from_on", BV_FIELD_DATE, N_ ("From"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "to_on",
    BV_FIELD_DATE,
    N_ ("Until"),
    .hint = N_ ("Blank: not ended"),
    .flags = BV_FIELD_LISTED },
  { "working_days",
    BV_FIELD_INTEGER,
    N_ ("Working days"),
    .flags = BV_FIELD_LISTED,
    .maximum = 2000 },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "from_on", "to_on", error);
}

const BvKind bv_absence_kind = {
  .table = "absence",
  .label = N_ ("absence"),
  .plural = N_ ("Absences"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "type",
  .order_field = "from_on",
  .order_descending = TRUE,
  .check = check,
};
