/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One quota with its arithmetic: what it allows, what is used, what the council must decide. */
#include "config.h"

#include "bv-quota-card.h"

#include "bv-firmness-light.h"
#include "bv-pill.h"
#include "bv-second-opinions-words.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  bv_tooltip_set (label, text);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

char *
bv_quota_card_dup_use (const BvQuotaUse *use)
{
  return g_strdup_printf (
      _ ("used %d of %d · %d left"), (int) use->used, (int) use->cap, (int) use->left);
}

static GtkWidget *
create_head (const char *award_form, BvFirmness light)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = create_label (award_form, "heading");
  GtkWidget *button;

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), name);
  if (light == BV_FIRMNESS_NONE)
    return head;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), bv_firmness_light_new (light));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-light-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "ranking.firmness");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bv_second_opinions_words_light (light),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  bv_second_opinions_words_meaning (light),
                                  -1);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

GtkWidget *
bv_quota_card_new (const BvQuotaLine *line, BvFirmness light)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *last = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *use = bv_quota_card_dup_use (&line->use);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bv-quota-card");
  gtk_widget_set_hexpand (card, TRUE);
  gtk_box_append (GTK_BOX (card), create_head (line->award_form, light));
  gtk_box_append (GTK_BOX (card), create_label (line->explanation, "numeric"));
  gtk_box_append (GTK_BOX (last), create_label (use, "dim-label"));
  if (line->use.n_boundary > 0) {
    GtkWidget *pill = bv_pill_new ();
    g_autofree char *text = g_strdup_printf (
        ngettext ("%u on the boundary", "%u on the boundary", line->use.n_boundary),
        line->use.n_boundary);

    bv_pill_set (BV_PILL (pill), text, "warning");
    bv_tooltip_set (pill,
                    _ ("They are tied and do not fit into what is left: the council decides."));
    gtk_box_append (GTK_BOX (last), pill);
  }
  gtk_box_append (GTK_BOX (card), last);
  return card;
}
