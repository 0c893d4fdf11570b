/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that several kinds share. */
#pragma once
#include "bv-error.h"
#include "bv-kind.h"

G_BEGIN_DECLS

/** bv_kind_checks_date_order: @first is not after @second, where both are there. */
gboolean
bv_kind_checks_date_order (BvRecord *record, const char *first, const char *second, GError **error);
gboolean bv_kind_checks_not_future (BvRecord *record, const char *field, GError **error);
/** bv_kind_checks_same_movement: the row that @field points to belongs to the record's movement. */
gboolean bv_kind_checks_same_movement (BvRecord *record,
                                       const char *field,
                                       BvOffice *office,
                                       GError **error);
/** bv_kind_checks_score_range: 0 … the content's greatest points, and the content counts for this
 * subject. */
gboolean bv_kind_checks_score_range (BvRecord *record, BvOffice *office, GError **error);
/** bv_kind_checks_award_subject: a form for collectives goes to a department, one for individuals
 * to a person. */
gboolean bv_kind_checks_award_subject (BvRecord *record, BvOffice *office, GError **error);

G_END_DECLS
