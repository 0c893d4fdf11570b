/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything behind the rank of one subject: who it is on top, below it one pane of several. */
#include "config.h"

#include "bv-ranking-panel.h"

#include "bv-pill.h"
#include "bv-ranking-conditions.h"
#include "bv-ranking-firmness.h"
#include "bv-ranking-quota.h"
#include "bv-ranking-why.h"
#include "bv-segments.h"
#include "bv-stack.h"
#include "bv-standing.h"

#include <glib/gi18n-lib.h>

struct _BvRankingPanel
{
  AdwBin parent_instance;

  /* Owned */
  BvRankingRow *row; /* nullable */

  /* Borrowed references */
  GtkWidget *content; /* all there is */
  GtkBox *head;
  BvSegments *tabs;
  GtkStack *stack;
};

/* The tabs from left to right. A new pane is one line here. */
static const struct
{
  const char *title;
  GtkWidget *(*create) (void);
} panes[] = {
  { N_ ("Why"), bv_ranking_why_new },
  { N_ ("Eligibility"), bv_ranking_conditions_new },
  { N_ ("Shares"), bv_ranking_quota_new },
  { N_ ("Firmness"), bv_ranking_firmness_new },
};

static guint go_signal;

G_DEFINE_FINAL_TYPE (BvRankingPanel, bv_ranking_panel, ADW_TYPE_BIN)

static void
add_standing (GtkBox *head, const BvAssessed *assessed)
{
  GtkWidget *band = bv_pill_new ();
  g_autofree char *total = bv_fraction_format (assessed->total.total);
  g_autofree char *sum = NULL;

  if (assessed->rank > 0)
    sum = g_strdup_printf (_ ("Rank %u · %s points"), assessed->rank, total);
  else
    sum = g_strdup_printf (_ ("No rank yet · %s points"), total);
  gtk_box_append (head, bv_ranking_pane_create_text (sum, "heading"));
  bv_pill_set (BV_PILL (band),
               bv_scoring_band_label (assessed->total.band),
               bv_standing_get_band_tone (assessed->total.band));
  gtk_box_append (head, band);
}

static void
show_head (BvRankingPanel *self)
{
  const BvAssessed *assessed = bv_ranking_row_get_assessed (self->row);
  g_autofree char *place = bv_ranking_row_dup_place (self->row);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->head))) != NULL)
    gtk_box_remove (self->head, child);
  gtk_box_append (self->head, bv_ranking_pane_create_text (assessed->name, "title-3"));
  if (*place != '\0')
    gtk_box_append (self->head, bv_ranking_pane_create_text (place, "dim-label"));
  add_standing (self->head, assessed);
}

static void
show_pane (BvRankingPanel *self)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->stack,
                                                 panes[bv_segments_get_chosen (self->tabs)].title);

  bv_ranking_pane_show (BV_RANKING_PANE (pane), self->row);
  gtk_stack_set_visible_child (self->stack, pane);
}

static void
chosen_cb (BvSegments *tabs, BvRankingPanel *self)
{
  show_pane (self);
}

static void
go_cb (BvRankingPane *pane, const char *page, BvRankingPanel *self)
{
  g_signal_emit (self, go_signal, 0, page);
}

static void
bv_ranking_panel_dispose (GObject *object)
{
  g_clear_object (&BV_RANKING_PANEL (object)->row);
  G_OBJECT_CLASS (bv_ranking_panel_parent_class)->dispose (object);
}

static void
bv_ranking_panel_class_init (BvRankingPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_ranking_panel_dispose;
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
bv_ranking_panel_init (BvRankingPanel *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->tabs = BV_SEGMENTS (bv_segments_new (_ ("What to see of this subject")));
  self->stack = GTK_STACK (bv_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "bv-panel-head");
  gtk_widget_add_css_class (GTK_WIDGET (self->tabs), "bv-panel-tabs");
  gtk_widget_set_halign (GTK_WIDGET (self->tabs), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->tabs));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->stack));
  gtk_widget_set_visible (self->content, FALSE);
  adw_bin_set_child (ADW_BIN (self), self->content);
}

GtkWidget *
bv_ranking_panel_new (BvPage *page)
{
  BvRankingPanel *self = g_object_new (BV_TYPE_RANKING_PANEL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++) {
    GtkWidget *pane = panes[i].create ();

    bv_ranking_pane_set_page (BV_RANKING_PANE (pane), page);
    g_signal_connect (pane, "go", G_CALLBACK (go_cb), self);
    gtk_stack_add_named (self->stack, pane, panes[i].title);
    bv_segments_add (self->tabs, _ (panes[i].title));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), G_N_ELEMENTS (panes) > 1);
  g_signal_connect (self->tabs, "changed", G_CALLBACK (chosen_cb), self);
  return GTK_WIDGET (self);
}

void
bv_ranking_panel_show (BvRankingPanel *self, BvRankingRow *row)
{
  g_return_if_fail (BV_IS_RANKING_PANEL (self));

  g_set_object (&self->row, row);
  gtk_widget_set_visible (self->content, row != NULL);
  if (row != NULL)
    show_head (self);
  show_pane (self);
}

void
bv_ranking_panel_choose (BvRankingPanel *self, guint pane)
{
  g_return_if_fail (BV_IS_RANKING_PANEL (self));
  bv_segments_choose (self->tabs, pane);
}

void
bv_ranking_panel_show_firmness (BvRankingPanel *self)
{
  g_return_if_fail (BV_IS_RANKING_PANEL (self));

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (panes[i].create == bv_ranking_firmness_new)
      bv_segments_choose (self->tabs, i);
}
