/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The light of an award boundary: a picture and its word. */
#include "config.h"

#include "bv-firmness-light.h"

#include "bv-second-opinions-words.h"
#include "bv-tooltip.h"

struct _BvFirmnessLight
{
  AdwBin parent_instance;
};

static const struct
{
  const char *icon;
  const char *tone; /* style class */
} lights[] = {
  [BV_FIRMNESS_NONE] = { "dialog-information-symbolic", "dim-label" },
  [BV_FIRMNESS_FIRM] = { "object-select-symbolic", "success" },
  [BV_FIRMNESS_SENSITIVE] = { "dialog-warning-symbolic", "warning" },
  [BV_FIRMNESS_TIE] = { "bv-tie-symbolic", "accent" },
};

G_DEFINE_FINAL_TYPE (BvFirmnessLight, bv_firmness_light, ADW_TYPE_BIN)

static void
bv_firmness_light_class_init (BvFirmnessLightClass *klass)
{
}

static void
bv_firmness_light_init (BvFirmnessLight *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
bv_firmness_light_new (BvFirmness light)
{
  GtkWidget *self = g_object_new (BV_TYPE_FIRMNESS_LIGHT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  g_return_val_if_fail (light < G_N_ELEMENTS (lights), self);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (lights[light].icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (bv_second_opinions_words_light (light)));
  gtk_widget_add_css_class (box, "pill-state");
  gtk_widget_add_css_class (box, lights[light].tone);
  adw_bin_set_child (ADW_BIN (self), box);
  bv_tooltip_set (self, bv_second_opinions_words_meaning (light));
  gtk_widget_set_visible (self, light != BV_FIRMNESS_NONE);
  return self;
}

const char *
bv_firmness_light_get_icon (BvFirmness light)
{
  g_return_val_if_fail (light < G_N_ELEMENTS (lights), NULL);

  return lights[light].icon;
}

const char *
bv_firmness_light_get_tone (BvFirmness light)
{
  g_return_val_if_fail (light < G_N_ELEMENTS (lights), NULL);

  return lights[light].tone;
}
