/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giấy khen: only the words that go onto the office's printed sheet, each at its place. */
#include "config.h"

#include "bv-draft.h"

#include <glib/gi18n-lib.h>

#define TENTHS 10.0

static const BvSentence sentences[] = {
  { "merit", N_ ("What for"), "Đã có thành tích trong {phong trào}" },
  { NULL },
};

/* Where the lines of the usual sheet lie, A4 landscape; an office moves them as a whole. */
static const struct
{
  double y, size;
  gboolean bold, italic;
} lines[] = {
  { 92, 22, .bold = TRUE },
  { 106, 15 },
  { 118, 16, .italic = TRUE },
};

static void
put (BvDraft *draft, guint line, const char *markup)
{
  const BvPlaced placed = { .x = 40 + draft->shift_x / TENTHS,
                            .y = lines[line].y + draft->shift_y / TENTHS,
                            .width = 217,
                            .size = lines[line].size,
                            .bold = lines[line].bold,
                            .italic = lines[line].italic,
                            .align = BV_ALIGN_CENTRE };

  bv_document_add_placed (draft->document, &placed, markup);
}

static void
put_end (BvDraft *draft, BvRecord *award)
{
  BvPlaced placed = { .x = 40 + draft->shift_x / TENTHS,
                      .y = 150 + draft->shift_y / TENTHS,
                      .width = 90,
                      .size = 12,
                      .align = BV_ALIGN_LEFT };
  const char *number = bv_record_get_text (award, "decision_number");
  const char *day = bv_record_get_text (award, "decision_date");
  g_autofree char *date = bv_draft_dup_long_day (day);
  g_autofree char *decision = g_markup_printf_escaped (
      "Quyết định số: %s\n%s", *number ? number : BV_DRAFT_DOTS, date);
  g_autofree char *place = bv_draft_dup_place (draft, day);
  g_autofree char *where = bv_draft_dup_cell (place);
  g_autofree char *title = bv_draft_dup_upper (bv_record_get_text (draft->own, "head_title"));
  g_autofree char *signer = g_markup_printf_escaped ("<b>%s</b>", title);
  const char *name = bv_record_get_text (award, "signer");
  g_autofree char *signs = g_markup_printf_escaped (
      "<b>%s</b>", *name ? name : bv_record_get_text (draft->own, "head_name"));

  bv_document_add_placed (draft->document, &placed, decision);
  placed.x += 120;
  placed.size = 14;
  placed.align = BV_ALIGN_CENTRE;
  placed.italic = TRUE;
  placed.y -= 8;
  bv_document_add_placed (draft->document, &placed, where);
  placed.italic = FALSE;
  placed.y += 7;
  bv_document_add_placed (draft->document, &placed, signer);
  placed.y += 32;
  bv_document_add_placed (draft->document, &placed, signs);
}

static gboolean
build (BvDraft *draft, GError **error)
{
  g_autoptr (BvRecord) award = bv_office_load (
      draft->office, &bv_award_kind, draft->about_id, error);
  g_autofree char *job = NULL;
  g_autofree char *department = NULL;
  g_autofree char *name = NULL;
  g_autofree char *who = NULL;
  g_autofree char *post = NULL;
  g_autofree char *merit = NULL;
  gint64 subject;

  if (!award)
    return FALSE;
  subject = bv_record_get_integer (award, "subject_id");
  if (!bv_draft_find_post (draft, subject, &job, &department, error))
    return FALSE;
  name = bv_draft_dup_subject_name (draft, subject);
  who = bv_draft_dup_cell (name);
  post = g_markup_printf_escaped ("%s%s%s", job, *job && *department ? ", " : "", department);
  merit = *bv_record_get_text (award, "content")
              ? bv_draft_dup_cell (bv_record_get_text (award, "content"))
              : bv_draft_dup_sentence (draft, "merit");
  draft->document = bv_document_new ("Giấy khen", TRUE);
  bv_document_hide_numbers (draft->document);
  put (draft, 0, who);
  put (draft, 1, post);
  put (draft, 2, merit);
  put_end (draft, award);
  return TRUE;
}

const BvDocumentType bv_certificate_document = {
  .name = "certificate",
  .title = N_ ("Certificate"),
  .hint = N_ ("The words that go onto the printed sheet of a certificate"),
  .about = BV_ABOUT_AWARD,
  .sentences = sentences,
  .build = build,
};
