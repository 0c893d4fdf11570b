/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing an office file from the disk into a state the program can work with. */
#pragma once
#include "bv-database.h"

G_BEGIN_DECLS

/** bv_office_file_probe: reads the header alone: is @path an office file this program can open? */
gboolean bv_office_file_probe (const char *path, GError **error);
/**
 * bv_office_file_prepare: after opening for writing: checks a file that was not closed cleanly,
 * migrates an older one (a verified copy is laid beside it first), renews sort keys, marks the file
 * as being written.
 */
gboolean bv_office_file_prepare (BvDatabase *database, GError **error);
/** bv_office_file_mark_clean: the last thing before closing. */
gboolean bv_office_file_mark_clean (BvDatabase *database, GError **error);
/** bv_office_file_found: schema, file number and award forms of a new file. */
gboolean bv_office_file_found (BvDatabase *database, GError **error);

G_END_DECLS
