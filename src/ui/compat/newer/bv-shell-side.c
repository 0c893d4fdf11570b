/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shell of libadwaita 1.4 and newer: an AdwOverlaySplitView that a breakpoint folds. */
#include "config.h"

#include "bv-shell-private.h"

const char *const _bv_shell_folded = "collapsed";
const char *const _bv_shell_shown = "show-sidebar";

static void
add_breakpoint (AdwApplicationWindow *window, GtkWidget *split)
{
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 900px"));
  g_auto (GValue) yes = G_VALUE_INIT;

  g_value_init (&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean (&yes, TRUE);
  adw_breakpoint_add_setter (narrow, G_OBJECT (split), "collapsed", &yes);
  adw_application_window_add_breakpoint (window, narrow);
}

GtkWidget *
_bv_shell_split (AdwApplicationWindow *window, GtkWidget *sidebar, GtkWidget *content)
{
  AdwOverlaySplitView *split = ADW_OVERLAY_SPLIT_VIEW (adw_overlay_split_view_new ());

  adw_overlay_split_view_set_min_sidebar_width (split, 270);
  adw_overlay_split_view_set_max_sidebar_width (split, 270);
  adw_overlay_split_view_set_sidebar (split, sidebar);
  adw_overlay_split_view_set_content (split, content);
  add_breakpoint (window, GTK_WIDGET (split));
  return GTK_WIDGET (split);
}
