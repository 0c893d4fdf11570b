/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a screen reader calls buttons that have an access key. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** bv_spoken_names_mend: GTK says the label with its underscore, and before 4.10 once more
 * without; from now on it is said once, as it is read. */
void bv_spoken_names_mend (void);

G_END_DECLS
