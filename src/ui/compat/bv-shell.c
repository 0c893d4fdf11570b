/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sidebar beside a content: what is the same whichever libadwaita folds it. */
#include "config.h"

#include "bv-shell-private.h"

struct _BvShell
{
  AdwBin parent_instance;

  /* Borrowed reference: the child */
  GtkWidget *split;
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
}

static void
watch (BvShell *self, const char *property, GCallback callback)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  g_signal_connect_object (self->split, signal, callback, self, G_CONNECT_SWAPPED);
}

BvShell *
bv_shell_new (AdwApplicationWindow *window, GtkWidget *sidebar, GtkWidget *content)
{
  BvShell *self = g_object_new (BV_TYPE_SHELL, NULL);

  self->split = _bv_shell_split (window, sidebar, content);
  watch (self, _bv_shell_folded, G_CALLBACK (folded_cb));
  watch (self, _bv_shell_shown, G_CALLBACK (revealed_cb));
  adw_bin_set_child (ADW_BIN (self), self->split);
  return self;
}

static gboolean
ask (BvShell *self, const char *property)
{
  gboolean value = FALSE;

  g_object_get (self->split, property, &value, NULL);
  return value;
}

gboolean
bv_shell_is_folded (BvShell *self)
{
  g_return_val_if_fail (BV_IS_SHELL (self), FALSE);
  return ask (self, _bv_shell_folded);
}

gboolean
bv_shell_is_sidebar_shown (BvShell *self)
{
  g_return_val_if_fail (BV_IS_SHELL (self), FALSE);
  return ask (self, _bv_shell_shown);
}

void
bv_shell_set_sidebar_shown (BvShell *self, gboolean shown)
{
  g_return_if_fail (BV_IS_SHELL (self));
  g_object_set (self->split, _bv_shell_shown, shown, NULL);
}
