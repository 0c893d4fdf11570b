/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bonus money that goes with the proposals of a movement, by award form. */
#pragma once
#include "bv-office.h"
#include "bv-rule-pack.h"

G_BEGIN_DECLS

/** BvBonusLine: proposals for one award form. */
typedef struct
{
  char *award_form;
  guint n;            /* proposals inside the quota */
  gint64 coefficient; /* thousandths */
  gint64 amount;      /* đồng for one; -1 when it is not known */
  gboolean confirmed; /* the office confirmed the coefficient */
} BvBonusLine;

typedef struct
{
  BvRulePack *pack;   /* of the movement */
  gint64 base_salary; /* đồng on the day, -1 when it is not known */
  const char *source; /* legal text that sets it, nullable */
  gint64 total;       /* đồng, of what is known */
  gboolean confirmed; /* every coefficient is */
  GArray *lines;      /* BvBonusLine */
} BvBonusEstimate;

/** bv_bonus_estimate_load: as if decided on @day (ISO). */
BvBonusEstimate *
bv_bonus_estimate_load (BvOffice *office, gint64 movement_id, const char *day, GError **error);
void bv_bonus_estimate_free (BvBonusEstimate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBonusEstimate, bv_bonus_estimate_free)
/** bv_bonus_estimate_describe: "6 × 760.000 đ = 4.560.000 đ (0,3 × 2.530.000)"; owned. */
char *bv_bonus_estimate_describe (const BvBonusEstimate *self, const BvBonusLine *line);

G_END_DECLS
