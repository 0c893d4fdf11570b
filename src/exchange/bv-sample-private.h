/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the sample office share. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * BvSampleMovement: a movement being filled.
 * @folder: where its tables lie: "", or "2023/"
 * @id: its row
 */
typedef struct
{
  BvOffice *office;
  const char *folder;
  gint64 id;
} BvSampleMovement;

typedef gboolean (*BvSampleRow) (const BvSampleMovement *movement,
                                 const char *const *cells,
                                 GError **error);

/* Calls @row for each line of the table @name, which may be missing, as one step of the history
 * called @title (nullable: every row makes its own). */
gboolean _bv_sample_read (const BvSampleMovement *movement,
                          const char *name,
                          guint n_columns,
                          const char *title,
                          BvSampleRow row,
                          GError **error);

/* The sessions of the council, with votes; those that the table says are sealed. */
gboolean _bv_sample_hold_sessions (const BvSampleMovement *movement, GError **error);
/* Awards from the movement's decision, and those annulled later. */
gboolean _bv_sample_decide (const BvSampleMovement *movement, GError **error);
/* Sheets of the members whose mean is the official value. */
gboolean _bv_sample_score_by_members (const BvSampleMovement *movement, GError **error);

G_END_DECLS
