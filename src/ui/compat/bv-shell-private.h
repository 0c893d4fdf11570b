/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each side of the shell provides. */
#pragma once
#include "bv-shell.h"

G_BEGIN_DECLS

/* The properties of the widget that say whether the sidebar lies over the content, and is shown. */
extern const char *const _bv_shell_folded;
extern const char *const _bv_shell_shown;

/* The widget that holds both; the width of @window decides whether it folds. */
GtkWidget *_bv_shell_split (AdwApplicationWindow *window, GtkWidget *sidebar, GtkWidget *content);

G_END_DECLS
