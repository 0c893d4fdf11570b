/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last line of the evidence card: files are chosen, dropped or pasted, then read. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_EVIDENCE_INTAKE (bv_evidence_intake_get_type ())
G_DECLARE_FINAL_TYPE (BvEvidenceIntake, bv_evidence_intake, BV, EVIDENCE_INTAKE, GtkBox)

/* Signals: "read" (BvEvidenceReading *, id): what was read for @id waits to be stored; "told"
 * (message): a sentence for a toast. */

GtkWidget *bv_evidence_intake_new (void);
/** bv_evidence_intake_set_owner: the row of the office file @path to which files belong from now
 * on; 0 takes none. */
void bv_evidence_intake_set_owner (BvEvidenceIntake *self, const char *path, gint64 id);
/** bv_evidence_intake_watch: files dropped on @whole, and Ctrl+V anywhere in it, are taken in. */
void bv_evidence_intake_watch (BvEvidenceIntake *self, GtkWidget *whole);
/** bv_evidence_intake_take: reads GFile and GdkTexture in the background; not while it reads. */
void bv_evidence_intake_take (BvEvidenceIntake *self, GPtrArray *items);
/** bv_evidence_intake_paste: takes what was copied when it is nothing that a field could take: a
 * file, which a field would take for its address, or a picture alone. */
gboolean bv_evidence_intake_paste (BvEvidenceIntake *self);
gboolean bv_evidence_intake_is_reading (BvEvidenceIntake *self);

G_END_DECLS
