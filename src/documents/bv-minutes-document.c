/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Biên bản họp Hội đồng: who was there, what was voted, what the council concluded. */
#include "config.h"

#include "bv-date.h"
#include "bv-draft.h"
#include "bv-minutes-facts.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "agenda",
    N_ ("Agenda"),
    "Hội đồng xem xét, thảo luận và bỏ phiếu kín đối với các tập thể, cá nhân được đề nghị khen "
    "thưởng trong {phong trào}." },
  { "conclusion",
    N_ ("Conclusion"),
    "Hội đồng thống nhất trình {chức danh} {cơ quan} xem xét, quyết định khen thưởng các tập thể, "
    "cá nhân đạt đủ số phiếu theo quy định." },
  { "closing",
    N_ ("Closing"),
    "Biên bản được thông qua tại phiên họp và lập thành 02 bản có giá trị như nhau./." },
  { NULL },
};

static const BvPlaceholder placeholders[] = {
  { "phiên họp", N_ ("title of the session") },
  { "ngày họp", N_ ("day of the session") },
  { "hội đồng", N_ ("name of the council") },
  { NULL },
};

static const BvDocumentColumn members[] = {
  { "TT", 6, BV_ALIGN_CENTRE },     { "Họ và tên", 26, BV_ALIGN_LEFT },
  { "Chức vụ", 28, BV_ALIGN_LEFT }, { "Trong Hội đồng", 18, BV_ALIGN_LEFT },
  { "Dự họp", 22, BV_ALIGN_LEFT },
};

static const BvDocumentColumn results[] = {
  { "TT", 6, BV_ALIGN_CENTRE },
  { "Tập thể, cá nhân", 27, BV_ALIGN_LEFT },
  { "Hình thức đề nghị", 26, BV_ALIGN_LEFT },
  { "Phiếu đồng ý / tổng số", 14, BV_ALIGN_CENTRE },
  { "Số phiếu cần", 13, BV_ALIGN_CENTRE },
  { "Kết quả", 14, BV_ALIGN_CENTRE },
};

static const char members_sql[]
    = "SELECT m.full_name, coalesce (m.job_title, ''), m.role, coalesce (a.presence, ''),"
      " coalesce (a.reason, '') FROM session s JOIN council_member m ON m.council_id = s.council_id"
      " LEFT JOIN attendance a ON a.session_id = s.id AND a.member_id = m.id WHERE s.id = ?1"
      " AND coalesce (m.from_on, '') <= coalesce (s.held_on, '9998')"
      " AND coalesce (m.to_on, '9999') >= coalesce (s.held_on, '9998') ORDER BY m.position, m.id";

/* Words of the choices, as minutes put them. */
static const char *
find_word (const char *value, const char *const *words)
{
  for (guint i = 0; words[i]; i += 2)
    if (g_str_equal (words[i], value))
      return words[i + 1];
  return "";
}

static void
add_member (BvDocumentTable *table, BvStatement *row, guint number)
{
  static const char *const roles[] = {
    "chair",     "Chủ tịch",        "vice",   "Phó Chủ tịch", "standing", "Ủy viên thường trực",
    "secretary", "Ủy viên, thư ký", "member", "Ủy viên",      NULL
  };
  static const char *const presences[] = {
    "present", "Có mặt", "written", "Vắng, có ý kiến bằng văn bản", "absent", "Vắng mặt", NULL
  };
  const char *reason = bv_statement_get_text (row, 4);
  g_autofree char *tt = g_strdup_printf ("%u", number);
  g_autofree char *name = bv_draft_dup_cell (bv_statement_get_text (row, 0));
  g_autofree char *job = bv_draft_dup_cell (bv_statement_get_text (row, 1));
  g_autofree char *presence = g_markup_printf_escaped (
      "%s%s%s%s",
      find_word (bv_statement_get_text (row, 3), presences),
      *reason ? " (" : "",
      reason,
      *reason ? ")" : "");
  const char *cells[] = {
    tt, name, job, find_word (bv_statement_get_text (row, 2), roles), presence
  };

  bv_document_table_add_row (table, BV_ROW_PLAIN, cells);
}

static gboolean
add_members (BvDraft *draft, BvCouncilSession *session, GError **error)
{
  const BvBallotPresence *presence = bv_council_session_get_presence (session);
  BvDocumentTable *table;
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (draft->office), members_sql, error);
  guint n = 0;
  BvStep step;

  if (!rows)
    return FALSE;
  bv_document_add_format (
      draft->document,
      BV_TEXT_BODY,
      "Tổng số thành viên Hội đồng: %d; có mặt: %d; vắng mặt: %d (trong đó có ý "
      "kiến bằng văn bản: %d).",
      (int) presence->n_members,
      (int) presence->n_present,
      (int) (presence->n_members - presence->n_present),
      (int) presence->n_written);
  table = bv_document_add_table (draft->document, members, G_N_ELEMENTS (members));
  bv_statement_bind_integer (rows, 1, draft->about_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    add_member (table, rows, ++n);
  return step == BV_STEP_DONE;
}

static const char *
get_outcome (const BvSessionLine *line)
{
  static const char *const words[] = { "", "Đạt", "Không đạt", "Phiên họp không đủ điều kiện" };

  return words[line->result.outcome];
}

static void
add_results (BvDraft *draft, BvCouncilSession *session)
{
  BvDocumentTable *table = bv_document_add_table (draft->document, results, G_N_ELEMENTS (results));

  for (guint i = 0; i < bv_council_session_get_n_lines (session); i++) {
    const BvSessionLine *line = bv_council_session_get_line (session, i);
    g_autofree char *tt = g_strdup_printf ("%u", i + 1);
    g_autofree char *name = bv_draft_dup_cell (line->subject);
    g_autofree char *form = bv_draft_dup_cell (line->award_form);
    g_autofree char *votes = line->agreed ? g_strdup_printf (
                                 "%d/%d", (int) line->result.yes, (int) line->result.base)
                                          : NULL;
    g_autofree char *need = g_strdup_printf ("%d", (int) line->result.need);
    const char *cells[] = { tt, name, form, votes, need, get_outcome (line) };

    bv_document_table_add_row (table, BV_ROW_PLAIN, cells);
  }
}

static void
add_end (BvDraft *draft, BvCouncilSession *session, BvRecord *record)
{
  const char *chair = bv_office_get_name (
      draft->office, &bv_council_member_kind, bv_record_get_integer (record, "chair_id"));
  g_autofree char *chair_name = g_strdup (chair);
  const char *secretary = bv_office_get_name (
      draft->office, &bv_council_member_kind, bv_record_get_integer (record, "secretary_id"));
  const BvSigner signers[] = {
    { .authority = "THƯ KÝ", .note = "(Ký, ghi rõ họ tên)", .name = secretary },
    { .authority = "CHỦ TRÌ", .note = "(Ký, ghi rõ họ tên)", .name = chair_name }
  };

  bv_document_add_signature (draft->document, NULL, signers, G_N_ELEMENTS (signers));
  if (!bv_council_session_is_sealed (session))
    return;
  bv_document_add_text (draft->document, BV_TEXT_NOTE, "Mã niêm phong kết quả:");
  bv_document_add_format (
      draft->document, BV_TEXT_NOTE, "%s", bv_council_session_get_seal (session));
}

static void
add_place (BvDraft *draft, BvRecord *record)
{
  g_autofree char *day = bv_date_format_long (bv_record_get_text (record, "held_on"));
  g_autofree char *place = bv_draft_dup_cell (bv_record_get_text (record, "place"));
  const char *chair = bv_office_get_name (
      draft->office, &bv_council_member_kind, bv_record_get_integer (record, "chair_id"));
  g_autofree char *leads = bv_draft_dup_cell (chair);
  const char *secretary = bv_office_get_name (
      draft->office, &bv_council_member_kind, bv_record_get_integer (record, "secretary_id"));
  g_autofree char *writes = bv_draft_dup_cell (secretary);

  bv_document_add_fill (draft->document, &(BvFill){ "Thời gian:", day }, 1);
  bv_document_add_fill (draft->document, &(BvFill){ "Địa điểm:", place }, 1);
  bv_document_add_fill (draft->document, &(BvFill){ "Chủ trì:", leads }, 1);
  bv_document_add_fill (draft->document, &(BvFill){ "Thư ký:", writes }, 1);
}

static gboolean
build (BvDraft *draft, GError **error)
{
  g_autoptr (BvCouncilSession) session = bv_council_session_load (
      draft->office, draft->about_id, error);
  g_autoptr (BvRecord) record = session ? bv_office_load (
                                    draft->office, &bv_session_kind, draft->about_id, error)
                                        : NULL;
  const char *minutes;

  if (!record)
    return FALSE;
  draft->document = bv_document_new ("Biên bản họp Hội đồng", FALSE);
  if (!bv_draft_begin_minutes (draft, "BIÊN BẢN HỌP HỘI ĐỒNG", TRUE, error))
    return FALSE;
  add_place (draft, record);
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "I. THÀNH PHẦN");
  if (!add_members (draft, session, error))
    return FALSE;
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "II. NỘI DUNG");
  bv_draft_say (draft, BV_TEXT_BODY, "agenda");
  minutes = bv_record_get_text (record, "minutes");
  if (*minutes)
    bv_document_add_plain (draft->document, BV_TEXT_BODY, minutes);
  else
    bv_document_add_dots (draft->document, 3);
  if (!bv_minutes_facts_add_exceptions (draft, error))
    return FALSE;
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "III. KẾT QUẢ BỎ PHIẾU");
  if (!bv_minutes_facts_add_written (draft, error)
      || !bv_minutes_facts_add_recusals (draft, session, error))
    return FALSE;
  add_results (draft, session);
  bv_document_add_text (draft->document, BV_TEXT_SECTION, "IV. KẾT LUẬN");
  bv_draft_say (draft, BV_TEXT_BODY, "conclusion");
  bv_draft_say (draft, BV_TEXT_BODY, "closing");
  add_end (draft, session, record);
  return TRUE;
}

const BvDocumentType bv_minutes_document = {
  .name = "minutes",
  .title = N_ ("Minutes of the council"),
  .hint = N_ ("Attendance, discussion, votes, conclusion"),
  .about = BV_ABOUT_SESSION,
  .sentences = sentences,
  .placeholders = placeholders,
  .build = build,
};
