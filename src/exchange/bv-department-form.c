/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form holds. */
#include "config.h"

#include "bv-department-form.h"

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

static const char departments_sql[]
    = "SELECT id FROM department WHERE dissolved_on IS NULL ORDER BY position, id";
static const char people_sql[]
    = "SELECT id FROM person WHERE department_id = ?1 AND coalesce (status, '') <> 'left'"
      " ORDER BY is_leader DESC, full_name_key, id";
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
load_ids (BvOffice *office, const char *sql, gint64 id, GArray *ids, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (bv_office_get_database (office), sql, error);
  BvStep step = rows ? BV_STEP_ROW : BV_STEP_FAILED;

  if (rows && id)
    bv_statement_bind_integer (rows, 1, id);
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
bv_department_form_list_departments (BvOffice *office, GError **error)
{
  return load_ids (office, departments_sql, 0, g_array_new (FALSE, FALSE, sizeof (gint64)), error);
}

GArray *
bv_department_form_list_subjects (BvOffice *office, gint64 department_id, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, department_id);
  return load_ids (office, people_sql, department_id, ids, error);
}

GArray *
bv_department_form_list_criteria (BvOffice *office, gint64 movement_id, GError **error)
{
  return load_ids (
      office, criteria_sql, movement_id, g_array_new (FALSE, FALSE, sizeof (gint64)), error);
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
