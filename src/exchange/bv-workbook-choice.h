/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the workbook is wanted: which sheets, which award forms, one file or one for each form.
 */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* In the order of the workbook. */
typedef enum {
  BV_WORKBOOK_COLLECTIVES,
  BV_WORKBOOK_INDIVIDUALS,
  BV_WORKBOOK_SCORES,
  BV_WORKBOOK_STAGES,
  BV_WORKBOOK_ELIGIBILITY,
  BV_WORKBOOK_QUOTA,
  BV_WORKBOOK_VOTES,
  BV_WORKBOOK_EVIDENCE,
  BV_WORKBOOK_FIRMNESS,
  BV_WORKBOOK_SUMMARY,
  BV_WORKBOOK_INFO,
  BV_N_WORKBOOK_SHEETS,
} BvWorkbookSheet;

#define BV_WORKBOOK_ALL_SHEETS ((1u << BV_N_WORKBOOK_SHEETS) - 1)

/**
 * BvWorkbookChoice:
 * @sheets: bits, 1 << BvWorkbookSheet
 * @forms: (element-type gint64) (nullable): award forms; %NULL = all
 * @split: one file for each award form
 */
typedef struct
{
  guint sheets;
  GArray *forms;
  gboolean split;
} BvWorkbookChoice;

/** bv_workbook_choice_name_sheet: as the workbook calls it, in Vietnamese. */
const char *bv_workbook_choice_name_sheet (BvWorkbookSheet sheet);
/** bv_workbook_choice_find_sheet: by code or by name, accents aside; -1 when there is none. */
int bv_workbook_choice_find_sheet (const char *word);
gboolean bv_workbook_choice_has_sheet (const BvWorkbookChoice *self, BvWorkbookSheet sheet);
gboolean bv_workbook_choice_has_form (const BvWorkbookChoice *self, gint64 award_form_id);

G_END_DECLS
