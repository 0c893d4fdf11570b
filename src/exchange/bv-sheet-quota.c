/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Tỷ lệ": how many places each quota gives, computed by the sheet itself, who stands in
 * them, and how the selection compares with the candidates. */
#include "config.h"

#include "bv-fairness-report.h"
#include "bv-number.h"
#include "bv-quota-warning.h"
#include "bv-sheet.h"

/* clang-format off */
enum { NUMBER, WHAT, PLACE, PERCENT, BASE, PRODUCT, ROUNDING, MINIMUM, CAP, USED, LEFT, POINTS, RANK, RESULT };

static const BvSheetColumn columns[] = {
  { "TT", 4.5 },            { "Hình thức, đối tượng", 30 }, { "Danh sách, đơn vị", 21 }, { "Tỷ lệ", 8 },
  { "Số làm cơ sở", 8 },    { "Tích", 8 },                  { "Làm tròn", 9 },           { "Ít nhất", 7 },
  { "Chỉ tiêu", 7.5 },      { "Đã xếp", 8 },                { "Còn lại", 7 },            { "Điểm", 8 },
  { "Hạng", 6.5 },          { "Kết quả", 21 },
};
/* clang-format on */

static const char *const lists[BV_N_RANK_LISTS] = {
  [BV_RANK_COLLECTIVES] = "Tập thể",
  [BV_RANK_LEADERS] = "Cá nhân giữ chức vụ lãnh đạo",
  [BV_RANK_STAFF] = "Cá nhân không giữ chức vụ",
  [BV_RANK_INDIVIDUALS] = "Cá nhân",
};
static const char *const roundings[] = {
  [BV_ROUNDING_FLOOR] = "xuống",
  [BV_ROUNDING_HALF_UP] = "gần nhất",
  [BV_ROUNDING_CEILING] = "lên",
};

static const char *
name_outcome (BvQuotaOutcome outcome)
{
  if (outcome == BV_QUOTA_TAKEN)
    return "Đề nghị";
  if (outcome == BV_QUOTA_BOUNDARY)
    return "Hội đồng quyết định";
  return outcome == BV_QUOTA_ALTERNATE ? "Dự khuyết" : NULL;
}

static guint
count_named (const BvQuotaLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->n_outcomes; i++)
    n += name_outcome (line->outcomes[i]) != NULL;
  return n;
}

static char *
name_cell (guint column, guint row)
{
  return g_strdup_printf ("%c%u", 'A' + (int) column, row);
}

/* The product has at most four decimals: rounding to them takes away what binary fractions add. */
static void
write_product (BvSheet *sheet, const BvQuotaRule *rule)
{
  g_autofree char *formula = g_strdup_printf ("=ROUND(D%u*E%u,4)", sheet->row + 1, sheet->row + 1);

  bv_sheet_number (sheet, PERCENT, (double) rule->percent / 10000, BV_STYLE_PERCENT);
  bv_sheet_number (sheet, BASE, (double) rule->base, BV_STYLE_INTEGER);
  bv_sheet_formula (
      sheet, PRODUCT, formula, (double) (rule->percent * rule->base) / 10000, BV_STYLE_POINTS);
  bv_sheet_text (sheet, ROUNDING, roundings[rule->rounding], BV_STYLE_CENTRE);
  bv_sheet_number (sheet, MINIMUM, (double) rule->minimum, BV_STYLE_INTEGER);
}

static void
write_places (BvSheet *sheet, const BvQuotaLine *line)
{
  guint row = sheet->row + 1;
  guint n = MAX (count_named (line), 1);
  g_autofree char *cap = g_strdup_printf (
      "=MAX(H%u,IF(G%u=\"lên\",ROUNDUP(F%u,0),IF(G%u=\"xuống\",ROUNDDOWN(F%u,0),ROUND(F%u,0))))",
      row,
      row,
      row,
      row,
      row,
      row);
  g_autofree char *used = g_strdup_printf (
      "=COUNTIF(N%u:N%u,\"%s\")", row + 1, row + n, name_outcome (BV_QUOTA_TAKEN));
  g_autofree char *left = g_strdup_printf ("=I%u-J%u", row, row);
  g_autofree char *result = g_strdup_printf (
      "=IF(COUNTIF(N%u:N%u,\"%s\")=0,\"\",COUNTIF(N%u:N%u,\"%s\")&\" đồng hạng ở ranh giới\")",
      row + 1,
      row + n,
      name_outcome (BV_QUOTA_BOUNDARY),
      row + 1,
      row + n,
      name_outcome (BV_QUOTA_BOUNDARY));
  g_autofree char *boundary = line->use.n_boundary > 0 ? g_strdup_printf (
                                  "%u đồng hạng ở ranh giới", line->use.n_boundary)
                                                       : g_strdup ("");

  bv_sheet_formula (sheet, CAP, cap, (double) line->use.cap, BV_STYLE_INTEGER);
  bv_sheet_formula (sheet, USED, used, (double) line->use.used, BV_STYLE_INTEGER);
  bv_sheet_formula (sheet, LEFT, left, (double) line->use.left, BV_STYLE_INTEGER);
  bv_sheet_blanks (sheet, POINTS, RESULT, BV_STYLE_CENTRE);
  bv_sheet_text_formula (sheet, RESULT, result, boundary, BV_STYLE_TEXT_BOLD);
}

static void
write_named (BvSheet *sheet, const BvAssessed *subject, const char *outcome, gboolean boundary)
{
  BvFraction total = subject->total.total;

  bv_sheet_blank (sheet, NUMBER, BV_STYLE_INTEGER);
  bv_sheet_text (sheet, WHAT, subject->name, BV_STYLE_TEXT);
  bv_sheet_text (sheet, PLACE, subject->department, BV_STYLE_TEXT);
  bv_sheet_blanks (sheet, PERCENT, POINTS, BV_STYLE_CENTRE);
  bv_sheet_number (
      sheet, POINTS, (double) total.numerator / (double) total.denominator / 100, BV_STYLE_POINTS);
  bv_sheet_number (sheet, RANK, subject->rank, BV_STYLE_INTEGER);
  bv_sheet_text (sheet, RESULT, outcome, boundary ? BV_STYLE_WARNING : BV_STYLE_TEXT);
  bv_sheet_next_row (sheet);
}

static void
write_quota (BvSheet *sheet, const BvQuotaLine *line, guint number)
{
  BvAssessment *assessment = sheet->book->assessment;

  bv_sheet_number (sheet, NUMBER, number, BV_STYLE_INTEGER);
  bv_sheet_text (sheet, WHAT, line->award_form, BV_STYLE_TEXT_BOLD);
  bv_sheet_text (sheet, PLACE, lists[line->list], BV_STYLE_TEXT_BOLD);
  write_product (sheet, &line->rule);
  write_places (sheet, line);
  bv_sheet_next_row (sheet);
  for (guint i = 0; i < line->n_outcomes; i++) {
    const char *outcome = name_outcome (line->outcomes[i]);
    if (outcome)
      write_named (sheet,
                   bv_assessment_peek_subject (assessment, line->subjects[i]),
                   outcome,
                   line->outcomes[i] == BV_QUOTA_BOUNDARY);
  }
  if (count_named (line) == 0) {
    bv_sheet_blank (sheet, NUMBER, BV_STYLE_INTEGER);
    bv_sheet_text (sheet, WHAT, "Chưa có ai được xếp", BV_STYLE_TEXT);
    bv_sheet_blanks (sheet, PLACE, RESULT + 1, BV_STYLE_CENTRE);
    bv_sheet_next_row (sheet);
  }
}

/* How the selection compares */

static char *
dup_group (const BvFairnessLine *line)
{
  switch (line->group) {
  case BV_FAIRNESS_WOMEN:
    return g_strdup ("Nữ");
  case BV_FAIRNESS_DIRECT:
    return g_strdup ("Người trực tiếp làm");
  case BV_FAIRNESS_LEADERS:
    return g_strdup ("Người giữ chức vụ lãnh đạo");
  case BV_FAIRNESS_RECENT:
    return g_strdup_printf ("Được khen thưởng trong %d năm gần đây", BV_FAIRNESS_YEARS);
  case BV_FAIRNESS_DEPARTMENT:
    return g_strdup (line->name);
  case BV_FAIRNESS_ALL:
  default:
    return g_strdup ("Tất cả cá nhân đủ điều kiện, đã xếp hạng");
  }
}

/* Columns D and E hold the candidates and their share, I and J those inside. */
static void
write_share (BvSheet *sheet, guint column, guint part, guint whole, guint all_row)
{
  g_autofree char *cell = name_cell (column, sheet->row + 1);
  g_autofree char *all = name_cell (column, all_row);
  g_autofree char *formula = g_strdup_printf ("=IF(%s=0,0,%s/%s)", all, cell, all);

  bv_sheet_number (sheet, column, part, BV_STYLE_INTEGER);
  bv_sheet_formula (
      sheet, column + 1, formula, whole ? (double) part / (double) whole : 0, BV_STYLE_PERCENT);
}

static void
write_comparison_heading (BvSheet *sheet)
{
  bv_sheet_blanks (sheet, NUMBER, RESULT + 1, BV_STYLE_TH);
  bv_sheet_text (sheet, WHAT, "Nhóm", BV_STYLE_TH);
  bv_sheet_text (sheet, PERCENT, "Ứng viên", BV_STYLE_TH);
  bv_sheet_text (sheet, BASE, "Tỷ lệ", BV_STYLE_TH);
  bv_sheet_text (sheet, CAP, "Được xếp", BV_STYLE_TH);
  bv_sheet_text (sheet, USED, "Tỷ lệ", BV_STYLE_TH);
  bv_sheet_text (sheet, RESULT, "So với tỷ lệ ứng viên", BV_STYLE_TH);
  bv_sheet_next_row (sheet);
}

static void
write_comparison (BvSheet *sheet, const BvFairnessReport *report)
{
  const BvFairnessLine *all = bv_fairness_report_get_line (report, 0);
  guint all_row;

  bv_sheet_group (sheet, "Cơ cấu cá nhân trước khi bỏ phiếu");
  write_comparison_heading (sheet);
  all_row = sheet->row + 1;
  for (guint i = 0; i < bv_fairness_report_get_n_lines (report); i++) {
    const BvFairnessLine *line = bv_fairness_report_get_line (report, i);
    g_autofree char *group = dup_group (line);
    guint n_short = line->group == BV_FAIRNESS_RECENT
                        ? 0
                        : bv_fairness_short (&line->count, &all->count);
    g_autofree char *note = n_short ? g_strdup_printf ("Ít hơn %u suất so với tỷ lệ", n_short)
                                    : NULL;

    bv_sheet_blank (sheet, NUMBER, BV_STYLE_INTEGER);
    bv_sheet_text (sheet, WHAT, group, i ? BV_STYLE_TEXT : BV_STYLE_TEXT_BOLD);
    bv_sheet_blank (sheet, PLACE, BV_STYLE_TEXT);
    write_share (sheet, PERCENT, line->count.n_candidates, all->count.n_candidates, all_row);
    bv_sheet_blanks (sheet, PRODUCT, CAP, BV_STYLE_CENTRE);
    write_share (sheet, CAP, line->count.n_selected, all->count.n_selected, all_row);
    bv_sheet_blanks (sheet, LEFT, RESULT, BV_STYLE_CENTRE);
    bv_sheet_text (sheet, RESULT, note, BV_STYLE_TEXT);
    bv_sheet_next_row (sheet);
  }
}

/* What the places of a form pass; the council weighs it up. */
static void
write_warnings (BvSheet *sheet)
{
  g_autoptr (GArray) warnings = bv_quota_warning_list (sheet->book->assessment);

  for (guint i = 0; i < warnings->len; i++) {
    const BvQuotaWarning *warning = &g_array_index (warnings, BvQuotaWarning, i);
    const BvQuotaExcess *excess = &warning->excess;
    g_autofree char *text
        = excess->department_id == 0
              ? g_strdup_printf (
                  "Lưu ý: %s có %u trong %u người được xếp giữ chức vụ lãnh đạo, quy "
                  "định nhiều nhất %u; Hội đồng cân nhắc.",
                  warning->award_form,
                  excess->n,
                  warning->n_taken,
                  excess->most)
              : g_strdup_printf (
                  "Lưu ý: %s có %u người được xếp thuộc %s, quy định mỗi đơn vị nhiều "
                  "nhất %u; Hội đồng cân nhắc.",
                  warning->award_form,
                  excess->n,
                  warning->department,
                  excess->most);

    bv_sheet_note (sheet, text);
  }
}

static gboolean
write_bases (BvSheet *sheet, GError **error)
{
  BvAssessment *assessment = sheet->book->assessment;

  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);
    g_autoptr (BvRecord) quota = bv_office_load (
        sheet->book->office, &bv_quota_kind, line->quota_id, error);
    g_autofree char *text = NULL;

    if (!quota)
      return FALSE;
    if (bv_record_is_null (quota, "base_note")
        || !bv_workbook_choice_has_form (sheet->book->choice, line->award_form_id))
      continue;
    text = g_strdup_printf (
        "Số làm cơ sở ở dòng %u: %s.", i + 1, bv_record_get_text (quota, "base_note"));
    bv_sheet_note (sheet, text);
  }
  return TRUE;
}

gboolean
bv_sheet_quota_write (BvBook *book, GError **error)
{
  BvSheet sheet;
  guint n = bv_assessment_get_n_quotas (book->assessment);
  g_autoptr (BvFairnessReport) report = bv_fairness_report_load (
      book->office, book->assessment, book->movement_id, error);

  if (!report)
    return FALSE;
  bv_sheet_begin (&sheet,
                  book,
                  "Tỷ lệ",
                  "CHỈ TIÊU KHEN THƯỞNG VÀ CƠ CẤU ĐỀ NGHỊ",
                  columns,
                  G_N_ELEMENTS (columns));
  sheet.whole_rows = TRUE; /* formulas count them */
  for (guint i = 0; i < n; i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (book->assessment, i);

    if (bv_workbook_choice_has_form (book->choice, line->award_form_id))
      write_quota (&sheet, line, i + 1);
  }
  if (n == 0)
    bv_sheet_group (&sheet, "Phong trào chưa có chỉ tiêu khen thưởng.");
  else
    write_comparison (&sheet, report);
  write_warnings (&sheet);
  if (!write_bases (&sheet, error))
    return FALSE;
  bv_sheet_end (&sheet, TRUE);
  return TRUE;
}
