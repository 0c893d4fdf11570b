/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One side of what there is to say of a subject in the ranking; the panel shows one at a time. */
#pragma once
#include "bv-page.h"
#include "bv-ranking-row.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_PANE (bv_ranking_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvRankingPane, bv_ranking_pane, BV, RANKING_PANE, AdwBin)

struct _BvRankingPaneClass
{
  AdwBinClass parent_class;

  /* puts what there is to say of @row into the empty @box; called only while in sight */
  void (*fill) (BvRankingPane *self, GtkBox *box, BvRankingRow *row);
};

/* Signal "go" (name of a page): the user wants to see more of this subject there. */

/** bv_ranking_pane_show: %NULL shows nothing. */
void bv_ranking_pane_show (BvRankingPane *self, BvRankingRow *row);
/** bv_ranking_pane_set_page: where office and messages are; borrowed. */
void bv_ranking_pane_set_page (BvRankingPane *self, BvPage *page);
BvPage *bv_ranking_pane_get_page (BvRankingPane *self);
void bv_ranking_pane_go (BvRankingPane *self, const char *page);

/* What panes are made of */

/** bv_ranking_pane_create_label: one line; @css_class is nullable. */
GtkWidget *bv_ranking_pane_create_label (const char *text, const char *css_class, float xalign);
/** bv_ranking_pane_create_text: as many lines as it needs; @css_class is nullable. */
GtkWidget *bv_ranking_pane_create_text (const char *text, const char *css_class);
/** bv_ranking_pane_add_group: an empty preferences group with its title; borrowed. */
GtkWidget *bv_ranking_pane_add_group (GtkBox *box, const char *title);
/** bv_ranking_pane_add_card: a titled card around @child. */
void bv_ranking_pane_add_card (GtkBox *box, const char *title, GtkWidget *child);

G_END_DECLS
