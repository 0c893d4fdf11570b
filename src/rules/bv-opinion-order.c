/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks by value, and the walk to the boundary that never cuts a tie. */
#include "config.h"

#include "bv-opinion-order.h"

#include <string.h>

typedef struct
{
  const BvFraction *values;
  const guint *official; /* nullable */
} Order;

static int
compare_subjects (const Order *order, guint a, guint b)
{
  int by_value = bv_fraction_compare (order->values[b], order->values[a]);

  if (by_value != 0 || order->official == NULL)
    return by_value;
  return (order->official[a] > order->official[b]) - (order->official[a] < order->official[b]);
}

static int
compare_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  return compare_subjects (data, *(const guint *) first, *(const guint *) second);
}

static void
sort (Order *order, guint *subjects, guint n)
{
  g_qsort_with_data (subjects, (int) n, sizeof *subjects, compare_cb, order);
}

void
bv_opinion_order_rank (const BvFraction *values, const guint *official, guint n, guint *ranks)
{
  Order order = { values, official };
  g_autofree guint *sorted = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    sorted[i] = i;
  sort (&order, sorted, n);
  for (guint i = 0; i < n; i++)
    ranks[sorted[i]] = i > 0 && compare_subjects (&order, sorted[i - 1], sorted[i]) == 0
                           ? ranks[sorted[i - 1]]
                           : i + 1;
}

void
bv_opinion_order_take (const BvFraction *values,
                       const guint *official,
                       const guint *pool,
                       guint n_pool,
                       gint64 cap,
                       BvOpinionSide *sides)
{
  Order order = { values, official };
  g_autofree guint *sorted = g_memdup2 (pool, n_pool * sizeof *pool);
  gint64 left = MAX (cap, 0);

  sort (&order, sorted, n_pool);
  for (guint first = 0, end; first < n_pool; first = end) {
    BvOpinionSide side = BV_OPINION_OUTSIDE;

    for (end = first + 1;
         end < n_pool && compare_subjects (&order, sorted[first], sorted[end]) == 0;)
      end++;
    if (left > 0)
      side = end - first <= left ? BV_OPINION_INSIDE : BV_OPINION_OPEN;
    left = side == BV_OPINION_INSIDE ? left - (end - first) : 0;
    for (guint i = first; i < end; i++)
      sides[sorted[i]] = side;
  }
}
