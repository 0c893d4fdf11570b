/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Kết quả bỏ phiếu": each session of the council with attendance, quorum, tallies, votes
 * needed and outcome. Needs and outcomes are computed by the sheet itself. */
#include "config.h"

#include "bv-council-session.h"
#include "bv-date.h"
#include "bv-sheet.h"

/* clang-format off */
enum { NUMBER, WHO, FORM, SHARE, TOTAL, NEED, ABLE, YES, NO, WRITTEN_YES, WRITTEN_NO, SUM, PERCENT, OUTCOME, NOTE };

static const BvSheetColumn columns[] = {
  { "TT", 4.5 },             { "Đối tượng", 24 },        { "Danh hiệu, hình thức khen thưởng", 22 },
  { "Tỷ lệ cần đạt", 8 },    { "Tổng số phiếu", 7.5 },   { "Số phiếu cần", 7.5 },
  { "Được biểu quyết", 8 },  { "Đồng ý", 7 },            { "Không đồng ý", 7 },
  { "Đồng ý bằng văn bản", 8 }, { "Không đồng ý bằng văn bản", 8 }, { "Cộng đồng ý", 7 },
  { "Tỷ lệ đạt", 8 },        { "Kết quả", 12 },          { "Ghi chú", 19 },
};
/* clang-format on */

static const char *const outcomes[] = {
  [BV_BALLOT_OPEN] = "Chưa bỏ phiếu",
  [BV_BALLOT_PASSED] = "Đạt",
  [BV_BALLOT_FAILED] = "Không đạt",
  [BV_BALLOT_NO_QUORUM] = "Phiên họp không đủ điều kiện",
};
static const char *const presences[] = {
  [BV_PRESENCE_UNKNOWN] = "chưa ghi",
  [BV_PRESENCE_PRESENT] = "có mặt",
  [BV_PRESENCE_WRITTEN] = "vắng, gửi ý kiến bằng văn bản",
  [BV_PRESENCE_ABSENT] = "vắng",
};

typedef struct
{
  BvSheet sheet;
  BvCouncilSession *session;
  guint n_row;      /* rows as Excel counts them: number of members, */
  guint quorum_row; /* and whether the session has its quorum */
} Votes;

/* Facts about the whole session stand in column E. */
static void
begin_fact (Votes *self, const char *label)
{
  bv_sheet_blank (&self->sheet, NUMBER, BV_STYLE_INTEGER);
  bv_sheet_text (&self->sheet, WHO, label, BV_STYLE_TEXT);
  bv_sheet_blanks (&self->sheet, FORM, NOTE + 1, BV_STYLE_CENTRE);
}

static guint
write_fact (Votes *self, const char *label, gint64 number)
{
  begin_fact (self, label);
  bv_sheet_number (&self->sheet, TOTAL, (double) number, BV_STYLE_INTEGER);
  bv_sheet_next_row (&self->sheet);
  return self->sheet.row;
}

static guint
write_fact_formula (Votes *self, const char *label, const char *formula, gint64 number)
{
  begin_fact (self, label);
  bv_sheet_formula (&self->sheet, TOTAL, formula, (double) number, BV_STYLE_INTEGER);
  bv_sheet_next_row (&self->sheet);
  return self->sheet.row;
}

/* ceil (share × n) in whole numbers, or one more than the share when it must be exceeded. */
static char *
make_need (BvShare share, const char *n)
{
  if (share.more)
    return g_strdup_printf ("INT(%s*%d/%d)+1", n, (int) share.numerator, (int) share.denominator);
  return g_strdup_printf ("INT((%s*%d+%d)/%d)",
                          n,
                          (int) share.numerator,
                          (int) share.denominator - 1,
                          (int) share.denominator);
}

static void
write_presence (Votes *self)
{
  const BvBallotPresence *presence = bv_council_session_get_presence (self->session);
  const BvBallotRules *rules = bv_council_session_get_rules (self->session);
  gboolean quorum = bv_council_session_has_quorum (self->session);
  guint present_row, needed_row;
  g_autofree char *n = NULL;
  g_autofree char *need = NULL;
  g_autofree char *needed = NULL;
  g_autofree char *enough = NULL;

  self->n_row = write_fact (self, "Tổng số thành viên Hội đồng", presence->n_members);
  present_row = write_fact (self, "Số thành viên có mặt", presence->n_present);
  write_fact (self, "Số ý kiến bằng văn bản", presence->n_written);
  n = g_strdup_printf ("E%u", self->n_row);
  need = make_need (rules->quorum, n);
  needed = g_strconcat ("=", need, NULL);
  needed_row = write_fact_formula (self,
                                   bv_council_session_is_quorum_confirmed (self->session)
                                       ? "Số thành viên phải có mặt"
                                       : "Số thành viên phải có mặt (cần xác nhận)",
                                   needed,
                                   bv_council_session_get_quorum (self->session));
  enough = g_strdup_printf ("=IF(E%u>=E%u,\"Đủ điều kiện\",\"Không đủ\")", present_row, needed_row);
  begin_fact (self, "Điều kiện tiến hành phiên họp");
  bv_sheet_text_formula (
      &self->sheet, OUTCOME, enough, quorum ? "Đủ điều kiện" : "Không đủ", BV_STYLE_TEXT_BOLD);
  bv_sheet_next_row (&self->sheet);
  self->quorum_row = self->sheet.row;
}

static void
write_box (Votes *self)
{
  BvBallotBox box;
  guint returned_row;
  g_autofree char *valid = NULL;

  if (!bv_council_session_get_box (self->session, 0, &box))
    return;
  write_fact (self, "Số phiếu phát ra", box.issued);
  returned_row = write_fact (self, "Số phiếu thu về", box.returned);
  write_fact (self, "Số phiếu trắng", box.blank);
  write_fact (self, "Số phiếu không hợp lệ", box.invalid);
  valid = g_strdup_printf ("=E%u-E%u-E%u", returned_row, returned_row + 1, returned_row + 2);
  write_fact_formula (self, "Số phiếu hợp lệ", valid, bv_ballot_count_valid (&box));
}

/* Lines */

static void
write_counts (Votes *self, const BvSessionLine *line)
{
  const BvBallotCount *count = &line->counts[0];
  gboolean written = bv_council_session_get_rules (self->session)->written_counts;
  guint row = self->sheet.row + 1;
  g_autofree char *sum = g_strdup_printf (written ? "=H%u+J%u" : "=H%u", row, row);
  g_autofree char *percent = g_strdup_printf ("=IF(E%u=0,0,L%u/E%u)", row, row, row);

  if (!line->agreed) {
    bv_sheet_blanks (&self->sheet, YES, OUTCOME, BV_STYLE_CENTRE);
    return;
  }
  bv_sheet_number (&self->sheet, YES, (double) count->yes, BV_STYLE_INTEGER);
  bv_sheet_number (&self->sheet, NO, (double) count->no, BV_STYLE_INTEGER);
  bv_sheet_number (&self->sheet, WRITTEN_YES, (double) count->written_yes, BV_STYLE_INTEGER);
  bv_sheet_number (&self->sheet, WRITTEN_NO, (double) count->written_no, BV_STYLE_INTEGER);
  bv_sheet_formula (&self->sheet, SUM, sum, (double) line->result.yes, BV_STYLE_INTEGER);
  bv_sheet_formula (&self->sheet,
                    PERCENT,
                    percent,
                    line->result.base ? (double) line->result.yes / (double) line->result.base : 0,
                    BV_STYLE_PERCENT);
}

static void
write_need (Votes *self, const BvSessionLine *line)
{
  const BvBallotRules *rules = bv_council_session_get_rules (self->session);
  guint row = self->sheet.row + 1;
  g_autofree char *share = g_strdup_printf ("%s%d/%d",
                                            line->share.more ? "quá " : "",
                                            (int) line->share.numerator,
                                            (int) line->share.denominator);
  g_autofree char *n = g_strdup_printf ("E%u", row);
  g_autofree char *need = make_need (line->share, n);
  g_autofree char *needed = g_strconcat ("=", need, NULL);
  g_autofree char *total = NULL;

  if (rules->base == BV_VOTE_OF_ALL)
    total = g_strdup_printf ("=E%u", self->n_row);
  else
    total = g_strdup_printf (
        rules->written_counts ? "=E%u+E%u" : "=E%u", self->n_row + 1, self->n_row + 2);
  bv_sheet_text (&self->sheet, SHARE, share, BV_STYLE_CENTRE);
  bv_sheet_formula (&self->sheet, TOTAL, total, (double) line->result.base, BV_STYLE_INTEGER);
  bv_sheet_formula (&self->sheet, NEED, needed, (double) line->result.need, BV_STYLE_INTEGER);
  bv_sheet_number (&self->sheet, ABLE, (double) line->result.able, BV_STYLE_INTEGER);
}

static void
write_outcome (Votes *self, const BvSessionLine *line)
{
  guint row = self->sheet.row + 1;
  g_autofree char *formula = g_strdup_printf (
      "=IF(L%u=\"\",\"%s\",IF(N%u<>\"Đủ điều kiện\",\"%s\",IF(L%u>=F%u,\"%s\",\"%s\")))",
      row,
      outcomes[BV_BALLOT_OPEN],
      self->quorum_row,
      outcomes[BV_BALLOT_NO_QUORUM],
      row,
      row,
      outcomes[BV_BALLOT_PASSED],
      outcomes[BV_BALLOT_FAILED]);
  BvStyle style = line->result.outcome == BV_BALLOT_PASSED ? BV_STYLE_TEXT_BOLD : BV_STYLE_WARNING;

  bv_sheet_text_formula (&self->sheet,
                         OUTCOME,
                         formula,
                         outcomes[line->agreed ? line->result.outcome : BV_BALLOT_OPEN],
                         line->agreed ? style : BV_STYLE_TEXT);
}

static char *
dup_note (Votes *self, const BvSessionLine *line)
{
  GString *note = g_string_new (NULL);

  if (*line->recused)
    g_string_append_printf (note, "Không biểu quyết: %s. ", line->recused);
  if (line->lowered_from_id)
    g_string_append_printf (
        note,
        "Hạ từ: %s. ",
        bv_office_get_name (self->sheet.book->office, &bv_award_form_kind, line->lowered_from_id));
  if (!line->share_confirmed)
    g_string_append (note, "Tỷ lệ phiếu cần xác nhận. ");
  if (!line->result.reachable)
    g_string_append (note, "Số người được biểu quyết ít hơn số phiếu cần.");
  return g_strchomp (g_string_free (note, FALSE));
}

static void
write_line (Votes *self, const BvSessionLine *line, guint number)
{
  g_autofree char *note = dup_note (self, line);

  bv_sheet_number (&self->sheet, NUMBER, number, BV_STYLE_INTEGER);
  bv_sheet_text (&self->sheet, WHO, line->subject, BV_STYLE_TEXT_BOLD);
  bv_sheet_text (&self->sheet, FORM, line->award_form, BV_STYLE_TEXT);
  write_need (self, line);
  write_counts (self, line);
  write_outcome (self, line);
  bv_sheet_text (&self->sheet, NOTE, note, BV_STYLE_TEXT);
  bv_sheet_next_row (&self->sheet);
}

/* Who was there, and the seal */

static char *
dup_members (BvCouncilSession *session)
{
  GString *text = g_string_new ("Thành phần: ");

  for (guint i = 0; i < bv_council_session_get_n_members (session); i++) {
    const BvSessionMember *member = bv_council_session_get_member (session, i);

    g_string_append_printf (
        text, "%s%s (%s)", i ? "; " : "", member->name, presences[member->presence]);
  }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static void
write_seal (Votes *self)
{
  g_autofree char *seal = NULL;

  if (bv_council_session_is_sealed (self->session))
    seal = g_strdup_printf ("Đã niêm phong, mã: %s", bv_council_session_get_seal (self->session));
  bv_sheet_note (&self->sheet,
                 seal ? seal : "Phiên họp chưa niêm phong: kết quả còn có thể thay đổi.");
}

static void
write_session (Votes *self, BvRecord *record)
{
  g_autofree char *day = bv_date_format (bv_record_get_text (record, "held_on"));
  g_autofree char *title = g_strdup_printf (
      "%s%s%s", bv_record_get_text (record, "title"), *day ? ", ngày " : "", day);
  g_autofree char *members = dup_members (self->session);

  bv_sheet_group (&self->sheet, title);
  bv_sheet_note (&self->sheet, members);
  write_presence (self);
  write_box (self);
  for (guint i = 0; i < bv_council_session_get_n_lines (self->session); i++) {
    const BvSessionLine *line = bv_council_session_get_line (self->session, i);

    if (bv_workbook_choice_has_form (self->sheet.book->choice, line->award_form_id))
      write_line (self, line, i + 1);
  }
  write_seal (self);
}

gboolean
bv_sheet_votes_write (BvBook *book, GError **error)
{
  Votes self = { 0 };
  g_autoptr (GArray) ids = bv_council_session_list (book->office, book->movement_id, error);

  if (!ids)
    return FALSE;
  bv_sheet_begin (&self.sheet,
                  book,
                  "Kết quả bỏ phiếu",
                  "KẾT QUẢ BỎ PHIẾU CỦA HỘI ĐỒNG",
                  columns,
                  G_N_ELEMENTS (columns));
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (BvRecord) record = bv_office_load (book->office, &bv_session_kind, id, error);
    g_autoptr (BvCouncilSession) session = record
                                               ? bv_council_session_load (book->office, id, error)
                                               : NULL;

    if (!session)
      return FALSE;
    self.session = session;
    write_session (&self, record);
  }
  if (ids->len == 0)
    bv_sheet_group (&self.sheet, "Hội đồng chưa họp về phong trào này.");
  bv_sheet_end (&self.sheet, TRUE);
  return TRUE;
}
