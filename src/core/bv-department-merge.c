/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the way of a merger or a new name, and doing it. */
#include "config.h"

#include "bv-department-merge-private.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

/* %s: the departments, ?1: the day */
static const char later_sql[]
    = "SELECT o.person_id, o.department_id, o.from_on FROM posting o"
      " WHERE o.department_id IN (%s) AND o.from_on >= ?1 ORDER BY o.from_on, o.id LIMIT 1";
/* The results of a movement speak of its closing day, and of the day of its last session. */
static const char settled_sql[]
    = "SELECT m.id, max (coalesce (m.end_on, date ('now', 'localtime')),"
      " coalesce ((SELECT max (s.held_on) FROM session s WHERE s.movement_id = m.id), '')) AS day"
      " FROM movement m WHERE day >= ?1 AND (m.status = 'closed'"
      " OR EXISTS (SELECT 1 FROM session s WHERE s.movement_id = m.id AND s.status = 'sealed')"
      " OR EXISTS (SELECT 1 FROM decision d WHERE d.movement_id = m.id)) ORDER BY day LIMIT 1";
static const char namesake_sql[]
    = "SELECT 1 FROM department WHERE name = ?2 AND coalesce (dissolved_on, '9999') > ?1"
      " AND id NOT IN (%s)";
static const char former_sql[]
    = "SELECT until_on FROM former_name WHERE department_id IN (%s) AND until_on >= ?1";

gboolean
bv_department_merge_is_rename (const BvDepartmentMerge *merge)
{
  return merge->n_departments == 1 && bv_record_get_id (merge->into) == 0;
}

BvStatement *
_bv_department_merge_ask (BvOffice *office,
                          const BvDepartmentMerge *merge,
                          const char *sql,
                          GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit (sql, "%s", -1);
  g_autofree char *whole = NULL;
  BvStatement *rows;

  for (guint i = 0; i < merge->n_departments; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", merge->departments[i]);
  whole = g_strjoinv (ids->str, parts);
  rows = bv_database_prepare (bv_office_get_database (office), whole, error);
  if (rows)
    bv_statement_bind_text (rows, 1, merge->on);
  return rows;
}

char *
_bv_department_merge_dup_names (BvOffice *office, const BvDepartmentMerge *merge)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < merge->n_departments; i++)
    g_string_append_printf (
        names,
        "%s%s",
        i > 0 ? ", " : "",
        bv_office_get_name (office, &bv_department_kind, merge->departments[i]));
  return g_string_free (names, FALSE);
}

/* Checking */

static gboolean
check_asked (const BvDepartmentMerge *merge, GError **error)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *day = bv_date_format (merge->on);

  if (merge->n_departments == 0)
    return bv_error_refuse (error,
                            _ ("Choose the departments that are merged or get another name."));
  if (!bv_date_is_valid (merge->on))
    return bv_error_refuse (error, _ ("Write the day from which this holds."));
  if (strcmp (merge->on, today) > 0)
    return bv_error_refuse (
        error,
        _ ("%s has not come yet. Staff lists say where people work today: do this from "
           "that day on."),
        day);
  return TRUE;
}

/* A department takes part when it is there on the day before, and on the day itself. */
static gboolean
check_department (BvRecord *department, const BvDepartmentMerge *merge, GError **error)
{
  const char *name = bv_record_get_text (department, "name");
  const char *founded = bv_record_get_text (department, "founded_on");
  const char *dissolved = bv_record_get_text (department, "dissolved_on");
  g_autofree char *first = bv_date_format (founded);
  g_autofree char *last = bv_date_format (dissolved);

  if (*dissolved)
    return bv_error_refuse (
        error, _ ("“%s” was dissolved on %s. Choose another department."), name, last);
  if (strcmp (founded, merge->on) >= 0 && *founded)
    return bv_error_refuse (
        error, _ ("“%s” was founded on %s. Choose a later day than that."), name, first);
  return TRUE;
}

static gboolean
check_departments (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  for (guint i = 0; i < merge->n_departments; i++) {
    g_autoptr (BvRecord) department = bv_office_load (
        office, &bv_department_kind, merge->departments[i], error);

    if (!department || !check_department (department, merge, error))
      return FALSE;
    if (merge->departments[i] == bv_record_get_id (merge->into))
      return bv_error_refuse (
          error,
          _ ("“%s” cannot be merged into itself. Untick it, or choose another target."),
          bv_record_get_text (department, "name"));
  }
  return TRUE;
}

/* The answer of @sql is what must not be there. */
static gboolean
find (BvOffice *office,
      const BvDepartmentMerge *merge,
      const char *sql,
      const BvValue *second,
      BvStatement **row,
      GError **error)
{
  BvStep step;

  *row = _bv_department_merge_ask (office, merge, sql, error);
  if (*row && second)
    bv_statement_bind_value (*row, 2, second);
  step = *row ? bv_statement_step (*row, error) : BV_STEP_FAILED;
  if (step != BV_STEP_ROW)
    g_clear_pointer (row, bv_statement_release);
  return step != BV_STEP_FAILED;
}

static gboolean
check_namesake (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  const char *name = bv_record_get_text (merge->into, "name");
  BvValue key = { .type = BV_VALUE_TEXT, .text = (char *) name };
  g_autoptr (BvStatement) row = NULL;

  if (!find (office, merge, namesake_sql, &key, &row, error))
    return FALSE;
  return !row
         || bv_error_refuse (
             error,
             _ ("There is a department “%s” already. Choose it as the one that goes on, or "
                "write another name."),
             name);
}

/* A new name is one that no other department has, and another than the one before. */
static gboolean
check_new (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  const char *name = bv_record_get_text (merge->into, "name");
  g_autoptr (BvStatement) row = NULL;

  if (!bv_office_check (office, merge->into, error) || !check_namesake (office, merge, error))
    return FALSE;
  if (!bv_department_merge_is_rename (merge))
    return TRUE;
  if (g_str_equal (name, bv_office_get_name (office, &bv_department_kind, merge->departments[0])))
    return bv_error_refuse (
        error, _ ("The department is called “%s” already. Write its new name."), name);
  if (!find (office, merge, former_sql, NULL, &row, error))
    return FALSE;
  if (row) {
    g_autofree char *day = bv_date_format (bv_statement_get_text (row, 0));
    return bv_error_refuse (
        error, _ ("The department got another name after %s. Choose a later day than that."), day);
  }
  return TRUE;
}

static gboolean
check_postings (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  g_autoptr (BvStatement) row = NULL;
  g_autofree char *day = NULL;
  g_autofree char *person = NULL;

  if (!find (office, merge, later_sql, NULL, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  day = bv_date_format (bv_statement_get_text (row, 2));
  person = g_strdup (
      bv_office_get_name (office, &bv_person_kind, bv_statement_get_integer (row, 0)));
  return bv_error_refuse (
      error,
      _ ("%s has a post in “%s” from %s on, when that department would not be there any more. "
         "Choose a later day, or mend the posting."),
      person,
      bv_office_get_name (office, &bv_department_kind, bv_statement_get_integer (row, 1)),
      day);
}

static gboolean
check_movements (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  g_autoptr (BvStatement) row = NULL;
  g_autofree char *day = NULL;

  if (!find (office, merge, settled_sql, NULL, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  day = bv_date_format (bv_statement_get_text (row, 1));
  return bv_error_refuse (
      error,
      _ ("“%s” was settled with the departments as they were on %s; its lists would change. Choose "
         "a day after that."),
      bv_office_get_name (office, &bv_movement_kind, bv_statement_get_integer (row, 0)),
      day);
}

gboolean
bv_department_merge_check (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  gboolean rename = bv_department_merge_is_rename (merge);
  gboolean there = bv_record_get_id (merge->into) != 0;

  return check_asked (merge, error) && check_departments (office, merge, error)
         && (there ? check_department (merge->into, merge, error)
                   : check_new (office, merge, error))
         && (rename || check_postings (office, merge, error))
         && check_movements (office, merge, error);
}

/* Doing it */

static gboolean
rename_department (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  g_autoptr (BvRecord) department = bv_office_load (
      office, &bv_department_kind, merge->departments[0], error);
  g_autoptr (BvRecord) former = bv_record_new (&bv_former_name_kind);
  g_autofree char *last = bv_date_step (merge->on, -1);

  if (!department)
    return FALSE;
  bv_record_set_integer (former, "department_id", merge->departments[0]);
  bv_record_set_text (former, "until_on", last);
  if (merge->document_number)
    bv_record_set_text (former, "document_number", merge->document_number);
  for (guint i = 0; i < 2; i++) {
    const char *field = i == 0 ? "name" : "short_name";

    bv_record_set_value (former, field, bv_record_get_value (department, field));
    bv_record_set_value (department, field, bv_record_get_value (merge->into, field));
  }
  return bv_office_save (office, former, error) && bv_office_save (office, department, error);
}

/* A new department takes the place of the first one in official lists. */
static BvRecord *
save_target (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  g_autoptr (BvRecord) target = NULL, first = NULL;

  if (bv_record_get_id (merge->into))
    return g_object_ref (merge->into);
  first = bv_office_load (office, &bv_department_kind, merge->departments[0], error);
  if (!first)
    return NULL;
  target = bv_record_new (&bv_department_kind);
  bv_record_set_text (target, "name", bv_record_get_text (merge->into, "name"));
  bv_record_set_value (target, "short_name", bv_record_get_value (merge->into, "short_name"));
  bv_record_set_value (target, "type", bv_record_get_value (merge->into, "type"));
  bv_record_set_value (target, "position", bv_record_get_value (first, "position"));
  bv_record_set_text (target, "founded_on", merge->on);
  return bv_office_save (office, target, error) ? g_steal_pointer (&target) : NULL;
}

static gboolean
dissolve (BvOffice *office, const BvDepartmentMerge *merge, gint64 id, gint64 into, GError **error)
{
  g_autoptr (BvRecord) department = bv_office_load (office, &bv_department_kind, id, error);

  if (!department)
    return FALSE;
  bv_record_set_text (department, "dissolved_on", merge->on);
  bv_record_set_integer (department, "successor_id", into);
  return bv_office_save (office, department, error);
}

static gint64
merge_in_step (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  g_autoptr (BvRecord) target = save_target (office, merge, error);
  g_autoptr (GArray) people = target ? _bv_department_merge_list_people (office, merge, error)
                                     : NULL;
  gint64 into;

  if (!people)
    return 0;
  into = bv_record_get_id (target);
  for (guint i = 0; i < people->len; i++)
    if (!_bv_department_merge_move (office, merge, g_array_index (people, gint64, i), into, error))
      return 0;
  for (guint i = 0; i < merge->n_departments; i++)
    if (!dissolve (office, merge, merge->departments[i], into, error))
      return 0;
  return into;
}

gint64
bv_department_merge_apply (BvOffice *office, const BvDepartmentMerge *merge, GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  g_autofree char *names = _bv_department_merge_dup_names (office, merge);
  gboolean rename = bv_department_merge_is_rename (merge);
  g_autofree char *title = g_strdup_printf (rename ? _ ("Rename %s: %s") : _ ("Merge %s into %s"),
                                            names,
                                            bv_record_get_text (merge->into, "name"));
  gint64 id = 0;

  if (!bv_department_merge_check (office, merge, error)
      || !bv_history_begin (history, title, error))
    return 0;
  if (!rename)
    id = merge_in_step (office, merge, error);
  else if (rename_department (office, merge, error))
    id = merge->departments[0];
  if (id)
    return bv_history_commit (history, error) ? id : 0;
  bv_history_abort (history);
  return 0;
}
