/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a person or a department did its tasks in a year. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice levels[] = {
  { "excellent", N_ ("Excellent completion of tasks"), "success" },
  { "good", N_ ("Good completion of tasks"), "accent" },
  { "completed", N_ ("Completion of tasks"), NULL },
  { "not", N_ ("Tasks not completed"), "error" },
  { NULL },
};

static const BvField fields[] = {
  { "subject_id",
    BV_FIELD_SUBJECT,
    N_ ("Subject"),
    .group = N_ ("Yearly rating"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER },
  { "year",
    BV_FIELD_INTEGER,
    N_ ("Year"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_PLAIN,
    .minimum = 1945,
    .maximum = 2200 },
  { "level",
    BV_FIELD_CHOICE,
    N_ ("Rating"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_MAIN,
    .choices = levels,
    .initial = "completed" },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), NULL, N_ ("Note"), .maximum = 2000 },
};

const BvKind bv_rating_kind = {
  .table = "rating",
  .label = N_ ("yearly rating"),
  .plural = N_ ("Yearly ratings"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "level",
  .order_field = "year",
  .order_descending = TRUE,
};
