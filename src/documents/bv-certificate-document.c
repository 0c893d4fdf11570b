/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giấy khen: only the words that go onto the office's printed sheet, each at its place. */
#include "config.h"

#include "bv-draft.h"

#include <glib/gi18n-lib.h>

#define HUNDREDTHS 100.0

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

static double
get_shift (BvDraft *draft, const char *field)
{
  return (double) bv_record_get_integer (draft->own, field) / HUNDREDTHS;
}

/* @placed as it stands on the usual sheet. */
static void
put (BvDraft *draft, BvPlaced placed, const char *markup)
{
  placed.x += get_shift (draft, "certificate_x");
  placed.y += get_shift (draft, "certificate_y");
  bv_document_add_placed (draft->document, &placed, markup);
}

static void
put_line (BvDraft *draft, guint line, const char *markup)
{
  put (draft,
       (BvPlaced){ .x = 40,
                   .y = lines[line].y,
                   .width = 217,
                   .size = lines[line].size,
                   .bold = lines[line].bold,
                   .italic = lines[line].italic,
                   .align = BV_ALIGN_CENTRE },
       markup);
}

static void
put_signature (BvDraft *draft, BvRecord *award)
{
  BvPlaced placed = {
    .x = 160, .y = 142, .width = 90, .size = 14, .align = BV_ALIGN_CENTRE, .italic = TRUE
  };
  g_autofree char *place = bv_draft_dup_place (draft, bv_record_get_text (award, "decision_date"));
  g_autofree char *where = bv_draft_dup_cell (place);
  g_autoptr (BvRecord) decision = bv_office_load (
      draft->office, &bv_decision_kind, bv_record_get_integer (award, "decision_id"), NULL);
  const char *post = decision ? bv_record_get_text (decision, "signer_title") : "";
  g_autofree char *title = bv_draft_dup_authority (
      draft, *post ? post : bv_record_get_text (draft->own, "head_title"));
  g_autofree char *signer = g_markup_printf_escaped ("<b>%s</b>", title);
  const char *name = bv_record_get_text (award, "signer");
  g_autofree char *signs = g_markup_printf_escaped (
      "<b>%s</b>", *name ? name : bv_record_get_text (draft->own, "head_name"));

  put (draft, placed, where);
  placed.italic = FALSE;
  placed.y += 7;
  put (draft, placed, signer);
  placed.y += 32;
  put (draft, placed, signs);
}

static void
put_decision (BvDraft *draft, BvRecord *award)
{
  const BvPlaced placed = { .x = 40, .y = 150, .width = 90, .size = 12, .align = BV_ALIGN_LEFT };
  const char *number = bv_record_get_text (award, "decision_number");
  g_autofree char *date = bv_draft_dup_long_day (bv_record_get_text (award, "decision_date"));
  g_autofree char *decision = g_markup_printf_escaped (
      "Quyết định số: %s\n%s", *number ? number : BV_DRAFT_DOTS, date);

  put (draft, placed, decision);
}

static gboolean
add_sheet (BvDraft *draft, gint64 award_id, GError **error)
{
  g_autoptr (BvRecord) award = bv_office_load (draft->office, &bv_award_kind, award_id, error);
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
  put_line (draft, 0, who);
  put_line (draft, 1, post);
  put_line (draft, 2, merit);
  put_decision (draft, award);
  put_signature (draft, award);
  return TRUE;
}

/* Between the rulers, with what to do with the sheet. */
static void
add_rulers (BvDraft *draft)
{
  const BvPlaced placed = { .x = 40, .y = 28, .width = 217, .size = 11, .align = BV_ALIGN_LEFT };

  bv_document_add_rulers (draft->document);
  bv_document_add_placed (
      draft->document,
      &placed,
      "TỜ THỬ. In tờ này lên giấy trắng ở cỡ thật (100 %), đặt chồng lên phôi giấy khen trước ánh "
      "sáng, đo phần lệch theo thước và nhập số mm cần dịch sang phải, xuống dưới.");
}

static gboolean
build (BvDraft *draft, GError **error)
{
  guint n = draft->rulers ? 1 : draft->n_about;
  g_autofree char *title = draft->rulers ? g_strdup ("Giấy khen: tờ thử")
                           : n > 1       ? g_strdup_printf ("Giấy khen (%u tờ)", n)
                                         : g_strdup ("Giấy khen");

  draft->document = bv_document_new (title, TRUE);
  bv_document_hide_numbers (draft->document);
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      bv_document_add_break (draft->document);
    if (draft->rulers)
      add_rulers (draft);
    if (!add_sheet (draft, draft->about_ids[i], error))
      return FALSE;
  }
  return TRUE;
}

const BvDocumentType bv_certificate_document = {
  .name = "certificate",
  .title = N_ ("Certificate"),
  .hint = N_ ("The words that go onto the printed sheet of a certificate"),
  .about = BV_ABOUT_AWARD,
  .together = TRUE,
  .sentences = sentences,
  .build = build,
};
