/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each of many ids stands: an array each, for ids of one file stand close together. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct BvIdMap BvIdMap;

BvIdMap *bv_id_map_new (void);
/** bv_id_map_set: @id stands at @place, counted from 0 and less than %G_MAXUINT. */
void bv_id_map_set (BvIdMap *self, gint64 id, guint place);
/** bv_id_map_find: whether @id stands anywhere; @place is left alone when it does not. */
gboolean bv_id_map_find (BvIdMap *self, gint64 id, guint *place);
void bv_id_map_free (BvIdMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIdMap, bv_id_map_free)

G_END_DECLS
