/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state as a soft pill: always a word, the colour only helps. */
#include "config.h"

#include "bv-pill.h"

struct _BvPill
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkLabel *label;
  const char *tone; /* static, nullable */
};

G_DEFINE_FINAL_TYPE (BvPill, bv_pill, ADW_TYPE_BIN)

static void
bv_pill_class_init (BvPillClass *klass)
{
}

static void
bv_pill_init (BvPill *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "pill-state");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

GtkWidget *
bv_pill_new (void)
{
  return g_object_new (BV_TYPE_PILL, NULL);
}

void
bv_pill_set (BvPill *self, const char *text, const char *tone)
{
  g_return_if_fail (BV_IS_PILL (self));

  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
  if (self->tone != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), self->tone);
  self->tone = g_intern_string (tone);
  if (self->tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), self->tone);
}

void
bv_pill_keep_whole (BvPill *self)
{
  g_return_if_fail (BV_IS_PILL (self));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_NONE);
}

const char *
bv_pill_get_text (BvPill *self)
{
  return gtk_label_get_text (self->label);
}
