/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, for which content, and whether it has been verified. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const BvChoice statuses[] = {
  { "draft", N_ ("Draft"), NULL },
  { "waiting", N_ ("Waiting for verification"), "warning" },
  { "verified", N_ ("Verified"), "success" },
  { "returned", N_ ("Returned"), "error" },
  { NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "title",
    BV_FIELD_PARAGRAPH,
    N_ ("Achievement"),
    N_ ("What was done, in one sentence"),
    N_ ("Achievement"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_KEYED | BV_FIELD_MAIN,
    .maximum = 1000 },
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Achieved by"),
    N_ ("Who led; partners are listed apart"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .width = 22 },
  { "criterion_id",
    BV_FIELD_REFERENCE,
    N_ ("Content"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .kind = &bv_criterion_kind,
    .width = 20 },
  { "achieved_on", BV_FIELD_DATE, N_ ("Date"), .flags = BV_FIELD_LISTED },
  { "points",
    BV_FIELD_DECIMAL,
    N_ ("Points"),
    .flags = BV_FIELD_POINTS | BV_FIELD_LISTED,
    .maximum = 100000,
    .width = 7 },
  { "share", BV_FIELD_PERCENT, N_ ("Share of who led"), .maximum = 10000, .initial = "10000" },
  { "description",
    BV_FIELD_PARAGRAPH,
    N_ ("Description"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 8000 },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    NULL,
    N_ ("Proving document"),
    BV_FIELD_SEARCHED,
    .maximum = 100,
    .width = 14 },
  { "document_date", BV_FIELD_DATE, N_ ("Document date") },
  { "status",
    BV_FIELD_CHOICE,
    N_ ("Status"),
    NULL,
    N_ ("Verification"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_ALONE,
    .choices = statuses,
    .initial = "draft",
    .width = 16 },
  { "return_reason",
    BV_FIELD_PARAGRAPH,
    N_ ("Reason for returning"),
    .flags = BV_FIELD_ALONE,
    .maximum = 2000 },
  { "n_returned",
    BV_FIELD_INTEGER,
    N_ ("Times returned"),
    .flags = BV_FIELD_DERIVED,
    .maximum = 1000 },
  { "mend", BV_FIELD_TEXT, N_ ("Fields to mend"), .flags = BV_FIELD_CONTEXT, .maximum = 400 },
  { "verified_by", BV_FIELD_TEXT, N_ ("Verified by"), .flags = BV_FIELD_ALONE, .maximum = 100 },
  { "verified_on", BV_FIELD_DATE, N_ ("Verified on"), .flags = BV_FIELD_ALONE },
  { "typical", BV_FIELD_BOOLEAN, N_ ("Typical example to follow"), .initial = "0" },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  if (g_str_equal (bv_record_get_text (record, "status"), "returned")
      && bv_record_is_null (record, "return_reason")) {
    g_set_error_literal (
        error,
        BV_ERROR,
        BV_ERROR_INVALID,
        _ ("An achievement that is returned needs a reason. Write what has to be mended."));
    return FALSE;
  }
  return bv_kind_checks_same_movement (record, "criterion_id", office, error);
}

const BvKind bv_achievement_kind = {
  .table = "achievement",
  .label = N_ ("achievement"),
  .plural = N_ ("Achievements and evidence"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "title",
  .order_field = "achieved_on",
  .order_descending = TRUE,
  .check = check,
};
