/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a decision rewards, and the button that writes the award history from it. */
#include "config.h"

#include "bv-awarding-section.h"

#include "bv-award-decision.h"

#include <glib/gi18n-lib.h>

struct _BvAwardingSection
{
  BvSection parent_instance;

  /* Borrowed references: children */
  GtkWidget *text;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (BvAwardingSection, bv_awarding_section, BV_TYPE_SECTION)

static void
append_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len ? "\n" : "", sentence);
  g_free (sentence);
}

static char *
describe (const BvAwardPlan *plan)
{
  GString *text = g_string_new (NULL);

  if (plan->n_decided > 0)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%u award was written from this decision.",
                                                "%u awards were written from this decision.",
                                                plan->n_decided),
                                      plan->n_decided));
  if (plan->n_ready > 0)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%u proposal passed by the council is ready.",
                                                "%u proposals passed by the council are ready.",
                                                plan->n_ready),
                                      plan->n_ready));
  if (plan->n_elsewhere > 0)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%u proposal is for a higher level to decide.",
                                                "%u proposals are for a higher level to decide.",
                                                plan->n_elsewhere),
                                      plan->n_elsewhere));
  if (text->len == 0)
    append_sentence (text,
                     g_strdup (_ ("No proposal is ready: the council passes them first, in a "
                                  "session that is sealed.")));
  return g_string_free (text, FALSE);
}

static void
bv_awarding_section_refresh (BvSection *section)
{
  BvAwardingSection *self = BV_AWARDING_SECTION (section);
  gint64 id = bv_section_get_owner_id (section);
  BvAwardPlan plan = { 0 };
  GError *error = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), id != 0);
  if (id == 0)
    return;
  if (!bv_award_decision_plan (bv_section_get_office (section), id, &plan, &error))
    bv_section_report (section, error);
  text = describe (&plan);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->button, bv_section_is_writable (section) && plan.n_ready > 0);
}

static void
carry_out_cb (BvAwardingSection *self)
{
  BvSection *section = BV_SECTION (self);
  GError *error = NULL;
  int n = bv_award_decision_carry_out (
      bv_section_get_office (section), bv_section_get_owner_id (section), &error);
  g_autofree char *message = NULL;

  if (n < 0) {
    bv_section_report (section, error);
    return;
  }
  message = g_strdup_printf (
      ngettext ("%d award written to the history", "%d awards written to the history", n), n);
  bv_section_toast (section, message, TRUE);
}

static void
bv_awarding_section_class_init (BvAwardingSectionClass *klass)
{
  BV_SECTION_CLASS (klass)->refresh = bv_awarding_section_refresh;
}

static void
bv_awarding_section_init (BvAwardingSection *self)
{
  bv_section_set_heading (BV_SECTION (self), _ ("Awards by this decision"));
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  self->button = gtk_button_new_with_mnemonic (_ ("_Write awards from the proposals"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (carry_out_cb), self);
  gtk_box_append (GTK_BOX (self), self->text);
  gtk_box_append (GTK_BOX (self), self->button);
}

GtkWidget *
bv_awarding_section_new (BvOffice *office)
{
  BvAwardingSection *self = g_object_new (BV_TYPE_AWARDING_SECTION, NULL);

  bv_section_set_office (BV_SECTION (self), office);
  return GTK_WIDGET (self);
}
