/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of many ids are meant: a bit each, for ids of one file stand close together. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct BvIdSet BvIdSet;

/** bv_id_set_new: the ids (gint64) of @ids, none when that is %NULL; owned. */
BvIdSet *bv_id_set_new (const GArray *ids);
/** bv_id_set_add: whether @id was not there yet. */
gboolean bv_id_set_add (BvIdSet *self, gint64 id);
void bv_id_set_remove (BvIdSet *self, gint64 id);
gboolean bv_id_set_contains (BvIdSet *self, gint64 id);
void bv_id_set_free (BvIdSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIdSet, bv_id_set_free)

G_END_DECLS
