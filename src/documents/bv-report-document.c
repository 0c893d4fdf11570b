/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Báo cáo tổng kết: what the movement brought, in figures and charts from the file itself. */
#include "config.h"

#include "bv-nominee.h"
#include "bv-points.h"
#include "bv-posting-sql.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "opening",
    N_ ("Opening"),
    "Thực hiện {phong trào} (từ ngày {từ ngày} đến ngày {đến ngày}), {cơ quan} báo cáo kết quả như "
    "sau:" },
  { "closing", N_ ("Closing"), "Trên đây là báo cáo tổng kết phong trào thi đua của {cơ quan}./." },
  BV_DRAFT_SIGNATURE,
  { NULL },
};

static const BvDocumentColumn columns[] = {
  { "TT", 6, BV_ALIGN_CENTRE },
  { "Đơn vị", 38, BV_ALIGN_LEFT },
  { "Số nội dung đăng ký", 18, BV_ALIGN_CENTRE },
  { "Số thành tích đã nộp", 18, BV_ALIGN_CENTRE },
  { "Số thành tích được xác nhận", 20, BV_ALIGN_CENTRE },
};

#define N_FIGURES 3

/* Of each department that was there and its people. ?1 is the movement, ?2 its closing day. */
#define PEOPLE BV_SQL_DEPARTMENTS_ON ("?2")
static const char figures_sql[]
    = "WITH member (id, department_id) AS MATERIALIZED (SELECT id, id FROM department"
      " UNION ALL " PEOPLE ")"
      " SELECT d.id, (SELECT count (*) FROM pledge p JOIN member m ON m.id = p.subject_id"
      " WHERE p.movement_id = ?1 AND m.department_id = d.id),"
      " (SELECT count (*) FROM achievement a JOIN member m ON m.id = a.subject_id"
      " WHERE a.movement_id = ?1 AND m.department_id = d.id),"
      " (SELECT count (*) FROM achievement a JOIN member m ON m.id = a.subject_id"
      " WHERE a.movement_id = ?1 AND a.status = 'verified' AND m.department_id = d.id)"
      " FROM department d WHERE coalesce (d.founded_on, '') <= ?2 AND coalesce (d.dissolved_on,"
      " '9999') > coalesce ((SELECT start_on FROM movement WHERE id = ?1), '')"
      " ORDER BY d.position, d.id";
static const char counts_sql[]
    = "SELECT (SELECT count (DISTINCT p.subject_id) FROM pledge p JOIN department d"
      " ON d.id = p.subject_id WHERE p.movement_id = ?1),"
      " (SELECT count (DISTINCT p.subject_id) FROM pledge p JOIN person d"
      " ON d.id = p.subject_id WHERE p.movement_id = ?1),"
      " (SELECT count (*) FROM pledge WHERE movement_id = ?1),"
      " (SELECT count (DISTINCT department_id) FROM dissemination WHERE movement_id = ?1)";

static BvStatement *
prepare (BvDraft *draft, const char *sql, GError **error)
{
  BvStatement *statement = bv_database_prepare (bv_office_get_database (draft->office), sql, error);

  if (statement)
    bv_statement_bind_integer (statement, 1, draft->movement_id);
  return statement;
}

static gboolean
add_pledges (BvDraft *draft, GError **error)
{
  g_autoptr (BvStatement) row = prepare (draft, counts_sql, error);

  if (!row || bv_statement_step (row, error) != BV_STEP_ROW)
    return FALSE;
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "I. CÔNG TÁC PHÁT ĐỘNG, ĐĂNG KÝ THI ĐUA");
  bv_document_add_format (draft->document,
                          BV_TEXT_BODY,
                          "- Số đơn vị đã phổ biến nội dung phong trào: %d.",
                          (int) bv_statement_get_integer (row, 3));
  bv_document_add_format (
      draft->document,
      BV_TEXT_BODY,
      "- Đã có %d tập thể và %d cá nhân đăng ký thi đua với tổng số %d nội dung cam kết.",
      (int) bv_statement_get_integer (row, 0),
      (int) bv_statement_get_integer (row, 1),
      (int) bv_statement_get_integer (row, 2));
  return TRUE;
}

static void
add_figures (BvDocumentTable *table, BvStatement *row, guint number, const char *department)
{
  g_autofree char *tt = g_strdup_printf ("%u", number);
  g_autofree char *name = bv_draft_dup_cell (department);
  g_autofree char *pledges = g_strdup_printf ("%d", (int) bv_statement_get_integer (row, 1));
  g_autofree char *sent = g_strdup_printf ("%d", (int) bv_statement_get_integer (row, 2));
  g_autofree char *verified = g_strdup_printf ("%d", (int) bv_statement_get_integer (row, 3));

  bv_document_table_add_row (
      table, BV_ROW_PLAIN, (const char *[]){ tt, name, pledges, sent, verified });
}

static void
add_sums (BvDocumentTable *table, const gint64 *sums)
{
  g_autofree char *pledges = g_strdup_printf ("%d", (int) sums[0]);
  g_autofree char *sent = g_strdup_printf ("%d", (int) sums[1]);
  g_autofree char *verified = g_strdup_printf ("%d", (int) sums[2]);

  bv_document_table_add_row (
      table, BV_ROW_TOTAL, (const char *[]){ NULL, "Tổng cộng", pledges, sent, verified });
}

static void
clear_bar (gpointer data)
{
  BvBar *bar = data;

  g_free ((char *) bar->label);
  g_free ((char *) bar->shown);
}

static GArray *
new_bars (void)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (BvBar));

  g_array_set_clear_func (bars, clear_bar);
  return bars;
}

static gboolean
add_results (BvDraft *draft, GError **error)
{
  g_autoptr (BvStatement) rows = prepare (draft, figures_sql, error);
  g_autofree char *closing = bv_draft_dup_closing (draft);
  g_autoptr (GArray) bars = new_bars ();
  BvDocumentTable *table;
  gint64 sums[N_FIGURES] = { 0 };
  guint n = 0;
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_text (rows, 2, closing);
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "II. KẾT QUẢ THỰC HIỆN");
  table = bv_document_add_table (draft->document, columns, G_N_ELEMENTS (columns));
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    gint64 verified = bv_statement_get_integer (rows, 3);
    BvBar bar = { bv_draft_dup_department (draft, bv_statement_get_integer (rows, 0)),
                  verified,
                  g_strdup_printf ("%d", (int) verified) };
    g_array_append_val (bars, bar);
    add_figures (table, rows, ++n, bar.label);
    for (int i = 0; i < N_FIGURES; i++)
      sums[i] += bv_statement_get_integer (rows, i + 1);
  }
  add_sums (table, sums);
  bv_document_add_bars (draft->document,
                        "Số thành tích được xác nhận, theo đơn vị",
                        (const BvBar *) (gpointer) bars->data,
                        bars->len);
  return step == BV_STEP_DONE;
}

static void
add_totals (BvDraft *draft, BvAssessment *assessment)
{
  g_autoptr (GArray) bars = new_bars ();
  guint n;
  const guint *ranked = bv_assessment_get_ranked (assessment, BV_RANK_COLLECTIVES, &n);

  for (guint i = 0; i < n; i++) {
    const BvAssessed *subject = bv_assessment_get_subject (assessment, ranked[i]);
    BvBar bar = { NULL };
    if (subject->rank == 0)
      continue;
    bar.label = g_strdup (subject->name);
    bar.value = bv_fraction_round (subject->total.total);
    bar.shown = bv_fraction_format (subject->total.total);
    g_array_append_val (bars, bar);
  }
  if (bars->len > 0)
    bv_document_add_bars (draft->document,
                          "Tổng điểm của các tập thể",
                          (const BvBar *) (gpointer) bars->data,
                          bars->len);
}

static void
add_appraisal (BvDraft *draft, BvAssessment *assessment)
{
  guint counts[BV_RANK_STAFF + 1] = { 0 }, all = bv_assessment_get_n_subjects (assessment);
  guint n_ranked = 0;

  for (guint i = 0; i < all; i++) {
    const BvAssessed *subject = bv_assessment_get_subject (assessment, i);
    n_ranked += subject->rank != 0;
    if (subject->rank != 0)
      counts[subject->kind == &bv_department_kind ? BV_RANK_COLLECTIVES
             : subject->leader                    ? BV_RANK_LEADERS
                                                  : BV_RANK_STAFF]++;
  }
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "III. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG");
  bv_document_add_format (draft->document,
                          BV_TEXT_BODY,
                          "Đã chấm đủ điểm và xếp hạng %u đối tượng, gồm %u tập thể, %u cá nhân "
                          "giữ chức vụ lãnh đạo và "
                          "%u cá nhân không giữ chức vụ; còn %u đối tượng chưa đủ điểm.",
                          n_ranked,
                          counts[BV_RANK_COLLECTIVES],
                          counts[BV_RANK_LEADERS],
                          counts[BV_RANK_STAFF],
                          all - n_ranked);
  add_totals (draft, assessment);
}

static gboolean
add_awards (BvDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) nominees = bv_nominee_load (draft, BV_NOMINEES_PASSED, 0, error);
  g_autofree char *numbers = NULL;

  if (!nominees)
    return FALSE;
  numbers = bv_nominee_dup_numbers (nominees);
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "IV. ĐỀ NGHỊ KHEN THƯỞNG");
  bv_document_add_format (
      draft->document, BV_TEXT_BODY, "Hội đồng đề nghị khen thưởng %s:", numbers);
  for (guint i = 0; i < nominees->len; i++) {
    const BvNominee *nominee = g_ptr_array_index (nominees, i);
    g_autofree char *post = bv_nominee_dup_post (nominee);
    g_autofree char *line = g_markup_printf_escaped (
        "%u. %s%s", i + 1, nominee->name, *post ? ", " : "");
    g_autofree char *form = g_markup_printf_escaped (": %s.", nominee->award_form);
    g_autofree char *all = g_strconcat (line, post, form, NULL);
    bv_document_add_text (draft->document, BV_TEXT_BODY, all);
  }
  return TRUE;
}

static gboolean
build (BvDraft *draft, GError **error)
{
  BvAssessment *assessment = bv_draft_get_assessment (draft, error);

  if (!assessment)
    return FALSE;
  draft->document = bv_document_new ("Báo cáo tổng kết phong trào thi đua", FALSE);
  bv_draft_add_heading (draft, "", "BC", "");
  bv_draft_add_title (draft, "BÁO CÁO", "Tổng kết phong trào thi đua");
  bv_draft_say (draft, BV_TEXT_BODY, "opening");
  if (!add_pledges (draft, error) || !add_results (draft, error))
    return FALSE;
  add_appraisal (draft, assessment);
  if (!add_awards (draft, error))
    return FALSE;
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "V. HẠN CHẾ, NGUYÊN NHÂN");
  bv_document_add_dots (draft->document, 3);
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "VI. PHƯƠNG HƯỚNG, KIẾN NGHỊ");
  bv_document_add_dots (draft->document, 3);
  bv_draft_say (draft, BV_TEXT_BODY, "closing");
  bv_draft_sign (draft, bv_record_get_text (draft->movement, "recipients"), NULL, NULL);
  return TRUE;
}

const BvDocumentType bv_report_document = {
  .name = "report",
  .title = N_ ("Closing report"),
  .hint = N_ ("What the movement brought, with figures and charts"),
  .about = BV_ABOUT_MOVEMENT,
  .sentences = sentences,
  .build = build,
};
