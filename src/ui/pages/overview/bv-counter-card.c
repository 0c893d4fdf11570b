/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure of the overview as a button that leads to its rows. */
#include "config.h"

#include "bv-counter-card.h"

#include "bv-tooltip.h"

struct _BvCounterCard
{
  GtkButton parent_instance;

  /* Borrowed references */
  GtkLabel *label, *figure, *detail;
  GtkWidget *mark;
};

G_DEFINE_FINAL_TYPE (BvCounterCard, bv_counter_card, GTK_TYPE_BUTTON)

static void
bv_counter_card_class_init (BvCounterCardClass *klass)
{
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
bv_counter_card_init (BvCounterCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = append_label (box, "bv-counter-label");
  self->figure = append_label (line, "bv-counter-figure");
  self->mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->mark, "warning");
  gtk_box_append (GTK_BOX (line), self->mark);
  gtk_box_append (GTK_BOX (box), line);
  self->detail = append_label (box, "bv-counter-detail");
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-counter");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bv_counter_card_new (const char *label)
{
  BvCounterCard *self = g_object_new (BV_TYPE_COUNTER_CARD, NULL);

  gtk_label_set_text (self->label, label);
  bv_counter_card_set (self, "", "", FALSE);
  return GTK_WIDGET (self);
}

void
bv_counter_card_set (BvCounterCard *self, const char *figure, const char *detail, gboolean urgent)
{
  g_autofree char *spoken = g_strdup_printf (
      "%s: %s, %s", gtk_label_get_text (self->label), figure, detail);

  g_return_if_fail (BV_IS_COUNTER_CARD (self));

  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->detail, detail);
  bv_tooltip_set (GTK_WIDGET (self), detail);
  gtk_widget_set_visible (self->mark, urgent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const char *
bv_counter_card_get_figure (BvCounterCard *self)
{
  g_return_val_if_fail (BV_IS_COUNTER_CARD (self), NULL);
  return gtk_label_get_text (self->figure);
}
