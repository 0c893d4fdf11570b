/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents an office can draw up. A new document is a file and a line here. */
#include "config.h"

#include "bv-document-type.h"

#include "bv-date.h"
#include "bv-draft.h"
#include "bv-error.h"
#include "bv-fold.h"
#include "bv-store.h"
#include "bv-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const BvDocumentType *const types[] = {
  &bv_launch_document,      &bv_unit_pledge_document, &bv_person_pledge_document,
  &bv_nominations_document, &bv_ballot_document,      &bv_counting_document,
  &bv_minutes_document,     &bv_submission_document,  &bv_decision_document,
  &bv_certificate_document, &bv_report_document,      NULL,
};

static const BvPlaceholder general[] = {
  { "cơ quan", N_ ("name of the office") },
  { "cơ quan cấp trên", N_ ("superior body") },
  { "địa danh", N_ ("place of the office") },
  { "thủ trưởng", N_ ("name of the head") },
  { "chức danh", N_ ("title of the head") },
  { "phong trào", N_ ("title of the movement") },
  { "chủ đề", N_ ("theme of the movement") },
  { "từ ngày", N_ ("first day of the movement") },
  { "đến ngày", N_ ("last day of the movement") },
  { "năm", N_ ("year of the movement") },
  { NULL },
};

static const char departments_sql[]
    = "SELECT d.id, d.name FROM department d LEFT JOIN movement m ON m.id = ?1"
      " WHERE coalesce (d.dissolved_on, '9999') > coalesce (m.start_on, '')"
      " AND coalesce (d.founded_on, '') <= coalesce (m.end_on, '9999') ORDER BY d.position, d.id";
static const char persons_sql[]
    = "SELECT p.id, p.full_name || CASE WHEN d.name IS NULL THEN '' ELSE ' · ' || d.name END"
      " FROM person p LEFT JOIN department d ON d.id = p.department_id"
      " WHERE ?1 = ?1 ORDER BY p.full_name_key, p.birth_date";
static const char sessions_sql[]
    = "SELECT id, title FROM session WHERE movement_id = ?1 ORDER BY held_on DESC, id DESC";
static const char decisions_sql[]
    = "SELECT id, number || coalesce (' · ' || title, '') FROM decision WHERE movement_id = ?1"
      " ORDER BY issued_on DESC, id DESC";
/* A certificate may be wanted for any award of the office; those of the movement come first. */
static const char awards_sql[]
    = "SELECT a.id, coalesce (d.name, p.full_name) || ' · ' || f.name FROM award a"
      " JOIN award_form f ON f.id = a.award_form_id LEFT JOIN department d ON d.id = a.subject_id"
      " LEFT JOIN person p ON p.id = a.subject_id WHERE a.revoked_on IS NULL"
      " ORDER BY a.movement_id IS NOT ?1, d.id IS NULL, d.position, p.full_name_key, a.id";

/* Awards that were entered by hand know their decision by its number and day. */
static const char together_sql[]
    = "SELECT b.id FROM award b LEFT JOIN department d ON d.id = b.subject_id"
      " LEFT JOIN person p ON p.id = b.subject_id WHERE b.revoked_on IS NULL AND (b.id = ?1"
      " OR b.decision_id = ?1 OR EXISTS (SELECT 1 FROM award a WHERE a.id = ?1"
      " AND (a.decision_id = b.decision_id OR (a.decision_number = b.decision_number"
      " AND a.decision_date IS b.decision_date))))"
      " ORDER BY d.id IS NULL, d.position, p.full_name_key, b.id";

static const char *const rows_sql[] = {
  [BV_ABOUT_MOVEMENT] = NULL,          [BV_ABOUT_DEPARTMENT] = departments_sql,
  [BV_ABOUT_PERSON] = persons_sql,     [BV_ABOUT_SESSION] = sessions_sql,
  [BV_ABOUT_DECISION] = decisions_sql, [BV_ABOUT_AWARD] = awards_sql,
};

const BvDocumentType *const *
bv_document_type_get_all (void)
{
  return types;
}

const char *
bv_document_type_get_title (const BvDocumentType *type)
{
  return _ (type->title);
}

const BvPlaceholder *
bv_document_type_get_general (void)
{
  return general;
}

const BvDocumentType *
bv_document_type_find (const char *name, GError **error)
{
  g_autofree char *folded = bv_fold (name);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; types[i]; i++) {
    g_autofree char *title = bv_fold (bv_document_type_get_title (types[i]));
    if (g_str_equal (types[i]->name, name) || g_str_equal (title, folded))
      return types[i];
    g_string_append_printf (all, "%s%s", i ? ", " : "", types[i]->name);
  }
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_NOT_FOUND,
               _ ("There is no document called “%s”. Choose one of: %s."),
               name,
               all->str);
  return NULL;
}

/* What a document can be about */

static void
free_row (gpointer data)
{
  g_free (((BvAboutRow *) data)->name);
  g_free (data);
}

GPtrArray *
bv_document_type_list_rows (const BvDocumentType *type,
                            BvOffice *office,
                            gint64 movement_id,
                            GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (BvStatement) find = NULL;
  BvStep step;

  if (!rows_sql[type->about])
    return g_steal_pointer (&rows);
  find = bv_database_prepare (bv_office_get_database (office), rows_sql[type->about], error);
  if (!find)
    return NULL;
  bv_statement_bind_integer (find, 1, movement_id);
  while ((step = bv_statement_step (find, error)) == BV_STEP_ROW) {
    BvAboutRow *row = g_new0 (BvAboutRow, 1);
    row->id = bv_statement_get_integer (find, 0);
    row->name = g_strdup (bv_statement_get_text (find, 1));
    g_ptr_array_add (rows, row);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GArray *
bv_document_type_find_together (const BvDocumentType *type,
                                BvOffice *office,
                                gint64 about_id,
                                GError **error)
{
  g_autoptr (BvStatement) find = bv_database_prepare (
      bv_office_get_database (office), together_sql, error);

  g_return_val_if_fail (type->together, NULL);

  if (!find)
    return NULL;
  bv_statement_bind_integer (find, 1, about_id);
  return bv_store_collect_ids (find, error);
}

/* Drawing up */

static void
set_general (BvDraft *draft)
{
  const char *start = bv_record_get_text (draft->movement, "start_on");
  g_autofree char *from = bv_date_format (start);
  g_autofree char *to = bv_date_format (bv_record_get_text (draft->movement, "end_on"));
  g_autofree char *year = g_strndup (start, 4);

  bv_draft_set (draft, "cơ quan", bv_record_get_text (draft->own, "name"));
  bv_draft_set (draft, "cơ quan cấp trên", bv_record_get_text (draft->own, "superior"));
  bv_draft_set (draft, "địa danh", bv_record_get_text (draft->own, "place"));
  bv_draft_set (draft, "thủ trưởng", bv_record_get_text (draft->own, "head_name"));
  bv_draft_set (draft, "chức danh", bv_record_get_text (draft->own, "head_title"));
  bv_draft_set (draft, "phong trào", bv_record_get_text (draft->movement, "title"));
  bv_draft_set (draft, "chủ đề", bv_record_get_text (draft->movement, "theme"));
  bv_draft_set (draft, "từ ngày", from);
  bv_draft_set (draft, "đến ngày", to);
  bv_draft_set (draft, "năm", year);
}

static void
clear_draft (BvDraft *draft)
{
  g_clear_object (&draft->own);
  g_clear_object (&draft->movement);
  g_clear_object (&draft->assessment);
  g_clear_pointer (&draft->subjects, g_hash_table_unref);
  g_clear_pointer (&draft->values, g_hash_table_unref);
  g_clear_pointer (&draft->wordings, g_hash_table_unref);
  g_clear_pointer (&draft->document, bv_document_unref);
}

static gboolean
load_draft (BvDraft *draft, GError **error)
{
  draft->own = bv_office_get_own (draft->office, error);
  draft->movement = draft->own ? bv_office_load (
                        draft->office, &bv_movement_kind, draft->movement_id, error)
                               : NULL;
  draft->wordings = draft->movement ? bv_wording_load (draft->office, draft->type, error) : NULL;
  if (!draft->wordings)
    return FALSE;
  draft->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  set_general (draft);
  return TRUE;
}

static void
set_source (BvDraft *draft)
{
  g_autoptr (GString) about = g_string_new (NULL);

  for (guint i = 0; i < draft->n_about; i++)
    g_string_append_printf (about, "%s%" G_GINT64_FORMAT, i ? " " : "", draft->about_ids[i]);
  bv_document_set_source (draft->document, draft->type->name, about->str);
}

BvDocument *
bv_document_type_build (const BvDocumentType *type,
                        BvOffice *office,
                        const BvDocumentOrder *order,
                        GError **error)
{
  BvDraft draft = { .type = type,
                    .office = office,
                    .movement_id = order->movement_id,
                    .about_id = order->n_about ? order->about_ids[0] : 0,
                    .about_ids = order->about_ids,
                    .n_about = order->n_about,
                    .rulers = order->rulers };
  BvDocument *document = NULL;

  if (!draft.about_id && !type->blank && type->about != BV_ABOUT_MOVEMENT)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("Choose what “%s” is about first."),
                 bv_document_type_get_title (type));
  else if (load_draft (&draft, error) && type->build (&draft, error)) {
    bv_document_set_author (draft.document, bv_record_get_text (draft.own, "name"));
    if (!order->rulers)
      set_source (&draft);
    document = g_steal_pointer (&draft.document);
  }
  clear_draft (&draft);
  return document;
}

char *
bv_document_type_suggest_name (const BvDocumentType *type,
                               BvOffice *office,
                               gint64 movement_id,
                               gint64 about_id)
{
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, movement_id, NULL);
  const char *title = movement ? bv_record_get_text (movement, "short_title") : "";
  g_autoptr (GPtrArray) rows = bv_document_type_list_rows (type, office, movement_id, NULL);
  const char *row = title;
  char *name;

  for (guint i = 0; about_id && rows && i < rows->len; i++)
    if (((BvAboutRow *) g_ptr_array_index (rows, i))->id == about_id)
      row = ((BvAboutRow *) g_ptr_array_index (rows, i))->name;
  name = g_strdup_printf ("%s%s%.120s", bv_document_type_get_title (type), *row ? " - " : "", row);
  if (!g_utf8_validate (name, -1, NULL))
    *strrchr (name, ' ') = '\0';
  return g_strdelimit (name, "/\\:*?\"<>|\n", '_');
}
