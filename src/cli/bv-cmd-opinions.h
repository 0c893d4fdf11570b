/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rank FILE --opinions: every list counted in other ways, boundary by boundary. */
#pragma once
#include "bv-assessment.h"

G_BEGIN_DECLS

/** bv_cmd_opinions_print: a row for each award boundary with its light and the reasons, followed by
 * the subjects with their ranks in all ways of counting. @format as in bv_cmd_rows_new(). */
gboolean bv_cmd_opinions_print (BvAssessment *assessment, const char *format, GError **error);

G_END_DECLS
