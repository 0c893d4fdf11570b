/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Độ vững": the light of each award boundary, what it rests on, and ranks by other ways of
 * counting. Advice for the council; the official order stands in the other sheets. */
#include "config.h"

#include "bv-number.h"
#include "bv-opinion-source.h"
#include "bv-second-opinions-words.h"
#include "bv-sheet.h"

/* So many subjects below the last place are listed, and whoever crosses the boundary. */
#define BELOW 5

static const char *const list_names[] = {
  "TẬP THỂ",
  "CÁ NHÂN GIỮ CHỨC VỤ LÃNH ĐẠO",
  "CÁ NHÂN KHÔNG GIỮ CHỨC VỤ",
  "CÁ NHÂN",
};

static const char *const light_names[] = {
  [BV_FIRMNESS_NONE] = "chưa có ranh giới",
  [BV_FIRMNESS_FIRM] = "VỮNG",
  [BV_FIRMNESS_SENSITIVE] = "NHẠY",
  [BV_FIRMNESS_TIE] = "ĐỒNG HẠNG",
};

static const char *const side_names[] = {
  [BV_OPINION_OUTSIDE] = "Ngoài chỉ tiêu",
  [BV_OPINION_INSIDE] = "Trong chỉ tiêu",
  [BV_OPINION_OPEN] = "Hội đồng quyết định",
  [BV_OPINION_NO_PART] = "Không xét",
};

/* As in the window, in Vietnamese whatever it speaks. */
static const char *const method_names[BV_N_OPINIONS] = {
  [BV_OPINION_MEAN] = "Trung bình", [BV_OPINION_TRIMMED] = "Trung bình cắt",
  [BV_OPINION_MEDIAN] = "Trung vị", [BV_OPINION_JUDGMENT] = "Mức đa số",
  [BV_OPINION_BORDA] = "Borda",     [BV_OPINION_PLACEMENT] = "Hạng đa số",
  [BV_OPINION_SCHULZE] = "Schulze", [BV_OPINION_ADJUSTED] = "Hiệu chỉnh",
};

#define FIRST_METHOD 3
#define MOST_COLUMNS (FIRST_METHOD + BV_N_OPINIONS + 2)

typedef struct
{
  BvSheet sheet;
  BvSheetColumn columns[MOST_COLUMNS];
  guint n_columns;
  gboolean methods[BV_N_OPINIONS]; /* those that any list has */
  BvSecondOpinions *opinions[BV_N_RANK_LISTS];
} Firmness;

static void
form_opinions (Firmness *self, BvAssessment *assessment)
{
  for (guint list = 0; list < BV_N_RANK_LISTS; list++) {
    self->opinions[list] = bv_opinion_source_prepare (assessment, (BvRankList) list);
    bv_second_opinions_compute (self->opinions[list]);
    for (guint i = 0; i < BV_N_OPINIONS; i++)
      self->methods[i] |= bv_second_opinions_get_ranks (self->opinions[list], (BvOpinionMethod) i)
                          != NULL;
  }
}

static void
add_column (Firmness *self, const char *title, double width)
{
  self->columns[self->n_columns++] = (BvSheetColumn){ title, width };
}

static void
choose_columns (Firmness *self)
{
  guint n_methods = 0;

  for (guint i = 0; i < BV_N_OPINIONS; i++)
    n_methods += self->methods[i];
  add_column (self, "Hạng", 8);
  add_column (self, "Đối tượng", n_methods > 0 ? 34 : 56);
  add_column (self, "Kết quả xét", 18);
  for (guint i = 0; i < BV_N_OPINIONS; i++)
    if (self->methods[i])
      add_column (self, method_names[i], 10);
  add_column (self, "Trong chỉ tiêu (lần trên 100)", 16);
  add_column (self, "Qua ranh giới khi tính theo", n_methods > 0 ? 28 : 40);
}

/* Subjects */

static void
write_ranks (Firmness *self, const BvSecondOpinions *opinions, guint row, guint *column)
{
  for (guint i = 0; i < BV_N_OPINIONS; i++) {
    const guint *ranks = bv_second_opinions_get_ranks (opinions, (BvOpinionMethod) i);

    if (!self->methods[i])
      continue;
    if (ranks)
      bv_sheet_number (&self->sheet, *column, ranks[row], BV_STYLE_INTEGER);
    else
      bv_sheet_text (&self->sheet, *column, "–", BV_STYLE_CENTRE);
    (*column)++;
  }
}

static char *
list_crossings (const BvSecondOpinions *opinions, guint boundary, guint row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BV_N_OPINIONS; i++)
    if (bv_second_opinions_crosses (opinions, boundary, (BvOpinionMethod) i, row))
      g_string_append_printf (text, "%s%s", text->len ? ", " : "", method_names[i]);
  return g_string_free (text, FALSE);
}

static void
write_subject (Firmness *self, const BvSecondOpinions *opinions, guint index, guint row)
{
  const BvOpinionBoundary *boundary = bv_second_opinions_get_boundary (opinions, index);
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (opinions);
  g_autofree char *crossings = list_crossings (opinions, index, row);
  g_autofree char *share = boundary->n_draws ? bv_number_format_decimal (
                               (gint64) boundary->n_inside[row] * 1000 / boundary->n_draws, 1)
                                             : g_strdup ("–");
  guint column = FIRST_METHOD;

  bv_sheet_number (&self->sheet, 0, matrix->ranks[row], BV_STYLE_INTEGER);
  bv_sheet_text (&self->sheet, 1, matrix->subject_names[row], BV_STYLE_TEXT);
  bv_sheet_text (&self->sheet, 2, side_names[boundary->official[row]], BV_STYLE_TEXT);
  write_ranks (self, opinions, row, &column);
  bv_sheet_text (&self->sheet, column, share, BV_STYLE_CENTRE);
  bv_sheet_text (
      &self->sheet, column + 1, crossings, *crossings ? BV_STYLE_WARNING : BV_STYLE_TEXT);
  bv_sheet_next_row (&self->sheet);
}

static gboolean
is_listed (const BvSecondOpinions *opinions, guint index, guint place)
{
  const BvOpinionBoundary *boundary = bv_second_opinions_get_boundary (opinions, index);
  guint row = boundary->pool[place];
  g_autofree char *crossings = list_crossings (opinions, index, row);

  return place < boundary->cap + BELOW || boundary->official[row] == BV_OPINION_OPEN || *crossings
         || (boundary->n_draws > 0 && boundary->n_inside[row] > 0);
}

/* Boundaries */

static void
write_boundary (Firmness *self, const BvSecondOpinions *opinions, guint index)
{
  const BvOpinionBoundary *boundary = bv_second_opinions_get_boundary (opinions, index);
  g_autoptr (GPtrArray) reasons = bv_second_opinions_words_explain (opinions, index);
  g_autofree char *title = g_strdup_printf ("%s: %s", boundary->name, light_names[boundary->light]);

  bv_sheet_group (&self->sheet, title);
  for (guint i = 0; i < reasons->len; i++)
    bv_sheet_note (&self->sheet, ((BvSecondOpinionsReason *) g_ptr_array_index (reasons, i))->text);
  for (guint i = 0; i < boundary->n_pool; i++)
    if (is_listed (opinions, index, i))
      write_subject (self, opinions, index, boundary->pool[i]);
}

/* Members */

/* From −1 to 1, with two decimals. */
static char *
format_tau (const BvOpinionMember *member)
{
  if (!member->has_tau)
    return g_strdup ("–");
  return bv_number_format_fixed ((member->tau + (member->tau < 0 ? -50 : 50)) / 100, 2);
}

static void
write_member (Firmness *self, const BvSecondOpinions *opinions, guint index)
{
  const BvOpinionMember *member = bv_second_opinions_get_member (opinions, index);
  g_autofree char *mean = bv_number_format_fixed (member->mean, 2);
  g_autofree char *spread = bv_number_format_fixed (member->spread, 2);
  g_autofree char *tau = format_tau (member);
  g_autofree char *text = g_strdup_printf (
      "%s: chấm %u đối tượng; trung bình %s; độ phân tán %s; cùng chiều với các thành viên khác "
      "%s (từ −1 đến 1)%s%s.",
      bv_second_opinions_get_matrix (opinions)->member_names[index],
      member->n_subjects,
      mean,
      spread,
      tau,
      member->flat ? "; ít phân biệt" : "",
      bv_second_opinions_is_pivotal (opinions, index) ? "; không tính thì danh sách đổi" : "");

  bv_sheet_note (&self->sheet, text);
}

static void
write_outliers (Firmness *self, const BvSecondOpinions *opinions)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (opinions);
  GArray *outliers = bv_second_opinions_get_outliers (opinions);

  for (guint i = 0; i < outliers->len; i++) {
    const BvOpinionOutlier *outlier = &g_array_index (outliers, BvOpinionOutlier, i);
    g_autofree char *mark = bv_number_format_decimal (outlier->mark, 2);
    g_autofree char *median = bv_number_format_decimal (outlier->median, 2);
    g_autofree char *text = g_strdup_printf (
        "Điểm khác hẳn: %s cho %s %s điểm, điểm đứng giữa là %s; nên hỏi lý do, không tự bỏ.",
        matrix->member_names[outlier->member],
        matrix->subject_names[outlier->subject],
        mark,
        median);

    bv_sheet_note (&self->sheet, text);
  }
}

static void
write_members (Firmness *self, const BvSecondOpinions *opinions)
{
  guint n = bv_second_opinions_get_matrix (opinions)->n_members;
  gint64 w;

  if (n == 0)
    return;
  bv_sheet_group (&self->sheet, "Thành viên Hội đồng đã chấm");
  if (bv_second_opinions_get_agreement (opinions, &w)) {
    g_autofree char *number = bv_number_format_fixed ((w + 50) / 100, 2);
    g_autofree char *text = g_strdup_printf (
        "Mức thống nhất chung (hệ số W của Kendall, 1 là mọi thành viên xếp giống nhau): %s.",
        number);

    bv_sheet_note (&self->sheet, text);
  }
  for (guint j = 0; j < n; j++)
    write_member (self, opinions, j);
  write_outliers (self, opinions);
}

/* A boundary is known by the name of its award form. */
static gboolean
is_wanted (Firmness *self, const char *name)
{
  BvBook *book = self->sheet.book;
  GArray *forms = book->choice ? book->choice->forms : NULL;
  gboolean wanted = forms == NULL;

  for (guint i = 0; !wanted && i < forms->len; i++)
    wanted = g_str_equal (
        name,
        bv_office_get_name (book->office, &bv_award_form_kind, g_array_index (forms, gint64, i)));
  return wanted;
}

static void
write_list (Firmness *self, BvRankList list)
{
  const BvSecondOpinions *opinions = self->opinions[list];
  guint n = bv_second_opinions_get_n_boundaries (opinions);
  g_autofree char *absent = NULL;

  if (n == 0)
    return;
  absent = bv_second_opinions_words_absent (opinions, BV_OPINION_MEAN);
  bv_sheet_group (&self->sheet, list_names[list]);
  if (absent)
    bv_sheet_note (&self->sheet, absent);
  for (guint i = 0; i < n; i++)
    if (is_wanted (self, bv_second_opinions_get_boundary (opinions, i)->name))
      write_boundary (self, opinions, i);
  write_members (self, opinions);
}

gboolean
bv_sheet_firmness_write (BvBook *book, GError **error)
{
  Firmness self = { 0 };
  gboolean cancelled;

  form_opinions (&self, book->assessment);
  choose_columns (&self);
  bv_sheet_begin (
      &self.sheet, book, "Độ vững", "ĐỘ VỮNG CỦA KẾT QUẢ XẾP HẠNG", self.columns, self.n_columns);
  for (guint list = 0; list < BV_N_RANK_LISTS; list++)
    write_list (&self, (BvRankList) list);
  bv_sheet_note (&self.sheet,
                 "Tài liệu tham khảo cho Hội đồng: không làm thay đổi điểm, thứ hạng và chỉ tiêu "
                 "chính thức.");
  bv_sheet_end (&self.sheet, FALSE);
  for (guint list = 0; list < BV_N_RANK_LISTS; list++)
    bv_second_opinions_unref (self.opinions[list]);
  cancelled = g_cancellable_set_error_if_cancelled (book->cancellable, error);
  return !cancelled;
}
