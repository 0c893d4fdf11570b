/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of all rows of a list, kept until something is changed: filters and words typed into
 * the search are then picked out of it without reading it again. */
#include "config.h"

#include "bv-query-private.h"

/* Fewer are read again at once. */
#define WORTH_KEEPING 1000

typedef struct
{
  const BvKind *kind;
  gint64 movement_id;
  char *order;      /* SQL */
  gint64 n_changes; /* through this connection */
  gint64 version;   /* by others */
  GArray *ids;
} Order;

static void
free_order (gpointer data)
{
  Order *self = data;

  g_array_unref (self->ids);
  g_free (self->order);
  g_free (self);
}

static gboolean
is_up_to_date (const Order *kept, const Order *asked)
{
  return kept && kept->kind == asked->kind && kept->movement_id == asked->movement_id
         && g_str_equal (kept->order, asked->order) && kept->n_changes == asked->n_changes
         && kept->version == asked->version;
}

/* What is rolled back later was never counted: in a transaction nothing is kept. */
static void
keep (BvOffice *office, const Order *asked, GArray *ids)
{
  Order *self;

  if (ids->len < WORTH_KEEPING || bv_database_in_transaction (bv_office_get_database (office)))
    return;
  self = g_new (Order, 1);
  *self = *asked;
  self->order = g_strdup (asked->order);
  self->ids = g_array_ref (ids);
  g_object_set_data_full (G_OBJECT (office), "bv-query-order", self, free_order);
}

GArray *
_bv_query_run_all (const BvQuery *query, BvOffice *office, const char *order, GError **error)
{
  g_autoptr (GArray) no_filters = g_array_new (FALSE, TRUE, sizeof (BvFilter));
  BvQuery all = { .kind = query->kind, .movement_id = query->movement_id, .filters = no_filters };
  BvDatabase *database = bv_office_get_database (office);
  Order *kept = g_object_get_data (G_OBJECT (office), "bv-query-order");
  Order asked = {
    query->kind, query->movement_id, (char *) order, bv_database_get_total_changes (database)
  };
  GArray *ids;

  if (!bv_database_get_version (database, &asked.version, error))
    return NULL;
  if (is_up_to_date (kept, &asked) && !bv_database_in_transaction (database))
    return g_array_ref (kept->ids);
  ids = _bv_query_run_ordered (&all, office, order, error);
  if (ids)
    keep (office, &asked, ids);
  return ids;
}
