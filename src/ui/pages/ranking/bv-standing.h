/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a subject stands with the quotas of the movement, in one word. */
#pragma once
#include "bv-assessment.h"

G_BEGIN_DECLS

/** BvStanding: the best outcome among all quotas; @award_form is borrowed, %NULL where no quota
 * names the subject. */
typedef struct
{
  BvQuotaOutcome outcome;
  const char *award_form;
} BvStanding;

/** bv_standing_find: of subject @index. */
BvStanding bv_standing_find (BvAssessment *assessment, guint index);
/** bv_standing_find_in: of subject @index in one quota; %FALSE when it is not in that list. */
gboolean bv_standing_find_in (const BvQuotaLine *line, guint index, BvQuotaOutcome *outcome);
/** bv_standing_get_label: translated word for a pill; borrowed. */
const char *bv_standing_get_label (BvQuotaOutcome outcome);
/** bv_standing_get_tone: of the pill, nullable. */
const char *bv_standing_get_tone (BvQuotaOutcome outcome);
/** bv_standing_get_band_tone: of the pill with the band, nullable. */
const char *bv_standing_get_band_tone (BvBand band);

G_END_DECLS
