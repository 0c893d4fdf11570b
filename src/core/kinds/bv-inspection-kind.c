/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found when the office looked at how a department carries out the movement. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvChoice conclusions[] = {
  { "good", N_ ("Good"), "success" },
  { "mend", N_ ("To be mended"), "warning" },
  { "breach", N_ ("Breach"), "error" },
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
    N_ ("Blank for the whole office"),
    N_ ("Inspection"),
    BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .kind = &bv_department_kind,
    .width = 22 },
  { "inspected_on", BV_FIELD_DATE, N_ ("Inspected on"), .flags = BV_FIELD_LISTED },
  { "inspector",
    BV_FIELD_TEXT,
    N_ ("Inspected by"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR | BV_FIELD_SEARCHED,
    .maximum = 200,
    .width = 20 },
  { "content",
    BV_FIELD_PARAGRAPH,
    N_ ("What was looked at"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 2000 },
  { "finding",
    BV_FIELD_PARAGRAPH,
    N_ ("What was found"),
    NULL,
    N_ ("Result"),
    BV_FIELD_SEARCHED,
    .maximum = 4000 },
  { "conclusion",
    BV_FIELD_CHOICE,
    N_ ("Conclusion"),
    .flags = BV_FIELD_LISTED,
    .choices = conclusions,
    .width = 14 },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR | BV_FIELD_SEARCHED,
    .maximum = 100,
    .width = 14 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), .maximum = 2000 },
};

const BvKind bv_inspection_kind = {
  .table = "inspection",
  .label = N_ ("inspection"),
  .plural = N_ ("Inspections"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "content",
  .order_field = "inspected_on",
  .order_descending = TRUE,
};
