/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be said of the row that is selected: what is wrong with it in full, or who it may be,
 * with the answers to choose from. */
#pragma once
#include "bv-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_IMPORT_QUESTION (bv_import_question_get_type ())
G_DECLARE_FINAL_TYPE (BvImportQuestion, bv_import_question, BV, IMPORT_QUESTION, AdwBin)

GtkWidget *bv_import_question_new (BvImportJob *job);
/** bv_import_question_set_row: -1 for none. */
void bv_import_question_set_row (BvImportQuestion *self, int row);

G_END_DECLS
