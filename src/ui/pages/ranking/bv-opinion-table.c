/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks by all ways of counting side by side. */
#include "config.h"

#include "bv-opinion-table.h"

#include "bv-opinion-cell.h"
#include "bv-second-opinions-words.h"
#include "bv-tab-stop.h"

#include <glib/gi18n-lib.h>

#define RANK_WIDTH 76
#define TRIED_WIDTH 48
#define SUBJECT_WIDTH 140
#define SHARE_WIDTH 74
/* What a column shows, kept with its factory. */
#define COLUMN "bv-opinion-column"

/* As wide as their heads. */
static const int method_widths[BV_N_OPINIONS] = {
  [BV_OPINION_MEAN] = 78,     [BV_OPINION_TRIMMED] = 62,  [BV_OPINION_MEDIAN] = 66,
  [BV_OPINION_JUDGMENT] = 78, [BV_OPINION_BORDA] = 56,    [BV_OPINION_PLACEMENT] = 80,
  [BV_OPINION_SCHULZE] = 64,  [BV_OPINION_ADJUSTED] = 76,
};

struct _BvOpinionTable
{
  AdwBin parent_instance;

  /* Owned */
  BvOpinionBoard *board;

  /* Borrowed references */
  GtkLabel *note;
  GtkColumnView *view;
  GtkColumnViewColumn *tried, *share;
  GtkColumnViewColumn *methods[BV_N_OPINIONS];
};

G_DEFINE_FINAL_TYPE (BvOpinionTable, bv_opinion_table, ADW_TYPE_BIN)

/* The way by which the official value is formed says nothing new. */
static gboolean
is_worth_showing (const BvSecondOpinions *opinions, BvOpinionMethod method)
{
  BvOpinionMethod official = bv_second_opinions_get_matrix (opinions)->trimmed ? BV_OPINION_TRIMMED
                                                                               : BV_OPINION_MEAN;

  return method != official && bv_second_opinions_get_ranks (opinions, method) != NULL;
}

/* A hidden column still takes the room that it is said to need. */
static void
show_column (GtkColumnViewColumn *column, int width, gboolean visible)
{
  gtk_column_view_column_set_fixed_width (column, visible ? width : 0);
  gtk_column_view_column_set_visible (column, visible);
}

static void
refresh (BvOpinionTable *self)
{
  const BvSecondOpinions *opinions = bv_opinion_board_get (self->board);
  g_autofree char *absent = NULL;
  gboolean drawn = FALSE;

  if (opinions == NULL)
    return;
  for (guint i = 0; i < BV_N_OPINIONS; i++)
    show_column (
        self->methods[i], method_widths[i], is_worth_showing (opinions, (BvOpinionMethod) i));
  for (guint i = 0; i < bv_second_opinions_get_n_boundaries (opinions); i++)
    drawn |= bv_second_opinions_get_boundary (opinions, i)->n_draws > 0;
  show_column (self->share, SHARE_WIDTH, drawn);
  show_column (self->tried, TRIED_WIDTH, bv_opinion_board_get_ranks (self->board) != NULL);
  absent = bv_second_opinions_words_absent (opinions, BV_OPINION_MEAN);
  gtk_label_set_text (self->note, absent != NULL ? absent : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), absent != NULL);
}

static void
changed_cb (BvOpinionBoard *board, BvOpinionTable *self)
{
  refresh (self);
}

static void
bv_opinion_table_dispose (GObject *object)
{
  BvOpinionTable *self = BV_OPINION_TABLE (object);

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (bv_opinion_table_parent_class)->dispose (object);
}

static void
bv_opinion_table_class_init (BvOpinionTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_opinion_table_dispose;
}

static void
bv_opinion_table_init (BvOpinionTable *self)
{
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "bv-opinion-note");
}

/* Columns */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvOpinionTable *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN));

  gtk_list_item_set_child (item, bv_opinion_cell_new (self->board, column));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bv_opinion_cell_set_row (BV_OPINION_CELL (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bv_opinion_cell_set_row (BV_OPINION_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkColumnViewColumn *
add_column (BvOpinionTable *self, guint column, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made;

  g_object_set_data (G_OBJECT (factory), COLUMN, GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_fixed_width (made, width);
  gtk_column_view_column_set_expand (made, column == BV_OPINION_COLUMN_SUBJECT);
  gtk_column_view_append_column (self->view, made);
  g_object_unref (made);
  return made;
}

static void
add_columns (BvOpinionTable *self)
{
  add_column (self, BV_OPINION_COLUMN_OFFICIAL, _ ("Official"), RANK_WIDTH);
  add_column (self, BV_OPINION_COLUMN_SUBJECT, _ ("Subject"), SUBJECT_WIDTH);
  self->tried = add_column (self, BV_OPINION_COLUMN_TRIED, _ ("Tried"), TRIED_WIDTH);
  self->share = add_column (self, BV_OPINION_COLUMN_SHARE, _ ("Inside of 100"), SHARE_WIDTH);
  for (guint i = 0; i < BV_N_OPINIONS; i++)
    self->methods[i] = add_column (self,
                                   BV_OPINION_COLUMN_METHOD + i,
                                   i == BV_OPINION_TRIMMED
                                       ? C_ ("way of counting", "Trimmed")
                                       : bv_second_opinions_words_method ((BvOpinionMethod) i),
                                   method_widths[i]);
}

GtkWidget *
bv_opinion_table_new (GtkSelectionModel *selection, BvOpinionBoard *board)
{
  BvOpinionTable *self = g_object_new (BV_TYPE_OPINION_TABLE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->board = g_object_ref (board);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-ranking-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-opinion-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ranks by all ways of counting"),
                                  -1);
  add_columns (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), bv_tab_stop_new (scrolled));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (board, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (board, "weighed", G_CALLBACK (changed_cb), self);
  refresh (self);
  return GTK_WIDGET (self);
}

GtkColumnView *
bv_opinion_table_get_view (BvOpinionTable *self)
{
  g_return_val_if_fail (BV_IS_OPINION_TABLE (self), NULL);

  return self->view;
}

/* The cells that @list asks what they show, one for each column in sight. */
static GPtrArray *
create_cells (BvOpinionTable *self, BvListExport *list)
{
  static const BvField subject = { "subject", BV_FIELD_TEXT, .flags = BV_FIELD_MAIN };
  static const BvField rank = { "rank", BV_FIELD_INTEGER };
  static const BvField share = { "share", BV_FIELD_DECIMAL };
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    GtkListItemFactory *factory = gtk_column_view_column_get_factory (column);
    guint what = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN));

    if (!gtk_column_view_column_get_visible (column))
      continue;
    bv_list_export_add_column (list,
                               what == BV_OPINION_COLUMN_SUBJECT ? &subject
                               : what == BV_OPINION_COLUMN_SHARE ? &share
                                                                 : &rank,
                               gtk_column_view_column_get_title (column));
    g_ptr_array_add (cells, g_object_ref_sink (bv_opinion_cell_new (self->board, what)));
  }
  return cells;
}

void
bv_opinion_table_fill_export (BvOpinionTable *self, BvListExport *list)
{
  g_autoptr (GPtrArray) cells = NULL;
  GListModel *rows;

  g_return_if_fail (BV_IS_OPINION_TABLE (self));

  cells = create_cells (self, list);
  rows = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (BvRankingRow) row = g_list_model_get_item (rows, i);

    for (guint j = 0; j < cells->len; j++) {
      BvOpinionCell *cell = g_ptr_array_index (cells, j);
      g_autofree char *text = NULL;

      bv_opinion_cell_set_row (cell, row);
      text = bv_opinion_cell_dup_text (cell);
      bv_list_export_add_shown (list, text);
    }
  }
}
