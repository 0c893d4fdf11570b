/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A member of a council: a person of the office or somebody from outside. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice roles[] = {
  { "chair", N_ ("Chair"), NULL },
  { "vice", N_ ("Vice chair"), NULL },
  { "standing", N_ ("Standing member"), NULL },
  { "secretary", N_ ("Member and secretary"), NULL },
  { "member", N_ ("Member"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "council_id",
    BV_FIELD_REFERENCE,
    N_ ("Council"),
    .group = N_ ("Member"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_council_kind },
  { "position",
    BV_FIELD_INTEGER,
    N_ ("Order"),
    .flags = BV_FIELD_LISTED,
    .maximum = 1000,
    .width = 6 },
  { "full_name",
    BV_FIELD_NAME,
    N_ ("Full name"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 100 },
  { "person_id",
    BV_FIELD_REFERENCE,
    N_ ("Person on the staff"),
    .hint = N_ ("Blank for a member from outside"),
    .kind = &bv_person_kind },
  { "job_title",
    BV_FIELD_TEXT,
    N_ ("Position"),
    .flags = BV_FIELD_LISTED,
    .maximum = 200,
    .width = 24 },
  { "role",
    BV_FIELD_CHOICE,
    N_ ("Role in the council"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = roles,
    .initial = "member",
    .width = 16 },
  { "from_on", BV_FIELD_DATE, N_ ("Member from") },
  { "to_on", BV_FIELD_DATE, N_ ("Member until") },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_date_order (record, "from_on", "to_on", error);
}

const BvKind bv_council_member_kind = {
  .table = "council_member",
  .label = N_ ("council member"),
  .plural = N_ ("Council members"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "full_name",
  .order_field = "position",
  .check = check,
};
