/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a rank to what it rests on. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** bv_ranking_proof_find: the first achievement of a subject in the movement, one that counts if
 * there is any; 0 when there is none at all. */
gint64 bv_ranking_proof_find (BvOffice *office, gint64 movement_id, gint64 subject_id);

G_END_DECLS
