/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has to leave a line, by who he or she is. */
#include "config.h"

#include "bv-recusal.h"

BvRecusal
bv_recusal_derive (gint64 person_id,
                   gint64 department_id,
                   gint64 subject_id,
                   gboolean own_department)
{
  if (person_id != 0 && person_id == subject_id)
    return BV_RECUSAL_SELF;
  if (own_department && department_id != 0 && department_id == subject_id)
    return BV_RECUSAL_OWN_DEPARTMENT;
  return BV_RECUSAL_NONE;
}
