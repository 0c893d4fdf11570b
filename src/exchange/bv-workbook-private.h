/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the workbook share. */
#pragma once
#include "bv-workbook.h"

G_BEGIN_DECLS

/** _bv_workbook_list_wanted_forms: (element-type gint64): those of the proposed forms that @choice
 * wants; %BV_ERROR_NOT_FOUND when there is none. */
GArray *_bv_workbook_list_wanted_forms (BvOffice *office,
                                        gint64 movement_id,
                                        const BvWorkbookChoice *choice,
                                        GError **error);

G_END_DECLS
