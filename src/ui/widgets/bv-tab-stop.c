/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether Tab stays inside. */
#include "config.h"

#include "bv-tab-stop.h"

#include "bv-focus.h"

struct _BvTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (BvTabStop, bv_tab_stop, ADW_TYPE_BIN)

static gboolean
bv_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *focus = bv_focus_find (widget);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return GTK_WIDGET_CLASS (bv_tab_stop_parent_class)->focus (widget, direction);
}

static void
bv_tab_stop_class_init (BvTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = bv_tab_stop_focus;
}

static void
bv_tab_stop_init (BvTabStop *self)
{
}

GtkWidget *
bv_tab_stop_new (GtkWidget *child)
{
  return g_object_new (BV_TYPE_TAB_STOP, "child", child, NULL);
}
