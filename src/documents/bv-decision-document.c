/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dự thảo Quyết định: the draft of the decision, with its list on a page of its own. */
#include "config.h"

#include "bv-date.h"
#include "bv-money.h"
#include "bv-nominee.h"
#include "bv-number.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "request", N_ ("At whose request"), "Xét đề nghị của Hội đồng thi đua - khen thưởng" },
  { "article-1",
    N_ ("Article 1"),
    "Khen thưởng {tập thể, cá nhân} đã có thành tích trong {phong trào} (có danh sách tại Phụ lục "
    "kèm theo)." },
  { "article-2",
    N_ ("Article 2"),
    "Tiền thưởng kèm theo được thực hiện theo quy định hiện hành, trích từ nguồn quỹ thi đua, khen "
    "thưởng của {cơ quan}." },
  { "article-3",
    N_ ("Article 3"),
    "Chánh Văn phòng, Trưởng các phòng, đơn vị và các tập thể, cá nhân có tên trong danh sách chịu "
    "trách nhiệm thi hành Quyết định này./." },
  { "recipients", N_ ("Recipients"), "Như Điều 3\nLãnh đạo cơ quan\nLưu: VT" },
  BV_DRAFT_SIGNATURE,
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
  { "Tập thể, cá nhân", 34, BV_ALIGN_LEFT },
  { "Chức vụ, đơn vị công tác", 38, BV_ALIGN_LEFT },
  { "Tiền thưởng (đồng)", 20, BV_ALIGN_RIGHT },
};

/* Only money that was frozen by the decision, for a form whose figure the office stands for. */
static gint64
get_money (const BvNominee *nominee)
{
  return nominee->confirmed && nominee->bonus > 0 ? nominee->bonus : -1;
}

static void
add_row (BvDocumentTable *table, const BvNominee *nominee, guint number)
{
  g_autofree char *tt = g_strdup_printf ("%u", number);
  g_autofree char *name = bv_draft_dup_cell (nominee->name);
  g_autofree char *post = bv_nominee_dup_post (nominee);
  g_autofree char *money = get_money (nominee) < 0 ? NULL
                                                   : bv_number_format_integer (get_money (nominee));

  bv_document_table_add_row (table, BV_ROW_PLAIN, (const char *[]){ tt, name, post, money });
}

static void
add_sum (BvDraft *draft, GPtrArray *nominees)
{
  gint64 sum = 0;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < nominees->len; i++) {
    gint64 money = get_money (g_ptr_array_index (nominees, i));
    if (money < 0)
      return; /* a sum of some would be taken for the sum of all */
    sum += money;
  }
  if (sum == 0)
    return;
  number = bv_number_format_integer (sum);
  words = bv_money_in_words (sum);
  bv_document_add_format (
      draft->document, BV_TEXT_BODY, "Tổng số tiền thưởng: %s đồng (Bằng chữ: %s).", number, words);
}

static void
add_list (BvDraft *draft, GPtrArray *nominees, const char *number, const char *day)
{
  BvDocumentTable *table;

  bv_document_add_annex (draft->document);
  bv_document_add_text (draft->document, BV_TEXT_TITLE, "Phụ lục");
  bv_document_add_text (draft->document, BV_TEXT_SUBJECT, "DANH SÁCH KHEN THƯỞNG");
  bv_document_add_format (draft->document,
                          BV_TEXT_CENTRE,
                          "<i>(Kèm theo Quyết định số %s %s của %s)</i>",
                          *number ? number : "……………",
                          day,
                          bv_record_get_text (draft->own, "name"));
  table = bv_document_add_table (draft->document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < nominees->len; i++) {
    const BvNominee *nominee = g_ptr_array_index (nominees, i);
    g_autofree char *group = bv_draft_dup_cell (nominee->award_form);
    if (bv_nominee_begins_group (nominees, i))
      bv_document_table_add_row (
          table, BV_ROW_GROUP, (const char * [G_N_ELEMENTS (columns)]){ group });
    add_row (table, nominee, i + 1);
  }
  add_sum (draft, nominees);
}

static void
add_article (BvDraft *draft, guint number, const char *sentence)
{
  g_autofree char *text = bv_draft_dup_sentence (draft, sentence);
  g_autofree char *markup = g_strdup_printf ("<b>Điều %u.</b> %s", number, text);

  bv_document_add_text (draft->document, BV_TEXT_ARTICLE, markup);
}

static void
add_authority (BvDraft *draft)
{
  g_autofree char *words = g_strdup_printf ("%s %s",
                                            bv_record_get_text (draft->own, "head_title"),
                                            bv_record_get_text (draft->own, "name"));
  g_autofree char *upper = bv_draft_dup_upper (words);

  bv_document_add_format (draft->document, BV_TEXT_TITLE, "%s", upper);
}

static gboolean
build (BvDraft *draft, GError **error)
{
  g_autoptr (BvRecord) decision = draft->about_id ? bv_office_load (
                                      draft->office, &bv_decision_kind, draft->about_id, error)
                                                  : bv_record_new (&bv_decision_kind);
  g_autoptr (GPtrArray) nominees = NULL;
  g_autofree char *request = bv_draft_dup_plain (draft, "request");
  g_autofree char *recipients = bv_draft_dup_plain (draft, "recipients");
  g_autofree char *day = NULL;
  const char *number;

  if (!decision)
    return FALSE;
  nominees = bv_nominee_load (
      draft, draft->about_id ? BV_NOMINEES_DECIDED : BV_NOMINEES_OWN, draft->about_id, error);
  if (!nominees)
    return FALSE;
  number = bv_record_get_text (decision, "number");
  day = bv_draft_dup_long_day (bv_record_get_text (decision, "issued_on"));
  bv_nominee_set_counts (draft, nominees);
  draft->document = bv_document_new (
      draft->about_id ? "Quyết định khen thưởng" : "Dự thảo Quyết định khen thưởng", FALSE);
  bv_draft_add_heading (draft, number, "QĐ", bv_record_get_text (decision, "issued_on"));
  bv_draft_add_title (
      draft, "QUYẾT ĐỊNH", "Về việc khen thưởng thành tích trong phong trào thi đua");
  add_authority (draft);
  bv_draft_add_bases (draft, request);
  bv_document_add_text (draft->document, BV_TEXT_TITLE, "QUYẾT ĐỊNH:");
  add_article (draft, 1, "article-1");
  add_article (draft, 2, "article-2");
  add_article (draft, 3, "article-3");
  bv_draft_sign (draft,
                 recipients,
                 bv_record_get_text (decision, "signer_title"),
                 bv_record_get_text (decision, "signer"));
  add_list (draft, nominees, number, day);
  return TRUE;
}

const BvDocumentType bv_decision_document = {
  .name = "decision",
  .title = N_ ("Draft decision"),
  .hint = N_ ("The decision and its list; a draft before there is a number"),
  .about = BV_ABOUT_DECISION,
  .blank = TRUE,
  .sentences = sentences,
  .placeholders = placeholders,
  .build = build,
};
