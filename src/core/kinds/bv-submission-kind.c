/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a department has sent in one of its forms, and what became of it. */
#include "config.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const BvChoice forms[] = {
  { "pledges", N_ ("Pledges"), NULL },
  { "achievements", N_ ("Achievements and self-scores"), NULL },
  { NULL },
};

static const BvChoice states[] = {
  { "missing", N_ ("Not sent"), "warning" },
  { "sent", N_ ("Sent"), "accent" },
  { "returned", N_ ("Returned"), "error" },
  { "received", N_ ("Received"), "success" },
  { NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "department_id",
    BV_FIELD_REFERENCE,
    N_ ("Department"),
    NULL,
    N_ ("Form"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .kind = &bv_department_kind },
  { "form",
    BV_FIELD_CHOICE,
    N_ ("Form"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = forms,
    .initial = "pledges",
    .width = 24 },
  { "state",
    BV_FIELD_CHOICE,
    N_ ("State"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = states,
    .initial = "missing",
    .width = 12 },
  { "due_on", BV_FIELD_DATE, N_ ("To be sent by"), .flags = BV_FIELD_LISTED },
  { "state_on", BV_FIELD_DATE, N_ ("State since"), .flags = BV_FIELD_LISTED },
  { "note",
    BV_FIELD_PARAGRAPH,
    N_ ("Note"),
    N_ ("What has to be mended when it is returned"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR,
    .maximum = 2000 },
};

/* The state is said with its day, which is today unless another one is said too. */
static void
derive (BvRecord *record)
{
  g_autofree char *today = bv_date_today ();

  if (!bv_record_is_changed (record, "state") || bv_record_is_changed (record, "state_on"))
    return;
  if (g_str_equal (bv_record_get_text (record, "state"), "missing"))
    bv_record_set_null (record, "state_on");
  else
    bv_record_set_text (record, "state_on", today);
}

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  if (g_str_equal (bv_record_get_text (record, "state"), "returned")
      && bv_record_is_null (record, "note")) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("A form that is returned needs a note. Write what has to be mended."));
    return FALSE;
  }
  return TRUE;
}

const BvKind bv_submission_kind = {
  .table = "submission",
  .label = N_ ("department form"),
  .plural = N_ ("Department forms"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "department_id",
  .derive = derive,
  .check = check,
};
