/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a subject stands with the quotas of the movement, in one word. */
#include "config.h"

#include "bv-standing.h"

#include <glib/gi18n-lib.h>

/* From best to worst for whoever looks at one subject. */
static const struct
{
  BvQuotaOutcome outcome;
  const char *label;
  const char *tone;
} standings[] = {
  { BV_QUOTA_TAKEN, N_ ("Proposed"), "success" },
  { BV_QUOTA_BOUNDARY, N_ ("Council decides"), "warning" },
  { BV_QUOTA_ALTERNATE, N_ ("Alternate"), "accent" },
  { BV_QUOTA_NOT_ELIGIBLE, N_ ("Not eligible"), "error" },
  { BV_QUOTA_DECLINED, N_ ("Taken off the list"), "error" },
  { BV_QUOTA_HIGHER_FORM, N_ ("Has a higher form"), NULL },
  { BV_QUOTA_OTHER_QUOTA, N_ ("Has a place by another quota"), NULL },
  { BV_QUOTA_NOT_TAKEN, N_ ("Outside the quota"), NULL },
  { BV_QUOTA_NOT_RANKED, N_ ("Points missing"), NULL },
};

static guint
find_order (BvQuotaOutcome outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    if (standings[i].outcome == outcome)
      return i;
  g_assert_not_reached ();
}

gboolean
bv_standing_find_in (const BvQuotaLine *line, guint index, BvQuotaOutcome *outcome)
{
  for (guint i = 0; i < line->n_outcomes; i++)
    if (line->subjects[i] == index) {
      *outcome = line->outcomes[i];
      return TRUE;
    }
  return FALSE;
}

BvStanding
bv_standing_find (BvAssessment *assessment, guint index)
{
  const BvAssessed *assessed = bv_assessment_get_subject (assessment, index);
  BvStanding standing = { BV_QUOTA_NOT_TAKEN, NULL };

  if (!assessed->total.complete)
    standing.outcome = BV_QUOTA_NOT_RANKED;
  else if (!assessed->eligible)
    standing.outcome = BV_QUOTA_NOT_ELIGIBLE;
  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);
    BvQuotaOutcome outcome;

    if (!bv_standing_find_in (line, index, &outcome))
      continue;
    if (standing.award_form == NULL || find_order (outcome) < find_order (standing.outcome)) {
      standing.outcome = outcome;
      standing.award_form = line->award_form;
    }
  }
  return standing;
}

const char *
bv_standing_get_label (BvQuotaOutcome outcome)
{
  return _ (standings[find_order (outcome)].label);
}

const char *
bv_standing_get_tone (BvQuotaOutcome outcome)
{
  return standings[find_order (outcome)].tone;
}

const char *
bv_standing_get_band_tone (BvBand band)
{
  if (band == BV_BAND_EXCELLENT)
    return "success";
  if (band == BV_BAND_GOOD)
    return "accent";
  return band == BV_BAND_NOT_COMPLETED ? "error" : NULL;
}
