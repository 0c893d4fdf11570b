/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shell of libadwaita 1.4 and newer: an AdwOverlaySplitView that a breakpoint folds. */
#include "config.h"

#include "bv-shell.h"

struct _BvShell
{
  AdwBin parent_instance;

  /* Widgets */
  AdwOverlaySplitView *split;
};

enum { PROP_0, PROP_FOLDED, PROP_SIDEBAR_SHOWN, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE (BvShell, bv_shell, ADW_TYPE_BIN)

static void
folded_cb (BvShell *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
revealed_cb (BvShell *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

static void
bv_shell_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BvShell *self = BV_SHELL (object);

  if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, bv_shell_is_folded (self));
  else if (prop_id == PROP_SIDEBAR_SHOWN)
    g_value_set_boolean (value, bv_shell_is_sidebar_shown (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bv_shell_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SIDEBAR_SHOWN)
    bv_shell_set_sidebar_shown (BV_SHELL (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bv_shell_class_init (BvShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_shell_get_property;
  object_class->set_property = bv_shell_set_property;
  properties[PROP_FOLDED] = g_param_spec_boolean (
      "folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean ("sidebar-shown",
                                                         NULL,
                                                         NULL,
                                                         TRUE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bv_shell_init (BvShell *self)
{
  self->split = ADW_OVERLAY_SPLIT_VIEW (adw_overlay_split_view_new ());
  adw_overlay_split_view_set_min_sidebar_width (self->split, 270);
  adw_overlay_split_view_set_max_sidebar_width (self->split, 270);
  g_signal_connect_object (
      self->split, "notify::collapsed", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->split, "notify::show-sidebar", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->split));
}

static void
add_breakpoint (BvShell *self, AdwApplicationWindow *window)
{
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 900px"));
  g_auto (GValue) yes = G_VALUE_INIT;

  g_value_init (&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean (&yes, TRUE);
  adw_breakpoint_add_setter (narrow, G_OBJECT (self->split), "collapsed", &yes);
  adw_application_window_add_breakpoint (window, narrow);
}

BvShell *
bv_shell_new (AdwApplicationWindow *window, GtkWidget *sidebar, GtkWidget *content)
{
  BvShell *self = g_object_new (BV_TYPE_SHELL, NULL);

  adw_overlay_split_view_set_sidebar (self->split, sidebar);
  adw_overlay_split_view_set_content (self->split, content);
  add_breakpoint (self, window);
  return self;
}

gboolean
bv_shell_is_folded (BvShell *self)
{
  g_return_val_if_fail (BV_IS_SHELL (self), FALSE);
  return adw_overlay_split_view_get_collapsed (self->split);
}

gboolean
bv_shell_is_sidebar_shown (BvShell *self)
{
  g_return_val_if_fail (BV_IS_SHELL (self), FALSE);
  return adw_overlay_split_view_get_show_sidebar (self->split);
}

void
bv_shell_set_sidebar_shown (BvShell *self, gboolean shown)
{
  g_return_if_fail (BV_IS_SHELL (self));
  adw_overlay_split_view_set_show_sidebar (self->split, shown);
}
