/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever leaves the office about movements that ended is byte for byte the same after departments
 * were renamed and merged: workbooks, documents, lists, rankings. */
#include "config.h"

#include "bv-assessment.h"
#include "bv-council-session.h"
#include "bv-department-merge.h"
#include "bv-document-fodt.h"
#include "bv-document-type.h"
#include "bv-history.h"
#include "bv-list-export.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-workbook.h"
#include "sample-office.h"
#include "test-folder.h"

static BvOffice *office;

/* One document of a movement. */
typedef struct
{
  gint64 movement;
  const BvDocumentType *type;
  gint64 about; /* 0: about none */
} Sheet;

static gint64
ask (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static GArray *
list_movements (void)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_movement_kind);

  return bv_query_run (query, office, NULL);
}

/* Every document that can be drawn up about a movement. */
static GArray *
list_sheets (GArray *movements)
{
  GArray *sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  const BvDocumentType *const *types = bv_document_type_get_all ();

  for (guint i = 0; i < movements->len; i++)
    for (guint j = 0; types[j]; j++) {
      Sheet sheet = { g_array_index (movements, gint64, i), types[j], 0 };
      g_autoptr (GPtrArray) rows = bv_document_type_list_rows (
          types[j], office, sheet.movement, NULL);

      if (types[j]->about == BV_ABOUT_MOVEMENT)
        g_array_append_val (sheets, sheet);
      for (guint k = 0; k < rows->len; k++) {
        sheet.about = ((const BvAboutRow *) rows->pdata[k])->id;
        g_array_append_val (sheets, sheet);
      }
    }
  return sheets;
}

static void
take (GPtrArray *all, char *name, const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_ptr_array_add (all, name);
  g_ptr_array_add (all, text);
}

static char *
leave_out_time (const char *text)
{
  g_autoptr (GRegex) time = g_regex_new ("Xuất lúc</t></si><si><t>[^<]+", G_REGEX_RAW, 0, NULL);

  return g_regex_replace_literal (time, text, -1, 0, "", 0, NULL);
}

/* The sheets and their texts, but not when the workbook was made. */
static void
take_workbook (GPtrArray *all, gint64 movement)
{
  g_autofree char *path = test_folder_path ("a.xlsx");
  char *argv[] = { (char *) "unzip", (char *) "-p", path, (char *) "xl/*", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (bv_workbook_export (office, movement, NULL, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (
      g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error));
  g_unlink (path);
  g_ptr_array_add (all, g_strdup_printf ("workbook of %" G_GINT64_FORMAT, movement));
  g_ptr_array_add (all, leave_out_time (text));
}

static void
take_sheet (GPtrArray *all, const Sheet *sheet)
{
  g_autofree char *path = test_folder_path ("a.fodt");
  const BvDocumentOrder order = { .movement_id = sheet->movement,
                                  .about_ids = &sheet->about,
                                  .n_about = sheet->about ? 1 : 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDocument) document = bv_document_type_build (sheet->type, office, &order, &error);

  g_assert_no_error (error);
  g_assert_true (bv_document_fodt_write (document, path, NULL, &error));
  g_assert_no_error (error);
  take (all,
        g_strdup_printf ("%s of %" G_GINT64_FORMAT " about %" G_GINT64_FORMAT,
                         sheet->type->name,
                         sheet->movement,
                         sheet->about),
        path);
}

static void
take_list (GPtrArray *all, gint64 movement, const BvKind *kind)
{
  g_autofree char *path = test_folder_path ("a.csv");
  g_autoptr (BvListExport) list = bv_list_export_new (bv_kind_get_plural (kind));
  g_autoptr (BvQuery) query = bv_query_new (kind);
  g_autoptr (GError) error = NULL;

  query->movement_id = movement;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_LISTED)
      bv_list_export_add_column (list, &kind->fields[i], NULL);
  bv_list_export_take_ids (list, kind, bv_query_run (query, office, &error));
  g_assert_no_error (error);
  g_assert_true (bv_list_export_write (list, office, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  take (all, g_strdup_printf ("%s of %" G_GINT64_FORMAT, kind->table, movement), path);
}

static void
take_ranking (GPtrArray *all, gint64 movement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAssessment) assessment = bv_assessment_load (office, movement, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < bv_assessment_get_n_subjects (assessment); i++) {
    const BvAssessed *subject = bv_assessment_get_subject (assessment, i);

    g_string_append_printf (text,
                            "%s|%s|%s|%u|%u|%s\n",
                            subject->name,
                            subject->department,
                            subject->job_title,
                            subject->rank,
                            subject->n_members,
                            subject->reason ? subject->reason : "");
  }
  g_ptr_array_add (all, g_strdup_printf ("ranking of %" G_GINT64_FORMAT, movement));
  g_ptr_array_add (all, g_string_free (text, FALSE));
}

/* What a sealed session would say today against what was sealed. */
static void
take_seals (GPtrArray *all)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_session_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, NULL);

  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (BvCouncilSession) session = bv_council_session_load (office, id, NULL);
    g_autoptr (GPtrArray) lines = bv_council_session_compare (session);
    GString *text = g_string_new (bv_council_session_get_seal (session));

    for (guint j = 0; j < lines->len; j++)
      g_string_append_printf (text, "\n%s", (const char *) lines->pdata[j]);
    g_ptr_array_add (all, g_strdup_printf ("seal of %" G_GINT64_FORMAT, id));
    g_ptr_array_add (all, g_string_free (text, FALSE));
  }
}

/* Name, text, name, text … */
static GPtrArray *
take_all (GArray *movements, GArray *sheets)
{
  static const BvKind *const kinds[] = { &bv_pledge_kind,      &bv_achievement_kind,
                                         &bv_score_kind,       &bv_adjustment_kind,
                                         &bv_proposal_kind,    &bv_dissemination_kind,
                                         &bv_submission_kind,  &bv_award_kind,
                                         &bv_member_score_kind };
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < movements->len; i++) {
    gint64 movement = g_array_index (movements, gint64, i);

    take_workbook (all, movement);
    take_ranking (all, movement);
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      take_list (all, movement, kinds[j]);
  }
  take_seals (all);
  for (guint i = 0; i < sheets->len; i++)
    take_sheet (all, &g_array_index (sheets, Sheet, i));
  return all;
}

static gint64
find_department (const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM department WHERE name = '%s'", name);

  return ask (sql);
}

static void
merge (const char *first, const char *second, const char *into, const char *on)
{
  const gint64 ids[] = { find_department (first), second ? find_department (second) : 0 };
  g_autoptr (BvRecord) target = NULL;
  g_autoptr (GError) error = NULL;

  if (second == NULL && g_str_has_prefix (into, "Phòng Lãnh sự"))
    target = bv_office_load (office, &bv_department_kind, find_department (into), &error);
  else {
    target = bv_record_new (&bv_department_kind);
    bv_record_set_text (target, "name", into);
  }
  g_assert_no_error (error);
  bv_department_merge_apply (
      office, &(BvDepartmentMerge){ ids, second ? 2 : 1, target, on, "5/QĐ" }, &error);
  g_assert_no_error (error);
}

static void
close_movements (GArray *movements)
{
  for (guint i = 0; i < movements->len; i++) {
    g_autoptr (BvRecord) movement = bv_office_load (
        office, &bv_movement_kind, g_array_index (movements, gint64, i), NULL);

    bv_record_set_text (movement, "status", "closed");
    g_assert_true (bv_office_save (office, movement, NULL));
  }
}

static void
assert_same (GPtrArray *before, GPtrArray *after)
{
  guint n_changed = 0;

  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i += 2) {
    const char *old = before->pdata[i + 1], *new = after->pdata[i + 1];
    guint at = 0;

    while (old[at] && old[at] == new[at])
      at++;
    if (!old[at] && !new[at])
      continue;
    n_changed++;
    g_test_message ("%s: “%.200s” became “%.200s”",
                    (const char *) before->pdata[i],
                    old + (at > 40 ? at - 40 : 0),
                    new + (at > 40 ? at - 40 : 0));
  }
  g_assert_cmpuint (n_changed, ==, 0);
}

static void
test_same (void)
{
  g_autoptr (GArray) movements = list_movements ();
  g_autoptr (GArray) sheets = list_sheets (movements);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  gint64 n_postings = ask ("SELECT count (*) FROM posting");

  close_movements (movements);
  before = take_all (movements, sheets);
  merge ("Thanh tra Sở", NULL, "Phòng Thanh tra - Pháp chế", "2025-02-01");
  merge ("Văn phòng Sở", "Phòng Quản lý biên giới", "Văn phòng Tổng hợp", "2025-03-01");
  merge ("Trung tâm Dịch vụ đối ngoại", NULL, "Phòng Lãnh sự - Hợp tác quốc tế", "2025-07-01");
  g_assert_cmpint (ask ("SELECT count (*) FROM posting"), >=, n_postings + 18);
  after = take_all (movements, sheets);
  g_test_message ("%u movements, %u documents", movements->len, sheets->len);
  assert_same (before, after);
}

/* What the three mergers above would spoil without their dates: today's lists do say the new names.
 */
static void
test_today (void)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_person_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, NULL);
  const BvField *field = bv_kind_find_field (&bv_person_kind, "department_id");
  guint n_new = 0;

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) person = bv_office_load (
        office, &bv_person_kind, g_array_index (ids, gint64, i), NULL);
    g_autofree char *department = bv_office_display (office, person, field);

    g_assert_cmpstr (department, !=, "Phòng Quản lý biên giới");
    n_new += g_str_equal (department, "Văn phòng Tổng hợp");
    n_new += g_str_equal (department, "Phòng Thanh tra - Pháp chế");
  }
  g_assert_cmpuint (n_new, >=, 15);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  path = test_folder_path ("so.bangvang");
  sample_office_write (path);
  office = bv_office_open (path, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  g_test_add_func ("/old-lists/same", test_same);
  g_test_add_func ("/old-lists/today", test_today);
  result = g_test_run ();
  g_assert_true (bv_office_close (office, &error));
  g_object_unref (office);
  test_folder_remove ();
  return result;
}
