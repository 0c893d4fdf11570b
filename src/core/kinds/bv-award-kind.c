/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An award that was given: the memory that later movements are checked against. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-office.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const BvChoice types[] = {
  { "merit", N_ ("Merit and achievements"), NULL },
  { "theme", N_ ("Emulation movement"), NULL },
  { "sudden", N_ ("Sudden achievement"), NULL },
  { "contribution", N_ ("Course of contribution"), NULL },
  { "tenure", N_ ("Years of service"), NULL },
  { "external", N_ ("External relations"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Given to"),
    .group = N_ ("Award"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_OWNER
             | BV_FIELD_MAIN },
  { "award_form_id",
    BV_FIELD_REFERENCE,
    N_ ("Award form"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .kind = &bv_award_form_kind,
    .width = 24 },
  { "type",
    BV_FIELD_CHOICE,
    N_ ("Kind of commendation"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = types,
    .initial = "theme",
    .width = 18 },
  { "year",
    BV_FIELD_INTEGER,
    N_ ("Year of achievement"),
    .flags = BV_FIELD_LISTED | BV_FIELD_PLAIN | BV_FIELD_MINOR,
    .minimum = 1945,
    .maximum = 2200,
    .width = 8 },
  { "decision_number",
    BV_FIELD_TEXT,
    N_ ("Decision number"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 100,
    .width = 18 },
  { "decision_date", BV_FIELD_DATE, N_ ("Decision date"), .flags = BV_FIELD_LISTED },
  { "decider", BV_FIELD_TEXT, N_ ("Decided by"), .maximum = 200 },
  { "signer", BV_FIELD_TEXT, N_ ("Signed by"), .maximum = 100 },
  { "content",
    BV_FIELD_PARAGRAPH,
    N_ ("For what achievement"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 4000 },
  { "amount", BV_FIELD_INTEGER, N_ ("Bonus (VND)"), .maximum = 1000000000000 },
  { "typical", BV_FIELD_BOOLEAN, N_ ("Typical example to follow"), .initial = "0" },
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    N_ ("For which it was given; blank when for none"),
    .kind = &bv_movement_kind },
  { "decision_id",
    BV_FIELD_REFERENCE,
    N_ ("Decision"),
    .flags = BV_FIELD_DERIVED,
    .kind = &bv_decision_kind },
  { "proposal_id",
    BV_FIELD_REFERENCE,
    N_ ("Proposal"),
    .flags = BV_FIELD_DERIVED,
    .kind = &bv_proposal_kind },
  { "revoke_reason",
    BV_FIELD_PARAGRAPH,
    N_ ("Reason for annulment"),
    .group = N_ ("Annulment"),
    .maximum = 2000 },
  { "revoke_document", BV_FIELD_TEXT, N_ ("Annulment decision"), .maximum = 100 },
  { "revoked_on", BV_FIELD_DATE, N_ ("Annulled on"), .flags = BV_FIELD_LISTED },
  { "recovered_on", BV_FIELD_DATE, N_ ("Award and money recovered on") },
  { "recovered_amount", BV_FIELD_INTEGER, N_ ("Money recovered (VND)"), .maximum = 1000000000000 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

/* An award ends by a decision of its own; what it brought is recovered only then. */
static gboolean
check_annulment (BvRecord *record, GError **error)
{
  gboolean annulled = !bv_record_is_null (record, "revoked_on");
  gboolean recovered = !bv_record_is_null (record, "recovered_on")
                       || !bv_record_is_null (record, "recovered_amount");

  if (annulled
      && (bv_record_is_null (record, "revoke_reason")
          || bv_record_is_null (record, "revoke_document")))
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("An award is annulled by a decision and for a reason. Enter both "
                            "before the day of the annulment."));
  else if (recovered && !annulled)
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("Award and money are recovered when the award is annulled. Enter the "
                            "annulment first."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  return check_annulment (record, error) && bv_kind_checks_award_subject (record, office, error)
         && bv_kind_checks_date_order (record, "decision_date", "revoked_on", error);
}

/* "Văn phòng Sở · Giấy khen của Giám đốc Sở (tập thể) · 166/QĐ-SNgV": a form is given to many. */
static char *
display (BvRecord *record, BvOffice *office)
{
  g_autofree char *who = bv_office_display (
      office, record, bv_kind_find_field (&bv_award_kind, "subject_id"));
  const char *form = bv_office_get_name (
      office, &bv_award_form_kind, bv_record_get_integer (record, "award_form_id"));
  const char *number = bv_record_get_text (record, "decision_number");

  return g_strdup_printf ("%s%s%s%s%s", who, *who ? " · " : "", form, *number ? " · " : "", number);
}

const BvKind bv_award_kind = {
  .table = "award",
  .label = N_ ("award"),
  .plural = N_ ("Award history"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "award_form_id",
  .order_field = "decision_date",
  .order_descending = TRUE,
  .check = check,
  .display = display,
};
