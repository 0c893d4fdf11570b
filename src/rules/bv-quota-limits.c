/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting leaders and departments among those who have places. */
#include "config.h"

#include "bv-quota-limits.h"

static void
check_leaders (const BvQuotaPlace *places, guint n_places, gint64 percent, GArray *found)
{
  BvQuotaExcess excess = { .most = (guint) (n_places * percent / 100) };

  for (guint i = 0; i < n_places; i++)
    excess.n += places[i].leader ? 1 : 0;
  if (excess.n > excess.most)
    g_array_append_val (found, excess);
}

static gboolean
is_counted (const BvQuotaPlace *places, guint index)
{
  for (guint i = 0; i < index; i++)
    if (places[i].department_id == places[index].department_id)
      return TRUE;
  return places[index].department_id == 0;
}

static void
check_departments (const BvQuotaPlace *places, guint n_places, guint most, GArray *found)
{
  for (guint i = 0; i < n_places; i++) {
    BvQuotaExcess excess = { places[i].department_id, 0, most };

    if (is_counted (places, i))
      continue;
    for (guint j = i; j < n_places; j++)
      excess.n += places[j].department_id == excess.department_id ? 1 : 0;
    if (excess.n > most)
      g_array_append_val (found, excess);
  }
}

GArray *
bv_quota_limits_check (const BvQuotaPlace *places,
                       guint n_places,
                       gint64 leaders_percent,
                       gint64 department_places)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BvQuotaExcess));

  if (leaders_percent >= 0)
    check_leaders (places, n_places, leaders_percent, found);
  if (department_places >= 0)
    check_departments (places, n_places, (guint) department_places, found);
  return found;
}
