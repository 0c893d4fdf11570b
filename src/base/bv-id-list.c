/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list model over an ordered array of row ids; the rows themselves are loaded in blocks when
 * looked at. */
#include "config.h"

#include "bv-id-list.h"

#define BLOCK_ROWS 128
#define CACHED_ROWS 4096
/* A longer differing middle is a new order or filter. GTK looks for every removed row among all
 * added ones, so such a list is emptied and filled instead. */
#define LARGE_MIDDLE 1000
/* Going through a million ids takes half a millisecond, an index of them a hundred. */
#define SCANS_BEFORE_INDEX 16

/* A row somebody may hold. While cached we own the item, otherwise we only watch it. */
typedef struct
{
  BvIdList *list;
  gint64 id;
  GObject *item;
  gboolean cached;
  gboolean stale; /* was out of the list meanwhile: bring up to date before showing again */
  GList link;
} Row;

struct _BvIdList
{
  GObject parent_instance;

  GArray *ids;           /* gint64 */
  GHashTable *positions; /* id -> position; keys point into ids; NULL until needed */
  guint n_scans;

  GHashTable *rows; /* id -> Row, owned; keys point into the rows */
  GQueue cached;    /* the last looked at first */

  GType item_type;
  BvIdListLoad load;
  BvIdListRefresh refresh;
  gpointer data;
  GDestroyNotify destroy;
};

static void bv_id_list_model_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (BvIdList,
                         bv_id_list,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bv_id_list_model_init))

static void
item_gone_cb (gpointer data, GObject *gone)
{
  Row *row = data;

  g_hash_table_remove (row->list->rows, &row->id);
  g_free (row);
}

static void
drop_from_cache (BvIdList *self, Row *row)
{
  if (!row->cached)
    return;
  row->cached = FALSE;
  g_queue_unlink (&self->cached, &row->link);
  /* Frees the row too when nobody else holds the item. */
  g_object_unref (row->item);
}

static void
keep_in_cache (BvIdList *self, Row *row)
{
  if (row->cached) {
    g_queue_unlink (&self->cached, &row->link);
  } else {
    row->cached = TRUE;
    g_object_ref (row->item);
  }
  g_queue_push_head_link (&self->cached, &row->link);
  if (self->cached.length > CACHED_ROWS)
    drop_from_cache (self, g_queue_peek_tail (&self->cached));
}

/* Takes over the reference to @item. */
static void
add_row (BvIdList *self, gint64 id, GObject *item)
{
  Row *row = g_new0 (Row, 1);

  row->list = self;
  row->id = id;
  row->item = item;
  row->link.data = row;
  g_object_weak_ref (item, item_gone_cb, row);
  g_hash_table_insert (self->rows, &row->id, row);
  keep_in_cache (self, row);
  g_object_unref (item);
}

static void
load_block (BvIdList *self, guint position)
{
  gint64 wanted[BLOCK_ROWS] = { 0 };
  GObject *items[BLOCK_ROWS] = { NULL };
  guint n_wanted = 0;
  guint start = position - position % BLOCK_ROWS;
  guint end = MIN (start + BLOCK_ROWS, self->ids->len);

  for (guint i = start; i < end; i++) {
    gint64 id = bv_id_list_get_id (self, i);

    if (!g_hash_table_contains (self->rows, &id))
      wanted[n_wanted++] = id;
  }
  self->load (wanted, n_wanted, items, self->data);
  for (guint i = 0; i < n_wanted; i++) {
    if (!items[i])
      continue;
    if (g_hash_table_contains (self->rows, &wanted[i]))
      g_object_unref (items[i]);
    else
      add_row (self, wanted[i], items[i]);
  }
}

static gpointer
bv_id_list_get_item (GListModel *model, guint position)
{
  BvIdList *self = BV_ID_LIST (model);
  gint64 id;
  Row *row;

  if (position >= self->ids->len)
    return NULL;
  id = bv_id_list_get_id (self, position);
  row = g_hash_table_lookup (self->rows, &id);
  if (!row) {
    load_block (self, position);
    row = g_hash_table_lookup (self->rows, &id);
  }
  /* The row was deleted and the new ids are not here yet: a model may not answer NULL. */
  if (!row)
    return g_object_new (self->item_type, NULL);
  keep_in_cache (self, row);
  if (row->stale) {
    row->stale = FALSE;
    self->refresh (id, row->item, self->data);
  }
  return g_object_ref (row->item);
}

static guint
bv_id_list_get_n_items (GListModel *model)
{
  return BV_ID_LIST (model)->ids->len;
}

static GType
bv_id_list_get_item_type (GListModel *model)
{
  return BV_ID_LIST (model)->item_type;
}

static void
bv_id_list_model_init (GListModelInterface *iface)
{
  iface->get_item = bv_id_list_get_item;
  iface->get_n_items = bv_id_list_get_n_items;
  iface->get_item_type = bv_id_list_get_item_type;
}

static void
forget_rows (BvIdList *self)
{
  GHashTableIter iter;
  gpointer value;

  while (self->cached.tail)
    drop_from_cache (self, self->cached.tail->data);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Row *row = value;

    g_object_weak_unref (row->item, item_gone_cb, row);
    g_hash_table_iter_remove (&iter);
    g_free (row);
  }
}

static void
bv_id_list_finalize (GObject *object)
{
  BvIdList *self = BV_ID_LIST (object);

  forget_rows (self);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_array_unref (self->ids);
  if (self->destroy)
    self->destroy (self->data);
  G_OBJECT_CLASS (bv_id_list_parent_class)->finalize (object);
}

static void
bv_id_list_class_init (BvIdListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = bv_id_list_finalize;
}

static void
bv_id_list_init (BvIdList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_queue_init (&self->cached);
}

BvIdList *
bv_id_list_new (GType item_type,
                BvIdListLoad load,
                BvIdListRefresh refresh,
                gpointer data,
                GDestroyNotify destroy)
{
  BvIdList *self = g_object_new (BV_TYPE_ID_LIST, NULL);

  self->item_type = item_type;
  self->load = load;
  self->refresh = refresh;
  self->data = data;
  self->destroy = destroy;
  return self;
}

static GArray *
swap_ids (BvIdList *self, GArray *ids)
{
  GArray *old = self->ids;

  g_clear_pointer (&self->positions, g_hash_table_unref);
  self->n_scans = 0;
  self->ids = ids;
  return old;
}

static guint
count_common_start (GArray *a, GArray *b)
{
  guint shorter = MIN (a->len, b->len);
  guint n = 0;

  while (n < shorter && g_array_index (a, gint64, n) == g_array_index (b, gint64, n))
    n++;
  return n;
}

static guint
count_common_end (GArray *a, GArray *b, guint start)
{
  guint shorter = MIN (a->len, b->len) - start;
  guint n = 0;

  while (n < shorter
         && g_array_index (a, gint64, a->len - 1 - n) == g_array_index (b, gint64, b->len - 1 - n))
    n++;
  return n;
}

/* A row that leaves the list is not told about changes any more. Rows that only moved are made
 * stale too, when telling them apart would cost more than reading the few shown again. */
static void
make_all_stale (BvIdList *self)
{
  GHashTableIter iter;
  gpointer value;

  while (self->cached.tail)
    drop_from_cache (self, self->cached.tail->data);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Row *) value)->stale = TRUE;
}

static void
make_left_stale (
    BvIdList *self, GArray *old, guint n_removed, GArray *ids, guint n_added, guint start)
{
  g_autoptr (GHashTable) stay = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_added; i++)
    g_hash_table_add (stay, &g_array_index (ids, gint64, start + i));
  for (guint i = 0; i < n_removed; i++) {
    gint64 *id = &g_array_index (old, gint64, start + i);
    Row *row = g_hash_table_contains (stay, id) ? NULL : g_hash_table_lookup (self->rows, id);

    if (!row)
      continue;
    row->stale = TRUE;
    drop_from_cache (self, row);
  }
}

static void
replace_all (BvIdList *self, GArray *ids)
{
  g_autoptr (GArray) old = swap_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
  g_autoptr (GArray) empty = NULL;

  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, 0);
  make_all_stale (self);
  empty = swap_ids (self, ids);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

void
bv_id_list_set_ids (BvIdList *self, GArray *ids)
{
  g_autoptr (GArray) old = NULL;
  guint start = count_common_start (self->ids, ids);
  guint end = count_common_end (self->ids, ids, start);
  guint n_removed = self->ids->len - start - end;
  guint n_added = ids->len - start - end;

  if (n_removed > LARGE_MIDDLE && n_added > LARGE_MIDDLE) {
    replace_all (self, ids);
    return;
  }
  old = swap_ids (self, ids);
  if (n_removed == 0 && n_added == 0)
    return;
  if (n_removed > LARGE_MIDDLE)
    make_all_stale (self);
  else if (n_removed > 0)
    make_left_stale (self, old, n_removed, ids, n_added, start);
  g_list_model_items_changed (G_LIST_MODEL (self), start, n_removed, n_added);
}

gint64
bv_id_list_get_id (BvIdList *self, guint position)
{
  g_return_val_if_fail (position < self->ids->len, 0);
  return g_array_index (self->ids, gint64, position);
}

static void
index_positions (BvIdList *self)
{
  self->positions = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_insert (
        self->positions, &g_array_index (self->ids, gint64, i), GUINT_TO_POINTER (i));
}

guint
bv_id_list_find (BvIdList *self, gint64 id)
{
  gpointer position;

  if (self->n_scans < SCANS_BEFORE_INDEX) {
    self->n_scans++;
    for (guint i = 0; i < self->ids->len; i++)
      if (g_array_index (self->ids, gint64, i) == id)
        return i;
    return G_MAXUINT;
  }
  if (!self->positions)
    index_positions (self);
  if (g_hash_table_lookup_extended (self->positions, &id, NULL, &position))
    return GPOINTER_TO_UINT (position);
  return G_MAXUINT;
}

void
bv_id_list_refresh (BvIdList *self, gint64 id)
{
  Row *row = g_hash_table_lookup (self->rows, &id);
  g_autoptr (GObject) item = NULL;

  if (!row)
    return;
  /* Only our cache holds it: let go, whoever looks next loads it anew. */
  if (row->cached && g_atomic_int_get ((gint *) &row->item->ref_count) == 1) {
    drop_from_cache (self, row);
    return;
  }
  row->stale = FALSE;
  item = g_object_ref (row->item);
  self->refresh (id, item, self->data);
}
