/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a merger or a new name would do, in sentences, before it is done. */
#include "config.h"

#include "bv-date.h"
#include "bv-department-merge-private.h"
#include "bv-posting-sql.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

/* The last day that results of movement m speak of. */
#define LAST_DAY                                                                                   \
  "max (coalesce (m.end_on, date ('now', 'localtime')), coalesce ((SELECT max (s.held_on) FROM"    \
  " session s WHERE s.movement_id = m.id), ''))"

/* %s: the departments, ?1: the day */
static const char ended_sql[] = "SELECT count (*) FROM movement m WHERE " LAST_DAY " < ?1";
static const char running_sql[]
    = "SELECT m.id, coalesce (m.end_on, ''), coalesce (m.end_on < ?1, 0),"
      " (SELECT count (*) FROM pledge WHERE movement_id = m.id AND subject_id IN (%s)),"
      " (SELECT count (*) FROM achievement WHERE movement_id = m.id AND subject_id IN (%s)),"
      " (SELECT count (*) FROM score WHERE movement_id = m.id AND subject_id IN (%s))"
      " FROM movement m WHERE " LAST_DAY " >= ?1 AND coalesce (m.status, '') <> 'draft'"
      " ORDER BY m.end_on, m.id";
static const char leaders_sql[]
    = "SELECT count (DISTINCT p.id) FROM person p LEFT JOIN posting o ON o.person_id = p.id"
      " AND o.from_on < ?1 AND coalesce (o.to_on, '9999') >= ?1"
      " WHERE (coalesce (p.status, '') <> 'left' OR p.left_on > ?1)"
      " AND " BV_SQL_POST_DEPARTMENT " IN (%s) AND " BV_SQL_POST_LEADS " = 1";

G_GNUC_PRINTF (2, 3)
static void
say (GPtrArray *lines, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (lines, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
count (BvOffice *office, const BvDepartmentMerge *merge, const char *sql, guint *n, GError **error)
{
  g_autoptr (BvStatement) row = _bv_department_merge_ask (office, merge, sql, error);

  if (!row || bv_statement_step (row, error) != BV_STEP_ROW)
    return FALSE;
  *n = (guint) bv_statement_get_integer (row, 0);
  return TRUE;
}

static gboolean
say_people (BvOffice *office, const BvDepartmentMerge *merge, GPtrArray *lines, GError **error)
{
  g_autoptr (GArray) people = _bv_department_merge_list_people (office, merge, error);
  g_autofree char *names = _bv_department_merge_dup_names (office, merge);
  g_autofree char *day = bv_date_format (merge->on);
  guint n_without = 0, n_leaders = 0;
  gboolean has_gaps;

  for (guint i = 0; people && i < people->len; i++) {
    if (!_bv_department_merge_has_gaps (
            office, merge, g_array_index (people, gint64, i), &has_gaps, error))
      return FALSE;
    n_without += has_gaps;
  }
  if (!people || !count (office, merge, leaders_sql, &n_leaders, error))
    return FALSE;
  /* Translators: a day, a number, the old departments, the one that goes on */
  say (lines,
       ngettext ("From %s on, %u person of %s works in “%s”.",
                 "From %s on, %u people of %s work in “%s”.",
                 people->len),
       day,
       people->len,
       names,
       bv_record_get_text (merge->into, "name"));
  if (n_leaders > 0)
    say (lines,
         ngettext ("%u of them leads. The position stays as it is: mend it under “Staff” after "
                   "another appointment.",
                   "%u of them lead. Their positions stay as they are: mend them under “Staff” "
                   "after other appointments.",
                   n_leaders),
         n_leaders);
  if (n_without > 0)
    say (lines,
         ngettext ("%u person without a posting gets one in the old department, so that old lists "
                   "stay as they were.",
                   "%u people without a posting get one in the old department, so that old lists "
                   "stay as they were.",
                   n_without),
         n_without);
  say (lines,
       _ ("%s: not there any more from that day on. What was entered for the old department as a "
          "collective stays with it, also its awards."),
       names);
  return TRUE;
}

static void
say_rename (BvOffice *office, const BvDepartmentMerge *merge, GPtrArray *lines)
{
  g_autofree char *names = _bv_department_merge_dup_names (office, merge);
  g_autofree char *day = bv_date_format (merge->on);

  say (lines,
       _ ("A new name: from %s on, “%s” is called “%s”. It stays the same department, with its "
          "people, pledges, scores and awards."),
       day,
       names,
       bv_record_get_text (merge->into, "name"));
}

/* What becomes of a movement in which the old departments compete. */
static void
say_running (BvOffice *office, const BvDepartmentMerge *merge, GPtrArray *lines, BvStatement *row)
{
  const char *into = bv_record_get_text (merge->into, "name");
  const char *movement = bv_office_get_name (
      office, &bv_movement_kind, bv_statement_get_integer (row, 0));

  if (bv_department_merge_is_rename (merge))
    say (lines, _ ("“%s” is not settled yet: its lists say the new name."), movement);
  else if (bv_statement_get_integer (row, 2))
    say (lines,
         _ ("“%s” ended before, but its council meets after that day: its lists stay as they were, "
            "and a department that is not there any more cannot be rewarded."),
         movement);
  else
    say (
        lines,
        _ ("“%s” goes on: its lists place these people in “%s”. The old departments are not ranked "
           "and not rewarded in it; their own pledges (%d), achievements (%d) and scores (%d) "
           "stay with them and are not added to the other department."),
        movement,
        into,
        (int) bv_statement_get_integer (row, 3),
        (int) bv_statement_get_integer (row, 4),
        (int) bv_statement_get_integer (row, 5));
}

static gboolean
say_movements (BvOffice *office, const BvDepartmentMerge *merge, GPtrArray *lines, GError **error)
{
  g_autoptr (BvStatement) rows = NULL;
  g_autofree char *day = bv_date_format (merge->on);
  guint n_ended = 0;
  BvStep step;

  if (!count (office, merge, ended_sql, &n_ended, error))
    return FALSE;
  say (lines,
       ngettext ("Lists, rankings, workbooks and documents of %u movement that ended before %s "
                 "stay as they are.",
                 "Lists, rankings, workbooks and documents of %u movements that ended before %s "
                 "stay as they are.",
                 n_ended),
       n_ended,
       day);
  rows = _bv_department_merge_ask (office, merge, running_sql, error);
  if (!rows)
    return FALSE;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    say_running (office, merge, lines, rows);
  return step == BV_STEP_DONE;
}

char **
bv_department_merge_describe (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!bv_department_merge_check (office, merge, error))
    return NULL;
  if (bv_department_merge_is_rename (merge))
    say_rename (office, merge, lines);
  else if (!say_people (office, merge, lines, error))
    return NULL;
  if (!say_movements (office, merge, lines, error))
    return NULL;
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}
