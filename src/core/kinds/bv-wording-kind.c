/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fixed sentence of a document as this office words it. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "document",
    BV_FIELD_TEXT,
    N_ ("Document"),
    .group = N_ ("Wording"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 40 },
  { "sentence",
    BV_FIELD_TEXT,
    N_ ("Sentence"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED,
    .maximum = 40 },
  { "text",
    BV_FIELD_PARAGRAPH,
    N_ ("Text"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .maximum = 8000 },
};

const BvKind bv_wording_kind = {
  .table = "wording",
  .label = N_ ("wording"),
  .plural = N_ ("Wordings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "text",
};
