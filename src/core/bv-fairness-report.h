/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands and who is inside the quotas of a movement: women, direct workers, departments, those
 * rewarded lately. */
#pragma once
#include "bv-assessment.h"
#include "bv-fairness.h"

G_BEGIN_DECLS

#define BV_FAIRNESS_YEARS 3

typedef enum {
  BV_FAIRNESS_ALL,
  BV_FAIRNESS_WOMEN,
  BV_FAIRNESS_DIRECT, /* who do not lead */
  BV_FAIRNESS_LEADERS,
  BV_FAIRNESS_RECENT, /* rewarded within the last years */
  BV_FAIRNESS_DEPARTMENT,
} BvFairnessGroup;

/** BvFairnessLine: @name is the department's, "" for other groups; borrowed. */
typedef struct
{
  BvFairnessGroup group;
  const char *name;
  BvFairnessCount count;
} BvFairnessLine;

typedef struct BvFairnessReport BvFairnessReport;

/** bv_fairness_report_load: of the individuals of @assessment, which is of
 * @movement_id; borrows from it. */
BvFairnessReport *bv_fairness_report_load (BvOffice *office,
                                           BvAssessment *assessment,
                                           gint64 movement_id,
                                           GError **error);
void bv_fairness_report_free (BvFairnessReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFairnessReport, bv_fairness_report_free)
/** bv_fairness_report_get_line: the first is that of all candidates; departments come last. */
guint bv_fairness_report_get_n_lines (const BvFairnessReport *self);
const BvFairnessLine *bv_fairness_report_get_line (const BvFairnessReport *self, guint index);

G_END_DECLS
