/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of exported files that any system takes, and that lead to no other place. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** bv_evidence_name_clean: @text on one line, without what Windows refuses in a name, without marks
 * that nobody sees, of @most characters at most; owned. */
char *bv_evidence_name_clean (const char *text, guint most);
/** bv_evidence_name_make: "07 - 3. Cải cách hành chính - Đưa 9 thủ tục lên mạng - Báo cáo.pdf"; the
 * number, of @digits digits, makes it different from all others. Owned. */
char *bv_evidence_name_make (
    guint number, guint digits, const char *content, const char *achievement, const char *file);

G_END_DECLS
