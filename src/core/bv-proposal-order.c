/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving a proposal up and down among those for the same award form. */
#include "config.h"

#include "bv-proposal-order.h"

#include "bv-history.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static const char group_sql[]
    = "SELECT p.id, coalesce (p.position, 0) FROM proposal p, proposal own"
      " WHERE own.id = ?1 AND p.movement_id = own.movement_id"
      " AND p.award_form_id = own.award_form_id ORDER BY p.position, p.id";

typedef struct
{
  gint64 id;
  gint64 position;
} Place;

static GArray *
load_group (BvOffice *office, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), group_sql, error);
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (Place));
  BvStep step;

  if (statement == NULL)
    return NULL;
  bv_statement_bind_integer (statement, 1, id);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    Place place = { bv_statement_get_integer (statement, 0),
                    bv_statement_get_integer (statement, 1) };
    g_array_append_val (group, place);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&group) : NULL;
}

/* Rows typed by hand may share a position or have none: then the whole group is counted through. */
static void
make_distinct (GArray *group)
{
  for (guint i = 0; i < group->len; i++) {
    Place *place = &g_array_index (group, Place, i);
    gint64 least = i > 0 ? g_array_index (group, Place, i - 1).position + 1 : 1;

    place->position = MAX (place->position, least);
  }
}

static gboolean
write_places (BvOffice *office, GArray *group, GError **error)
{
  for (guint i = 0; i < group->len; i++) {
    const Place *place = &g_array_index (group, Place, i);
    g_autoptr (BvRecord) proposal = bv_office_load (office, &bv_proposal_kind, place->id, error);

    if (proposal == NULL)
      return FALSE;
    bv_record_set_integer (proposal, "position", place->position);
    if (bv_record_is_changed (proposal, NULL) && !bv_office_save (office, proposal, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
swap (GArray *group, gint64 id, int direction)
{
  for (guint i = 0; i < group->len; i++) {
    Place *own = &g_array_index (group, Place, i);
    Place *other;
    gint64 position;

    if (own->id != id)
      continue;
    if ((direction < 0 && i == 0) || (direction > 0 && i + 1 == group->len))
      return FALSE;
    other = &g_array_index (group, Place, direction < 0 ? i - 1 : i + 1);
    position = own->position;
    own->position = other->position;
    other->position = position;
    return TRUE;
  }
  return FALSE;
}

gboolean
bv_proposal_order_move (BvOffice *office, gint64 id, int direction, GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  g_autoptr (GArray) group = load_group (office, id, error);

  if (group == NULL)
    return FALSE;
  make_distinct (group);
  if (!swap (group, id, direction))
    return TRUE;
  if (!bv_history_begin (history, _ ("Change the order of proposals"), error))
    return FALSE;
  if (!write_places (office, group, error)) {
    bv_history_abort (history);
    return FALSE;
  }
  return bv_history_commit (history, error);
}
