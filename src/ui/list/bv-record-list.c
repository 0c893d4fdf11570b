/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one kind that a list shows: a query, its ids in order, and the records loaded when
 * looked at. */
#include "config.h"

#include "bv-record-list.h"

#include "bv-authorship.h"
#include "bv-id-list.h"
#include "bv-record-order.h"
#include "bv-record.h"

/* A change of more rows than fill a window is shown as a new list: GTK 4.8 loses its place in
 * larger ones and leaves the table blank. */
#define SMALL_CHANGE 24
/* More than a screen and what GTK makes ready beyond it. */
#define FIRST_ROWS 1000

/* Where the model loads from: its own, for a view may hold the model longer than the list lives. */
typedef struct
{
  BvOffice *office;
  const BvKind *kind;
} Source;

struct _BvRecordList
{
  GObject parent_instance;

  /* Owned */
  BvOffice *office;
  BvQuery *query;
  BvIdList *ids;
  BvRecordOrder *order;

  const BvKind *kind;
  const BvField *confined; /* nullable: the rows alone that have confined_value here */
  BvValue confined_value;
  /* Rows of all_movement without search and filters; unknown when all_movement is -1. */
  guint n_all;
  gint64 all_movement;

  gboolean
      partial; /* the rows after the first are not here yet, or none is before the log is read */
  gboolean sorted; /* every row stands where the query puts it */
};

enum { RESET_BEGIN, RESET_END, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvRecordList, bv_record_list, G_TYPE_OBJECT)

static void
free_source (gpointer data)
{
  Source *source = data;

  g_object_unref (source->office);
  g_free (source);
}

static void
load_rows (const gint64 *ids, guint n_ids, GObject **items, gpointer data)
{
  Source *source = data;
  g_autoptr (GError) error = NULL;

  if (!bv_office_load_many (source->office, source->kind, ids, n_ids, (BvRecord **) items, &error))
    g_message ("%s: %s", source->kind->table, error->message);
  /* A row that went in this very moment is shown blank until the query runs again. */
  for (guint i = 0; i < n_ids; i++) {
    if (items[i] != NULL)
      continue;
    items[i] = G_OBJECT (bv_record_new (source->kind));
    bv_record_set_id (BV_RECORD (items[i]), ids[i]);
  }
}

static void
refresh_row (gint64 id, GObject *item, gpointer data)
{
  Source *source = data;
  BvRecord *fresh = NULL;

  if (bv_office_load_many (source->office, source->kind, &id, 1, &fresh, NULL) && fresh != NULL)
    bv_record_assume (BV_RECORD (item), fresh);
  g_clear_object (&fresh);
}

/* How many rows lie between the beginning and the end that both have in common. */
static guint
count_changed (BvRecordList *self, const GArray *ids)
{
  guint n_old = bv_record_list_get_n_rows (self), first = 0, last = 0;
  guint n_common = MIN (n_old, ids->len);

  while (first < n_common
         && bv_id_list_get_id (self->ids, first) == g_array_index (ids, gint64, first))
    first++;
  while (last < n_common - first
         && bv_id_list_get_id (self->ids, n_old - 1 - last)
                == g_array_index (ids, gint64, ids->len - 1 - last))
    last++;
  return MAX (n_old, ids->len) - first - last;
}

/* Every record that is held shows the name of a row of another kind: load them anew. */
static void
refresh_all (BvRecordList *self)
{
  guint n = bv_record_list_get_n_rows (self);

  for (guint i = 0; i < n; i++)
    bv_id_list_refresh (self->ids, bv_id_list_get_id (self->ids, i));
}

static void
bv_record_list_finalize (GObject *object)
{
  BvRecordList *self = BV_RECORD_LIST (object);

  g_clear_object (&self->ids);
  g_clear_pointer (&self->query, bv_query_free);
  g_clear_pointer (&self->order, bv_record_order_free);
  bv_value_clear (&self->confined_value);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_record_list_parent_class)->finalize (object);
}

static void
bv_record_list_class_init (BvRecordListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_record_list_finalize;
  signals[RESET_BEGIN] = g_signal_new (
      "reset-begin", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESET_END] = g_signal_new (
      "reset-end", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_record_list_init (BvRecordList *self)
{
  self->all_movement = -1;
  self->sorted = TRUE;
  self->order = bv_record_order_new ();
}

BvRecordList *
bv_record_list_new (BvOffice *office, const BvKind *kind)
{
  BvRecordList *self = g_object_new (BV_TYPE_RECORD_LIST, NULL);
  Source *source = g_new0 (Source, 1);

  self->office = g_object_ref (office);
  self->kind = kind;
  self->query = bv_query_new (kind);
  source->office = g_object_ref (office);
  source->kind = kind;
  self->ids = bv_id_list_new (BV_TYPE_RECORD, load_rows, refresh_row, source, free_source);
  return self;
}

void
bv_record_list_confine (BvRecordList *self, const BvField *field, const char *value)
{
  g_return_if_fail (field->type == BV_FIELD_CHOICE);

  self->confined = field;
  bv_value_set_text (&self->confined_value, value);
  bv_query_set_filter (self->query, field, &self->confined_value);
}

GListModel *
bv_record_list_get_model (BvRecordList *self)
{
  return G_LIST_MODEL (self->ids);
}

BvQuery *
bv_record_list_get_query (BvRecordList *self)
{
  return self->query;
}

static GArray *
run_query (BvRecordList *self, GError **error)
{
  GArray *ids = bv_query_run (self->query, self->office, error);

  if (ids == NULL)
    return NULL;
  if (!bv_record_list_is_narrowed (self)) {
    self->n_all = ids->len;
    self->all_movement = self->query->movement_id;
  }
  return ids;
}

/* Takes @ids. */
static void
show_ids (BvRecordList *self, GArray *ids)
{
  gboolean large = count_changed (self, ids) > SMALL_CHANGE;

  if (large)
    g_signal_emit (self, signals[RESET_BEGIN], 0);
  bv_id_list_set_ids (self->ids, ids);
  if (large)
    g_signal_emit (self, signals[RESET_END], 0);
}

/* Whose rows are whose stands in the log, of which a piece is read. */
static gboolean
read_log (BvRecordList *self, gboolean *whole, GError **error)
{
  *whole = TRUE;
  return self->query->author == NULL
         || bv_authorship_read (
             bv_authorship_get (self->office, self->kind, self->query->author), whole, error);
}

/* Nothing is shown before it is known which rows. */
static gboolean
wait_for_log (BvRecordList *self)
{
  self->partial = TRUE;
  bv_record_order_forget (self->order);
  self->sorted = TRUE;
  show_ids (self, g_array_new (FALSE, FALSE, sizeof (gint64)));
  return TRUE;
}

gboolean
bv_record_list_reload (BvRecordList *self, GError **error)
{
  gboolean whole;
  GArray *ids;

  self->partial = FALSE; /* on failure too: nobody reads on then */
  if (!read_log (self, &whole, error))
    return FALSE;
  if (!whole)
    return wait_for_log (self);
  ids = run_query (self, error);
  if (ids == NULL)
    return FALSE;
  bv_record_order_forget (self->order);
  self->sorted = TRUE;
  show_ids (self, ids);
  return TRUE;
}

/* A row that leaves what the list is confined to is done with; all others stay where they are. */
static gboolean
follow (BvRecordList *self, GPtrArray *changes, GError **error)
{
  g_autoptr (GArray) fresh = NULL;
  gboolean whole;
  GArray *kept;

  if (self->confined != NULL || self->partial)
    return bv_record_list_reload (self, error);
  if (!read_log (self, &whole, error))
    return FALSE;
  if (!whole)
    return wait_for_log (self);
  fresh = run_query (self, error);
  if (fresh == NULL)
    return FALSE;
  bv_record_order_note (self->order, self->kind, changes, self->ids);
  kept = bv_record_order_keep (self->order, self->ids, fresh);
  if (kept == NULL)
    bv_record_order_forget (self->order);
  self->sorted = kept == NULL
                 || (kept->len == fresh->len
                     && (kept->len == 0
                         || memcmp (kept->data, fresh->data, kept->len * sizeof (gint64)) == 0));
  show_ids (self, kept != NULL ? kept : g_array_ref (fresh));
  return TRUE;
}

gboolean
bv_record_list_start (BvRecordList *self, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (self->query->author != NULL)
    return bv_record_list_reload (self, error);
  ids = bv_query_run_first (self->query, self->office, FIRST_ROWS, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len != FIRST_ROWS)
    return bv_record_list_reload (self, error);
  bv_id_list_set_ids (self->ids, g_steal_pointer (&ids));
  self->partial = TRUE;
  return TRUE;
}

gboolean
bv_record_list_is_partial (BvRecordList *self)
{
  return self->partial;
}

gboolean
bv_record_list_apply (BvRecordList *self, GPtrArray *changes, GError **error)
{
  gboolean own = FALSE, named = FALSE;

  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = g_ptr_array_index (changes, i);

    if (change->kind == self->kind) {
      own = TRUE;
      if (change->type == BV_CHANGE_UPDATE)
        bv_id_list_refresh (self->ids, change->id);
    } else if (change->type == BV_CHANGE_UPDATE && bv_record_list_concerns (self, change->kind)) {
      named = TRUE;
    }
  }
  if (named)
    refresh_all (self);
  if (!own && !named)
    return TRUE;
  self->all_movement = -1;
  return follow (self, changes, error);
}

gboolean
bv_record_list_is_sorted (BvRecordList *self)
{
  return self->sorted;
}

gboolean
bv_record_list_concerns (BvRecordList *self, const BvKind *kind)
{
  if (kind == self->kind)
    return TRUE;
  for (guint i = 0; i < self->kind->n_fields; i++) {
    const BvField *field = &self->kind->fields[i];

    if (!(field->flags & BV_FIELD_LISTED))
      continue;
    if (field->kind == kind || (field->type == BV_FIELD_SUBJECT && (kind->flags & BV_KIND_SUBJECT)))
      return TRUE;
  }
  return FALSE;
}

guint
bv_record_list_get_n_rows (BvRecordList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->ids));
}

guint
bv_record_list_count_all (BvRecordList *self)
{
  if (self->all_movement != self->query->movement_id) {
    g_autoptr (BvQuery) query = bv_query_new (self->kind);

    query->movement_id = self->query->movement_id;
    if (self->confined != NULL)
      bv_query_set_filter (query, self->confined, &self->confined_value);
    self->n_all = MAX (0, bv_query_count (query, self->office, NULL));
    self->all_movement = query->movement_id;
  }
  return self->n_all;
}

gboolean
bv_record_list_is_narrowed (BvRecordList *self)
{
  return bv_query_count_conditions (self->query) > (self->confined != NULL ? 1 : 0);
}

gint64
bv_record_list_get_id (BvRecordList *self, guint position)
{
  return position < bv_record_list_get_n_rows (self) ? bv_id_list_get_id (self->ids, position) : 0;
}

guint
bv_record_list_find (BvRecordList *self, gint64 id)
{
  guint position = id > 0 ? bv_id_list_find (self->ids, id) : G_MAXUINT;

  if (id <= 0 || position != G_MAXUINT || !self->partial)
    return position;
  /* It may be among those that are not here yet. */
  return bv_record_list_reload (self, NULL) ? bv_id_list_find (self->ids, id) : G_MAXUINT;
}
