/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One content of a movement, with the points it is worth. Its printed label is kept as text: real
 * notices repeat numbers. */
#include "config.h"

#include "bv-kind-checks.h"
#include "bv-kind.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "movement_id",
    BV_FIELD_REFERENCE,
    N_ ("Movement"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_CONTEXT | BV_FIELD_OWNER,
    .kind = &bv_movement_kind },
  { "position",
    BV_FIELD_INTEGER,
    N_ ("Order"),
    NULL,
    N_ ("Content"),
    BV_FIELD_ALONE,
    .maximum = 9999,
    .width = 6 },
  { "label",
    BV_FIELD_TEXT,
    N_ ("Printed label"),
    N_ ("As in the notice, even when it repeats: 5."),
    .flags = BV_FIELD_LISTED,
    .maximum = 20,
    .width = 8 },
  { "title",
    BV_FIELD_TEXT,
    N_ ("Short content"),
    .flags = BV_FIELD_REQUIRED | BV_FIELD_LISTED | BV_FIELD_SEARCHED | BV_FIELD_KEYED
             | BV_FIELD_MAIN,
    .maximum = 200 },
  { "content",
    BV_FIELD_PARAGRAPH,
    N_ ("Full content"),
    .flags = BV_FIELD_SEARCHED,
    .maximum = 8000 },
  { "max_points",
    BV_FIELD_DECIMAL,
    N_ ("Greatest points"),
    NULL,
    N_ ("Scoring"),
    BV_FIELD_REQUIRED | BV_FIELD_POINTS | BV_FIELD_LISTED,
    .maximum = 100000,
    .width = 10 },
  { "for_collectives",
    BV_FIELD_BOOLEAN,
    N_ ("Counts for collectives"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR,
    .initial = "1",
    .width = 10 },
  { "for_individuals",
    BV_FIELD_BOOLEAN,
    N_ ("Counts for individuals"),
    .flags = BV_FIELD_LISTED | BV_FIELD_MINOR,
    .initial = "1",
    .width = 10 },
  { "from_evidence",
    BV_FIELD_BOOLEAN,
    N_ ("Computed from verified achievements"),
    N_ ("Where no stage gives points of its own"),
    .initial = "0" },
};

static gboolean
check (BvRecord *record, BvOffice *office, GError **error)
{
  if (bv_record_get_integer (record, "for_collectives")
      || bv_record_get_integer (record, "for_individuals"))
    return TRUE;
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_INVALID,
                       _ ("A content must count for collectives, for individuals, or for both."));
  return FALSE;
}

/* "5. Discipline": two contents may carry the same label, the title tells them apart. */
static char *
display (BvRecord *record, BvOffice *office)
{
  const char *label = bv_record_get_text (record, "label");

  return g_strdup_printf ("%s%s%s", label, *label ? " " : "", bv_record_get_text (record, "title"));
}

const BvKind bv_criterion_kind = {
  .table = "criterion",
  .label = N_ ("content"),
  .plural = N_ ("Contents"),
  .flags = BV_KIND_IN_MOVEMENT,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_field = "title",
  .order_field = "position",
  .check = check,
  .display = display,
};
