/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list model over an ordered array of row ids; the rows themselves are loaded in blocks when
 * looked at. */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_TYPE_ID_LIST (bv_id_list_get_type ())
G_DECLARE_FINAL_TYPE (BvIdList, bv_id_list, BV, ID_LIST, GObject)

/**
 * BvIdListLoad: fills @items[i] with a new reference to the row @ids[i]; a row that is gone stays
 * %NULL.
 */
typedef void (*BvIdListLoad) (const gint64 *ids, guint n_ids, GObject **items, gpointer data);
/** BvIdListRefresh: brings @item, already handed out, up to date with the stored row @id. */
typedef void (*BvIdListRefresh) (gint64 id, GObject *item, gpointer data);

BvIdList *bv_id_list_new (GType item_type,
                          BvIdListLoad load,
                          BvIdListRefresh refresh,
                          gpointer data,
                          GDestroyNotify destroy);
/** bv_id_list_set_ids: takes @ids (gint64); emits one items-changed for what differs. */
void bv_id_list_set_ids (BvIdList *self, GArray *ids);
gint64 bv_id_list_get_id (BvIdList *self, guint position);
/** bv_id_list_find: position of @id, or GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint bv_id_list_find (BvIdList *self, gint64 id);
/** bv_id_list_refresh: the row @id was changed: whoever holds it sees the new values; others load
 * them later. */
void bv_id_list_refresh (BvIdList *self, gint64 id);

G_END_DECLS
