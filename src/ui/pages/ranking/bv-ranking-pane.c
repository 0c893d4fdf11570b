/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One side of what there is to say of a subject in the ranking; the panel shows one at a time. */
#include "config.h"

#include "bv-ranking-pane.h"

typedef struct
{
  /* Borrowed references */
  BvPage *page; /* weak, nullable */
  GtkScrolledWindow *scrolled;

  gint64 shown; /* subject, 0 = none */
} BvRankingPanePrivate;

static guint go_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvRankingPane, bv_ranking_pane, ADW_TYPE_BIN)

#define PRIV(self) ((BvRankingPanePrivate *) bv_ranking_pane_get_instance_private (self))

static void
bv_ranking_pane_dispose (GObject *object)
{
  g_clear_weak_pointer (&PRIV (BV_RANKING_PANE (object))->page);
  G_OBJECT_CLASS (bv_ranking_pane_parent_class)->dispose (object);
}

static void
bv_ranking_pane_class_init (BvRankingPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_ranking_pane_dispose;
  go_signal = g_signal_new ("go",
                            G_TYPE_FROM_CLASS (klass),
                            G_SIGNAL_RUN_LAST,
                            0,
                            NULL,
                            NULL,
                            NULL,
                            G_TYPE_NONE,
                            1,
                            G_TYPE_STRING);
}

static void
bv_ranking_pane_init (BvRankingPane *self)
{
  BvRankingPanePrivate *priv = PRIV (self);

  priv->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (priv->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->scrolled));
}

void
bv_ranking_pane_show (BvRankingPane *self, BvRankingRow *row)
{
  BvRankingPanePrivate *priv = PRIV (self);
  gint64 subject = row != NULL ? bv_ranking_row_get_assessed (row)->subject_id : 0;
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (priv->scrolled);
  GtkBox *box = NULL;

  if (subject != priv->shown)
    gtk_adjustment_set_value (place, 0);
  priv->shown = subject;
  if (row != NULL) {
    box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
    gtk_widget_add_css_class (GTK_WIDGET (box), "bv-panel");
    BV_RANKING_PANE_GET_CLASS (self)->fill (self, box, row);
  }
  gtk_scrolled_window_set_child (priv->scrolled, GTK_WIDGET (box));
}

void
bv_ranking_pane_set_page (BvRankingPane *self, BvPage *page)
{
  g_set_weak_pointer (&PRIV (self)->page, page);
}

BvPage *
bv_ranking_pane_get_page (BvRankingPane *self)
{
  return PRIV (self)->page;
}

void
bv_ranking_pane_go (BvRankingPane *self, const char *page)
{
  g_signal_emit (self, go_signal, 0, page);
}

GtkWidget *
bv_ranking_pane_create_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
bv_ranking_pane_create_text (const char *text, const char *css_class)
{
  GtkWidget *label = bv_ranking_pane_create_label (text, css_class, 0);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

GtkWidget *
bv_ranking_pane_add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return group;
}

void
bv_ranking_pane_add_card (GtkBox *box, const char *title, GtkWidget *child)
{
  GtkWidget *group = bv_ranking_pane_add_group (box, title);
  GtkWidget *card = adw_bin_new ();

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bv-panel-card");
  adw_bin_set_child (ADW_BIN (card), child);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), card);
}
