/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the table of second opinions. */
#include "config.h"

#include "bv-opinion-cell.h"

#include "bv-number.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvOpinionCell
{
  AdwBin parent_instance;

  guint column;

  /* Owned */
  BvOpinionBoard *board;
  BvRankingRow *row; /* nullable */
  gulong row_changed_id, changed_id, weighed_id;

  /* Borrowed references */
  GtkInscription *text;
  GtkWidget *below; /* picture and word */
  GtkImage *icon;
  GtkLabel *word;
};

G_DEFINE_FINAL_TYPE (BvOpinionCell, bv_opinion_cell, ADW_TYPE_BIN)

static guint
find_row (BvOpinionCell *self)
{
  if (bv_opinion_board_get (self->board) == NULL)
    return BV_OPINION_NO_ROW;
  return bv_opinion_board_find_row (self->board,
                                    bv_ranking_row_get_assessed (self->row)->subject_id);
}

static void
show_below (BvOpinionCell *self, const char *icon, const char *word)
{
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->word, word != NULL ? word : "");
  gtk_widget_set_visible (self->below, word != NULL);
}

static void
show_rank (BvOpinionCell *self, guint rank)
{
  g_autofree char *text = rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("–");

  gtk_inscription_set_text (self->text, text);
}

/* Only who crosses the boundary is marked. */
static void
show_change (BvOpinionCell *self, BvOpinionSide side)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "crossing");
  if (side == BV_OPINION_INSIDE)
    show_below (self, "go-up-symbolic", C_ ("crossing", "in"));
  else if (side == BV_OPINION_OUTSIDE)
    show_below (self, "go-down-symbolic", C_ ("crossing", "out"));
  else
    show_below (self, NULL, NULL);
  if (side == BV_OPINION_INSIDE || side == BV_OPINION_OUTSIDE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "crossing");
}

/* The best standing with all boundaries. */
static BvOpinionSide
find_official (BvOpinionCell *self, guint row)
{
  const BvSecondOpinions *opinions = bv_opinion_board_get (self->board);
  BvOpinionSide best = BV_OPINION_NO_PART;

  for (guint i = 0; i < bv_second_opinions_get_n_boundaries (opinions); i++) {
    BvOpinionSide side = bv_second_opinions_get_boundary (opinions, i)->official[row];

    if (side == BV_OPINION_INSIDE)
      return side;
    if (side == BV_OPINION_OPEN)
      best = side;
  }
  return best;
}

static void
show_official (BvOpinionCell *self, guint row)
{
  BvOpinionSide side = row != BV_OPINION_NO_ROW ? find_official (self, row) : BV_OPINION_NO_PART;

  show_rank (self, bv_ranking_row_get_assessed (self->row)->rank);
  if (side == BV_OPINION_INSIDE)
    show_below (self, NULL, C_ ("standing", "inside"));
  else if (side == BV_OPINION_OPEN)
    show_below (self, NULL, C_ ("standing", "council"));
  else
    show_below (self, NULL, NULL);
}

static void
show_subject (BvOpinionCell *self)
{
  const BvAssessed *assessed = bv_ranking_row_get_assessed (self->row);
  g_autofree char *place = bv_ranking_row_dup_place (self->row);

  gtk_inscription_set_text (self->text, assessed->name);
  show_below (self, NULL, *place != '\0' ? place : NULL);
  bv_tooltip_set (GTK_WIDGET (self), assessed->name);
}

static void
show_method (BvOpinionCell *self, BvOpinionMethod method, guint row)
{
  const guint *ranks = row != BV_OPINION_NO_ROW ? bv_second_opinions_get_ranks (
                           bv_opinion_board_get (self->board), method)
                                                : NULL;

  show_rank (self, ranks != NULL ? ranks[row] : 0);
  show_change (self,
               ranks != NULL ? bv_opinion_board_find_change (self->board, method, row)
                             : BV_OPINION_NO_PART);
}

/* Where the weights tried put @row, if elsewhere than it is. */
static BvOpinionSide
find_tried (BvOpinionCell *self, guint row)
{
  const BvSecondOpinions *opinions = bv_opinion_board_get (self->board);

  for (guint i = 0; i < bv_second_opinions_get_n_boundaries (opinions); i++) {
    BvOpinionSide official = bv_second_opinions_get_boundary (opinions, i)->official[row];
    BvOpinionSide tried = bv_opinion_board_get_side (self->board, i, row);

    if (official != tried && official != BV_OPINION_OPEN && tried != BV_OPINION_OPEN)
      return tried;
  }
  return BV_OPINION_NO_PART;
}

static void
show_tried (BvOpinionCell *self, guint row)
{
  const guint *ranks = bv_opinion_board_get_ranks (self->board);
  gboolean there = ranks != NULL && row != BV_OPINION_NO_ROW;

  show_rank (self, there ? ranks[row] : 0);
  show_change (self, there ? find_tried (self, row) : BV_OPINION_NO_PART);
}

/* For the first boundary that the subject takes part in. */
static void
show_share (BvOpinionCell *self, guint row)
{
  const BvSecondOpinions *opinions = bv_opinion_board_get (self->board);
  guint n = row != BV_OPINION_NO_ROW ? bv_second_opinions_get_n_boundaries (opinions) : 0;
  g_autofree char *text = NULL;

  for (guint i = 0; text == NULL && i < n; i++) {
    const BvOpinionBoundary *boundary = bv_second_opinions_get_boundary (opinions, i);

    if (boundary->official[row] != BV_OPINION_NO_PART && boundary->n_draws > 0)
      text = bv_number_format_decimal ((gint64) boundary->n_inside[row] * 1000 / boundary->n_draws,
                                       1);
  }
  gtk_inscription_set_text (self->text, text != NULL ? text : "–");
  show_below (self, NULL, NULL);
}

static void
refresh (BvOpinionCell *self)
{
  guint row = find_row (self);

  switch (self->column) {
  case BV_OPINION_COLUMN_OFFICIAL:
    show_official (self, row);
    break;
  case BV_OPINION_COLUMN_SUBJECT:
    show_subject (self);
    break;
  case BV_OPINION_COLUMN_TRIED:
    show_tried (self, row);
    break;
  case BV_OPINION_COLUMN_SHARE:
    show_share (self, row);
    break;
  default:
    show_method (self, (BvOpinionMethod) (self->column - BV_OPINION_COLUMN_METHOD), row);
  }
}

static void
changed_cb (gpointer source, BvOpinionCell *self)
{
  refresh (self);
}

static void
bv_opinion_cell_dispose (GObject *object)
{
  BvOpinionCell *self = BV_OPINION_CELL (object);

  bv_opinion_cell_set_row (self, NULL);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (bv_opinion_cell_parent_class)->dispose (object);
}

static void
bv_opinion_cell_class_init (BvOpinionCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_opinion_cell_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "opinioncell");
}

static GtkInscription *
create_inscription (float xalign)
{
  GtkInscription *text = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_text_overflow (text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (text, xalign);
  gtk_inscription_set_min_lines (text, 1);
  gtk_inscription_set_nat_lines (text, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (text), TRUE);
  return text;
}

static void
bv_opinion_cell_init (BvOpinionCell *self)
{
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_image_set_pixel_size (self->icon, 12);
}

GtkWidget *
bv_opinion_cell_new (BvOpinionBoard *board, guint column)
{
  BvOpinionCell *self = g_object_new (BV_TYPE_OPINION_CELL, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gboolean wide = column == BV_OPINION_COLUMN_SUBJECT;

  self->board = g_object_ref (board);
  self->column = column;
  self->text = create_inscription (wide ? 0 : 0.5f);
  self->word = GTK_LABEL (gtk_label_new (NULL));
  self->below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_label_set_ellipsize (self->word, PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (self->below, wide ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (box), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->below, "caption");
  if (wide)
    gtk_widget_add_css_class (self->below, "dim-label");
  if (column == BV_OPINION_COLUMN_OFFICIAL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "official");
  gtk_box_append (GTK_BOX (self->below), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->below), GTK_WIDGET (self->word));
  gtk_box_append (box, GTK_WIDGET (self->text));
  gtk_box_append (box, self->below);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  return GTK_WIDGET (self);
}

void
bv_opinion_cell_set_row (BvOpinionCell *self, BvRankingRow *row)
{
  g_return_if_fail (BV_IS_OPINION_CELL (self));

  if (self->row != NULL) {
    g_clear_signal_handler (&self->row_changed_id, self->row);
    g_clear_signal_handler (&self->changed_id, self->board);
    g_clear_signal_handler (&self->weighed_id, self->board);
  }
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  self->row_changed_id = g_signal_connect (row, "changed", G_CALLBACK (changed_cb), self);
  self->changed_id = g_signal_connect (self->board, "changed", G_CALLBACK (changed_cb), self);
  self->weighed_id = g_signal_connect (self->board, "weighed", G_CALLBACK (changed_cb), self);
  refresh (self);
}

char *
bv_opinion_cell_dup_text (BvOpinionCell *self)
{
  const char *text, *word;

  g_return_val_if_fail (BV_IS_OPINION_CELL (self), NULL);

  text = gtk_inscription_get_text (self->text);
  word = gtk_label_get_text (self->word);
  return *word != '\0' ? g_strdup_printf ("%s (%s)", text, word) : g_strdup (text);
}
