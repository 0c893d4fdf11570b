/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both sides of the dialogs share. */
#pragma once
#include "bv-dialogs.h"

/** _bv_dialogs_report_unopened: tells that no program showed @file, and where it lies. */
void _bv_dialogs_report_unopened (GtkWindow *parent, GFile *file, const GError *error);
