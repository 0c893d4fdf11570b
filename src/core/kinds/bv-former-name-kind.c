/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a department was called until a day: lists and documents of that time go on saying so. */
#include "config.h"

#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "department_id",
    BV_FIELD_REFERENCE,
    N_ ("Department"),
    NULL,
    N_ ("Former name"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_OWNER,
    .kind = &bv_department_kind },
  { "name",
    BV_FIELD_TEXT,
    N_ ("Former name"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .maximum = 200 },
  { "short_name", BV_FIELD_TEXT, N_ ("Short name"), .maximum = 40 },
  { "until_on",
    BV_FIELD_DATE,
    N_ ("Until"),
    N_ ("The last day on which the department had this name"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Decision number"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 100 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), .maximum = 2000 },
};

const BvKind bv_former_name_kind = {
  .table = "former_name",
  .label = N_ ("former name"),
  .plural = N_ ("Former names"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "name",
  .order_field = "until_on",
};
