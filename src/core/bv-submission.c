/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and keeping the board of department forms. */
#include "config.h"

#include "bv-submission.h"

#include "bv-date.h"
#include "bv-history.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const char find_sql[]
    = "SELECT id FROM submission WHERE movement_id = ?1 AND department_id = ?2 AND form = ?3"
      " ORDER BY id LIMIT 1";
static const char late_sql[] = "SELECT s.form, s.state, s.due_on, d.name FROM submission s"
                               " JOIN department d ON d.id = s.department_id"
                               " WHERE s.movement_id = ?1 AND s.state IN ('missing', 'returned')"
                               " ORDER BY s.form DESC, s.due_on, d.position, d.id";

/* 0 when there is none. */
static gboolean
find (BvOffice *office,
      gint64 movement_id,
      const char *form,
      gint64 department_id,
      gint64 *id,
      GError **error)
{
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (office), find_sql, error);
  BvStep step;

  if (!row)
    return FALSE;
  bv_statement_bind_integer (row, 1, movement_id);
  bv_statement_bind_integer (row, 2, department_id);
  bv_statement_bind_text (row, 3, form);
  step = bv_statement_step (row, error);
  *id = step == BV_STEP_ROW ? bv_statement_get_integer (row, 0) : 0;
  return step != BV_STEP_FAILED;
}

static BvRecord *
create (gint64 movement_id, const char *form, gint64 department_id)
{
  BvRecord *record = bv_record_new (&bv_submission_kind);

  bv_record_set_integer (record, "movement_id", movement_id);
  bv_record_set_integer (record, "department_id", department_id);
  bv_record_set_text (record, "form", form);
  return record;
}

static gboolean
expect_one (
    BvOffice *office, gint64 movement_id, const char *form, gint64 department_id, GError **error)
{
  g_autoptr (BvRecord) record = NULL;
  gint64 id;

  if (!find (office, movement_id, form, department_id, &id, error))
    return FALSE;
  if (id)
    return TRUE;
  record = create (movement_id, form, department_id);
  return bv_office_save (office, record, error);
}

gboolean
bv_submission_expect (BvOffice *office,
                      gint64 movement_id,
                      const char *form,
                      const gint64 *departments,
                      guint n_departments,
                      GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  gboolean own = !bv_history_is_open (history);

  if (own && !bv_history_begin (history, _ ("Ask the departments for their forms"), error))
    return FALSE;
  for (guint i = 0; i < n_departments; i++)
    if (!expect_one (office, movement_id, form, departments[i], error)) {
      if (own)
        bv_history_abort (history);
      return FALSE;
    }
  return !own || bv_history_commit (history, error);
}

gboolean
bv_submission_mark (BvOffice *office,
                    gint64 movement_id,
                    const char *form,
                    gint64 department_id,
                    const char *state,
                    GError **error)
{
  g_autoptr (BvRecord) record = NULL;
  g_autofree char *today = bv_date_today ();
  gint64 id;

  if (!find (office, movement_id, form, department_id, &id, error))
    return FALSE;
  record = id ? bv_office_load (office, &bv_submission_kind, id, error)
              : create (movement_id, form, department_id);
  if (!record)
    return FALSE;
  bv_record_set_text (record, "state", state);
  bv_record_set_text (record, "state_on", today);
  return bv_office_save (office, record, error);
}

/* One line for each form and day, with all who are late. */
static void
append_department (
    GString *text, char **group, const char *form, const char *due_on, const char *name)
{
  const BvChoice *choice = bv_field_get_choice (bv_kind_find_field (&bv_submission_kind, "form"),
                                                form);
  g_autofree char *due = due_on ? bv_date_format (due_on) : NULL;
  /* Translators: a form, and the day it is due. */
  g_autofree char *heading = due ? g_strdup_printf (_ ("%s, due on %s"), _ (choice->label), due)
                                 : g_strdup (_ (choice->label));

  if (g_strcmp0 (heading, *group) == 0) {
    g_string_append_printf (text, "; %s", name);
    return;
  }
  g_string_append_printf (text, "\n- %s: %s", heading, name);
  g_free (*group);
  *group = g_steal_pointer (&heading);
}

char *
bv_submission_dup_reminder (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), late_sql, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *group = NULL;
  BvStep step;

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, movement_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    gboolean returned = g_str_equal (bv_statement_get_text (rows, 1), "returned");
    /* Translators: the name of a department whose form was returned to it. */
    g_autofree char *name = g_strdup_printf (returned ? _ ("%s (to be mended)") : "%s",
                                             bv_statement_get_text (rows, 3));

    append_department (
        text, &group, bv_statement_get_text (rows, 0), bv_statement_get_text (rows, 2), name);
  }
  if (step != BV_STEP_DONE || !text->len)
    return NULL;
  /* Translators: the first %s is the movement, the second the lines with those who are late. */
  return g_strdup_printf (_ ("For the movement “%s” the following forms have not come in yet:%s\n"
                             "Please fill them in and send them to the Bureau."),
                          bv_office_get_name (office, &bv_movement_kind, movement_id),
                          text->str);
}
