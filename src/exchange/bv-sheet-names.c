/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that several sheets use, in Vietnamese whatever the window speaks. */
#include "config.h"

#include "bv-sheet.h"

const char *
bv_sheet_name_band (BvBand band)
{
  static const char *const names[] = {
    "", "Không hoàn thành", "Hoàn thành", "Hoàn thành tốt", "Hoàn thành xuất sắc"
  };

  return names[band];
}

const char *
bv_sheet_name_department (const BvAssessed *subject)
{
  return subject && *subject->department ? subject->department : "(chưa rõ đơn vị)";
}

const char *
bv_sheet_name_sex (const BvAssessed *subject)
{
  if (subject && g_str_equal (subject->sex, "female"))
    return "Nữ";
  return subject && g_str_equal (subject->sex, "male") ? "Nam" : "Chưa rõ";
}

const char *
bv_sheet_name_list (const BvAssessed *subject)
{
  return subject && subject->list == BV_RANK_LEADERS ? "Lãnh đạo" : "Không giữ chức vụ";
}

/* What is no longer asked for is told by its state. */
const char *
bv_sheet_name_standing (const char *outcome, const char *state)
{
  static const char *const words[][2] = {
    { "proposed", BV_SHEET_PROPOSED }, { "boundary", "Hội đồng quyết định" },
    { "alternate", "Dự khuyết" },      { "outside", "Ngoài chỉ tiêu" },
    { "ended", "Đưa khỏi danh sách" },
  };

  if (g_str_equal (state, "withdrawn"))
    return "Đã rút";
  if (g_str_equal (state, "refused"))
    return "Không duyệt";
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (outcome, words[i][0]))
      return words[i][1];
  return BV_SHEET_PROPOSED;
}
