/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verified copies of the office file in the user's data folder, kept in generations. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** bv_backup_write: copies to @path and counts the rows of the copy before it is called good. */
gboolean
bv_backup_write (BvOffice *office, const char *path, GCancellable *cancellable, GError **error);
/** bv_backup_make: a dated copy in the backup folder, then thins old ones to 7 days, 4 weeks, 12
 * months. */
gboolean bv_backup_make (BvOffice *office, const char *reason, GError **error);
/** bv_backup_exists_today: whether today's changes have a copy already. */
gboolean bv_backup_exists_today (BvOffice *office);
/** bv_backup_dup_folder: where this file's copies lie; owned. */
char *bv_backup_dup_folder (BvOffice *office);
/** bv_backup_choose: which of @dates (ISO days, newest first) are kept; for tests. Owned array of
 * gboolean. */
GArray *bv_backup_choose (const char *const *dates, const char *today);

G_END_DECLS
