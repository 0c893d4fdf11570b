/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a rank to what it rests on. */
#include "config.h"

#include "bv-ranking-proof.h"

#include "bv-query.h"

/* The earliest of those that a query is narrowed to; 0 when there is none. */
static gint64
find_first (BvQuery *query, BvOffice *office)
{
  g_autoptr (GArray) ids = bv_query_run (query, office, NULL);

  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

/* What counts is shown first. */
gint64
bv_ranking_proof_find (BvOffice *office, gint64 movement_id, gint64 subject_id)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  const BvField *status = bv_kind_find_field (&bv_achievement_kind, "status");
  g_auto (BvValue) value = BV_VALUE_INIT;
  gint64 id;

  query->movement_id = movement_id;
  query->descending = bv_achievement_kind.order_descending; /* the other way round */
  bv_value_set_integer (&value, subject_id);
  bv_query_set_filter (query, bv_kind_find_field (&bv_achievement_kind, "subject_id"), &value);
  bv_value_set_text (&value, "verified");
  bv_query_set_filter (query, status, &value);
  id = find_first (query, office);
  if (id != 0)
    return id;
  bv_query_set_filter (query, status, NULL);
  return find_first (query, office);
}
