/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the counting team wrote down, typed twice: of the whole ballot box, or of one line. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "session_id",
    BV_FIELD_REFERENCE,
    N_ ("Session"),
    .group = N_ ("Tally"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_session_kind },
  { "ballot_id",
    BV_FIELD_REFERENCE,
    N_ ("Line of the ballot"),
    .flags = BV_FIELD_LISTED,
    .kind = &bv_ballot_kind },
  { "entry",
    BV_FIELD_INTEGER,
    N_ ("Entry"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .minimum = 1,
    .maximum = 2 },
  { "issued", BV_FIELD_INTEGER, N_ ("Ballots issued"), .flags = BV_FIELD_LISTED, .maximum = 1000 },
  { "returned",
    BV_FIELD_INTEGER,
    N_ ("Ballots returned"),
    .flags = BV_FIELD_LISTED,
    .maximum = 1000 },
  { "blank", BV_FIELD_INTEGER, N_ ("Blank ballots"), .flags = BV_FIELD_LISTED, .maximum = 1000 },
  { "invalid",
    BV_FIELD_INTEGER,
    N_ ("Invalid ballots"),
    .flags = BV_FIELD_LISTED,
    .maximum = 1000 },
  { "yes", BV_FIELD_INTEGER, N_ ("Votes for"), .flags = BV_FIELD_LISTED, .maximum = 1000 },
  { "no", BV_FIELD_INTEGER, N_ ("Votes against"), .flags = BV_FIELD_LISTED, .maximum = 1000 },
  { "written_yes",
    BV_FIELD_INTEGER,
    N_ ("For in writing"),
    .flags = BV_FIELD_LISTED,
    .maximum = 1000 },
  { "written_no",
    BV_FIELD_INTEGER,
    N_ ("Against in writing"),
    .flags = BV_FIELD_LISTED,
    .maximum = 1000 },
};

const BvKind bv_tally_kind = {
  .table = "tally",
  .label = N_ ("tally"),
  .plural = N_ ("Tallies"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "entry",
};
