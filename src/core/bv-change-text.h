/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a changeset in words: what a row was called, and which field went from what to what. */
#pragma once
#include "bv-changeset.h"
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct BvChangeText BvChangeText;

BvChangeText *bv_change_text_new (BvOffice *office);
void bv_change_text_free (BvChangeText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvChangeText, bv_change_text_free)

/** bv_change_text_make_record: the row as it was (@old) or became, as far as the changeset tells;
 * owned. */
BvRecord *bv_change_text_make_record (BvChangeText *self,
                                      const BvKind *kind,
                                      const BvRowChange *row,
                                      gboolean old);
/** bv_change_text_dup_name: what the row is called now, or @known was called when it has gone. */
char *bv_change_text_dup_name (BvChangeText *self, BvRecord *known);
/** bv_change_text_list_fields: of an update "Chức vụ: Chuyên viên → Phó Trưởng phòng", a line for
 * each field, for a rule pack one for each of its figures; owned array of strings. */
GPtrArray *
bv_change_text_list_fields (BvChangeText *self, const BvKind *kind, const BvRowChange *row);

G_END_DECLS
