/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tờ trình: the council asks the head to reward those who passed. */
#include "config.h"

#include "bv-nominee.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "bases", N_ ("More legal grounds"), "Căn cứ Biên bản họp Hội đồng thi đua - khen thưởng" },
  { "opening",
    N_ ("Opening"),
    "Thực hiện {phong trào}, Hội đồng thi đua - khen thưởng đã họp, xem xét thành tích và bỏ phiếu "
    "kín đối với các tập thể, cá nhân được đề nghị. Hội đồng kính trình {chức danh} xem xét, khen "
    "thưởng {tập thể, cá nhân} có thành tích trong phong trào, cụ thể như sau:" },
  { "closing",
    N_ ("Closing"),
    "(Kèm theo danh sách đề nghị và biên bản họp Hội đồng)\n"
    "Kính trình {chức danh} xem xét, quyết định./." },
  { "recipients", N_ ("Recipients"), "Như trên\nThành viên Hội đồng\nLưu: VT" },
  { NULL },
};

static const BvPlaceholder placeholders[] = {
  { "tập thể, cá nhân", N_ ("number of collectives and persons") },
  { "số tập thể", N_ ("number of collectives") },
  { "số cá nhân", N_ ("number of persons") },
  { NULL },
};

static const BvDocumentColumn columns[] = {
  { "TT", 6, BV_ALIGN_CENTRE },
  { "Tập thể, cá nhân", 32, BV_ALIGN_LEFT },
  { "Chức vụ, đơn vị công tác", 34, BV_ALIGN_LEFT },
  { "Điểm", 11, BV_ALIGN_CENTRE },
  { "Phiếu đồng ý", 15, BV_ALIGN_CENTRE },
};

static void
add_row (BvDocumentTable *table, const BvNominee *nominee, guint number)
{
  g_autofree char *tt = g_strdup_printf ("%u", number);
  g_autofree char *name = bv_draft_dup_cell (nominee->name);
  g_autofree char *post = bv_nominee_dup_post (nominee);
  g_autofree char *points = bv_nominee_dup_points (nominee);
  g_autofree char *votes = bv_nominee_dup_votes (nominee);
  const char *cells[] = { tt, name, post, points, votes };

  bv_document_table_add_row (table, BV_ROW_PLAIN, cells);
}

static void
add_list (BvDraft *draft, GPtrArray *nominees)
{
  BvDocumentTable *table = bv_document_add_table (draft->document, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < nominees->len; i++) {
    const BvNominee *nominee = g_ptr_array_index (nominees, i);
    g_autofree char *group = bv_draft_dup_cell (nominee->award_form);
    if (bv_nominee_begins_group (nominees, i))
      bv_document_table_add_row (
          table, BV_ROW_GROUP, (const char * [G_N_ELEMENTS (columns)]){ group });
    add_row (table, nominee, i + 1);
  }
}

static gboolean
build (BvDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) nominees = bv_nominee_load (draft, BV_NOMINEES_PASSED, 0, error);
  g_autofree char *bases = bv_draft_dup_plain (draft, "bases");
  g_autofree char *recipients = bv_draft_dup_plain (draft, "recipients");

  if (!nominees)
    return FALSE;
  bv_nominee_set_counts (draft, nominees);
  draft->document = bv_document_new ("Tờ trình đề nghị khen thưởng", FALSE);
  bv_draft_add_heading (draft, "", "TTr", "");
  bv_draft_add_title (draft, "TỜ TRÌNH", "Về việc đề nghị khen thưởng trong phong trào thi đua");
  bv_document_add_format (draft->document,
                          BV_TEXT_ADDRESSEE,
                          "Kính gửi: %s %s",
                          bv_record_get_text (draft->own, "head_title"),
                          bv_record_get_text (draft->own, "name"));
  bv_draft_add_bases (draft, bases);
  bv_draft_say (draft, BV_TEXT_BODY, "opening");
  add_list (draft, nominees);
  bv_draft_say (draft, BV_TEXT_BODY, "closing");
  return bv_draft_sign_council (draft, recipients, error);
}

const BvDocumentType bv_submission_document = {
  .name = "submission",
  .title = N_ ("Submission to the head"),
  .hint = N_ ("The council asks the head to reward those who passed"),
  .about = BV_ABOUT_MOVEMENT,
  .sentences = sentences,
  .placeholders = placeholders,
  .build = build,
};
