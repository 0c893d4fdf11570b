/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a person typed to the row meant, and the list of rows one can choose from. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * bv_reference_find: the row of @field's kind (or the subject) called @text, accents and case
 * aside.
 * @movement_id narrows kinds of a movement. None or several is %BV_ERROR_INVALID and says which.
 * A criterion is found by its label, its title or both; a person by name, also "name (birth year)".
 */
gboolean bv_reference_find (BvOffice *office,
                            const BvField *field,
                            gint64 movement_id,
                            const char *text,
                            gint64 *id,
                            GError **error);
typedef struct
{
  gint64 id;
  const BvKind *kind;
  char *name;
  char *folded; /* for matching as typed */
} BvReference;
/** bv_reference_list: everything @field may point to, in display order (departments before
 * persons); owned. */
GPtrArray *
bv_reference_list (BvOffice *office, const BvField *field, gint64 movement_id, GError **error);

G_END_DECLS
