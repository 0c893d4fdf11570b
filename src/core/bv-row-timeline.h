/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of one row: every step that touched it, newest first, read as far as one looks. */
#pragma once
#include "bv-history.h"

G_BEGIN_DECLS

typedef struct BvRowTimeline BvRowTimeline;

/** BvRowEvent: what one step did to the row. */
typedef struct
{
  BvChangeType type;
  gint64 step_id;
  char *at; /* local time, ISO */
  char *actor;
  GPtrArray *lines; /* strings "Chức vụ: Chuyên viên → Phó Trưởng phòng" */
} BvRowEvent;

/** bv_row_timeline_new: nothing is read yet. @office is borrowed. */
BvRowTimeline *bv_row_timeline_new (BvOffice *office, const BvKind *kind, gint64 id);
void bv_row_timeline_free (BvRowTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRowTimeline, bv_row_timeline_free)

/** bv_row_timeline_read: goes back through the log until there are @n more events. */
gboolean bv_row_timeline_read (BvRowTimeline *self, guint n, GError **error);
/** bv_row_timeline_has_ended: whether the whole log was read. */
gboolean bv_row_timeline_has_ended (BvRowTimeline *self);
/** bv_row_timeline_get_events: BvRowEvent read so far; borrowed. */
GPtrArray *bv_row_timeline_get_events (BvRowTimeline *self);

G_END_DECLS
