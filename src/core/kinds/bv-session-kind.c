/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One meeting of the council, from its agenda to its seal. */
#include "config.h"

#include "bv-error.h"
#include "bv-kind.h"
#include "bv-record.h"
#include "bv-sha256.h"

#include <glib/gi18n-lib.h>

static const BvChoice statuses[] = {
  { "planned", N_ ("Being prepared"), NULL },
  { "voting", N_ ("Voting"), "warning" },
  { "sealed", N_ ("Sealed"), "success" },
  { NULL },
};

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "council_id",
    BV_FIELD_REFERENCE,
    N_ ("Council"),
    .group = N_ ("Session"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .kind = &bv_council_kind,
    .width = 24 },
  { "title",
    BV_FIELD_TEXT,
    N_ ("Session"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 300 },
  { "held_on", BV_FIELD_DATE, N_ ("Held on"), .flags = BV_FIELD_LISTED },
  { "place", BV_FIELD_TEXT, N_ ("Meeting place"), .flags = BV_FIELD_LISTED, .maximum = 200 },
  { "chair_id", BV_FIELD_REFERENCE, N_ ("Chaired by"), .kind = &bv_council_member_kind },
  { "secretary_id", BV_FIELD_REFERENCE, N_ ("Secretary"), .kind = &bv_council_member_kind },
  { "status",
    BV_FIELD_CHOICE,
    N_ ("Status"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_DERIVED,
    .choices = statuses,
    .initial = "planned",
    .width = 14 },
  { "minutes",
    BV_FIELD_PARAGRAPH,
    N_ ("Notes for the minutes"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 8000 },
  { "pack_code", BV_FIELD_TEXT, N_ ("Rule pack"), .flags = BV_FIELD_DERIVED, .maximum = 40 },
  { "sealed_on", BV_FIELD_DATE, N_ ("Sealed on"), .flags = BV_FIELD_DERIVED },
  { "seal", BV_FIELD_TEXT, N_ ("Seal"), .flags = BV_FIELD_DERIVED, .maximum = 64 },
  { "sealed_text",
    BV_FIELD_PARAGRAPH,
    N_ ("What was sealed"),
    .flags = BV_FIELD_CONTEXT,
    .maximum = 1000000 },
  { "reopened_on", BV_FIELD_DATE, N_ ("Reopened on"), .flags = BV_FIELD_DERIVED },
  { "reopen_reason",
    BV_FIELD_PARAGRAPH,
    N_ ("Reason for reopening"),
    .flags = BV_FIELD_DERIVED,
    .maximum = 2000 },
};

/* Nobody seals a session by hand: the seal is the hash of what it seals. */
static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  const char *text = bv_record_get_text (record, "sealed_text");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *hash = bv_sha256_of_bytes (bytes);

  if (!g_str_equal (bv_record_get_text (record, "status"), "sealed")
      || g_str_equal (bv_record_get_text (record, "seal"), hash))
    return TRUE;
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_INVALID,
                       _ ("A session is sealed by closing it under “Sessions and votes”, when its "
                          "votes are counted."));
  return FALSE;
}

const BvKind bv_session_kind = {
  .table = "session",
  .label = N_ ("session"),
  .plural = N_ ("Council sessions"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "title",
  .order_field = "held_on",
  .order_descending = TRUE,
  .check = check,
};
