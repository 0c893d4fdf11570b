/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets "Đề nghị - Tập thể" and "Đề nghị - Cá nhân": the ranked proposals, form by form. */
#include "config.h"

#include "bv-award-terms.h"
#include "bv-date.h"
#include "bv-fairness.h"
#include "bv-number.h"
#include "bv-query.h"
#include "bv-sheet.h"

/* Widths add up to little more than a landscape A4 page holds at full size. */
/* clang-format off */
static const BvSheetColumn collective_columns[] = {
  { "TT", 4.5 },              { "Đơn vị", 21 },         { "Số người (nữ)", 7.5 }, { "Tóm tắt thành tích", 40 },
  { "Điểm", 7.5 },            { "Xếp loại", 9 },        { "Hạng", 6 },            { "Hình thức đề nghị", 15 },
  { "Phiếu đồng ý / tổng số (tỷ lệ)", 11 },             { "Mức tiền thưởng (đồng)", 11 },
  { "Căn cứ", 11 },           { "Ghi chú", 13 },
};

static const BvSheetColumn individual_columns[] = {
  { "TT", 4.5 },              { "Họ và tên", 19 },      { "Năm sinh (nam)", 6 },  { "Năm sinh (nữ)", 6 },
  { "Chức vụ", 12.5 },        { "Đơn vị", 15 },         { "Tóm tắt thành tích", 33 }, { "Điểm", 7.5 },
  { "Xếp loại", 9 },          { "Hạng", 6 },            { "Hình thức đề nghị", 13 },
  { "Phiếu đồng ý / tổng số (tỷ lệ)", 10 },             { "Mức tiền thưởng (đồng)", 10 },
  { "Căn cứ", 10 },           { "Ghi chú", 12 },
};
/* clang-format on */

/* Where the columns common to both sheets begin: summary, points, … */
#define COLLECTIVE_SUMMARY 3
#define INDIVIDUAL_SUMMARY 6

/* Beside the printed page stands what the sheet "Tổng hợp" counts by. */
static const char *const collective_helpers[] = { "Tình trạng" };
static const char *const individual_helpers[] = { "Giới tính", "Nhóm", "Tình trạng" };

static const char grounds_sql[]
    = "SELECT DISTINCT a.document_number FROM proposal_ground g"
      " JOIN achievement a ON a.id = g.achievement_id"
      " WHERE g.proposal_id = ?1 AND a.document_number IS NOT NULL ORDER BY g.id";

static const char names_sql[] = "SELECT full_name FROM person WHERE id = ?1";

static const char *const roman[] = { "I",   "II",   "III", "IV", "V",  "VI",
                                     "VII", "VIII", "IX",  "X",  "XI", "XII" };

typedef struct
{
  BvSheet sheet;
  BvBook *book;
  gboolean collectives;
  GHashTable *subjects; /* id -> BvAssessed */
  BvRecord *form;       /* of the present proposal */
  BvStatement *grounds, *names;
  gint64 group; /* award form of the present group */
  gint64 group_list;
  guint n_groups;
  guint n_rows;
  guint n_proposed;
  gint64 money;
  gboolean unconfirmed;
} Proposals;

/* Frozen by the decision; until then what the closing date would give. */
static gint64
compute_money (Proposals *self, BvRecord *proposal, BvRecord *form)
{
  const BvRulePack *pack = bv_assessment_get_pack (self->book->assessment);
  BvAwardTerms terms;
  gint64 amount;

  if (!bv_record_is_null (proposal, "bonus"))
    return bv_record_get_integer (proposal, "bonus");
  bv_award_terms_read (&terms, pack, form);
  amount = bv_award_terms_get_bonus (&terms, pack, self->book->closing_date);
  if (amount >= 0 && !terms.coefficient_confirmed)
    self->unconfirmed = TRUE;
  return amount;
}

/* Leaders and staff stand apart under each form. */
static void
begin_group (Proposals *self, BvRecord *form, const BvAssessed *subject)
{
  g_autofree char *title = NULL;
  const char *list = subject && subject->list == BV_RANK_LEADERS ? " - Cá nhân giữ chức vụ lãnh đạo"
                     : subject && subject->list == BV_RANK_STAFF ? " - Cá nhân không giữ chức vụ"
                                                                 : "";
  gint64 in_list = subject ? (gint64) subject->list : -1;

  if (self->n_groups && self->group == bv_record_get_id (form) && self->group_list == in_list)
    return;
  self->group = bv_record_get_id (form);
  self->group_list = in_list;
  title = g_strdup_printf ("%s. %s%s",
                           roman[MIN (self->n_groups, G_N_ELEMENTS (roman) - 1)],
                           bv_record_get_text (form, "name"),
                           list);
  self->n_groups++;
  bv_sheet_group (&self->sheet, title);
}

static void
write_birth_years (BvSheet *sheet, const BvAssessed *subject)
{
  g_autofree char *year = g_strndup (subject->birth_date, 4);
  gboolean woman = g_str_equal (subject->sex, "female");

  for (guint i = 0; i < 2; i++)
    if (*year && woman == (i == 1))
      bv_sheet_number (sheet, 2 + i, (double) g_ascii_strtoll (year, NULL, 10), BV_STYLE_INTEGER);
    else
      bv_sheet_blank (sheet, 2 + i, BV_STYLE_INTEGER);
}

static void
write_who (Proposals *self, const BvAssessed *subject, const char *name)
{
  BvSheet *sheet = &self->sheet;
  g_autofree char *members = NULL;

  bv_sheet_name (sheet, 1, name, BV_STYLE_TEXT_BOLD);
  if (self->collectives) {
    members = subject ? g_strdup_printf ("%u (%u)", subject->n_members, subject->n_women) : NULL;
    bv_sheet_text (sheet, 2, members, BV_STYLE_CENTRE);
    return;
  }
  if (subject) {
    write_birth_years (sheet, subject);
    bv_sheet_text (sheet, 4, subject->job_title, BV_STYLE_TEXT);
    bv_sheet_name (sheet, 5, bv_sheet_name_department (subject), BV_STYLE_TEXT);
    return;
  }
  bv_sheet_blanks (sheet, 2, INDIVIDUAL_SUMMARY - 1, BV_STYLE_TEXT);
  bv_sheet_name (sheet, INDIVIDUAL_SUMMARY - 1, bv_sheet_name_department (NULL), BV_STYLE_TEXT);
}

static void
write_helpers (Proposals *self, BvRecord *proposal, const BvAssessed *subject)
{
  BvSheet *sheet = &self->sheet;
  guint column = sheet->n_columns;

  if (!self->collectives) {
    bv_sheet_text (sheet, column++, bv_sheet_name_sex (subject), BV_STYLE_HELPER);
    bv_sheet_text (sheet, column++, bv_sheet_name_list (subject), BV_STYLE_HELPER);
  }
  bv_sheet_text (sheet,
                 column,
                 bv_sheet_name_standing (bv_record_get_text (proposal, "outcome"),
                                         bv_record_get_text (proposal, "state")),
                 BV_STYLE_HELPER);
}

/* "7/9 (77,8 %)" once the session is sealed. */
static char *
dup_votes (BvRecord *proposal)
{
  gint64 yes = bv_record_get_integer (proposal, "vote_yes");
  gint64 total = bv_record_get_integer (proposal, "vote_total");
  const char *outcome = bv_record_get_text (proposal, "vote_outcome");
  g_autofree char *percent = NULL;

  if (bv_record_is_null (proposal, "vote_yes") || total <= 0)
    return g_strdup ("");
  percent = bv_number_format_decimal (bv_fairness_percent ((guint) yes, (guint) total), 1);
  return g_strdup_printf ("%d/%d (%s %%)%s",
                          (int) yes,
                          (int) total,
                          percent,
                          g_str_equal (outcome, "passed") ? "" : "\nKhông đạt");
}

/* What was typed; else the documents of the achievements that the proposal rests on. */
static char *
dup_grounds (Proposals *self, BvRecord *proposal)
{
  BvStatement *rows = self->grounds;
  GString *text = g_string_new (bv_record_get_text (proposal, "grounds"));

  if (text->len > 0)
    return g_string_free (text, FALSE);
  bv_statement_bind_integer (rows, 1, bv_record_get_id (proposal));
  while (bv_statement_step (rows, NULL) == BV_STEP_ROW)
    g_string_append_printf (text, "%s%s", text->len ? "; " : "", bv_statement_get_text (rows, 0));
  bv_statement_reset (rows);
  return g_string_free (text, FALSE);
}

static const char *
get_state (BvRecord *proposal)
{
  const char *state = bv_record_get_text (proposal, "state");

  if (g_str_equal (state, "withdrawn"))
    return "Đã rút";
  return g_str_equal (state, "refused") ? "Không duyệt" : "";
}

static char *
make_note (BvRecord *proposal)
{
  const char *outcome = bv_record_get_text (proposal, "outcome");
  const char *note = bv_record_get_text (proposal, "note");
  const char *standing = get_state (proposal);

  if (*standing)
    return g_strdup_printf ("%s%s%s", standing, *note ? ". " : "", note);
  if (g_str_equal (outcome, "boundary"))
    standing = "Đồng hạng ở ranh giới chỉ tiêu: Hội đồng quyết định";
  else if (g_str_equal (outcome, "alternate"))
    standing = "Dự khuyết";
  else if (g_str_equal (outcome, "outside"))
    standing = "Ngoài chỉ tiêu";
  return g_strdup_printf ("%s%s%s", standing, *standing && *note ? ". " : "", note);
}

static void
write_result (Proposals *self, BvRecord *proposal, const BvAssessed *subject)
{
  BvSheet *sheet = &self->sheet;
  guint column = self->collectives ? COLLECTIVE_SUMMARY : INDIVIDUAL_SUMMARY;

  bv_sheet_text (sheet, column++, bv_record_get_text (proposal, "summary"), BV_STYLE_TEXT);
  if (bv_record_is_null (proposal, "total"))
    bv_sheet_blank (sheet, column, BV_STYLE_POINTS);
  else
    bv_sheet_points (sheet, column, bv_record_get_integer (proposal, "total"), BV_STYLE_POINTS);
  bv_sheet_text (
      sheet, ++column, subject ? bv_sheet_name_band (subject->total.band) : NULL, BV_STYLE_CENTRE);
  column++;
  if (bv_record_get_integer (proposal, "rank"))
    bv_sheet_number (
        sheet, column, (double) bv_record_get_integer (proposal, "rank"), BV_STYLE_INTEGER);
  else
    bv_sheet_blank (sheet, column, BV_STYLE_INTEGER);
}

static void
write_award (Proposals *self, BvRecord *proposal, BvRecord *form)
{
  BvSheet *sheet = &self->sheet;
  guint column = (self->collectives ? COLLECTIVE_SUMMARY : INDIVIDUAL_SUMMARY) + 4;
  gint64 money = compute_money (self, proposal, form);
  g_autofree char *note = make_note (proposal);
  g_autofree char *votes = dup_votes (proposal);
  g_autofree char *grounds = dup_grounds (self, proposal);
  gboolean boundary = g_str_equal (bv_record_get_text (proposal, "outcome"), "boundary");
  const char *standing = bv_sheet_name_standing (bv_record_get_text (proposal, "outcome"),
                                                 bv_record_get_text (proposal, "state"));

  bv_sheet_name (sheet, column++, bv_record_get_text (form, "name"), BV_STYLE_TEXT);
  bv_sheet_text (sheet, column++, votes, BV_STYLE_CENTRE);
  if (money < 0)
    bv_sheet_blank (sheet, column, BV_STYLE_MONEY);
  else
    bv_sheet_number (sheet, column, (double) money, BV_STYLE_MONEY);
  bv_sheet_text (sheet, ++column, grounds, BV_STYLE_TEXT);
  bv_sheet_text (sheet, ++column, note, boundary ? BV_STYLE_WARNING : BV_STYLE_TEXT);
  if (g_str_equal (standing, BV_SHEET_PROPOSED)) {
    self->n_proposed++;
    self->money += MAX (money, 0);
  }
}

/* Formulas of other sheets look from the first to the last. */
static void
note_row (Proposals *self)
{
  guint which = self->collectives ? 0 : 1;
  guint row = self->sheet.row + 1;

  if (self->book->first_proposal[which] == 0)
    self->book->first_proposal[which] = row;
  self->book->last_proposal[which] = row;
}

/* Persons of one name are told apart by their own columns here. */
static char *
dup_plain_name (Proposals *self, gint64 subject_id)
{
  char *name = NULL;

  if (self->collectives)
    return g_strdup (bv_office_get_name_on (
        self->book->office, &bv_department_kind, subject_id, self->book->closing_date));
  bv_statement_bind_integer (self->names, 1, subject_id);
  if (bv_statement_step (self->names, NULL) == BV_STEP_ROW)
    name = g_strdup (bv_statement_get_text (self->names, 0));
  bv_statement_reset (self->names);
  return name;
}

/* Most have the form of the one before. */
static gboolean
load_form (Proposals *self, gint64 id, GError **error)
{
  if (self->form && bv_record_get_id (self->form) == id)
    return TRUE;
  g_clear_object (&self->form);
  self->form = bv_office_load (self->book->office, &bv_award_form_kind, id, error);
  return self->form != NULL;
}

static gboolean
write_proposal (Proposals *self, BvRecord *proposal, GError **error)
{
  g_autofree char *name = NULL;
  const BvAssessed *subject;
  gint64 subject_id;

  if (!load_form (self, bv_record_get_integer (proposal, "award_form_id"), error))
    return FALSE;
  subject_id = bv_record_get_integer (proposal, "subject_id");
  subject = g_hash_table_lookup (self->subjects, &subject_id);
  begin_group (self, self->form, subject);
  bv_sheet_number (&self->sheet, 0, ++self->n_rows, BV_STYLE_INTEGER);
  name = dup_plain_name (self, subject_id);
  write_who (self, subject, name);
  write_result (self, proposal, subject);
  write_award (self, proposal, self->form);
  write_helpers (self, proposal, subject);
  note_row (self);
  bv_sheet_next_row (&self->sheet);
  return TRUE;
}

/* Whether it stands on this sheet. */
static gboolean
is_ours (Proposals *self, BvRecord *proposal)
{
  const BvKind *kind = bv_office_get_subject_kind (self->book->office,
                                                   bv_record_get_integer (proposal, "subject_id"));

  return kind && (kind == &bv_department_kind) == self->collectives
         && bv_workbook_choice_has_form (self->book->choice,
                                         bv_record_get_integer (proposal, "award_form_id"));
}

/* In their order, one award form after the other. */
static gboolean
write_proposals (Proposals *self, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_proposal_kind);
  g_autoptr (GArray) ids = NULL;
  BvBook *book = self->book;

  query->movement_id = book->movement_id;
  ids = bv_query_run (query, book->office, error);
  for (guint i = 0; ids && i < ids->len; i++) {
    g_autoptr (BvRecord) proposal = bv_office_load (
        book->office, &bv_proposal_kind, g_array_index (ids, gint64, i), error);

    if (!proposal || !bv_sheet_go_on (book, error))
      return FALSE;
    if (book->picture && bv_sheet_picture_is_full (book->picture))
      break;
    if (is_ours (self, proposal) && !write_proposal (self, proposal, error))
      return FALSE;
  }
  return ids != NULL;
}

static void
write_notes (Proposals *self)
{
  const BvRulePack *pack = bv_assessment_get_pack (self->book->assessment);
  const BvRuleSalary *base = bv_rule_pack_find_salary (pack, self->book->closing_date);
  g_autofree char *money = bv_number_format_integer (self->money);
  g_autofree char *salary = bv_number_format_integer (base ? base->amount : 0);
  g_autofree char *day = bv_date_format (self->book->closing_date);
  g_autofree char *sum = g_strdup_printf ("Tổng cộng đề nghị: %u %s; tiền thưởng dự kiến: %s đồng.",
                                          self->n_proposed,
                                          self->collectives ? "tập thể" : "cá nhân",
                                          money);
  g_autofree char *source = g_strdup_printf (
      "Mức tiền thưởng tính theo lương cơ sở %s đồng (%s) tại ngày %s, %s; "
      "tính "
      "lại theo ngày ký quyết định.%s",
      salary,
      base ? base->source : "",
      day,
      pack->money.rounding == BV_BONUS_UP ? "làm tròn lên 10.000 đồng"
                                          : "làm tròn đến 10.000 đồng gần nhất",
      self->unconfirmed ? " Hệ số tiền thưởng của hình thức này cần xác nhận." : "");

  bv_sheet_note (&self->sheet, sum);
  if (base && self->n_groups)
    bv_sheet_note (&self->sheet, source);
}

static GHashTable *
index_subjects (BvAssessment *assessment)
{
  GHashTable *subjects = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < bv_assessment_get_n_subjects (assessment); i++) {
    const BvAssessed *subject = bv_assessment_peek_subject (assessment, i);

    g_hash_table_insert (subjects, (gpointer) &subject->subject_id, (gpointer) subject);
  }
  return subjects;
}

static void
begin_sheet (Proposals *self)
{
  const char *const *helpers = self->collectives ? collective_helpers : individual_helpers;
  guint n_helpers = self->collectives ? G_N_ELEMENTS (collective_helpers)
                                      : G_N_ELEMENTS (individual_helpers);

  if (self->collectives)
    bv_sheet_begin (&self->sheet,
                    self->book,
                    bv_workbook_choice_name_sheet (BV_WORKBOOK_COLLECTIVES),
                    "DANH SÁCH TẬP THỂ ĐỀ NGHỊ KHEN THƯỞNG",
                    collective_columns,
                    G_N_ELEMENTS (collective_columns));
  else
    bv_sheet_begin (&self->sheet,
                    self->book,
                    bv_workbook_choice_name_sheet (BV_WORKBOOK_INDIVIDUALS),
                    "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG",
                    individual_columns,
                    G_N_ELEMENTS (individual_columns));
  for (guint i = 0; i < n_helpers; i++)
    bv_sheet_helper_heading (&self->sheet, self->sheet.n_columns + i, helpers[i], 14);
}

gboolean
bv_sheet_proposals_write (BvBook *book, gboolean collectives, GError **error)
{
  Proposals self = { .book = book, .collectives = collectives };
  g_autoptr (GHashTable) subjects = index_subjects (book->assessment);
  g_autoptr (BvStatement) grounds = bv_database_prepare (
      bv_office_get_database (book->office), grounds_sql, error);
  g_autoptr (BvStatement) names = bv_database_prepare (
      bv_office_get_database (book->office), names_sql, error);
  gboolean done;

  if (!grounds || !names)
    return FALSE;
  self.names = names;
  self.subjects = subjects;
  self.grounds = grounds;
  begin_sheet (&self);
  done = write_proposals (&self, error);
  g_clear_object (&self.form);
  if (!done)
    return FALSE;
  if (self.n_rows == 0)
    bv_sheet_group (&self.sheet, "Chưa có đề nghị nào.");
  write_notes (&self);
  bv_sheet_end (&self.sheet, TRUE);
  return TRUE;
}
