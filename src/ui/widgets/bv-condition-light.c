/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether somebody may be rewarded, at a glance: a picture and a word, never colour alone. */
#include "config.h"

#include "bv-condition-light.h"

struct _BvConditionLight
{
  AdwBin parent_instance;

  /* Borrowed references */
  GtkImage *icon;
  GtkLabel *label;

  const char *tone; /* static, nullable */
};

G_DEFINE_FINAL_TYPE (BvConditionLight, bv_condition_light, ADW_TYPE_BIN)

static void
bv_condition_light_class_init (BvConditionLightClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "conditionlight");
}

static void
bv_condition_light_init (BvConditionLight *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_image_set_pixel_size (self->icon, 14);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
bv_condition_light_new (void)
{
  return g_object_new (BV_TYPE_CONDITION_LIGHT, NULL);
}

static void
show (BvConditionLight *self, const char *text, const char *icon, const char *tone)
{
  gtk_label_set_text (self->label, text);
  gtk_image_set_from_icon_name (self->icon, icon);
  if (self->tone != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->tone);
  self->tone = g_intern_string (tone);
  if (self->tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), self->tone);
}

static const char *
get_icon (BvEligibilityResult result, gboolean set_aside)
{
  if (result >= BV_ELIGIBILITY_WARNED && !set_aside)
    return result == BV_ELIGIBILITY_BLOCKED ? "action-unavailable-symbolic"
                                            : "dialog-warning-symbolic";
  if (set_aside)
    return "changes-allow-symbolic";
  return result == BV_ELIGIBILITY_UNKNOWN ? "bv-unknown-symbolic" : "object-select-symbolic";
}

void
bv_condition_light_set_verdict (BvConditionLight *self, const BvEligibilityVerdict *verdict)
{
  gboolean set_aside = verdict->n_set_aside > 0 && verdict->result < BV_ELIGIBILITY_WARNED;

  g_return_if_fail (BV_IS_CONDITION_LIGHT (self));
  gtk_widget_set_visible (GTK_WIDGET (self), verdict->result != BV_ELIGIBILITY_NOT_TESTED);
  show (self,
        bv_eligibility_verdict_label (verdict),
        get_icon (verdict->result, set_aside),
        bv_eligibility_verdict_tone (verdict));
}

void
bv_condition_light_set_result (BvConditionLight *self,
                               BvEligibilityResult result,
                               gboolean set_aside)
{
  BvEligibilityVerdict verdict = { .result = result, .check = BV_N_CHECKS };

  g_return_if_fail (BV_IS_CONDITION_LIGHT (self));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_NONE);
  show (self,
        bv_eligibility_result_label (result),
        get_icon (result, set_aside),
        set_aside ? "accent" : bv_eligibility_verdict_tone (&verdict));
}

const char *
bv_condition_light_get_text (BvConditionLight *self)
{
  return gtk_label_get_text (self->label);
}
