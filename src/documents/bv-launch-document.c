/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phát động: the launch notice, from the movement's own data. */
#include "config.h"

#include "bv-draft.h"
#include "bv-query.h"

#include <glib/gi18n-lib.h>

static const BvSentence sentences[] = {
  { "opening",
    N_ ("Opening"),
    "{cơ quan} phát động phong trào thi đua tới toàn thể công chức, viên chức, người lao động với "
    "những nội dung sau đây:" },
  { "period",
    N_ ("Period"),
    "Phong trào thi đua được thực hiện từ ngày {từ ngày} đến hết ngày {đến ngày}." },
  { "work",
    N_ ("How it is carried out"),
    "1. Các phòng, đơn vị phổ biến nội dung phong trào đến từng công chức, viên chức, người lao "
    "động; tổ chức đăng ký thi đua, theo dõi việc thực hiện và gửi kết quả kèm minh chứng về Văn "
    "phòng đúng thời hạn.\n"
    "2. Văn phòng theo dõi, kiểm tra, tổng hợp kết quả; tham mưu việc sơ kết, tổng kết phong "
    "trào.\n"
    "3. Hội đồng thi đua - khen thưởng xét chọn tập thể, cá nhân tiêu biểu, trình {chức danh} "
    "khen thưởng theo thẩm quyền." },
  { "closing",
    N_ ("Closing"),
    "Đề nghị các phòng, đơn vị và mỗi công chức, viên chức, người lao động của {cơ quan} tích cực "
    "hưởng ứng, thực hiện tốt phong trào thi đua./." },
  BV_DRAFT_SIGNATURE,
  { NULL },
};

static guint
begin_section (BvDraft *draft, guint number, const char *title)
{
  static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI" };

  bv_document_add_format (draft->document, BV_TEXT_SECTION, "%s. %s", romans[number], title);
  return number + 1;
}

/* What is missing is left to be written by hand. */
static void
add_text (BvDraft *draft, const char *text, const char *mark)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!*text)
    bv_document_add_dots (draft->document, 2);
  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]))
      bv_document_add_format (draft->document,
                              BV_TEXT_BODY,
                              "%s%s",
                              g_str_has_prefix (lines[i], "-") ? "" : mark,
                              lines[i]);
}

static void
add_criterion (BvDraft *draft, BvRecord *criterion)
{
  const char *label = bv_record_get_text (criterion, "label");
  const char *content = bv_record_get_text (criterion, "content");

  bv_document_add_format (draft->document,
                          BV_TEXT_BODY,
                          "%s%s%s",
                          label,
                          *label ? " " : "",
                          *content ? content : bv_record_get_text (criterion, "title"));
}

static gboolean
add_criteria (BvDraft *draft, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_criterion_kind);
  g_autoptr (GArray) ids = NULL;

  query->movement_id = draft->movement_id;
  ids = bv_query_run (query, draft->office, error);
  if (!ids)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) criterion = bv_office_load (
        draft->office, &bv_criterion_kind, g_array_index (ids, gint64, i), error);
    if (!criterion)
      return FALSE;
    add_criterion (draft, criterion);
  }
  if (ids->len == 0)
    bv_document_add_dots (draft->document, 3);
  return TRUE;
}

static gboolean
build (BvDraft *draft, GError **error)
{
  BvRecord *movement = draft->movement;
  guint n = 0;

  draft->document = bv_document_new ("Phát động phong trào thi đua", FALSE);
  bv_draft_add_heading (draft,
                        bv_record_get_text (movement, "document_number"),
                        "PĐ",
                        bv_record_get_text (movement, "issued_on"));
  bv_draft_add_title (draft, "PHÁT ĐỘNG", bv_record_get_text (movement, "title"));
  bv_draft_add_bases (draft, NULL);
  bv_draft_say (draft, BV_TEXT_BODY, "opening");
  n = begin_section (draft, n, "CHỦ ĐỀ THI ĐUA");
  add_text (draft, bv_record_get_text (movement, "theme"), "");
  n = begin_section (draft, n, "MỤC TIÊU THI ĐUA");
  add_text (draft, bv_record_get_text (movement, "aims"), "- ");
  n = begin_section (draft, n, "NỘI DUNG THI ĐUA");
  if (!add_criteria (draft, error))
    return FALSE;
  n = begin_section (draft, n, "THỜI GIAN THI ĐUA");
  bv_draft_say (draft, BV_TEXT_BODY, "period");
  begin_section (draft, n, "TỔ CHỨC THỰC HIỆN");
  bv_draft_say (draft, BV_TEXT_BODY, "work");
  bv_draft_say (draft, BV_TEXT_BODY, "closing");
  bv_draft_sign (draft, bv_record_get_text (movement, "recipients"), NULL, NULL);
  return TRUE;
}

const BvDocumentType bv_launch_document = {
  .name = "launch",
  .title = N_ ("Launch notice"),
  .hint = N_ ("The movement as it is announced: theme, aims, contents, period"),
  .about = BV_ABOUT_MOVEMENT,
  .sentences = sentences,
  .build = build,
};
