/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When and how a department told its staff of the movement. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "department_id",
    BV_FIELD_REFERENCE,
    N_ ("Department"),
    NULL,
    N_ ("Dissemination"),
    BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_MAIN,
    .kind = &bv_department_kind },
  { "informed_on", BV_FIELD_DATE, N_ ("Informed on"), .flags = BV_FIELD_LISTED },
  { "method",
    BV_FIELD_TEXT,
    N_ ("By what means"),
    N_ ("Meeting, notice, branch meeting …"),
    .flags = BV_FIELD_LISTED | BV_FIELD_SEARCHED,
    .maximum = 200,
    .width = 24 },
  { "attendees",
    BV_FIELD_INTEGER,
    N_ ("Number informed"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR,
    .maximum = 100000,
    .width = 10 },
  { "document_number",
    BV_FIELD_TEXT,
    N_ ("Document number"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR | BV_FIELD_SEARCHED,
    .maximum = 100,
    .width = 14 },
  { "note", BV_FIELD_PARAGRAPH, N_ ("Note"), .maximum = 2000 },
};

const BvKind bv_dissemination_kind = {
  .table = "dissemination",
  .label = N_ ("dissemination"),
  .plural = N_ ("Dissemination"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "method",
  .order_field = "informed_on",
};
