/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A member who does not vote on one subject. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "session_id",
    BV_FIELD_REFERENCE,
    N_ ("Session"),
    .group = N_ ("Recusal"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_session_kind },
  { "member_id",
    BV_FIELD_REFERENCE,
    N_ ("Member"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .kind = &bv_council_member_kind },
  { "subject_id", BV_FIELD_SUBJECT, N_ ("Subject"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "reason",
    BV_FIELD_TEXT,
    N_ ("Reason"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 500 },
};

const BvKind bv_recusal_kind = {
  .table = "recusal",
  .label = N_ ("recusal"),
  .plural = N_ ("Recusals"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "member_id",
};
