/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bản đăng ký thi đua of a unit or a person: what they pledged, or a form to be filled in. */
#include "config.h"

#include "bv-date.h"
#include "bv-draft.h"
#include "bv-number.h"
#include "bv-posting-sql.h"
#include "bv-query.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "opening",
    N_ ("Opening"),
    "Hưởng ứng {phong trào}, sau khi nghiên cứu nội dung phát động của {cơ quan}, chúng tôi đăng "
    "ký thực hiện các nội dung sau:" },
  { "closing",
    N_ ("Closing"),
    "Chúng tôi cam kết phấn đấu thực hiện tốt những nội dung đã đăng ký./." },
  { NULL },
};

static const BvSentence person_sentences[] = {
  { "opening",
    N_ ("Opening"),
    "Hưởng ứng {phong trào}, sau khi nghiên cứu nội dung phát động của {cơ quan}, tôi đăng ký thực "
    "hiện các nội dung sau:" },
  { "closing", N_ ("Closing"), "Tôi cam kết phấn đấu thực hiện tốt những nội dung đã đăng ký./." },
  { NULL },
};

static const BvDocumentColumn columns[] = {
  { "TT", 6, BV_ALIGN_CENTRE },
  { "Nội dung thi đua", 27, BV_ALIGN_LEFT },
  { "Cam kết thực hiện", 36, BV_ALIGN_LEFT },
  { "Chỉ tiêu", 14, BV_ALIGN_CENTRE },
  { "Thời hạn", 15, BV_ALIGN_CENTRE },
};

static const char pledges_sql[]
    = "SELECT commitment, target, unit, due_on FROM pledge WHERE movement_id = ?1"
      " AND subject_id = ?2 AND criterion_id = ?3 ORDER BY id";
static const char forms_sql[]
    = "SELECT DISTINCT f.name FROM pledge p JOIN award_form f ON f.id = p.award_form_id"
      " WHERE p.movement_id = ?1 AND p.subject_id = ?2 ORDER BY f.name";
/* ?2 the closing day of the movement */
#define POSTING BV_SQL_POSTING_ON ("p.id", "?2")
static const char members_sql[]
    = "SELECT count (*), total (sex = 'female') FROM person p LEFT JOIN posting o"
      " ON o.id = " POSTING " WHERE " BV_SQL_POST_DEPARTMENT
      " = ?1 AND coalesce (p.left_on, '9999') > ?2 AND coalesce (p.joined_on, '') <= ?2";

/* The table */

static void
add_pledge (BvDocumentTable *table, guint number, const char *criterion, BvStatement *row)
{
  g_autofree char *tt = number ? g_strdup_printf ("%u", number) : NULL;
  g_autofree char *content = bv_draft_dup_cell (criterion);
  g_autofree char *commitment = bv_draft_dup_cell (row ? bv_statement_get_text (row, 0) : "");
  g_autofree char *figure = row && !bv_statement_is_null (row, 1)
                                ? bv_number_format_decimal (bv_statement_get_integer (row, 1), 2)
                                : g_strdup ("");
  const char *unit = row && !bv_statement_is_null (row, 2) ? bv_statement_get_text (row, 2) : "";
  g_autofree char *target = g_strdup_printf ("%s %s", figure, unit);
  g_autofree char *goal = bv_draft_dup_cell (g_strstrip (target));
  g_autofree char *due = bv_date_format (row ? bv_statement_get_text (row, 3) : NULL);
  const char *cells[] = { tt, content, row ? commitment : "\n\n", goal, due };

  bv_document_table_add_row (table, BV_ROW_PLAIN, cells);
}

static gboolean
add_criterion (
    BvDraft *draft, BvDocumentTable *table, BvRecord *criterion, guint number, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (draft->office), pledges_sql, error);
  guint n = 0;
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, draft->movement_id);
  bv_statement_bind_integer (rows, 2, draft->about_id);
  bv_statement_bind_integer (rows, 3, bv_record_get_id (criterion));
  for (; (step = bv_statement_step (rows, error)) == BV_STEP_ROW; n++)
    add_pledge (table, n ? 0 : number, n ? "" : bv_record_get_text (criterion, "title"), rows);
  if (step == BV_STEP_DONE && n == 0)
    add_pledge (table, number, bv_record_get_text (criterion, "title"), NULL);
  return step == BV_STEP_DONE;
}

static gboolean
add_table (BvDraft *draft, const char *counts_for, GError **error)
{
  BvDocumentTable *table = bv_document_add_table (draft->document, columns, G_N_ELEMENTS (columns));
  g_autoptr (BvQuery) query = bv_query_new (&bv_criterion_kind);
  g_autoptr (GArray) ids = NULL;
  guint number = 0;

  query->movement_id = draft->movement_id;
  ids = bv_query_run (query, draft->office, error);
  for (guint i = 0; ids && i < ids->len; i++) {
    g_autoptr (BvRecord) criterion = bv_office_load (
        draft->office, &bv_criterion_kind, g_array_index (ids, gint64, i), error);
    if (!criterion)
      return FALSE;
    if (bv_record_get_integer (criterion, counts_for)
        && !add_criterion (draft, table, criterion, ++number, error))
      return FALSE;
  }
  return ids != NULL;
}

static gboolean
add_forms (BvDraft *draft, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (draft->office), forms_sql, error);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *value = NULL;
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, draft->movement_id);
  bv_statement_bind_integer (rows, 2, draft->about_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    g_string_append_printf (names, "%s%s", names->len ? "; " : "", bv_statement_get_text (rows, 0));
  value = bv_draft_dup_cell (names->str);
  bv_document_add_fill (
      draft->document, &(BvFill){ "Danh hiệu, hình thức khen thưởng đăng ký:", value }, 1);
  return step == BV_STEP_DONE;
}

/* The upper end: a form of a department stands under the office */

/* @name stands in its title: the register lists many of them. */
static BvDocument *
new_document (const char *what, const char *name)
{
  g_autofree char *title = g_strconcat (what, *name ? ": " : "", name, NULL);

  return bv_document_new (title, FALSE);
}

static void
add_heading (BvDraft *draft, const char *department)
{
  g_autofree char *place = bv_draft_dup_place (draft, "");
  const BvHeading heading = { .superior = bv_record_get_text (draft->own, "name"),
                              .issuer = *department ? department : BV_DRAFT_DOTS,
                              .place = place };

  bv_document_add_heading (draft->document, &heading);
}

static gboolean
add_body (BvDraft *draft, const char *counts_for, GError **error)
{
  bv_draft_say (draft, BV_TEXT_BODY, "opening");
  if (!add_table (draft, counts_for, error) || !add_forms (draft, error))
    return FALSE;
  bv_draft_say (draft, BV_TEXT_BODY, "closing");
  return TRUE;
}

static gboolean
add_members (BvDraft *draft, GError **error)
{
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (draft->office), members_sql, error);
  g_autofree char *closing = bv_draft_dup_closing (draft);
  g_autofree char *n = NULL;
  g_autofree char *women = NULL;

  if (!row)
    return FALSE;
  bv_statement_bind_integer (row, 1, draft->about_id);
  bv_statement_bind_text (row, 2, closing);
  if (draft->about_id && bv_statement_step (row, error) == BV_STEP_ROW) {
    n = g_strdup_printf ("%d người", (int) bv_statement_get_integer (row, 0));
    women = g_strdup_printf ("%d người", (int) bv_statement_get_integer (row, 1));
  }
  bv_document_add_fill (
      draft->document, (BvFill[]){ { "Tổng số:", n }, { "Trong đó nữ:", women } }, 2);
  return TRUE;
}

static gboolean
build_unit (BvDraft *draft, GError **error)
{
  g_autofree char *name = bv_draft_dup_subject_name (draft, draft->about_id);
  g_autofree char *cell = bv_draft_dup_cell (name);
  const BvSigner signer = { .authority = "TRƯỞNG ĐƠN VỊ", .note = "(Ký, ghi rõ họ tên)" };

  draft->document = new_document ("Bản đăng ký thi đua của tập thể", name);
  add_heading (draft, name);
  bv_draft_add_title (draft, "BẢN ĐĂNG KÝ THI ĐUA", bv_record_get_text (draft->movement, "title"));
  bv_document_add_fill (draft->document, &(BvFill){ "Tên tập thể:", cell }, 1);
  if (!add_members (draft, error) || !add_body (draft, "for_collectives", error))
    return FALSE;
  bv_document_add_signature (draft->document, NULL, &signer, 1);
  return TRUE;
}

static void
add_person (BvDraft *draft, const char *name, const char *job_title, const char *department)
{
  g_autofree char *who = g_markup_printf_escaped (*name ? "<b>%s</b>" : "%s", name);
  g_autofree char *job = bv_draft_dup_cell (job_title);
  g_autofree char *where = bv_draft_dup_cell (department);

  bv_document_add_fill (draft->document, &(BvFill){ "Họ và tên:", who }, 1);
  bv_document_add_fill (draft->document, &(BvFill){ "Chức vụ:", job }, 1);
  bv_document_add_fill (draft->document, &(BvFill){ "Đơn vị:", where }, 1);
}

static gboolean
build_person (BvDraft *draft, GError **error)
{
  g_autofree char *name = bv_draft_dup_subject_name (draft, draft->about_id);
  g_autofree char *job_title = NULL;
  g_autofree char *department = NULL;
  const BvSigner signers[] = {
    { .authority = "XÁC NHẬN CỦA\nTRƯỞNG ĐƠN VỊ", .note = "(Ký, ghi rõ họ tên)" },
    { .authority = "NGƯỜI ĐĂNG KÝ", .note = "(Ký, ghi rõ họ tên)", .name = name }
  };

  if (!bv_draft_find_post (draft, draft->about_id, &job_title, &department, error))
    return FALSE;
  draft->document = new_document ("Bản đăng ký thi đua của cá nhân", name);
  add_heading (draft, department);
  bv_draft_add_title (draft, "BẢN ĐĂNG KÝ THI ĐUA", bv_record_get_text (draft->movement, "title"));
  add_person (draft, name, job_title, department);
  if (!add_body (draft, "for_individuals", error))
    return FALSE;
  bv_document_add_signature (draft->document, NULL, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

const BvDocumentType bv_unit_pledge_document = {
  .name = "unit-pledge",
  .title = N_ ("Pledge of a unit"),
  .hint = N_ ("What a unit pledged, or a blank form"),
  .about = BV_ABOUT_DEPARTMENT,
  .blank = TRUE,
  .sentences = sentences,
  .build = build_unit,
};

const BvDocumentType bv_person_pledge_document = {
  .name = "person-pledge",
  .title = N_ ("Pledge of a person"),
  .hint = N_ ("What a person pledged, or a blank form"),
  .about = BV_ABOUT_PERSON,
  .blank = TRUE,
  .sentences = person_sentences,
  .build = build_person,
};
