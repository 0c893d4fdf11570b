/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Bảng điểm": subjects × contents; totals, bands and ranks are live formulas that re-rank a
 * changed cell. */
#include "config.h"

#include "bv-sheet.h"

/* A rank compares its row with all others of the list; beyond this the sheet would recalculate for
 * minutes. */
#define MOST_LIVE_ROWS 1500
/* Excel's limit for one formula, less a margin. */
#define LONGEST_FORMULA 8000
/* Totals are compared as the program does, not by the last bit of a sum. */
#define DECIMALS "6"

#define FIRST_CRITERION 3
#define HEADING_LINES 8

typedef struct
{
  BvSheet sheet;
  BvBook *book;
  GArray *columns;   /* BvSheetColumn */
  GPtrArray *titles; /* owned strings of the columns */
  const BvScoringCriterion *criteria;
  guint n_criteria;
  guint *order; /* criteria from the greatest maximum down */

  /* columns */
  guint bonus, penalty, total, band, rank, woman, direct, verified, complete;

  /* of the list being written */
  BvSubjectType type;
  guint first_row, last_row; /* of Excel, from 1 */
} Scores;

static void
add_column (Scores *self, char *title, double width)
{
  BvSheetColumn column = { title, width };

  g_ptr_array_add (self->titles, title);
  g_array_append_val (self->columns, column);
}

/* A long title is told below the table: the heading stands on every page. */
static char *
dup_heading (Scores *self, guint index, double width)
{
  const char *name = bv_assessment_get_criterion_name (self->book->assessment, index);
  g_autofree char *head = bv_sheet_dup_head (name, width, HEADING_LINES, BV_STYLE_TH);

  return g_str_equal (head, name) ? g_steal_pointer (&head)
                                  : g_strdup_printf ("(%u) %s…", index + 1, head);
}

static void
plan_columns (Scores *self)
{
  double room = self->n_criteria > 8 ? 8 : 11.5;

  add_column (self, g_strdup ("TT"), 4.5);
  add_column (self, g_strdup ("Đối tượng"), 23);
  add_column (self, g_strdup ("Đơn vị"), 19);
  for (guint i = 0; i < self->n_criteria; i++)
    add_column (self, dup_heading (self, i, room), room);
  self->bonus = self->columns->len;
  add_column (self, g_strdup ("Điểm thưởng"), 7);
  self->penalty = self->columns->len;
  add_column (self, g_strdup ("Điểm trừ"), 7);
  self->total = self->columns->len;
  add_column (self, g_strdup ("Tổng điểm"), 9);
  self->band = self->columns->len;
  add_column (self, g_strdup ("Xếp loại"), 18);
  self->rank = self->columns->len;
  add_column (self, g_strdup ("Hạng"), 11);
}

/* Beside the printed page: what the tie chain looks at. */
static void
write_helper_headings (Scores *self)
{
  static const char *const titles[] = { "Ưu tiên nữ", "Trực tiếp", "Số TT xác nhận", "Đủ điểm" };
  guint first = self->columns->len + 1;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    bv_sheet_helper_heading (&self->sheet, first + i, titles[i], 9);
}

static int
compare_maxima (gconstpointer a, gconstpointer b, gpointer data)
{
  const BvScoringCriterion *criteria = data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;

  if (criteria[i].maximum != criteria[j].maximum)
    return criteria[i].maximum > criteria[j].maximum ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
plan_chain (Scores *self)
{
  self->order = g_new (guint, self->n_criteria);
  for (guint i = 0; i < self->n_criteria; i++)
    self->order[i] = i;
  if (self->n_criteria)
    g_qsort_with_data (self->order,
                       (int) self->n_criteria,
                       sizeof (guint),
                       compare_maxima,
                       (gpointer) self->criteria);
}

/* "$F$12:$F$30" of a column of the list, and "$F12" of the present row */
static char *
name_range (const Scores *self, guint column)
{
  char name[LXW_MAX_COL_NAME_LENGTH];

  lxw_col_to_name (name, (lxw_col_t) column, 1);
  return g_strdup_printf ("%s$%u:%s$%u", name, self->first_row, name, self->last_row);
}

static char *
name_cell (guint column, guint row)
{
  char name[LXW_MAX_COL_NAME_LENGTH];

  lxw_col_to_name (name, (lxw_col_t) column, 1);
  return g_strdup_printf ("%s%u", name, row);
}

/* Those who are equal in all steps before and better in this one stand above. */
static void
append_step (GString *formula, GString *equal, const char *range, const char *cell)
{
  g_string_append_printf (formula, "+SUMPRODUCT(%s*(%s>%s))", equal->str, range, cell);
  g_string_append_printf (equal, "*(%s=%s)", range, cell);
}

static void
append_column_step (const Scores *self, GString *formula, GString *equal, guint column, guint row)
{
  g_autofree char *range = name_range (self, column);
  g_autofree char *cell = name_cell (column, row);

  append_step (formula, equal, range, cell);
}

static char *
make_rank_formula (const Scores *self, guint row)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autoptr (GString) equal = g_string_new (NULL);
  g_autofree char *full = name_cell (self->complete, row);
  g_autofree char *all_full = name_range (self, self->complete);
  g_autofree char *totals = name_range (self, self->total);
  g_autofree char *total = name_cell (self->total, row);
  g_autofree char *rounded_totals = g_strdup_printf ("ROUND(%s," DECIMALS ")", totals);
  g_autofree char *rounded = g_strdup_printf ("ROUND(%s," DECIMALS ")", total);

  g_string_printf (equal, "%s", all_full);
  g_string_printf (formula, "=IF(%s=0,\"chưa đủ điểm\",1", full);
  append_step (formula, equal, rounded_totals, rounded);
  append_column_step (self, formula, equal, self->woman, row);
  append_column_step (self, formula, equal, self->direct, row);
  for (guint i = 0; i < self->n_criteria; i++)
    if (bv_scoring_applies (&self->criteria[self->order[i]], self->type))
      append_column_step (self, formula, equal, FIRST_CRITERION + self->order[i], row);
  append_column_step (self, formula, equal, self->verified, row);
  g_string_append_c (formula, ')');
  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* Σ values × (Σ maxima ÷ Σ applicable maxima) + bonus − penalty, within 0…cap. */
static char *
make_total_formula (const Scores *self, guint row)
{
  g_autofree char *first = name_cell (FIRST_CRITERION, row);
  g_autofree char *last = name_cell (FIRST_CRITERION + self->n_criteria - 1, row);
  g_autofree char *bonus = name_cell (self->bonus, row);
  g_autofree char *penalty = name_cell (self->penalty, row);
  g_autofree char *scale = NULL;
  g_autofree char *sum = NULL;
  gint64 cap = bv_assessment_get_rules (self->book->assessment)->cap;
  gint64 maxima = 0;
  gint64 applicable = 0;

  for (guint i = 0; i < self->n_criteria; i++) {
    maxima += self->criteria[i].maximum;
    applicable += bv_scoring_applies (&self->criteria[i], self->type) ? self->criteria[i].maximum
                                                                      : 0;
  }
  scale = maxima == applicable || applicable == 0
              ? g_strdup ("")
              : g_strdup_printf ("*%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, maxima, applicable);
  sum = g_strdup_printf ("MAX(0,SUM(%s:%s)%s+%s-%s)", first, last, scale, bonus, penalty);
  if (cap < 0)
    return g_strdup_printf ("=%s", sum);
  return g_strdup_printf ("=MIN(%" G_GINT64_FORMAT ".%02d,%s)", cap / 100, (int) (cap % 100), sum);
}

static char *
make_band_formula (const Scores *self, guint row)
{
  const BvScoringRules *rules = bv_assessment_get_rules (self->book->assessment);
  g_autofree char *total = name_cell (self->total, row);
  g_autofree char *full = name_cell (self->complete, row);

  return g_strdup_printf (
      "=IF(%s=0,\"\",IF(%s>=%d,\"%s\",IF(%s>=%d,\"%s\",IF(%s>=%d,\"%s\",\"%s\"))))",
      full,
      total,
      (int) (rules->band_excellent / 100),
      bv_sheet_name_band (BV_BAND_EXCELLENT),
      total,
      (int) (rules->band_good / 100),
      bv_sheet_name_band (BV_BAND_GOOD),
      total,
      (int) (rules->band_completed / 100),
      bv_sheet_name_band (BV_BAND_COMPLETED),
      bv_sheet_name_band (BV_BAND_NOT_COMPLETED));
}

static guint
count_applicable (const Scores *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_criteria; i++)
    n += bv_scoring_applies (&self->criteria[i], self->type);
  return n;
}

static void
write_points (Scores *self, const BvAssessed *subject)
{
  for (guint i = 0; i < self->n_criteria; i++) {
    guint column = FIRST_CRITERION + i;
    if (subject->points[i] == BV_POINTS_NOT_APPLICABLE)
      bv_sheet_text (&self->sheet, column, "–", BV_STYLE_CENTRE);
    else if (subject->points[i] == BV_POINTS_MISSING)
      bv_sheet_blank (&self->sheet, column, BV_STYLE_POINTS);
    else if (subject->exact) /* means of members add up to the total only unrounded */
      bv_sheet_number (&self->sheet,
                       column,
                       (double) subject->exact[i].numerator / (double) subject->exact[i].denominator
                           / 100,
                       BV_STYLE_POINTS);
    else
      bv_sheet_points (&self->sheet, column, subject->points[i], BV_STYLE_POINTS);
  }
  bv_sheet_points (&self->sheet, self->bonus, subject->total.bonus, BV_STYLE_POINTS);
  bv_sheet_points (&self->sheet, self->penalty, subject->total.penalty, BV_STYLE_POINTS);
}

static void
write_rank (Scores *self, const BvAssessed *subject, guint row, gboolean live)
{
  g_autofree char *formula = live ? make_rank_formula (self, row) : NULL;

  if (formula && strlen (formula) <= LONGEST_FORMULA) {
    if (subject->rank)
      bv_sheet_formula (&self->sheet, self->rank, formula, subject->rank, BV_STYLE_INTEGER);
    else
      bv_sheet_text_formula (&self->sheet, self->rank, formula, "chưa đủ điểm", BV_STYLE_CENTRE);
  } else if (subject->rank) {
    bv_sheet_number (&self->sheet, self->rank, subject->rank, BV_STYLE_INTEGER);
  } else {
    bv_sheet_text (&self->sheet, self->rank, "chưa đủ điểm", BV_STYLE_CENTRE);
  }
}

static void
write_helpers (Scores *self, const BvAssessed *subject, guint row)
{
  g_autofree char *first = name_cell (FIRST_CRITERION, row);
  g_autofree char *last = name_cell (FIRST_CRITERION + self->n_criteria - 1, row);
  g_autofree char *full = g_strdup_printf (
      "=IF(COUNT(%s:%s)=%u,1,0)", first, last, count_applicable (self));

  bv_sheet_number (&self->sheet, self->woman, subject->woman_preferred ? 1 : 0, BV_STYLE_HELPER);
  bv_sheet_number (&self->sheet,
                   self->direct,
                   subject->kind == &bv_person_kind && !subject->leader ? 1 : 0,
                   BV_STYLE_HELPER);
  bv_sheet_number (&self->sheet, self->verified, subject->n_verified, BV_STYLE_HELPER);
  bv_sheet_formula (
      &self->sheet, self->complete, full, subject->total.complete ? 1 : 0, BV_STYLE_HELPER);
}

static void
write_subject (Scores *self, const BvAssessed *subject, guint number, gboolean live)
{
  guint row = self->sheet.row + 1;
  BvFraction total = subject->total.total;
  g_autofree char *total_formula = make_total_formula (self, row);
  g_autofree char *band_formula = make_band_formula (self, row);

  bv_sheet_number (&self->sheet, 0, number, BV_STYLE_INTEGER);
  bv_sheet_text (&self->sheet, 1, subject->name, BV_STYLE_TEXT_BOLD);
  bv_sheet_text (&self->sheet, 2, subject->department, BV_STYLE_TEXT);
  write_points (self, subject);
  bv_sheet_formula (&self->sheet,
                    self->total,
                    total_formula,
                    (double) total.numerator / (double) total.denominator / 100,
                    BV_STYLE_POINTS_BOLD);
  bv_sheet_text_formula (&self->sheet,
                         self->band,
                         band_formula,
                         bv_sheet_name_band (subject->total.band),
                         BV_STYLE_CENTRE);
  write_rank (self, subject, row, live);
  write_helpers (self, subject, row);
  bv_sheet_next_row (&self->sheet);
}

static void
write_maxima (Scores *self)
{
  bv_sheet_blank (&self->sheet, 0, BV_STYLE_CENTRE);
  bv_sheet_text (&self->sheet, 1, "Điểm tối đa", BV_STYLE_CENTRE);
  bv_sheet_blank (&self->sheet, 2, BV_STYLE_CENTRE);
  for (guint i = 0; i < self->n_criteria; i++)
    bv_sheet_points (&self->sheet, FIRST_CRITERION + i, self->criteria[i].maximum, BV_STYLE_POINTS);
  for (guint i = self->bonus; i <= self->rank; i++)
    bv_sheet_blank (&self->sheet, i, BV_STYLE_CENTRE);
  bv_sheet_next_row (&self->sheet);
}

static gboolean
write_list (Scores *self, BvRankList list, const char *title, GError **error)
{
  guint n;
  const guint *ranked = bv_assessment_get_ranked (self->book->assessment, list, &n);

  if (n == 0)
    return TRUE;
  bv_sheet_group (&self->sheet, title);
  self->type = list == BV_RANK_COLLECTIVES ? BV_SUBJECT_COLLECTIVE : BV_SUBJECT_INDIVIDUAL;
  self->first_row = self->sheet.row + 1;
  self->last_row = self->sheet.row + n;
  for (guint i = 0; i < n; i++) {
    if (!bv_sheet_go_on (self->book, error))
      return FALSE;
    write_subject (self,
                   bv_assessment_peek_subject (self->book->assessment, ranked[i]),
                   i + 1,
                   n <= MOST_LIVE_ROWS);
  }
  return TRUE;
}

/* Contents whose titles are too long for a heading. */
static void
write_full_titles (Scores *self)
{
  for (guint i = 0; i < self->n_criteria; i++) {
    const char *name = bv_assessment_get_criterion_name (self->book->assessment, i);
    const char *heading = g_ptr_array_index (self->titles, FIRST_CRITERION + i);
    g_autofree char *text = NULL;

    if (g_str_equal (name, heading))
      continue;
    text = g_strdup_printf ("%s: %s.", heading, name);
    bv_sheet_note (&self->sheet, text);
  }
}

static gboolean
write_lists (Scores *self, GError **error)
{
  bv_sheet_begin (&self->sheet,
                  self->book,
                  "Bảng điểm",
                  "BẢNG ĐIỂM VÀ XẾP HẠNG",
                  (const BvSheetColumn *) self->columns->data,
                  self->columns->len);
  self->sheet.whole_rows = TRUE; /* formulas compare them */
  write_helper_headings (self);
  write_maxima (self);
  if (!write_list (self, BV_RANK_COLLECTIVES, "A. Tập thể", error)
      || !write_list (self, BV_RANK_LEADERS, "B. Cá nhân giữ chức vụ lãnh đạo", error)
      || !write_list (self, BV_RANK_STAFF, "C. Cá nhân không giữ chức vụ", error)
      || !write_list (self, BV_RANK_INDIVIDUALS, "B. Cá nhân", error))
    return FALSE;
  write_full_titles (self);
  bv_sheet_end (&self->sheet, TRUE);
  return TRUE;
}

gboolean
bv_sheet_scores_write (BvBook *book, GError **error)
{
  Scores self = { .book = book };
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (BvSheetColumn));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *order = NULL;

  self.columns = columns;
  self.titles = titles;
  self.criteria = bv_assessment_get_criteria (book->assessment, &self.n_criteria);
  if (self.n_criteria == 0)
    return TRUE;
  plan_columns (&self);
  plan_chain (&self);
  order = self.order;
  self.woman = columns->len + 1;
  self.direct = self.woman + 1;
  self.verified = self.woman + 2;
  self.complete = self.woman + 3;
  return write_lists (&self, error);
}
