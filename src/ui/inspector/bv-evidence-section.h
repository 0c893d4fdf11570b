/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that prove an achievement: open, add, drop, remove. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_EVIDENCE_SECTION (bv_evidence_section_get_type ())
G_DECLARE_FINAL_TYPE (BvEvidenceSection, bv_evidence_section, BV, EVIDENCE_SECTION, BvSection)

GtkWidget *bv_evidence_section_new (BvOffice *office);
/** bv_evidence_section_add: reads @items (GFile, GdkTexture) in the background, then adds what
 * could be read to the owner as one undoable step. */
void bv_evidence_section_add (BvEvidenceSection *self, GPtrArray *items);
gboolean bv_evidence_section_is_reading (BvEvidenceSection *self);

G_END_DECLS
