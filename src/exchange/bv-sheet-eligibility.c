/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheet "Điều kiện": every condition of whoever is proposed, and why others may not be. */
#include "config.h"

#include "bv-sheet.h"

#include "bv-date.h"

/* clang-format off */
static const BvSheetColumn columns[] = {
  { "TT", 5 },       { "Đối tượng", 20 },  { "Điều kiện", 27 },  { "Kết quả", 12 },
  { "Dữ kiện", 48 }, { "Thời gian", 13 },  { "Căn cứ", 21 },     { "Ngoại lệ (ai, văn bản, lý do)", 30 },
};
/* clang-format on */

typedef struct
{
  BvSheet sheet;
  BvEligibilityBook *facts;
  guint number;
} Writing;

static const char *
name_result (BvEligibilityResult result)
{
  static const char *const names[] = { "", "Đạt", "Chưa đủ dữ liệu", "Cảnh báo", "Chặn" };

  return names[result];
}

static char *
describe_override (const BvEligibilityOverride *override)
{
  g_autofree char *day = *override->decided_on ? bv_date_format (override->decided_on) : NULL;

  return g_strdup_printf ("%s; văn bản %s%s%s; lý do: %s",
                          override->decided_by,
                          override->document_number,
                          day ? " ngày " : "",
                          day ? day : "",
                          override->reason);
}

/* What was set aside is red: the council decides with open eyes. */
static void
write_line (Writing *writing, const char *name, const BvEligibilityCardLine *line)
{
  BvSheet *sheet = &writing->sheet;
  const BvEligibilityLine *told = line->line;
  BvStyle style = line->override ? BV_STYLE_RED : BV_STYLE_TEXT;
  gboolean stands_out = told->result >= BV_ELIGIBILITY_WARNED && !line->override;
  g_autofree char *override = line->override ? describe_override (line->override) : NULL;

  bv_sheet_number (sheet, 0, ++writing->number, BV_STYLE_INTEGER);
  bv_sheet_text (sheet, 1, name, style);
  bv_sheet_text (sheet, 2, bv_eligibility_check_title (told->check), style);
  bv_sheet_text (sheet, 3, name_result (told->result), stands_out ? BV_STYLE_WARNING : style);
  bv_sheet_text (sheet, 4, told->fact, style);
  bv_sheet_text (sheet, 5, told->period, style);
  bv_sheet_text (sheet, 6, told->basis, style);
  bv_sheet_text (sheet, 7, override, style);
  bv_sheet_next_row (sheet);
}

static void
write_head (Writing *writing, const BvCandidacy *candidacy, const BvEligibilityCard *card)
{
  const BvBook *book = writing->sheet.book;
  BvOffice *office = book->office;
  const char *form = bv_office_get_name (office, &bv_award_form_kind, candidacy->award_form_id);
  g_autoptr (GString) head = g_string_new (
      bv_office_get_subject_name_on (office, candidacy->subject_id, book->closing_date));

  /* what comes after a closed movement is none of its business */
  gboolean closed = g_str_equal (bv_record_get_text (book->movement, "status"), "closed");

  if (*card->place)
    g_string_append_printf (head, " (%s)", card->place);
  if (*form)
    g_string_append_printf (head, " - %s", form);
  g_string_append_printf (head, ": %s", name_result (card->verdict.result));
  if (card->verdict.n_set_aside > 0)
    g_string_append_printf (head, ", có %u ngoại lệ", card->verdict.n_set_aside);
  if (card->place_now && !closed)
    g_string_append_printf (head, "; hiện nay: %s", card->place_now);
  bv_sheet_group (&writing->sheet, head->str);
}

/* All lines of a proposal; of others only what bars them or was set aside. */
static void
write_card (Writing *writing, const BvCandidacy *candidacy, const BvEligibilityCard *card)
{
  const BvBook *book = writing->sheet.book;
  const char *name = bv_office_get_subject_name_on (
      book->office, candidacy->subject_id, book->closing_date);

  write_head (writing, candidacy, card);
  for (guint i = 0; i < card->lines->len; i++) {
    const BvEligibilityCardLine *line = &g_array_index (card->lines, BvEligibilityCardLine, i);

    if (candidacy->proposal_id != 0 || line->override
        || line->line->result == BV_ELIGIBILITY_BLOCKED)
      write_line (writing, name, line);
  }
}

static gboolean
write_cards (Writing *writing, GArray *candidacies, gboolean proposed, GError **error)
{
  for (guint i = 0; i < candidacies->len; i++) {
    const BvCandidacy *candidacy = &g_array_index (candidacies, BvCandidacy, i);
    g_autoptr (BvEligibilityCard) card = NULL;

    if ((candidacy->proposal_id != 0) != proposed
        || !bv_workbook_choice_has_form (writing->sheet.book->choice, candidacy->award_form_id))
      continue;
    if (!bv_sheet_go_on (writing->sheet.book, error))
      return FALSE;
    card = bv_eligibility_book_open_card (
        writing->facts, candidacy->subject_id, candidacy->award_form_id, candidacy->proposal_id);
    if (proposed || card->verdict.n_blocked > 0 || card->verdict.n_set_aside > 0)
      write_card (writing, candidacy, card);
  }
  return TRUE;
}

gboolean
bv_sheet_eligibility_write (BvBook *book, GError **error)
{
  Writing writing = { .facts = bv_assessment_get_book (book->assessment) };
  g_autoptr (GArray) candidacies = bv_assessment_list_candidacies (book->assessment);

  bv_sheet_begin (&writing.sheet,
                  book,
                  "Điều kiện",
                  "ĐIỀU KIỆN KHEN THƯỞNG CỦA TỪNG ĐỐI TƯỢNG",
                  columns,
                  G_N_ELEMENTS (columns));
  if (!write_cards (&writing, candidacies, TRUE, error)
      || !write_cards (&writing, candidacies, FALSE, error))
    return FALSE;
  if (writing.number == 0)
    bv_sheet_group (&writing.sheet, "Chưa có đề nghị khen thưởng.");
  bv_sheet_note (
      &writing.sheet,
      "Đối tượng được đề nghị: ghi đủ các điều kiện. Đối tượng khác: chỉ ghi điều kiện "
      "không đạt hoặc được cho phép ngoại lệ. Chữ đỏ: điều kiện được cho phép ngoại lệ.");
  bv_sheet_end (&writing.sheet, FALSE);
  return TRUE;
}
