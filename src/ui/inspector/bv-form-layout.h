/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields of a kind stand in its form, under which heading, and which share a line. */
#pragma once
#include "bv-kind.h"
#include "bv-office.h"
#include "bv-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_form_layout_build: fills @box with the groups of @kind and adds every field row to @rows
 * (borrowed). Without @headings all fields stand in one card. */
void bv_form_layout_build (
    GtkBox *box, BvOffice *office, const BvKind *kind, gboolean headings, GPtrArray *rows);
/** bv_form_layout_show_written: what the program writes itself is shown once it is there. */
void bv_form_layout_show_written (GPtrArray *rows, BvRecord *record);

G_END_DECLS
