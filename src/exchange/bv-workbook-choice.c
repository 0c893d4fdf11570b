/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the sheets, and whether one is wanted. */
#include "config.h"

#include "bv-workbook-choice.h"

#include "bv-fold.h"

static const struct
{
  const char *code, *name;
} sheets[BV_N_WORKBOOK_SHEETS] = {
  [BV_WORKBOOK_COLLECTIVES] = { "collectives", "Đề nghị - Tập thể" },
  [BV_WORKBOOK_INDIVIDUALS] = { "individuals", "Đề nghị - Cá nhân" },
  [BV_WORKBOOK_SCORES] = { "scores", "Bảng điểm" },
  [BV_WORKBOOK_STAGES] = { "stages", "Tự chấm - Thẩm định" },
  [BV_WORKBOOK_ELIGIBILITY] = { "eligibility", "Điều kiện" },
  [BV_WORKBOOK_QUOTA] = { "quota", "Tỷ lệ" },
  [BV_WORKBOOK_VOTES] = { "votes", "Kết quả bỏ phiếu" },
  [BV_WORKBOOK_EVIDENCE] = { "evidence", "Minh chứng" },
  [BV_WORKBOOK_FIRMNESS] = { "firmness", "Độ vững" },
  [BV_WORKBOOK_SUMMARY] = { "summary", "Tổng hợp" },
  [BV_WORKBOOK_INFO] = { "info", "Thông tin" },
};

const char *
bv_workbook_choice_name_sheet (BvWorkbookSheet sheet)
{
  return sheets[sheet].name;
}

int
bv_workbook_choice_find_sheet (const char *word)
{
  g_autofree char *folded = bv_fold (word);

  for (int i = 0; i < BV_N_WORKBOOK_SHEETS; i++) {
    g_autofree char *name = bv_fold (sheets[i].name);

    if (g_str_equal (folded, sheets[i].code) || g_str_equal (folded, name))
      return i;
  }
  return -1;
}

gboolean
bv_workbook_choice_has_sheet (const BvWorkbookChoice *self, BvWorkbookSheet sheet)
{
  return !self || (self->sheets & (1u << sheet)) != 0;
}

gboolean
bv_workbook_choice_has_form (const BvWorkbookChoice *self, gint64 award_form_id)
{
  if (!self || !self->forms)
    return TRUE;
  for (guint i = 0; i < self->forms->len; i++)
    if (g_array_index (self->forms, gint64, i) == award_form_id)
      return TRUE;
  return FALSE;
}
