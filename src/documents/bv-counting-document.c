/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Biên bản kiểm phiếu: the ballot papers, the votes on each line, what came of them. */
#include "config.h"

#include "bv-draft.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "opening",
    N_ ("Opening"),
    "Tại {phiên họp} ({ngày họp}), {hội đồng} đã bầu Tổ kiểm phiếu và bỏ phiếu kín đối với các tập "
    "thể, cá nhân được đề nghị khen thưởng trong {phong trào}." },
  { "closing",
    N_ ("Closing"),
    "Biên bản được lập thành 02 bản, đọc lại cho Hội đồng cùng nghe và nhất trí thông qua./." },
  { NULL },
};

static const BvPlaceholder placeholders[] = {
  { "phiên họp", N_ ("title of the session") },
  { "ngày họp", N_ ("day of the session") },
  { "hội đồng", N_ ("name of the council") },
  { NULL },
};

static const BvDocumentColumn columns[] = {
  { "TT", 6, BV_ALIGN_CENTRE },
  { "Tập thể, cá nhân", 27, BV_ALIGN_LEFT },
  { "Hình thức đề nghị", 24, BV_ALIGN_LEFT },
  { "Đồng ý", 12, BV_ALIGN_CENTRE },
  { "Không đồng ý", 11, BV_ALIGN_CENTRE },
  { "Tỷ lệ trên tổng số", 14, BV_ALIGN_CENTRE },
  { "Kết quả", 14, BV_ALIGN_CENTRE },
};

static void
add_box (BvDraft *draft, BvCouncilSession *session)
{
  static const char *const labels[] = {
    "Số phiếu phát ra:", "Số phiếu thu về:", "Phiếu hợp lệ:", "Phiếu trắng:", "Phiếu không hợp lệ:"
  };
  BvBallotBox box;
  gboolean known = bv_council_session_get_box (session, 0, &box);
  const gint64 numbers[] = {
    box.issued, box.returned, bv_ballot_count_valid (&box), box.blank, box.invalid
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    g_autofree char *value = known ? g_strdup_printf ("%02d phiếu", (int) numbers[i]) : NULL;
    bv_document_add_fill (draft->document, &(BvFill){ labels[i], value }, 1);
  }
}

static char *
dup_share (const BvSessionLine *line)
{
  const BvBallotResult *result = &line->result;
  gint64 tenths = result->base > 0 ? (result->yes * 2000 + result->base) / (2 * result->base) : 0;

  return g_strdup_printf ("%d/%d (%d,%d\u00a0%%)",
                          (int) result->yes,
                          (int) result->base,
                          (int) (tenths / 10),
                          (int) (tenths % 10));
}

static const char *
get_outcome (const BvSessionLine *line)
{
  static const char *const words[] = {
    [BV_BALLOT_OPEN] = "",
    [BV_BALLOT_PASSED] = "Đạt",
    [BV_BALLOT_FAILED] = "Không đạt",
    [BV_BALLOT_NO_QUORUM] = "Phiên họp không đủ điều kiện",
  };

  return words[line->result.outcome];
}

static void
add_line (BvDocumentTable *table, const BvSessionLine *line, guint number)
{
  const BvBallotCount *count = &line->counts[0];
  g_autofree char *tt = g_strdup_printf ("%u", number);
  g_autofree char *name = bv_draft_dup_cell (line->subject);
  g_autofree char *form = bv_draft_dup_cell (line->award_form);
  g_autofree char *yes = NULL;
  g_autofree char *no = NULL;
  g_autofree char *share = NULL;

  if (line->agreed) {
    yes = g_strdup_printf ("%d", (int) (count->yes + count->written_yes));
    no = g_strdup_printf ("%d", (int) (count->no + count->written_no));
    share = dup_share (line);
  }
  bv_document_table_add_row (
      table, BV_ROW_PLAIN, (const char *[]){ tt, name, form, yes, no, share, get_outcome (line) });
}

static void
add_votes (BvDraft *draft, BvCouncilSession *session)
{
  BvDocumentTable *table = bv_document_add_table (draft->document, columns, G_N_ELEMENTS (columns));
  const BvBallotPresence *presence = bv_council_session_get_presence (session);

  for (guint i = 0; i < bv_council_session_get_n_lines (session); i++)
    add_line (table, bv_council_session_get_line (session, i), i + 1);
  if (presence->n_written > 0)
    bv_document_add_format (
        draft->document,
        BV_TEXT_NOTE,
        "Số phiếu đồng ý, không đồng ý gồm cả ý kiến bằng văn bản của %d thành viên vắng mặt.",
        (int) presence->n_written);
}

static void
add_team (BvDraft *draft)
{
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "I. TỔ KIỂM PHIẾU");
  bv_document_add_fill (draft->document, &(BvFill){ "1. Tổ trưởng:", NULL }, 1);
  bv_document_add_fill (draft->document, &(BvFill){ "2. Tổ viên:", NULL }, 1);
  bv_document_add_fill (draft->document, &(BvFill){ "3. Tổ viên:", NULL }, 1);
}

static gboolean
build (BvDraft *draft, GError **error)
{
  g_autoptr (BvCouncilSession) session = bv_council_session_load (
      draft->office, draft->about_id, error);
  const BvSigner signers[] = { { .authority = "TỔ VIÊN", .note = "(Ký, ghi rõ họ tên)" },
                               { .authority = "TỔ TRƯỞNG", .note = "(Ký, ghi rõ họ tên)" } };

  if (!session)
    return FALSE;
  draft->document = bv_document_new ("Biên bản kiểm phiếu", FALSE);
  if (!bv_draft_begin_minutes (draft, "BIÊN BẢN KIỂM PHIẾU", FALSE, error))
    return FALSE;
  bv_draft_say (draft, BV_TEXT_BODY, "opening");
  add_team (draft);
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "II. SỐ PHIẾU");
  add_box (draft, session);
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "III. KẾT QUẢ BỎ PHIẾU");
  add_votes (draft, session);
  bv_draft_say (draft, BV_TEXT_BODY, "closing");
  bv_document_add_signature (draft->document, NULL, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

const BvDocumentType bv_counting_document = {
  .name = "counting",
  .title = N_ ("Minutes of the count"),
  .hint = N_ ("Papers, votes on each line, result"),
  .about = BV_ABOUT_SESSION,
  .sentences = sentences,
  .placeholders = placeholders,
  .build = build,
};
