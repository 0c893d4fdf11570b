/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a disk may hold after the power was cut at any moment of the program's work: everything
 * SQLite writes is noted, and played back with what was not synced lost at random. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** power_cut_begin: from now on every file SQLite writes is watched. */
void power_cut_begin (void);
/** power_cut_acknowledge: something was just promised to be saved. */
void power_cut_acknowledge (void);
/** power_cut_end: files opened from now on are not watched. What was noted stays. */
void power_cut_end (void);
void power_cut_forget (void);
/** power_cut_get_n_moments: the power can be cut before each of these. */
guint power_cut_get_n_moments (void);
/**
 * power_cut_write: lays the files as they may be after a cut at @moment into @folder.
 * Returns how many promises had been made. @journal_left: the deletion of the last journal had
 * not reached the disk, so that the last promise is honestly open.
 */
guint power_cut_write (guint moment, GRand *random, const char *folder, gboolean *journal_left);

G_END_DECLS
