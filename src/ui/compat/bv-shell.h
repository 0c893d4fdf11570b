/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sidebar beside a content, laid over it on narrow windows. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_SHELL (bv_shell_get_type ())
G_DECLARE_FINAL_TYPE (BvShell, bv_shell, BV, SHELL, AdwBin)

/* Property "folded": the sidebar lies over the content. Property "sidebar-shown". */

/** bv_shell_new: for somewhere inside @window, whose width decides whether it folds. */
BvShell *bv_shell_new (AdwApplicationWindow *window, GtkWidget *sidebar, GtkWidget *content);
gboolean bv_shell_is_folded (BvShell *self);
gboolean bv_shell_is_sidebar_shown (BvShell *self);
void bv_shell_set_sidebar_shown (BvShell *self, gboolean shown);

G_END_DECLS
