/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition set aside for one subject, with who decided, why and by which document. */
#include "config.h"

#include "bv-kind.h"
#include "bv-office.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

/* The conditions of bv_eligibility_check_name, in their order. */
static const BvChoice conditions[] = {
  { "restriction", N_ ("No discipline in force, no pending case"), NULL },
  { "discipline", N_ ("No discipline served in the time counted"), NULL },
  { "dissolved", N_ ("The department exists"), NULL },
  { "pledge", N_ ("Registered for the movement"), NULL },
  { "months-in-office", N_ ("Long enough in the office"), NULL },
  { "absence", N_ ("Not away for long"), NULL },
  { "form-exists", N_ ("The award form exists"), NULL },
  { "form-subject", N_ ("The award form is for such a subject"), NULL },
  { "form-level", N_ ("The right level decides"), NULL },
  { "form-valid", N_ ("The award form is in force"), NULL },
  { "form-occasion", N_ ("The award form suits the occasion"), NULL },
  { "same-form", N_ ("Not given for this movement yet"), NULL },
  { "two-forms", N_ ("No second form for the same achievement"), NULL },
  { "achievement-used", N_ ("Achievements not rewarded before"), NULL },
  { "theme-as-ground", N_ ("Does not rest on a movement's or sudden award"), NULL },
  { "chain", N_ ("Titles in a row"), NULL },
  { "collective-standard", N_ ("Standard of the collective title"), NULL },
  { "fighter-standard", N_ ("Standard of Chiến sĩ thi đua cơ sở"), NULL },
  { "advanced-standard", N_ ("Standard of Lao động tiên tiến"), NULL },
  { "head-of-unit", N_ ("The department of the head is proposed too"), NULL },
  { "lower-form", N_ ("No lower form is required"), NULL },
  { NULL, NULL, NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Subject"),
    .group = N_ ("Override"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .width = 24 },
  { "award_form_id",
    BV_FIELD_REFERENCE,
    N_ ("Award form"),
    .flags = BV_FIELD_LISTED,
    .kind = &bv_award_form_kind,
    .width = 24 },
  { "check_name",
    BV_FIELD_CHOICE,
    N_ ("Condition"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .choices = conditions },
  { "decided_by",
    BV_FIELD_TEXT,
    N_ ("Decided by"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 200 },
  { "reason",
    BV_FIELD_PARAGRAPH,
    N_ ("Reason"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 2000 },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "decided_on", BV_FIELD_DATE, N_ ("Decided on") },
};

/* "Lộc Văn Toản · Không bị kỷ luật": a condition is set aside for one subject. */
static char *
display (BvRecord *record, BvOffice *office)
{
  const char *subject = bv_office_get_subject_name (office,
                                                    bv_record_get_integer (record, "subject_id"));
  g_autofree char *who = g_strdup (subject);
  g_autofree char *condition = bv_office_display (
      office, record, bv_kind_find_field (bv_record_get_kind (record), "check_name"));

  return g_strdup_printf ("%s%s%s", who, *who ? " · " : "", condition);
}

const BvKind bv_eligibility_override_kind = {
  .table = "eligibility_override",
  .label = N_ ("override"),
  .plural = N_ ("Overrides of a condition"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "check_name",
  .display = display,
};
