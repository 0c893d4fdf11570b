/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a file is, as the file managers of the office's desktops say it. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_file_size_format:
 * @size: in bytes, not negative
 *
 * One decimal place at most, with a comma whatever the machine's locale; a KB is 1 024 bytes.
 *
 * Returns: (transfer full): "13,9 MB", "50 MB", "812 byte"
 */
char *bv_file_size_format (gint64 size);

G_END_DECLS
