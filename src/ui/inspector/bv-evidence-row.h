/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file that proves an achievement: what it is, a button to open it, one to remove it. */
#pragma once
#include "bv-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_EVIDENCE_ROW (bv_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (BvEvidenceRow, bv_evidence_row, BV, EVIDENCE_ROW, GtkBox)

/* Signals: "open", "remove" */

/** bv_evidence_row_new: @attachment is a row of the kind attachment; @twin (nullable) says where
 * the same content is too. */
GtkWidget *bv_evidence_row_new (BvRecord *attachment, const char *twin, gboolean writable);
/** bv_evidence_row_show_picture: in the place of the icon. */
void bv_evidence_row_show_picture (BvEvidenceRow *self, GdkTexture *picture);
/** bv_evidence_row_get_attachment: borrowed. */
BvRecord *bv_evidence_row_get_attachment (BvEvidenceRow *self);

G_END_DECLS
