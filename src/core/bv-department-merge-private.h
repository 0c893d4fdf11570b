/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a merger share. */
#pragma once
#include "bv-department-merge.h"

G_BEGIN_DECLS

/* @sql, where %s stands for the ids of the departments and ?1 for the day */
BvStatement *_bv_department_merge_ask (BvOffice *office,
                                       const BvDepartmentMerge *merge,
                                       const char *sql,
                                       GError **error);
/* "Phòng A, Phòng B", as they are called before the day */
char *_bv_department_merge_dup_names (BvOffice *office, const BvDepartmentMerge *merge);

/* People who work in the departments on the day or later, but for those who had left; owned */
GArray *
_bv_department_merge_list_people (BvOffice *office, const BvDepartmentMerge *merge, GError **error);
/* Whether no posting says where person @id was on some day before. */
gboolean _bv_department_merge_has_gaps (BvOffice *office,
                                        const BvDepartmentMerge *merge,
                                        gint64 id,
                                        gboolean *has_gaps,
                                        GError **error);
/* Gives person @id a posting in department @into from the day on, in the step that is open. */
gboolean _bv_department_merge_move (
    BvOffice *office, const BvDepartmentMerge *merge, gint64 id, gint64 into, GError **error);

G_END_DECLS
