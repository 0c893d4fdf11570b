/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Tự chấm - Thẩm định": the steps of each content side by side, with why they differ. */
#include "config.h"

#include "bv-score-sheet.h"
#include "bv-sheet.h"

#define FIRST_STAGE 5
#define COUNTS (FIRST_STAGE + BV_N_STAGES)
#define REASONS (COUNTS + 1)

/* clang-format off */
static const BvSheetColumn columns[] = {
  { "TT", 5 },           { "Đối tượng", 22 },      { "Nội dung", 30 },  { "Tối đa", 7 },
  { "Từ minh chứng", 8 }, { "Tự chấm", 8.5 },       { "Trưởng đơn vị", 8.5 },
  { "Văn phòng", 8.5 },  { "Hội đồng", 8.5 },      { "Được tính", 8.5 }, { "Lý do khác bước trước", 44 },
};
/* clang-format on */

/* The words of the paper, whatever the window speaks. */
static const char *const stage_names[BV_N_STAGES] = {
  "Tự chấm", "Trưởng đơn vị", "Văn phòng", "Hội đồng"
};

typedef struct
{
  BvSheet sheet;
  BvBook *book;
  BvScoreSheet *scores;
  guint n_criteria;
  guint number;
} Stages;

static void
write_value (Stages *self, guint column, gint64 points)
{
  if (points == BV_POINTS_NOT_APPLICABLE)
    bv_sheet_text (&self->sheet, column, "KAD", BV_STYLE_CENTRE);
  else if (points == BV_POINTS_MISSING)
    bv_sheet_blank (&self->sheet, column, BV_STYLE_POINTS);
  else
    bv_sheet_points (&self->sheet, column, points, BV_STYLE_POINTS);
}

/* "Văn phòng: …" for each step that differs; @lacks when one of them does not say why. */
static char *
dup_reasons (Stages *self, guint subject, guint criterion, gboolean *lacks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BV_N_STAGES; i++) {
    BvScorePlace place = { subject, criterion, (BvStage) i };
    const char *reason = bv_score_sheet_get_reason (self->scores, place);

    if (!bv_score_sheet_differs (self->scores, place))
      continue;
    *lacks = *lacks || *reason == '\0';
    g_string_append_printf (text,
                            "%s%s: %s",
                            text->len > 0 ? "\n" : "",
                            stage_names[i],
                            *reason != '\0' ? reason : "chưa ghi lý do");
  }
  return g_string_free (text, FALSE);
}

/* What counts, in hundredths: a mean of members is not rounded before it is added up. */
static double
get_official (const BvAssessed *assessed, guint criterion)
{
  const BvFraction *exact = assessed->exact ? &assessed->exact[criterion] : NULL;

  return exact ? (double) exact->numerator / (double) exact->denominator
               : (double) assessed->points[criterion];
}

static void
write_official (Stages *self, const BvAssessed *assessed, guint criterion)
{
  gint64 points = assessed->points[criterion];

  if (points >= 0)
    bv_sheet_number (
        &self->sheet, COUNTS, get_official (assessed, criterion) / 100, BV_STYLE_POINTS);
  else
    write_value (self, COUNTS, points);
}

static void
write_criterion (Stages *self, guint subject, guint criterion)
{
  const BvAssessed *assessed = bv_score_sheet_get_subject (self->scores, subject);
  gboolean lacks = FALSE;
  g_autofree char *reasons = dup_reasons (self, subject, criterion, &lacks);
  BvScorePlace first = { subject, criterion, BV_STAGE_SELF };

  bv_sheet_number (&self->sheet, 0, ++self->number, BV_STYLE_INTEGER);
  bv_sheet_text (&self->sheet, 1, assessed->name, BV_STYLE_TEXT);
  bv_sheet_text (&self->sheet,
                 2,
                 bv_assessment_get_criterion_name (self->book->assessment, criterion),
                 BV_STYLE_TEXT);
  bv_sheet_points (&self->sheet,
                   3,
                   bv_score_sheet_get_criterion (self->scores, criterion)->maximum,
                   BV_STYLE_POINTS);
  write_value (self, 4, bv_score_sheet_get_computed (self->scores, first));
  for (guint i = 0; i < BV_N_STAGES; i++) {
    BvScorePlace place = { subject, criterion, (BvStage) i };
    write_value (self, FIRST_STAGE + i, bv_score_sheet_get_points (self->scores, place));
  }
  write_official (self, assessed, criterion);
  bv_sheet_text (&self->sheet, REASONS, reasons, lacks ? BV_STYLE_WARNING : BV_STYLE_TEXT);
  bv_sheet_next_row (&self->sheet);
}

/* The sum of one column over the rows of a subject, live. */
static void
write_sum (Stages *self, guint column, guint first_row, const char *more, double sum)
{
  char name[LXW_MAX_COL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_col_to_name (name, (lxw_col_t) column, 0);
  formula = g_strdup_printf ("=SUM(%s%u:%s%u)%s", name, first_row, name, self->sheet.row, more);
  bv_sheet_formula (&self->sheet, column, formula, sum / 100, BV_STYLE_POINTS_BOLD);
}

/* Evidence stands in where a step gave nothing; a step with gaps has no sum. */
static void
write_stage_sum (Stages *self, guint subject, guint stage, guint first_row)
{
  guint column = FIRST_STAGE + stage;
  guint n_missing;
  gint64 sum = bv_score_sheet_add_up (self->scores, subject, (BvStage) stage, &n_missing);
  char name[LXW_MAX_COL_NAME_LENGTH];
  g_autofree char *evidence = NULL;

  if (n_missing > 0) {
    bv_sheet_blank (&self->sheet, column, BV_STYLE_POINTS_BOLD);
    return;
  }
  lxw_col_to_name (name, (lxw_col_t) column, 0);
  evidence = g_strdup_printf ("+SUMPRODUCT((%s%u:%s%u=\"\")*E%u:E%u)",
                              name,
                              first_row,
                              name,
                              self->sheet.row,
                              first_row,
                              self->sheet.row);
  write_sum (self, column, first_row, evidence, (double) sum);
}

static char *
dup_remark (Stages *self, guint subject)
{
  const BvAssessed *assessed = bv_score_sheet_get_subject (self->scores, subject);
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->book->assessment);
  GString *text = g_string_new (NULL);

  if (!assessed->total.complete) {
    g_autoptr (GPtrArray) names = bv_score_sheet_list_missing (
        self->scores, subject, BV_SCORE_OFFICIAL);
    g_autofree char *all = NULL;
    g_ptr_array_add (names, NULL);
    all = g_strjoinv (", ", (char **) names->pdata);
    g_string_append_printf (text, "Chưa đủ điểm: còn thiếu %s. ", all);
  }
  if (assessed->total.scaled)
    g_string_append (text, "Tổng được quy đổi vì có nội dung không áp dụng. ");
  if (sheets) {
    const BvMemberResult *result = bv_member_sheets_get_result (sheets, subject);
    g_autofree char *median = bv_fraction_format (result->median);
    g_autofree char *spread = bv_points_format (result->highest - result->lowest);
    g_string_append_printf (
        text, "Phiếu thành viên: %u (cần %u)", result->n_scorers, result->n_needed);
    if (result->n_scorers > 0)
      g_string_append_printf (text, ", trung vị %s, chênh lệch %s", median, spread);
    g_string_append_c (text, '.');
  }
  return g_strchomp (g_string_free (text, FALSE));
}

static void
write_sums (Stages *self, guint subject, guint first_row)
{
  const BvAssessed *assessed = bv_score_sheet_get_subject (self->scores, subject);
  g_autofree char *remark = dup_remark (self, subject);
  double counted = 0;

  bv_sheet_blank (&self->sheet, 0, BV_STYLE_CENTRE);
  bv_sheet_text (&self->sheet, 1, assessed->name, BV_STYLE_TEXT_BOLD);
  bv_sheet_text (&self->sheet, 2, "Cộng", BV_STYLE_TEXT_BOLD);
  bv_sheet_blanks (&self->sheet, 3, FIRST_STAGE, BV_STYLE_POINTS_BOLD);
  for (guint i = 0; i < BV_N_STAGES; i++)
    write_stage_sum (self, subject, i, first_row);
  for (guint i = 0; i < self->n_criteria; i++)
    if (assessed->points[i] >= 0)
      counted += get_official (assessed, i);
  write_sum (self, COUNTS, first_row, "", counted);
  bv_sheet_text (&self->sheet, REASONS, remark, BV_STYLE_TEXT);
  bv_sheet_next_row (&self->sheet);
}

static gboolean
write_list (Stages *self, BvRankList list, const char *title, GError **error)
{
  guint n;
  const guint *ranked = bv_assessment_get_ranked (self->book->assessment, list, &n);

  if (n > 0)
    bv_sheet_group (&self->sheet, title);
  for (guint i = 0; i < n; i++) {
    guint first_row = self->sheet.row + 1; /* of Excel, from 1 */

    if (!bv_sheet_go_on (self->book, error))
      return FALSE;
    for (guint k = 0; k < self->n_criteria; k++)
      write_criterion (self, ranked[i], k);
    write_sums (self, ranked[i], first_row);
  }
  return TRUE;
}

gboolean
bv_sheet_stages_write (BvBook *book, GError **error)
{
  Stages self = { .book = book };
  g_autoptr (BvScoreSheet) scores = NULL;

  bv_assessment_get_criteria (book->assessment, &self.n_criteria);
  if (self.n_criteria == 0)
    return TRUE;
  scores = bv_score_sheet_load_assessed (book->office, book->movement_id, book->assessment, error);
  if (!scores)
    return FALSE;
  self.scores = scores;
  bv_sheet_begin (&self.sheet,
                  book,
                  "Tự chấm - Thẩm định",
                  "ĐIỂM TỰ CHẤM VÀ THẨM ĐỊNH",
                  columns,
                  G_N_ELEMENTS (columns));
  if (!write_list (&self, BV_RANK_COLLECTIVES, "A. Tập thể", error)
      || !write_list (&self, BV_RANK_LEADERS, "B. Cá nhân giữ chức vụ lãnh đạo", error)
      || !write_list (&self, BV_RANK_STAFF, "C. Cá nhân không giữ chức vụ", error)
      || !write_list (&self, BV_RANK_INDIVIDUALS, "B. Cá nhân", error))
    return FALSE;
  bv_sheet_end (&self.sheet, FALSE);
  return TRUE;
}
