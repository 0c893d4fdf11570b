/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every fuzz target is. */
#pragma once
#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
