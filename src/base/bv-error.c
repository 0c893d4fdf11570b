/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the program. */
#include "config.h"

#include "bv-error.h"

G_DEFINE_QUARK (bv - error - quark, bv_error)
