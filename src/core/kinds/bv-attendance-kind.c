/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a member came, sent a written opinion or was absent. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice presences[] = {
  { "present", N_ ("Present"), "success" },
  { "written", N_ ("Absent, written opinion"), "accent" },
  { "absent", N_ ("Absent"), "warning" },
  { NULL },
};

static const BvField fields[] = {
  { "session_id",
    BV_FIELD_REFERENCE,
    N_ ("Session"),
    .group = N_ ("Attendance"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_session_kind },
  { "member_id",
    BV_FIELD_REFERENCE,
    N_ ("Member"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .kind = &bv_council_member_kind },
  { "presence",
    BV_FIELD_CHOICE,
    N_ ("Presence"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .choices = presences,
    .initial = "present" },
  { "reason", BV_FIELD_TEXT, N_ ("Reason for absence"), .flags = BV_FIELD_LISTED, .maximum = 500 },
  { "received_on", BV_FIELD_DATE, N_ ("Opinion received on") },
};

const BvKind bv_attendance_kind = {
  .table = "attendance",
  .label = N_ ("attendance"),
  .plural = N_ ("Attendance"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "member_id",
};
