/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phiếu bầu: one slip for each member in the room, as many on a sheet as fit. */
#include "config.h"

#include "bv-draft.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "how",
    N_ ("How to vote"),
    "Thành viên Hội đồng đánh dấu (x) vào một trong hai ô “Đồng ý”, “Không đồng ý” ở mỗi dòng. "
    "Phiếu không ghi tên người bỏ phiếu." },
  { NULL },
};

static const BvPlaceholder placeholders[] = {
  { "phiên họp", N_ ("title of the session") },
  { "hội đồng", N_ ("name of the council") },
  { NULL },
};

static const BvDocumentColumn columns[] = {
  { "TT", 5.5, BV_ALIGN_CENTRE },
  { "Tập thể, cá nhân; hình thức đề nghị", 72, BV_ALIGN_LEFT },
  { "Đồng ý", 10.5, BV_ALIGN_CENTRE },
  { "Không đồng ý", 12, BV_ALIGN_CENTRE },
};

static void
add_lines (BvDraft *draft, BvCouncilSession *session)
{
  BvDocumentTable *table = bv_document_add_table (draft->document, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < bv_council_session_get_n_lines (session); i++) {
    const BvSessionLine *line = bv_council_session_get_line (session, i);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    g_autofree char *name = g_markup_printf_escaped (
        "<b>%s</b>: %s", line->subject, line->award_form);
    const char *cells[] = { number, name, NULL, NULL };

    bv_document_table_add_row (table, BV_ROW_PLAIN, cells);
  }
}

static void
add_slip (BvDraft *draft, BvCouncilSession *session, const char *council, const char *day)
{
  bv_document_add_format (draft->document, BV_TEXT_CENTRE, "%s, họp %s", council, day);
  bv_document_add_text (draft->document, BV_TEXT_SUBJECT, "PHIẾU BẦU");
  bv_document_add_format (
      draft->document, BV_TEXT_SUBJECT, "%s", bv_record_get_text (draft->movement, "title"));
  bv_draft_say (draft, BV_TEXT_NOTE, "how");
  add_lines (draft, session);
}

static gboolean
build (BvDraft *draft, GError **error)
{
  g_autoptr (BvCouncilSession) session = bv_council_session_load (
      draft->office, draft->about_id, error);
  g_autoptr (BvRecord) record = session ? bv_office_load (
                                    draft->office, &bv_session_kind, draft->about_id, error)
                                        : NULL;
  g_autofree char *council = NULL;
  g_autofree char *day = NULL;
  gint64 n_slips;

  if (!record)
    return FALSE;
  council = bv_draft_dup_council (draft, record);
  day = bv_draft_dup_long_day (bv_record_get_text (record, "held_on"));
  bv_draft_set (draft, "phiên họp", bv_council_session_get_title (session));
  bv_draft_set (draft, "hội đồng", council);
  draft->document = bv_document_new ("Phiếu bầu", FALSE);
  bv_document_hide_numbers (draft->document);
  n_slips = MAX (1, bv_council_session_get_presence (session)->n_present);
  for (gint64 i = 0; i < n_slips; i++) {
    add_slip (draft, session, council, day);
    bv_document_add_cut (draft->document);
  }
  return TRUE;
}

const BvDocumentType bv_ballot_document = {
  .name = "ballot",
  .title = N_ ("Ballot papers"),
  .hint = N_ ("A slip for each member present, to be cut apart"),
  .about = BV_ABOUT_SESSION,
  .sentences = sentences,
  .placeholders = placeholders,
  .build = build,
};
