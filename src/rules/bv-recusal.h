/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has to leave a line, by who he or she is: the same for score sheets and for the vote. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BV_RECUSAL_NONE,
  BV_RECUSAL_SELF,           /* stands for the award */
  BV_RECUSAL_OWN_DEPARTMENT, /* the collective is where the member works */
} BvRecusal;

/**
 * bv_recusal_derive:
 * @person_id: of the member, 0 for one from outside
 * @department_id: where the member works on the day that counts, 0 for nowhere
 * @subject_id: the person or the department of the line
 * @own_department: whether the rules keep members from the line of their own department; its people
 *   are other lines
 */
BvRecusal bv_recusal_derive (gint64 person_id,
                             gint64 department_id,
                             gint64 subject_id,
                             gboolean own_department);

G_END_DECLS
