/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of official documents as data. */
#include "config.h"

#include "bv-layout-profile.h"

#define POINTS_PER_INCH 72.0
#define MILLIMETRES_PER_INCH 25.4

/* Times New Roman and the faces drawn to its measure that have the Vietnamese letters. */
static const char *const families[] = { "Times New Roman", "Liberation Serif", "Tinos", NULL };

/* clang-format off */
const BvLayoutProfile bv_layout_profile_decree_30 = {
  .name = "Nghị định 30/2020/NĐ-CP",
  .font = "Times New Roman",
  .families = families,
  .page_width = 210, .page_height = 297,
  .top = 20, .bottom = 20, .left = 30, .right = 15,
  .number_baseline = 13,
  .heading_left = 0.41,
  .signature_space = 24,
  .cell_padding_x = 4, .cell_padding_y = 2.5,
  .rule_width = 0.75, .grid_width = 0.5,
  .looks = {
    [BV_TEXT_SUPERIOR]   = { 12, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_ISSUER]     = { 12, .bold = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_NATION]     = { 12, .bold = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_MOTTO]      = { 13, .bold = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_NUMBER]     = { 13, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_PLACE]      = { 13, .italic = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_TITLE]      = { 14, .bold = TRUE, .align = BV_ALIGN_CENTRE, .before = 18, .pitch = 1.2, .keep = TRUE },
    [BV_TEXT_SUBJECT]    = { 14, .bold = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2, .keep = TRUE },
    [BV_TEXT_ADDRESSEE]  = { 14, .align = BV_ALIGN_CENTRE, .before = 12, .pitch = 1.25, .keep = TRUE },
    [BV_TEXT_BASIS]      = { 14, .italic = TRUE, .align = BV_ALIGN_JUSTIFY, .indent = 12.7, .before = 6, .pitch = 1.25 },
    [BV_TEXT_SECTION]    = { 14, .bold = TRUE, .align = BV_ALIGN_JUSTIFY, .indent = 12.7, .before = 6, .pitch = 1.25, .keep = TRUE },
    [BV_TEXT_BODY]       = { 14, .align = BV_ALIGN_JUSTIFY, .indent = 12.7, .before = 6, .pitch = 1.25 },
    [BV_TEXT_PLAIN]      = { 14, .align = BV_ALIGN_JUSTIFY, .before = 6, .pitch = 1.25 },
    [BV_TEXT_CENTRE]     = { 14, .align = BV_ALIGN_CENTRE, .before = 6, .pitch = 1.25, .keep = TRUE },
    [BV_TEXT_ARTICLE]    = { 14, .align = BV_ALIGN_JUSTIFY, .indent = 12.7, .before = 6, .pitch = 1.25 },
    [BV_TEXT_NOTE]       = { 12, .italic = TRUE, .align = BV_ALIGN_JUSTIFY, .before = 6, .pitch = 1.2 },
    [BV_TEXT_HEAD]       = { 12, .bold = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2, .keep = TRUE },
    [BV_TEXT_CELL]       = { 12, .align = BV_ALIGN_LEFT, .pitch = 1.2 },
    [BV_TEXT_GROUP]      = { 12, .bold = TRUE, .align = BV_ALIGN_LEFT, .pitch = 1.2, .keep = TRUE },
    [BV_TEXT_RECIPIENTS] = { 12, .bold = TRUE, .italic = TRUE, .align = BV_ALIGN_LEFT, .pitch = 1.2 },
    [BV_TEXT_RECIPIENT]  = { 11, .align = BV_ALIGN_LEFT, .pitch = 1.2 },
    [BV_TEXT_AUTHORITY]  = { 14, .bold = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_SIGN_NOTE]  = { 13, .italic = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_SIGNER]     = { 14, .bold = TRUE, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
    [BV_TEXT_PAGE_NUMBER]= { 14, .align = BV_ALIGN_CENTRE, .pitch = 1.2 },
  },
};
/* clang-format on */

double
bv_layout_profile_points (double millimetres)
{
  return millimetres * POINTS_PER_INCH / MILLIMETRES_PER_INCH;
}

BvLayoutProfile
bv_layout_profile_scale (const BvLayoutProfile *profile, double scale)
{
  BvLayoutProfile scaled = *profile;

  for (guint i = 0; i < BV_N_TEXT_STYLES; i++) {
    scaled.looks[i].size *= scale;
    scaled.looks[i].before *= scale;
  }
  return scaled;
}
