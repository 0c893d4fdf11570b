/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows a reference can point to, ready to be matched against what is typed. */
#pragma once
#include "bv-office.h"
#include "bv-reference.h"

G_BEGIN_DECLS

/* More than this many matches are not worth showing: type another letter. */
#define BV_REFERENCE_INDEX_SHOWN 50

typedef struct _BvReferenceIndex BvReferenceIndex;

/** bv_reference_index_new: takes @references (BvReference). */
BvReferenceIndex *bv_reference_index_new (GPtrArray *references);
void bv_reference_index_free (BvReferenceIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvReferenceIndex, bv_reference_index_free)

/**
 * bv_reference_index_match: the rows in which every word of @typed begins a word, accents and case
 * aside, in display order; all rows for "". At most %BV_REFERENCE_INDEX_SHOWN; rows are borrowed.
 * @n_more says how many were left off, nullable.
 */
GPtrArray *
bv_reference_index_match (const BvReferenceIndex *self, const char *typed, guint *n_more);

G_END_DECLS
