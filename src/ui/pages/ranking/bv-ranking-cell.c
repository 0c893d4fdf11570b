/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the ranking: rank, subject with why it stands there, points, or pills. */
#include "config.h"

#include "bv-ranking-cell.h"

#include "bv-condition-light.h"
#include "bv-pill.h"
#include "bv-standing.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvRankingCell
{
  AdwBin parent_instance;

  BvRankingColumn column;

  /* Owned */
  BvRankingRow *row; /* nullable */
  gulong changed_id;

  /* Borrowed references */
  GtkInscription *text;
  GtkLabel *name;          /* subjects only: long names take two lines */
  GtkInscription *second;  /* nullable */
  GtkInscription *reason;  /* subjects only: why this rank */
  BvPill *band, *standing; /* nullable */
  BvConditionLight *light; /* nullable: may it be rewarded? */
};

G_DEFINE_FINAL_TYPE (BvRankingCell, bv_ranking_cell, ADW_TYPE_BIN)

static void
show_lines (BvRankingCell *self, const char *text, const char *second)
{
  gtk_inscription_set_text (self->text, text);
  gtk_inscription_set_text (self->second, second);
  gtk_widget_set_visible (GTK_WIDGET (self->second), *second != '\0');
}

static void
show_rank (BvRankingCell *self, const BvAssessed *assessed)
{
  g_autofree char *rank = assessed->rank > 0 ? g_strdup_printf ("%u", assessed->rank)
                                             : g_strdup ("–");

  show_lines (self, rank, assessed->n_tied > 1 ? _ ("joint") : "");
  if (assessed->n_tied > 1)
    gtk_widget_add_css_class (GTK_WIDGET (self), "joint");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "joint");
}

static void
show_pills (BvRankingCell *self, const BvAssessed *assessed)
{
  BvStanding standing = bv_standing_find (bv_ranking_row_get_assessment (self->row),
                                          bv_ranking_row_get_subject (self->row));
  g_autofree char *tooltip = NULL;

  bv_pill_set (self->standing,
               bv_standing_get_label (standing.outcome),
               bv_standing_get_tone (standing.outcome));
  bv_pill_set (self->band,
               bv_scoring_band_label (assessed->total.band),
               bv_standing_get_band_tone (assessed->total.band));
  bv_condition_light_set_verdict (self->light, &assessed->verdict);
  if (assessed->blocked != NULL)
    tooltip = g_strdup (assessed->blocked);
  else
    tooltip = g_strdup (standing.award_form);
  bv_tooltip_set (GTK_WIDGET (self), tooltip);
}

/* What separates the neighbours first, which is what one looks for, then the sum. */
static char *
order_reason (const char *reason)
{
  const char *ties = strstr (reason, " · ");
  g_autofree char *sum = ties != NULL ? g_strndup (reason, (gsize) (ties - reason)) : NULL;

  return ties != NULL ? g_strconcat (ties + strlen (" · "), "\n", sum, NULL) : g_strdup (reason);
}

static void
show_subject (BvRankingCell *self, const BvAssessed *assessed)
{
  g_autofree char *place = bv_ranking_row_dup_place (self->row);
  g_autofree char *reason = order_reason (assessed->reason);

  gtk_label_set_text (self->name, assessed->name);
  gtk_inscription_set_text (self->second, place);
  gtk_widget_set_visible (GTK_WIDGET (self->second), *place != '\0');
  gtk_inscription_set_text (self->reason, reason);
  bv_tooltip_set (GTK_WIDGET (self->reason), assessed->reason);
}

static void
refresh (BvRankingCell *self)
{
  const BvAssessed *assessed = bv_ranking_row_get_assessed (self->row);
  g_autofree char *text = NULL;

  switch (self->column) {
  case BV_RANKING_COLUMN_RANK:
    show_rank (self, assessed);
    break;
  case BV_RANKING_COLUMN_SUBJECT:
    show_subject (self, assessed);
    break;
  case BV_RANKING_COLUMN_TOTAL:
    text = bv_fraction_format (assessed->total.total);
    gtk_inscription_set_text (self->text, text);
    break;
  case BV_RANKING_COLUMN_STANDING:
    show_pills (self, assessed);
    break;
  default:
    g_assert_not_reached ();
  }
  if (assessed->total.complete)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "incomplete");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "incomplete");
}

static void
row_changed_cb (BvRankingRow *row, BvRankingCell *self)
{
  refresh (self);
}

static void
bv_ranking_cell_dispose (GObject *object)
{
  bv_ranking_cell_set_row (BV_RANKING_CELL (object), NULL);
  G_OBJECT_CLASS (bv_ranking_cell_parent_class)->dispose (object);
}

static void
bv_ranking_cell_class_init (BvRankingCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_ranking_cell_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rankingcell");
}

static void
bv_ranking_cell_init (BvRankingCell *self)
{
}

static GtkInscription *
add_inscription (GtkBox *box, float xalign, guint n_lines)
{
  GtkInscription *text = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_text_overflow (text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (text, xalign);
  gtk_inscription_set_min_chars (text, 2);
  gtk_inscription_set_min_lines (text, n_lines);
  gtk_inscription_set_nat_lines (text, n_lines);
  gtk_widget_set_hexpand (GTK_WIDGET (text), TRUE);
  gtk_box_append (box, GTK_WIDGET (text));
  return text;
}

static void
add_second (BvRankingCell *self, GtkBox *box, float xalign)
{
  self->second = add_inscription (box, xalign, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->second), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->second), "caption");
}

static GtkLabel *
add_name (GtkBox *box)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_lines (label, 2);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, 8);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static BvPill *
add_pill (GtkBox *box)
{
  GtkWidget *pill = bv_pill_new ();

  gtk_box_append (box, pill);
  return BV_PILL (pill);
}

GtkWidget *
bv_ranking_cell_new (BvRankingColumn column)
{
  BvRankingCell *self = g_object_new (BV_TYPE_RANKING_CELL, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  self->column = column;
  gtk_widget_set_valign (GTK_WIDGET (box), GTK_ALIGN_CENTER);
  if (column == BV_RANKING_COLUMN_STANDING) {
    gtk_box_set_spacing (box, 3);
    self->standing = add_pill (box);
    self->band = add_pill (box);
    self->light = BV_CONDITION_LIGHT (bv_condition_light_new ());
    gtk_box_append (box, GTK_WIDGET (self->light));
  } else if (column == BV_RANKING_COLUMN_RANK) {
    self->text = add_inscription (box, 0.5, 1);
    add_second (self, box, 0.5);
    gtk_widget_add_css_class (GTK_WIDGET (self), "rank");
  } else if (column == BV_RANKING_COLUMN_SUBJECT) {
    self->name = add_name (box);
    add_second (self, box, 0);
    self->reason = add_inscription (box, 0, 2);
    gtk_inscription_set_yalign (self->reason, 0);
    gtk_widget_add_css_class (GTK_WIDGET (self->reason), "reason");
  } else {
    self->text = add_inscription (box, 1, 1);
    gtk_widget_add_css_class (GTK_WIDGET (self), "total");
  }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  return GTK_WIDGET (self);
}

void
bv_ranking_cell_set_row (BvRankingCell *self, BvRankingRow *row)
{
  g_return_if_fail (BV_IS_RANKING_CELL (self));

  if (self->row != NULL)
    g_clear_signal_handler (&self->changed_id, self->row);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  self->changed_id = g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), self);
  refresh (self);
}

/* Columns */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, bv_ranking_cell_new ((BvRankingColumn) GPOINTER_TO_UINT (column)));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bv_ranking_cell_set_row (BV_RANKING_CELL (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bv_ranking_cell_set_row (BV_RANKING_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
add_column (
    GtkColumnView *view, BvRankingColumn column, const char *title, int width, gboolean wide)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_fixed_width (made, width);
  gtk_column_view_column_set_expand (made, wide);
  gtk_column_view_append_column (view, made);
}

void
bv_ranking_cell_add_columns (GtkColumnView *view)
{
  add_column (view, BV_RANKING_COLUMN_RANK, _ ("Rank"), 68, FALSE);
  add_column (view, BV_RANKING_COLUMN_SUBJECT, _ ("Subject and why this rank"), 240, TRUE);
  add_column (view, BV_RANKING_COLUMN_TOTAL, _ ("Points"), 80, FALSE);
  add_column (view, BV_RANKING_COLUMN_STANDING, _ ("Standing"), 182, FALSE);
}
