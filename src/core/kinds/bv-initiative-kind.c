/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new solution or study recognised by a competent body: the ground of higher titles. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice scopes[] = {
  { "office", N_ ("Office level"), NULL },
  { "province", N_ ("Province level"), NULL },
  { "state", N_ ("State level"), NULL },
  { NULL },
};

static const BvField fields[] = {
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Author"),
    .group = N_ ("Initiative"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER },
  { "title",
    BV_FIELD_TEXT,
    N_ ("Initiative"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN | BV_FIELD_SEARCHED,
    .maximum = 500 },
  { "scope",
    BV_FIELD_CHOICE,
    N_ ("Influence"),
    .flags = BV_FIELD_LISTED,
    .choices = scopes,
    .initial = "office" },
  { "recognised_on", BV_FIELD_DATE, N_ ("Recognised on"), .flags = BV_FIELD_LISTED },
  { "recognised_by", BV_FIELD_TEXT, N_ ("Recognised by"), .maximum = 200 },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

const BvKind bv_initiative_kind = {
  .table = "initiative",
  .label = N_ ("initiative"),
  .plural = N_ ("Recognised initiatives"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "title",
  .order_field = "recognised_on",
  .order_descending = TRUE,
};
