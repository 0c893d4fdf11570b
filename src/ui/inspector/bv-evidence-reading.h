/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files and pictures in a thread, and stores the large ones, so that the window stays alive
 * however large they are. */
#pragma once
#include "bv-attachment-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_EVIDENCE_READING (bv_evidence_reading_get_type ())
G_DECLARE_FINAL_TYPE (BvEvidenceReading, bv_evidence_reading, BV, EVIDENCE_READING, GObject)

/* Signal "finished": once, unless it was cancelled. */

/** bv_evidence_reading_new: @items are GFile or GdkTexture; takes a reference. @path is the office
 * file that the large ones are stored in. */
BvEvidenceReading *bv_evidence_reading_new (const char *path, GPtrArray *items);
void bv_evidence_reading_start (BvEvidenceReading *self);
/** bv_evidence_reading_cancel: what was read so far is thrown away. */
void bv_evidence_reading_cancel (BvEvidenceReading *self);
/** bv_evidence_reading_end: cancels, and waits until the office file is let go of. */
void bv_evidence_reading_end (BvEvidenceReading *self);
/** bv_evidence_reading_get_fraction: how much has been read, from 0 to 1. */
double bv_evidence_reading_get_fraction (BvEvidenceReading *self);
/** bv_evidence_reading_get_n_items: how many are read in all. */
guint bv_evidence_reading_get_n_items (BvEvidenceReading *self);
/** bv_evidence_reading_get_sources: BvAttachmentSource, in the order of the items; borrowed. */
GPtrArray *bv_evidence_reading_get_sources (BvEvidenceReading *self);
/** bv_evidence_reading_get_failures: GError of the items that could not be read; borrowed. */
GPtrArray *bv_evidence_reading_get_failures (BvEvidenceReading *self);

G_END_DECLS
