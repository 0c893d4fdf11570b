/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that several kinds share. */
#include "config.h"

#include "bv-kind-checks.h"

#include "bv-date.h"
#include "bv-number.h"
#include "bv-office.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const char *
get_label (BvRecord *record, const char *field)
{
  return bv_field_get_label (bv_kind_find_field (bv_record_get_kind (record), field));
}

gboolean
bv_kind_checks_date_order (BvRecord *record, const char *first, const char *second, GError **error)
{
  const char *from = bv_record_get_text (record, first);
  const char *to = bv_record_get_text (record, second);
  g_autofree char *shown = NULL;

  if (!*from || !*to || strcmp (from, to) <= 0)
    return TRUE;
  shown = bv_date_format (from);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s cannot be earlier than %s (%s)."),
               get_label (record, second),
               get_label (record, first),
               shown);
  return FALSE;
}

gboolean
bv_kind_checks_not_future (BvRecord *record, const char *field, GError **error)
{
  g_autofree char *today = bv_date_today ();

  if (strcmp (bv_record_get_text (record, field), today) <= 0)
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s lies in the future. Check the year."),
               get_label (record, field));
  return FALSE;
}

/* One number, not a whole record: an import asks once a row. 0 with @error when it is not there. */
static gint64
find_movement (BvOffice *office, const BvKind *kind, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT movement_id FROM %s WHERE id = ?1", kind->table);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), sql, error);
  g_autoptr (BvRecord) missing = NULL;

  if (!statement)
    return 0;
  bv_statement_bind_integer (statement, 1, id);
  if (bv_statement_step (statement, NULL) == BV_STEP_ROW)
    return bv_statement_get_integer (statement, 0);
  missing = bv_office_load (office, kind, id, error);
  return 0;
}

gboolean
bv_kind_checks_same_movement (BvRecord *record, const char *field, BvOffice *office, GError **error)
{
  const BvKind *kind = bv_kind_find_field (bv_record_get_kind (record), field)->kind;
  gint64 movement;

  if (!bv_record_is_changed (record, field) && !bv_record_is_changed (record, "movement_id"))
    return TRUE;
  movement = find_movement (office, kind, bv_record_get_integer (record, field), error);
  if (!movement)
    return FALSE;
  if (movement == bv_record_get_integer (record, "movement_id"))
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s belongs to another movement. Choose one of this movement."),
               get_label (record, field));
  return FALSE;
}

static gboolean
check_counts_for (BvRecord *criterion, gboolean collective, GError **error)
{
  if (bv_record_get_integer (criterion, collective ? "for_collectives" : "for_individuals"))
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               collective ? _ ("The content “%s” does not count for collectives.")
                          : _ ("The content “%s” does not count for individuals."),
               bv_record_get_text (criterion, "title"));
  return FALSE;
}

gboolean
bv_kind_checks_score_range (BvRecord *record, BvOffice *office, GError **error)
{
  g_autoptr (BvRecord) criterion = bv_office_load (
      office, &bv_criterion_kind, bv_record_get_integer (record, "criterion_id"), error);
  const BvKind *subject = bv_office_get_subject_kind (office,
                                                      bv_record_get_integer (record, "subject_id"));
  g_autofree char *most = NULL;

  if (!criterion || !check_counts_for (criterion, subject == &bv_department_kind, error))
    return FALSE;
  if (bv_record_get_integer (record, "points") <= bv_record_get_integer (criterion, "max_points"))
    return TRUE;
  most = bv_number_format_decimal (bv_record_get_integer (criterion, "max_points"), 2);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is worth at most %s points."),
               bv_record_get_text (criterion, "title"),
               most);
  return FALSE;
}

gboolean
bv_kind_checks_award_subject (BvRecord *record, BvOffice *office, GError **error)
{
  g_autoptr (BvRecord) form = bv_office_load (
      office, &bv_award_form_kind, bv_record_get_integer (record, "award_form_id"), error);
  const BvKind *subject = bv_office_get_subject_kind (office,
                                                      bv_record_get_integer (record, "subject_id"));
  gboolean collective;

  if (!form)
    return FALSE;
  collective = g_str_equal (bv_record_get_text (form, "subject_type"), "collective");
  if (collective == (subject == &bv_department_kind))
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               collective
                   ? _ ("“%s” is given to collectives, not to individuals. Choose another form.")
                   : _ ("“%s” is given to individuals, not to collectives. Choose another form."),
               bv_record_get_text (form, "name"));
  return FALSE;
}
