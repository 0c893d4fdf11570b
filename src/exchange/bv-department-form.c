/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form holds. */
#include "config.h"

#include "bv-department-form.h"

#include "bv-posting-sql.h"

#include <glib/gi18n-lib.h>

static const BvDepartmentFormSheet sheets[] = {
  { BV_DEPARTMENT_FORM_PLEDGES,
    &bv_pledge_kind,
    N_ ("Pledges"),
    N_ ("One row for each thing promised. Choose who and which content from the lists."),
    { "subject_id",
      "criterion_id",
      "commitment",
      "target",
      "unit",
      "due_on",
      "award_form_id",
      "note" },
    80 },
  { BV_DEPARTMENT_FORM_ACHIEVEMENTS,
    &bv_achievement_kind,
    N_ ("Achievements"),
    N_ ("One row for each thing done, with the document that proves it."),
    { "subject_id",
      "criterion_id",
      "title",
      "achieved_on",
      "points",
      "document_number",
      "document_date",
      "note" },
    120 },
  { BV_DEPARTMENT_FORM_ACHIEVEMENTS,
    &bv_score_kind,
    N_ ("Self-scores"),
    N_ ("Write the points in the white cells. What stays blank is not counted."),
    { "subject_id", "criterion_id", "stage", "points", "reason" },
    0 },
  { BV_DEPARTMENT_FORM_MENDING,
    &bv_achievement_kind,
    N_ ("Achievements to mend"),
    N_ ("Mend what is yellow; the reason stands at the end of the row. Everything else is locked."),
    { "subject_id",
      "criterion_id",
      "title",
      "description",
      "achieved_on",
      "points",
      "document_number",
      "document_date" },
    0 },
};

/* Columns of the self-scores that say whose score it is. */
#define N_SCORE_COLUMNS 3

#define CLOSING BV_SQL_CLOSING ("?1")
#define POSTING BV_SQL_POSTING_ON ("p.id", CLOSING)
/* ?1 is the movement: whoever is there on its closing day. ?2 is the department. */
static const char departments_sql[]
    = "SELECT id FROM department WHERE coalesce (dissolved_on, '9999') > " CLOSING
      " AND coalesce (founded_on, '') <= " CLOSING " ORDER BY position, id";
static const char people_sql[] = "SELECT p.id FROM person p LEFT JOIN posting o ON o.id = " POSTING
                                 " WHERE " BV_SQL_POST_DEPARTMENT " = ?2"
                                 " AND (coalesce (p.status, '') <> 'left' OR p.left_on > " CLOSING
                                 ")"
                                 " ORDER BY " BV_SQL_POST_LEADS " DESC, p.full_name_key, p.id";
static const char criteria_sql[]
    = "SELECT id FROM criterion WHERE movement_id = ?1 ORDER BY position, id";
static const char contents_sql[]
    = "SELECT id || ' ' || title || ' ' || max_points FROM criterion WHERE movement_id = ?1"
      " ORDER BY id";

const BvDepartmentFormSheet *
bv_department_form_get_sheets (guint *n_sheets)
{
  *n_sheets = G_N_ELEMENTS (sheets);
  return sheets;
}

gboolean
bv_department_form_is_printed (const BvDepartmentFormSheet *sheet, guint column)
{
  return !sheet->n_rows && (sheet->kind != &bv_score_kind || column < N_SCORE_COLUMNS);
}

const char *
bv_department_form_get_word (BvDepartmentFormType type)
{
  static const char *const words[] = { "pledges", "achievements", "mending" };

  return words[type];
}

gboolean
bv_department_form_find (const char *word, BvDepartmentFormType *type)
{
  for (*type = 0; *type < BV_N_DEPARTMENT_FORMS; (*type)++)
    if (g_str_equal (bv_department_form_get_word (*type), word))
      return TRUE;
  return FALSE;
}

const char *
bv_department_form_get_title (BvDepartmentFormType type)
{
  static const char *const titles[] = { N_ ("Pledge form"),
                                        N_ ("Form for achievements and self-scores"),
                                        N_ ("Mending form") };

  return _ (titles[type]);
}

static GArray *
load_ids (BvOffice *office,
          const char *sql,
          gint64 movement_id,
          gint64 department_id,
          GArray *ids,
          GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (bv_office_get_database (office), sql, error);
  BvStep step = rows ? BV_STEP_ROW : BV_STEP_FAILED;

  if (rows)
    bv_statement_bind_integer (rows, 1, movement_id);
  if (rows && department_id)
    bv_statement_bind_integer (rows, 2, department_id);
  while (rows && (step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    gint64 found = bv_statement_get_integer (rows, 0);

    g_array_append_val (ids, found);
  }
  if (step == BV_STEP_DONE)
    return ids;
  g_array_unref (ids);
  return NULL;
}

GArray *
bv_department_form_list_departments (BvOffice *office, gint64 movement_id, GError **error)
{
  return load_ids (
      office, departments_sql, movement_id, 0, g_array_new (FALSE, FALSE, sizeof (gint64)), error);
}

GArray *
bv_department_form_list_subjects (BvOffice *office,
                                  gint64 movement_id,
                                  gint64 department_id,
                                  GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, department_id);
  return load_ids (office, people_sql, movement_id, department_id, ids, error);
}

GArray *
bv_department_form_list_criteria (BvOffice *office, gint64 movement_id, GError **error)
{
  return load_ids (
      office, criteria_sql, movement_id, 0, g_array_new (FALSE, FALSE, sizeof (gint64)), error);
}

char *
bv_department_form_dup_contents (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), contents_sql, error);
  g_autoptr (GString) all = g_string_new (NULL);
  BvStep step = BV_STEP_FAILED;

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, movement_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    g_string_append_printf (all, "%s\n", bv_statement_get_text (rows, 0));
  return step == BV_STEP_DONE
             ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, all->str, (gssize) all->len)
             : NULL;
}

char *
bv_department_form_seal (const char *const *values, guint n_values)
{
  g_autoptr (GString) all = g_string_new (BV_DEPARTMENT_FORM_MAGIC);

  for (guint i = 0; i < n_values; i++)
    g_string_append_printf (all, "\n%s", values[i]);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all->str, (gssize) all->len);
}
