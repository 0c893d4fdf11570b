/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is watched once the places of an award form are filled: too many leaders, too many of one
 * department. Told, never enforced. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** BvQuotaPlace: an individual who has a place. */
typedef struct
{
  gint64 department_id; /* 0: of none */
  gboolean leader;
} BvQuotaPlace;

/**
 * BvQuotaExcess: a limit that is passed.
 * @department_id: 0 for the share of leaders
 * @n: those who have places
 * @most: those who should, at most
 */
typedef struct
{
  gint64 department_id;
  guint n;
  guint most;
} BvQuotaExcess;

/**
 * bv_quota_limits_check:
 * @places: (array length=n_places): all who are taken for one award form
 * @leaders_percent: the most leaders among them, -1 for no limit
 * @department_places: the most of one department, -1 for no limit
 *
 * Returns: (transfer full): BvQuotaExcess; leaders first, then departments as they come. The share
 * of leaders is a whole number of places, rounded down.
 */
GArray *bv_quota_limits_check (const BvQuotaPlace *places,
                               guint n_places,
                               gint64 leaders_percent,
                               gint64 department_places);

G_END_DECLS
