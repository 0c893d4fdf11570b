/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that were changed keep their place in a list until it is sorted again: none jumps away from
 * under the cursor. */
#include "config.h"

#include "bv-record-order.h"

#define N_BITS 4096

typedef enum { UNTOUCHED, STAYS, GOES, COMES } Fate;

struct BvRecordOrder
{
  GHashTable *fates; /* owned: id -> Fate */
  /* Most rows of a long list are not in the table: a bit for some of their ids says so at once. */
  guint64 bits[N_BITS / 64];
};

static guint
get_bit (gint64 id)
{
  return (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 52);
}

static Fate
get_fate (const BvRecordOrder *self, gint64 id)
{
  guint bit = get_bit (id);

  if (!(self->bits[bit / 64] & (G_GUINT64_CONSTANT (1) << (bit % 64))))
    return UNTOUCHED;
  return GPOINTER_TO_INT (g_hash_table_lookup (self->fates, &id));
}

static void
set_fate (BvRecordOrder *self, gint64 id, Fate fate)
{
  guint bit = get_bit (id);

  self->bits[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
  g_hash_table_insert (self->fates, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (fate));
}

BvRecordOrder *
bv_record_order_new (void)
{
  BvRecordOrder *self = g_new0 (BvRecordOrder, 1);

  self->fates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
bv_record_order_free (BvRecordOrder *self)
{
  g_hash_table_unref (self->fates);
  g_free (self);
}

void
bv_record_order_forget (BvRecordOrder *self)
{
  g_hash_table_remove_all (self->fates);
  memset (self->bits, 0, sizeof self->bits);
}

void
bv_record_order_note (BvRecordOrder *self, const BvKind *kind, GPtrArray *changes, BvIdList *shown)
{
  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = g_ptr_array_index (changes, i);

    if (change->kind != kind)
      continue;
    if (change->type == BV_CHANGE_DELETE)
      set_fate (self, change->id, GOES);
    else
      set_fate (self, change->id, bv_id_list_find (shown, change->id) != G_MAXUINT ? STAYS : COMES);
  }
}

/* Takes from @fresh what comes before @id, then @id itself; FALSE when something else stands
 * there. */
static gboolean
take_until (const BvRecordOrder *self, GArray *kept, GArray *fresh, guint *next, gint64 id)
{
  for (; *next < fresh->len; (*next)++) {
    gint64 other = g_array_index (fresh, gint64, *next);
    Fate fate = get_fate (self, other);

    if (fate == STAYS)
      continue;
    if (fate != COMES && other != id)
      return FALSE;
    g_array_append_val (kept, other);
    if (other != id)
      continue;
    (*next)++;
    return TRUE;
  }
  return id == 0;
}

/* Once in the list a row stays like the others. */
static void
settle (BvRecordOrder *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->fates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (GPOINTER_TO_INT (value) != STAYS)
      g_hash_table_iter_remove (&iter);
}

GArray *
bv_record_order_keep (BvRecordOrder *self, BvIdList *shown, GArray *fresh)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (shown)), next = 0;
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (gint64), fresh->len);

  for (guint i = 0; i < n; i++) {
    gint64 id = bv_id_list_get_id (shown, i);
    Fate fate = get_fate (self, id);

    if (fate == STAYS)
      g_array_append_val (kept, id);
    else if (fate != GOES && !take_until (self, kept, fresh, &next, id))
      return NULL;
  }
  if (!take_until (self, kept, fresh, &next, 0))
    return NULL;
  settle (self);
  return g_steal_pointer (&kept);
}
