/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this program is, which version, under which licence. */
#include "config.h"

#include "bv-about-window.h"

struct _BvAboutWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *version;
};

G_DEFINE_TYPE (BvAboutWindow, bv_about_window, ADW_TYPE_WINDOW)

static void
bv_about_window_class_init (BvAboutWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/bv-about-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvAboutWindow, version);
}

static void
bv_about_window_init (BvAboutWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->version, BV_VERSION);
}

void
bv_about_window_show (GtkWindow *parent)
{
  GtkWindow *window = g_object_new (BV_TYPE_ABOUT_WINDOW, "transient-for", parent, NULL);

  gtk_window_present (window);
}
