/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes all evidence of one person or department: a menu, then how far it is. */
#pragma once
#include "bv-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_EVIDENCE_EXPORTER (bv_evidence_exporter_get_type ())
G_DECLARE_FINAL_TYPE (BvEvidenceExporter, bv_evidence_exporter, BV, EVIDENCE_EXPORTER, GtkBox)

/* Signal "failed" (GError *). */

GtkWidget *bv_evidence_exporter_new (BvOffice *office);
/** bv_evidence_exporter_set_subject: whose evidence; @movement_id is the movement in hand, 0
 * without one. Hides when the subject has none at all. */
void
bv_evidence_exporter_set_subject (BvEvidenceExporter *self, gint64 subject_id, gint64 movement_id);
/** bv_evidence_exporter_write: without asking where to. @all: of all movements. */
void bv_evidence_exporter_write (BvEvidenceExporter *self, GFile *target, gboolean all);
gboolean bv_evidence_exporter_is_running (BvEvidenceExporter *self);

G_END_DECLS
