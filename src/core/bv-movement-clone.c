/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Next year's movement from this one: its contents and quotas, and nothing of what was done in it.
 */
#include "config.h"

#include "bv-movement-clone.h"

#include "bv-history.h"
#include "bv-query.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* A title names the year of the movement; another year in it, that of an anniversary, stays. */
static char *
move_year (const char *text, const char *day)
{
  int year = (int) g_ascii_strtoll (day, NULL, 10);
  g_autofree char *from = g_strdup_printf ("\\b%d\\b", year);
  g_autofree char *to = g_strdup_printf ("%d", year + 1);
  g_autoptr (GRegex) pattern = g_regex_new (from, 0, 0, NULL);

  if (!year || !pattern)
    return g_strdup (text);
  return g_regex_replace_literal (pattern, text, -1, 0, to, 0, NULL);
}

static void
move_day (BvRecord *record, const char *field)
{
  GDate day;
  int year, month, number;
  char text[16];

  if (sscanf (bv_record_get_text (record, field), "%4d-%2d-%2d", &year, &month, &number) != 3)
    return;
  if (!g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  g_date_add_years (&day, 1);
  g_snprintf (text,
              sizeof text,
              "%04d-%02d-%02d",
              g_date_get_year (&day),
              (int) g_date_get_month (&day),
              g_date_get_day (&day));
  bv_record_set_text (record, field, text);
}

/* A new row with the same values, but for what the program writes itself. */
static BvRecord *
copy_row (BvRecord *record)
{
  const BvKind *kind = bv_record_get_kind (record);
  BvRecord *copy = bv_record_new (kind);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & BV_FIELD_DERIVED))
      bv_record_set_value (
          copy, kind->fields[i].name, bv_record_get_value (record, kind->fields[i].name));
  return copy;
}

static BvRecord *
copy_movement (BvRecord *movement)
{
  static const char *const blank[] = { "document_number", "issued_on", "dossier_on", "note" };
  const char *day = bv_record_get_text (movement, "start_on");
  BvRecord *copy = copy_row (movement);
  g_autofree char *title = move_year (bv_record_get_text (movement, "title"), day);
  g_autofree char *short_title = move_year (bv_record_get_text (movement, "short_title"), day);

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    bv_record_set_null (copy, blank[i]);
  bv_record_set_text (copy, "title", title);
  if (*short_title)
    bv_record_set_text (copy, "short_title", short_title);
  bv_record_set_text (copy, "status", "draft");
  move_day (copy, "start_on");
  move_day (copy, "end_on");
  return copy;
}

static gboolean
copy_children (BvOffice *office, const BvKind *kind, gint64 from, gint64 to, GError **error)
{
  BvValue value = { .type = BV_VALUE_INTEGER, .integer = from };
  g_autoptr (BvQuery) query = bv_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  bv_query_set_filter (query, bv_kind_find_field (kind, "movement_id"), &value);
  ids = bv_query_run (query, office, error);
  for (guint i = 0; ids && i < ids->len; i++) {
    g_autoptr (BvRecord) row = bv_office_load (office, kind, g_array_index (ids, gint64, i), error);
    g_autoptr (BvRecord) copy = row ? copy_row (row) : NULL;

    if (!copy)
      return FALSE;
    bv_record_set_integer (copy, "movement_id", to);
    if (!bv_office_save (office, copy, error))
      return FALSE;
  }
  return ids != NULL;
}

static gboolean
write_in_step (BvOffice *office, gint64 movement_id, BvRecord *clone, GError **error)
{
  return bv_office_save (office, clone, error)
         && copy_children (office, &bv_criterion_kind, movement_id, bv_record_get_id (clone), error)
         && copy_children (office, &bv_quota_kind, movement_id, bv_record_get_id (clone), error);
}

BvRecord *
bv_movement_clone_prepare (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, movement_id, error);

  return movement ? copy_movement (movement) : NULL;
}

gboolean
bv_movement_clone_write (BvOffice *office, gint64 movement_id, BvRecord *clone, GError **error)
{
  BvHistory *history = bv_office_get_history (office);

  if (!bv_history_begin (history, _ ("Clone a movement"), error))
    return FALSE;
  if (!write_in_step (office, movement_id, clone, error))
    bv_history_abort (history);
  else if (bv_history_commit (history, error))
    return TRUE;
  bv_record_set_id (clone, 0);
  return FALSE;
}
