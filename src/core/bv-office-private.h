/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the history and the rows ask of the office file. */
#pragma once
#include "bv-names.h"
#include "bv-office.h"

G_BEGIN_DECLS

/* whether we may write at this moment: nobody has taken our lock away */
gboolean _bv_office_check_writer (BvOffice *self, GError **error);
BvNames *_bv_office_get_names (BvOffice *self);
/* the day that @record speaks of, "" for today; borrowed like a name */
const char *_bv_office_find_day (BvOffice *self, BvRecord *record);
/* writes the counter of ids; part of every step */
gboolean _bv_office_keep_counter (BvOffice *self, GError **error);
/* a step was committed: the first one of a day is followed by a backup */
void _bv_office_changed (BvOffice *self);

G_END_DECLS
