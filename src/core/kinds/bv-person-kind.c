/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person on the office's staff. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-person-name.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const BvChoice sexes[] = {
  { "female", N_ ("Female"), NULL },
  { "male", N_ ("Male"), NULL },
  { NULL },
};

static const BvChoice categories[] = {
  { "civil-servant", N_ ("Civil servant"), NULL },
  { "public-employee", N_ ("Public employee"), NULL },
  { "contract", N_ ("Contract employee"), NULL },
  { NULL },
};

static const BvChoice statuses[] = {
  { "working", N_ ("Working"), "success" }, { "maternity", N_ ("Maternity leave"), "accent" },
  { "leave", N_ ("On leave"), "accent" },   { "discipline", N_ ("Under discipline"), "error" },
  { "left", N_ ("Left the office"), NULL }, { NULL },
};

static const BvField fields[] = {
  { "full_name",
    BV_FIELD_NAME,
    N_ ("Full name"),
    NULL,
    N_ ("Person"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_KEYED | BV_FIELD_MAIN,
    .maximum = 100 },
  { "family",
    BV_FIELD_TEXT,
    N_ ("Family name"),
    N_ ("Proposed from the full name"),
    .flags = BV_FIELD_ALONE,
    .maximum = 50 },
  { "middle", BV_FIELD_TEXT, N_ ("Middle names"), .flags = BV_FIELD_ALONE, .maximum = 80 },
  { "given",
    BV_FIELD_TEXT,
    N_ ("Given name"),
    N_ ("Lists are ordered by it"),
    .flags = BV_FIELD_ALONE,
    .maximum = 50 },
  { "staff_code",
    BV_FIELD_TEXT,
    N_ ("Staff code"),
    N_ ("Tells namesakes apart when lists are imported"),
    .flags = BV_FIELD_SEARCHED | BV_FIELD_ALONE,
    .maximum = 40 },
  { "sex",
    BV_FIELD_CHOICE,
    N_ ("Sex"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR,
    .choices = sexes,
    .width = 6 },
  { "birth_date",
    BV_FIELD_DATE,
    N_ ("Birth date"),
    N_ ("dd/mm/yyyy or the year"),
    .flags = BV_FIELD_LISTED | BV_FIELD_YEAR_ENOUGH },
  { "category",
    BV_FIELD_CHOICE,
    N_ ("Category"),
    NULL,
    N_ ("Post"),
    BV_FIELD_LISTED | BV_FIELD_MINOR,
    .choices = categories,
    .initial = "civil-servant",
    .width = 12 },
  { "department_id",
    BV_FIELD_REFERENCE,
    N_ ("Department"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .kind = &bv_department_kind,
    .width = 24 },
  { "job_title",
    BV_FIELD_TEXT,
    N_ ("Position"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 100,
    .width = 18 },
  { "is_leader",
    BV_FIELD_BOOLEAN,
    N_ ("Leads a department or the office"),
    N_ ("Ranked apart from staff"),
    .initial = "0" },
  { "status",
    BV_FIELD_CHOICE,
    N_ ("Status"),
    .flags = BV_FIELD_LISTED,
    .choices = statuses,
    .initial = "working",
    .width = 16 },
  { "joined_on", BV_FIELD_DATE, N_ ("Joined on") },
  { "left_on", BV_FIELD_DATE, N_ ("Left on") },
  { "note",
    BV_FIELD_PARAGRAPH,
    N_ ("Note"),
    NULL,
    N_ ("Note"),
    BV_FIELD_SEARCHED,
    .maximum = 4000 },
};

/* The parts of the name follow the full name until somebody sets them otherwise. */
static void
derive (BvRecord *record)
{
  g_autoptr (BvPersonName) name = NULL;

  if (!bv_record_is_changed (record, "full_name") || bv_record_is_changed (record, "given"))
    return;
  name = bv_person_name_split (bv_record_get_text (record, "full_name"));
  bv_record_set_text (record, "family", name->family);
  bv_record_set_text (record, "middle", name->middle);
  bv_record_set_text (record, "given", name->given);
}

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return bv_kind_checks_not_future (record, "birth_date", error)
         && bv_kind_checks_date_order (record, "birth_date", "joined_on", error)
         && bv_kind_checks_date_order (record, "joined_on", "left_on", error);
}

const BvKind bv_person_kind = {
  .table = "person",
  .label = N_ ("person"),
  .plural = N_ ("Staff"),
  .flags = BV_KIND_SUBJECT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "full_name",
  .order_field = "full_name",
  .derive = derive,
  .check = check,
};
