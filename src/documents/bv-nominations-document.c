/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Danh sách đề nghị khen thưởng: a landscape list of collectives and persons with their reasons. */
#include "config.h"

#include "bv-nominee.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "attached",
    N_ ("What it is attached to"),
    "(Kèm theo Tờ trình số ……/TTr-…… ngày …… tháng …… năm {năm})" },
  { "none", N_ ("When there is nobody"), "Chưa có tập thể, cá nhân nào được đề nghị." },
  BV_DRAFT_SIGNATURE,
  { NULL },
};

static const BvDocumentColumn collectives[] = {
  { "TT", 4, BV_ALIGN_CENTRE },
  { "Tập thể", 24, BV_ALIGN_LEFT },
  { "Số người (nữ)", 10, BV_ALIGN_CENTRE },
  { "Tóm tắt thành tích", 48, BV_ALIGN_JUSTIFY },
  { "Điểm", 7, BV_ALIGN_CENTRE },
  { "Phiếu đồng ý", 8, BV_ALIGN_CENTRE },
  { "Ghi chú", 10, BV_ALIGN_LEFT },
};

static const BvDocumentColumn persons[] = {
  { "TT", 4, BV_ALIGN_CENTRE },
  { "Họ và tên", 17, BV_ALIGN_LEFT },
  { "Năm sinh", 7, BV_ALIGN_CENTRE },
  { "Chức vụ, đơn vị công tác", 18, BV_ALIGN_LEFT },
  { "Tóm tắt thành tích", 41, BV_ALIGN_JUSTIFY },
  { "Điểm", 7, BV_ALIGN_CENTRE },
  { "Phiếu đồng ý", 8, BV_ALIGN_CENTRE },
  { "Ghi chú", 10, BV_ALIGN_LEFT },
};

#define N_MOST_COLUMNS G_N_ELEMENTS (persons)

static char *
dup_note (const BvNominee *nominee)
{
  const char *standing = g_str_equal (nominee->outcome, "boundary")
                                 && !g_str_equal (nominee->vote_outcome, "passed")
                             ? "Đồng hạng ở ranh giới chỉ tiêu, Hội đồng quyết định"
                             : "";

  return g_markup_printf_escaped (
      "%s%s%s", standing, *standing && *nominee->note ? ". " : "", nominee->note);
}

static char *
dup_born (const BvNominee *nominee)
{
  return *nominee->birth_year
             ? g_strdup_printf ("%s%s", nominee->birth_year, nominee->woman ? "\n(nữ)" : "")
             : g_strdup (nominee->woman ? "(nữ)" : "");
}

static void
add_row (BvDocumentTable *table, const BvNominee *nominee, guint number)
{
  g_autofree char *tt = g_strdup_printf ("%u", number);
  g_autofree char *name = g_markup_printf_escaped ("<b>%s</b>", nominee->name);
  g_autofree char *members = nominee->n_members
                                 ? g_strdup_printf ("%u (%u)", nominee->n_members, nominee->n_women)
                                 : NULL;
  g_autofree char *born = dup_born (nominee);
  g_autofree char *post = bv_nominee_dup_post (nominee);
  g_autofree char *summary = bv_draft_dup_cell (nominee->summary);
  g_autofree char *points = bv_nominee_dup_points (nominee);
  g_autofree char *votes = bv_nominee_dup_votes (nominee);
  g_autofree char *note = dup_note (nominee);
  const char *one[] = { tt, name, members, summary, points, votes, note };
  const char *other[] = { tt, name, born, post, summary, points, votes, note };

  bv_document_table_add_row (table, BV_ROW_PLAIN, nominee->collective ? one : other);
}

static void
add_group (BvDocumentTable *table, const BvNominee *nominee)
{
  g_autofree char *cell = bv_draft_dup_cell (nominee->award_form);
  const char *cells[N_MOST_COLUMNS] = { cell };

  bv_document_table_add_row (table, BV_ROW_GROUP, cells);
}

static void
add_list (BvDraft *draft, GPtrArray *nominees, gboolean collective)
{
  BvDocumentTable *table = NULL;
  guint number = 0;

  for (guint i = 0; i < nominees->len; i++) {
    const BvNominee *nominee = g_ptr_array_index (nominees, i);
    if (nominee->collective != collective)
      continue;
    if (!table) {
      bv_document_add_text (
          draft->document, BV_TEXT_SECTION, collective ? "I. TẬP THỂ" : "II. CÁ NHÂN");
      table = collective
                  ? bv_document_add_table (draft->document, collectives, G_N_ELEMENTS (collectives))
                  : bv_document_add_table (draft->document, persons, G_N_ELEMENTS (persons));
    }
    if (bv_nominee_begins_group (nominees, i))
      add_group (table, nominee);
    add_row (table, nominee, ++number);
  }
}

static void
add_sum (BvDraft *draft, GPtrArray *nominees)
{
  g_autofree char *numbers = bv_nominee_dup_numbers (nominees);

  if (nominees->len == 0)
    bv_draft_say (draft, BV_TEXT_BODY, "none");
  else
    bv_document_add_format (draft->document, BV_TEXT_BODY, "Danh sách có %s./.", numbers);
}

static gboolean
build (BvDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) nominees = bv_nominee_load (draft, BV_NOMINEES_PASSED, 0, error);
  g_autofree char *title = bv_draft_dup_authority (draft, NULL);
  g_autofree char *name = bv_draft_dup_signer (draft, NULL);
  const BvHeading heading = { .superior = bv_record_get_text (draft->own, "superior"),
                              .issuer = bv_record_get_text (draft->own, "name") };
  g_autofree char *place = bv_draft_dup_place (draft, "");
  const BvSigner signers[] = { { .authority = "NGƯỜI LẬP", .note = "(Ký, ghi rõ họ tên)" },
                               { .date = place, .authority = title, .name = name } };

  if (!nominees)
    return FALSE;
  draft->document = bv_document_new ("Danh sách đề nghị khen thưởng", TRUE);
  bv_document_add_heading (draft->document, &heading);
  bv_draft_add_title (
      draft, "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", bv_record_get_text (draft->movement, "title"));
  bv_draft_say (draft, BV_TEXT_CENTRE, "attached");
  add_list (draft, nominees, TRUE);
  add_list (draft, nominees, FALSE);
  add_sum (draft, nominees);
  bv_document_add_signature (draft->document, NULL, signers, G_N_ELEMENTS (signers));
  return TRUE;
}

const BvDocumentType bv_nominations_document = {
  .name = "nominations",
  .title = N_ ("List of proposals"),
  .hint = N_ ("Collectives and persons proposed, with their reasons"),
  .about = BV_ABOUT_MOVEMENT,
  .sentences = sentences,
  .build = build,
};
