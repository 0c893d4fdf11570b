/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document by which a competent head rewards. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "number",
    BV_FIELD_TEXT,
    N_ ("Decision number"),
    .group = N_ ("Decision"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 100,
    .width = 18 },
  { "issued_on", BV_FIELD_DATE, N_ ("Issued on"), .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "title",
    BV_FIELD_PARAGRAPH,
    N_ ("Subject matter"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 1000 },
  { "decider",
    BV_FIELD_TEXT,
    N_ ("Issued by"),
    .flags = BV_FIELD_LISTED,
    .maximum = 200,
    .width = 24 },
  { "signer",
    BV_FIELD_TEXT,
    N_ ("Signed by"),
    .flags = BV_FIELD_LISTED,
    .maximum = 100,
    .width = 20 },
  { "signer_title", BV_FIELD_TEXT, N_ ("Title of the signer"), .maximum = 100 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

const BvKind bv_decision_kind = {
  .table = "decision",
  .label = N_ ("decision"),
  .plural = N_ ("Award decisions"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "number",
  .order_field = "issued_on",
  .order_descending = TRUE,
};
