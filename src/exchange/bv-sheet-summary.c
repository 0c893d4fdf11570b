/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Tổng hợp": how many are proposed, by unit, award form, sex and office held; counted by the
 * sheet itself from the sheets with the proposals. */
#include "config.h"

#include "bv-sheet-private.h"
#include "bv-sheet-summary-private.h"

#include <string.h>

/* Longer or special texts are no conditions that spreadsheets count by. */
#define LONGEST_CONDITION 250
/* Of one line; and of a small table's heading. */
#define ROW_HEIGHT 20.0
#define HEADING_HEIGHT 65.0
#define SMALL_TABLE 12
/* Letters of a name beside a bar; the column that holds them stands beside the printed page. */
#define CHART_LETTERS 40
#define CHART_NAMES_WIDTH 36

static const char *const counts[BV_N_COUNTS] = {
  [BV_COUNT_COLLECTIVES] = "Tập thể",
  [BV_COUNT_INDIVIDUALS] = "Cá nhân",
  [BV_COUNT_MEN] = "Cá nhân: nam",
  [BV_COUNT_WOMEN] = "Cá nhân: nữ",
  [BV_COUNT_LEADERS] = "Cá nhân giữ chức vụ",
  [BV_COUNT_STAFF] = "Cá nhân không giữ chức vụ",
};

/* Where the other sheets hold what is counted, by collectives and individuals. */
static const char unit_columns[] = { 'B', 'F' };
static const char form_columns[] = { 'H', 'K' };
static const char standing_columns[] = { 'M', 'R' };
#define SEX_COLUMN 'P'
#define LIST_COLUMN 'Q'

typedef struct
{
  BvSheet sheet;
  BvBook *book;
  BvSummaryCount *count;
  GArray *columns; /* BvSheetColumn */
  gboolean exact;  /* conditions that COUNTIFS would misread */
} Summary;

/* Formulas */

/* "COUNTIFS (…" or "SUMPRODUCT (…", one condition after the other. */
typedef struct
{
  const Summary *summary;
  GString *text;
  guint which; /* 0 = collectives, 1 = individuals */
  guint n;
} Condition;

static void
add_condition (Condition *self, char column, const char *equals)
{
  const BvBook *book = self->summary->book;
  g_autofree char *range = g_strdup_printf (
      "'%s'!$%c$%u:$%c$%u",
      bv_workbook_choice_name_sheet (self->which ? BV_WORKBOOK_INDIVIDUALS
                                                 : BV_WORKBOOK_COLLECTIVES),
      column,
      book->first_proposal[self->which],
      column,
      book->last_proposal[self->which]);

  if (self->summary->exact)
    g_string_append_printf (self->text, "%s(%s=%s)", self->n ? "*" : "", range, equals);
  else
    g_string_append_printf (self->text, "%s%s,%s", self->n ? "," : "", range, equals);
  self->n++;
}

/* @unit, @form, @standing name the cells or texts to compare with; NULL = whatever it is. */
static void
append_count (const Summary *self,
              GString *text,
              BvCount count,
              const char *unit,
              const char *form,
              const char *standing)
{
  Condition condition = { self, text, count == BV_COUNT_COLLECTIVES ? 0 : 1, 0 };

  g_string_append (text, self->exact ? "SUMPRODUCT(1*" : "COUNTIFS(");
  if (unit)
    add_condition (&condition, unit_columns[condition.which], unit);
  if (form)
    add_condition (&condition, form_columns[condition.which], form);
  if (count == BV_COUNT_MEN || count == BV_COUNT_WOMEN)
    add_condition (&condition, SEX_COLUMN, count == BV_COUNT_MEN ? "\"Nam\"" : "\"Nữ\"");
  if (count == BV_COUNT_LEADERS || count == BV_COUNT_STAFF)
    add_condition (&condition,
                   LIST_COLUMN,
                   count == BV_COUNT_LEADERS ? "\"Lãnh đạo\"" : "\"Không giữ chức vụ\"");
  add_condition (&condition, standing_columns[condition.which], standing);
  g_string_append_c (text, ')');
}

static gboolean
has_proposals (const Summary *self, guint which)
{
  return self->book->first_proposal[which] != 0;
}

/* Cells */

/* A sheet that is not in this book cannot be counted: then the number stands for itself. */
static void
write_count (Summary *self,
             guint column,
             BvCount count,
             const char *unit,
             const char *form,
             const char *standing,
             guint number)
{
  g_autoptr (GString) formula = g_string_new ("=");

  if (!has_proposals (self, count == BV_COUNT_COLLECTIVES ? 0 : 1)) {
    bv_sheet_number (&self->sheet, column, number, BV_STYLE_INTEGER);
    return;
  }
  append_count (self, formula, count, unit, form, standing);
  bv_sheet_formula (&self->sheet, column, formula->str, number, BV_STYLE_INTEGER);
}

static void
write_form_count (Summary *self, guint form, const BvSummaryLine *line, const char *unit)
{
  g_autoptr (GString) formula = g_string_new ("=");
  guint column = _BV_SUMMARY_TOTAL + 1 + form;
  guint number = bv_summary_count_get_form (line, form);
  char name[LXW_MAX_CELL_NAME_LENGTH];

  if (!has_proposals (self, 0) && !has_proposals (self, 1)) {
    bv_sheet_number (&self->sheet, column, number, BV_STYLE_INTEGER);
    return;
  }
  lxw_rowcol_to_cell_abs (name, self->sheet.header_row, (lxw_col_t) column, TRUE, TRUE);
  for (guint which = 0; which < 2; which++) {
    if (!has_proposals (self, which))
      continue;
    if (formula->len > 1)
      g_string_append_c (formula, '+');
    append_count (self,
                  formula,
                  which ? BV_COUNT_INDIVIDUALS : BV_COUNT_COLLECTIVES,
                  unit,
                  name,
                  "\"" BV_SHEET_PROPOSED "\"");
  }
  bv_sheet_formula (&self->sheet, column, formula->str, number, BV_STYLE_INTEGER);
}

static void
write_chart_name (Summary *self, const char *name)
{
  g_autofree char *head = g_utf8_strlen (name, -1) > CHART_LETTERS
                              ? g_utf8_substring (name, 0, CHART_LETTERS - 1)
                              : NULL;
  g_autofree char *shown = head ? g_strconcat (g_strchomp (head), "…", NULL) : g_strdup (name);

  bv_sheet_text (&self->sheet, self->sheet.n_columns, shown, BV_STYLE_HELPER);
}

static void
write_line (Summary *self,
            const BvSummaryLine *line,
            guint number,
            const char *unit,
            const char *form,
            const char *standing)
{
  guint row = self->sheet.row + 1;
  g_autofree char *total = g_strdup_printf ("=C%u+D%u", row, row);

  bv_sheet_number (&self->sheet, _BV_SUMMARY_NUMBER, number, BV_STYLE_INTEGER);
  bv_sheet_text (&self->sheet, _BV_SUMMARY_NAME, line->name, BV_STYLE_TEXT);
  for (guint i = 0; i < BV_N_COUNTS; i++)
    write_count (self, _BV_SUMMARY_FIRST + i, (BvCount) i, unit, form, standing, line->counts[i]);
  bv_sheet_formula (
      &self->sheet, _BV_SUMMARY_TOTAL, total, bv_summary_count_get_total (line), BV_STYLE_INTEGER);
  write_chart_name (self, line->name);
}

/* Tables */

static void
write_sum (Summary *self, guint column, _BvSummaryRows rows, guint number)
{
  char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell (first, rows.first, (lxw_col_t) column);
  lxw_rowcol_to_cell (last, rows.first + rows.n - 1, (lxw_col_t) column);
  formula = g_strdup_printf ("=SUM(%s:%s)", first, last);
  bv_sheet_formula (&self->sheet, column, formula, number, BV_STYLE_INTEGER_BOLD);
}

static void
write_totals (Summary *self, GPtrArray *lines, _BvSummaryRows rows, gboolean forms)
{
  BvSummaryLine sum = { 0 };

  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < BV_N_COUNTS; j++)
      sum.counts[j] += ((BvSummaryLine *) g_ptr_array_index (lines, i))->counts[j];
  bv_sheet_pages_keep (self->sheet.book->pages, ROW_HEIGHT);
  bv_sheet_blank (&self->sheet, _BV_SUMMARY_NUMBER, BV_STYLE_INTEGER_BOLD);
  bv_sheet_text (&self->sheet, _BV_SUMMARY_NAME, "Cộng", BV_STYLE_TEXT_BOLD);
  for (guint i = 0; i < BV_N_COUNTS; i++)
    write_sum (self, _BV_SUMMARY_FIRST + i, rows, sum.counts[i]);
  write_sum (self, _BV_SUMMARY_TOTAL, rows, bv_summary_count_get_total (&sum));
  for (guint i = 0; forms && i < self->count->forms->len; i++) {
    guint n = 0;

    for (guint j = 0; j < lines->len; j++)
      n += bv_summary_count_get_form (g_ptr_array_index (lines, j), i);
    write_sum (self, _BV_SUMMARY_TOTAL + 1 + i, rows, n);
  }
  bv_sheet_next_row (&self->sheet);
}

static _BvSummaryRows
write_units (Summary *self)
{
  GPtrArray *lines = self->count->units;
  _BvSummaryRows rows = { self->sheet.row, lines->len };

  for (guint i = 0; i < lines->len; i++) {
    const BvSummaryLine *line = g_ptr_array_index (lines, i);
    g_autofree char *unit = g_strdup_printf ("$B%u", self->sheet.row + 1);

    write_line (self, line, i + 1, unit, NULL, "\"" BV_SHEET_PROPOSED "\"");
    for (guint form = 0; form < self->count->forms->len; form++)
      write_form_count (self, form, line, unit);
    bv_sheet_next_row (&self->sheet);
  }
  write_totals (self, lines, rows, TRUE);
  return rows;
}

static void
begin_table (Summary *self, const char *name, guint n_rows)
{
  if (n_rows <= SMALL_TABLE)
    bv_sheet_pages_need (self->sheet.book->pages, HEADING_HEIGHT + (n_rows + 1) * 2 * ROW_HEIGHT);
  bv_sheet_space (&self->sheet, 14);
  bv_sheet_text (&self->sheet, _BV_SUMMARY_NUMBER, "TT", BV_STYLE_TH);
  bv_sheet_text (&self->sheet, _BV_SUMMARY_NAME, name, BV_STYLE_TH);
  for (guint i = 0; i < BV_N_COUNTS; i++)
    bv_sheet_text (&self->sheet, _BV_SUMMARY_FIRST + i, counts[i], BV_STYLE_TH);
  bv_sheet_text (&self->sheet, _BV_SUMMARY_TOTAL, "Cộng", BV_STYLE_TH);
  bv_sheet_next_heading (&self->sheet);
}

static _BvSummaryRows
write_forms (Summary *self)
{
  GPtrArray *lines = self->count->forms;
  _BvSummaryRows rows;

  begin_table (self, "Hình thức khen thưởng", lines->len);
  rows = (_BvSummaryRows){ self->sheet.row, lines->len };
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *form = g_strdup_printf ("$B%u", self->sheet.row + 1);

    write_line (self, g_ptr_array_index (lines, i), i + 1, NULL, form, "\"" BV_SHEET_PROPOSED "\"");
    bv_sheet_next_row (&self->sheet);
  }
  write_totals (self, lines, rows, FALSE);
  return rows;
}

static void
write_standings (Summary *self)
{
  GPtrArray *lines = self->count->standings;
  _BvSummaryRows rows;

  begin_table (self, "Tình trạng đề nghị", lines->len);
  rows = (_BvSummaryRows){ self->sheet.row, lines->len };
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *standing = g_strdup_printf ("$B%u", self->sheet.row + 1);

    write_line (self, g_ptr_array_index (lines, i), i + 1, NULL, NULL, standing);
    bv_sheet_next_row (&self->sheet);
  }
  write_totals (self, lines, rows, FALSE);
}

/* The sheet */

static gboolean
is_special (const char *name)
{
  return strpbrk (name, "*?~") || strchr ("=<>", *name) || strlen (name) > LONGEST_CONDITION;
}

static gboolean
has_special (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (is_special (((BvSummaryLine *) g_ptr_array_index (lines, i))->name))
      return TRUE;
  return FALSE;
}

static void
plan_columns (Summary *self)
{
  const BvSheetColumn number = { "TT", 4.5 }, name = { "Đơn vị", 34 }, total = { "Cộng", 8 };

  g_array_append_val (self->columns, number);
  g_array_append_val (self->columns, name);
  for (guint i = 0; i < BV_N_COUNTS; i++) {
    const BvSheetColumn column = { counts[i], i < BV_COUNT_LEADERS ? 9 : 11 };

    g_array_append_val (self->columns, column);
  }
  g_array_append_val (self->columns, total);
  for (guint i = 0; i < self->count->forms->len; i++) {
    const BvSummaryLine *line = g_ptr_array_index (self->count->forms, i);
    const BvSheetColumn column = { line->name, 13 };

    g_array_append_val (self->columns, column);
  }
}

static void
write_tables (Summary *self)
{
  _BvSummaryRows units, forms;

  if (self->count->forms->len == 0) {
    bv_sheet_group (&self->sheet, "Chưa có ai được đề nghị khen thưởng.");
    return;
  }
  units = write_units (self);
  if (bv_sheet_pages_get_n (self->sheet.book->pages) == 1) {
    /* the heading is that of the first table alone */
    self->sheet.no_repeat = TRUE;
    bv_sheet_pages_repeat (self->sheet.book->pages, 0);
  }
  forms = write_forms (self);
  write_standings (self);
  bv_sheet_note (&self->sheet,
                 "Hai bảng trên chỉ tính đối tượng đang được đề nghị; bảng dưới tính tất cả. Số "
                 "liệu tự tính lại khi danh sách đề nghị trong tệp này thay đổi.");
  _bv_sheet_summary_draw (&self->sheet, self->count, units, forms);
}

gboolean
bv_sheet_summary_write (BvBook *book, GError **error)
{
  Summary self = { .book = book };
  g_autoptr (BvSummaryCount) count = bv_summary_count_load (book, error);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (BvSheetColumn));

  if (!count)
    return FALSE;
  self.count = count;
  self.columns = columns;
  self.exact = has_special (count->units) || has_special (count->forms);
  plan_columns (&self);
  bv_sheet_begin (&self.sheet,
                  book,
                  bv_workbook_choice_name_sheet (BV_WORKBOOK_SUMMARY),
                  "TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG",
                  (const BvSheetColumn *) (gconstpointer) columns->data,
                  columns->len);
  self.sheet.no_filter = TRUE;
  self.sheet.whole_rows = TRUE;
  bv_sheet_helper_heading (
      &self.sheet, self.sheet.n_columns, "Tên trên biểu đồ", CHART_NAMES_WIDTH);
  write_tables (&self);
  bv_sheet_end (&self.sheet, FALSE);
  return TRUE;
}
