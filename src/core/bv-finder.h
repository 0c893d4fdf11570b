/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that a person may mean by a few letters, each with what tells it from others. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** BvFinding: one row. */
typedef struct
{
  const BvKind *kind;
  gint64 id;
  char *title;
  char *context;      /* "Cá nhân · Chuyên viên · Văn phòng Sở · sinh 1990" */
  gboolean by_number; /* the number of its document begins with what was typed */
} BvFinding;
void bv_finding_free (BvFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFinding, bv_finding_free)

/** BvFinder: finds while one types on; for as long as nothing is changed in the office. */
typedef struct BvFinder BvFinder;
/** bv_finder_new: rows of a movement other than @movement_id name it. @office is borrowed. */
BvFinder *bv_finder_new (BvOffice *office, gint64 movement_id);
void bv_finder_free (BvFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFinder, bv_finder_free)

/**
 * bv_finder_find: at most @limit rows of @kind that have all words of @typed, those with the number
 * of a document first, else as bv_quick_search_find() orders them. Owned array of BvFinding.
 */
GPtrArray *
bv_finder_find (BvFinder *self, const BvKind *kind, const char *typed, guint limit, GError **error);
/** bv_finder_load: the row @id itself, owned; %NULL when it is not there. */
BvFinding *bv_finder_load (BvFinder *self, const BvKind *kind, gint64 id);

G_END_DECLS
