/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits that the filled places of an award form pass: told before the vote, never enforced. */
#pragma once
#include "bv-assessment.h"
#include "bv-quota-limits.h"

G_BEGIN_DECLS

/** BvQuotaWarning: strings are borrowed from the assessment. */
typedef struct
{
  gint64 award_form_id;
  const char *award_form;
  const char *department; /* "" for the share of leaders */
  guint n_taken;          /* individuals with a place for the form */
  BvQuotaExcess excess;
} BvQuotaWarning;

/** bv_quota_warning_list: (transfer full): BvQuotaWarning, by form in the order of the quotas. */
GArray *bv_quota_warning_list (BvAssessment *assessment);
/** bv_quota_warning_describe: in a sentence, which begins with the form; owned. */
char *bv_quota_warning_describe (const BvQuotaWarning *self);

G_END_DECLS
