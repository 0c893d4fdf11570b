/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sign in a list at rows that neither a document nor a file proves. */
#pragma once
#include "bv-list-mark.h"
#include "bv-page.h"

G_BEGIN_DECLS

typedef struct BvEvidenceMark BvEvidenceMark;

#define BV_EVIDENCE_MARK_WIDTH 44 /* pixels */

/** bv_evidence_mark_new: for the list of @page, which outlives it. */
BvEvidenceMark *bv_evidence_mark_new (BvPage *page);
void bv_evidence_mark_free (BvEvidenceMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEvidenceMark, bv_evidence_mark_free)
/** bv_evidence_mark_get_column: borrowed. */
BvListMark *bv_evidence_mark_get_column (BvEvidenceMark *self);
/** bv_evidence_mark_follow: after a step touched rows. */
void bv_evidence_mark_follow (BvEvidenceMark *self, GPtrArray *changes);

G_END_DECLS
