/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing to mend: the label alone is the name. */
#include "config.h"

#include "bv-spoken-names.h"

void
bv_spoken_names_mend (void)
{
}
