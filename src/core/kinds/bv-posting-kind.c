/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dated post of a person: lists and documents use the one held on the movement's closing date. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice unit_places[] = {
  { "head", N_ ("Heads the unit"), NULL },
  { "deputy", N_ ("Deputy of the head"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "person_id",
    BV_FIELD_REFERENCE,
    N_ ("Person"),
    NULL,
    N_ ("Posting"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_person_kind },
  { "department_id",
    BV_FIELD_REFERENCE,
    N_ ("Department"),
    .flags = BV_FIELD_LISTED,
    .kind = &bv_department_kind },
  { "job_title",
    BV_FIELD_TEXT,
    N_ ("Position"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MAIN,
    .maximum = 100 },
  { "is_leader", BV_FIELD_BOOLEAN, N_ ("Leads a department or the office"), .initial = "0" },
  { "unit_place",
    BV_FIELD_CHOICE,
    N_ ("Head or deputy"),
    N_ ("Blank: as the position says; “Phó …” is a deputy"),
    .choices = unit_places },
  { "from_on", BV_FIELD_DATE, N_ ("From"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "to_on", BV_FIELD_DATE, N_ ("Until"), N_ ("Blank: still held"), .flags = BV_FIELD_LISTED },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Decision number"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "from_on", "to_on", error);
}

const BvKind bv_posting_kind = {
  .table = "posting",
  .label = N_ ("posting"),
  .plural = N_ ("Postings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "job_title",
  .order_field = "from_on",
  .check = check,
};
