/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking: three lists, each rank with its reason, quotas with their arithmetic. */
#include "config.h"

#include "bv-ranking-page.h"

#include "bv-list-split.h"
#include "bv-opinion-table.h"
#include "bv-quota-strip.h"
#include "bv-rank-segments.h"
#include "bv-ranking-cell.h"
#include "bv-ranking-list.h"
#include "bv-ranking-panel.h"
#include "bv-ranking-proof.h"
#include "bv-segments.h"
#include "bv-stack.h"
#include "bv-tab-stop.h"
#include "bv-tooltip.h"
#include "bv-weights-bar.h"

#include <glib/gi18n-lib.h>

struct _BvRankingPage
{
  BvPage parent_instance;

  /* Owned */
  BvAssessment *assessment; /* nullable */
  GListStore *rows;         /* BvRankingRow */
  GtkSingleSelection *selection;
  BvOpinionBoard *board;

  /* Borrowed references: parts of the widget */
  GtkStack *stack;
  BvListSplit *split;
  BvSegments *lists, *looks;
  GtkStack *tables;
  BvOpinionTable *opinions;
  BvQuotaStrip *quotas;
  GtkWidget *propose;
  GtkColumnView *view;
  BvRankingPanel *panel;
};

G_DEFINE_FINAL_TYPE (BvRankingPage, bv_ranking_page, BV_TYPE_PAGE)

static BvRankList
get_list (BvRankingPage *self)
{
  return (BvRankList) bv_segments_get_chosen (self->lists);
}

static guint
get_n_rows (BvRankingPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static gint64
get_row_id (BvRankingPage *self, guint position)
{
  g_autoptr (BvRankingRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row != NULL ? bv_ranking_row_get_assessed (row)->subject_id : 0;
}

static guint
find_row (BvRankingPage *self, gint64 id)
{
  for (guint i = 0; i < get_n_rows (self); i++)
    if (get_row_id (self, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gint64
get_selected_id (BvRankingPage *self)
{
  BvRankingRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? bv_ranking_row_get_assessed (row)->subject_id : 0;
}

/* Rows */

static gboolean
has_same_rows (BvRankingPage *self, const guint *ranked, guint n)
{
  if (n != get_n_rows (self))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (get_row_id (self, i) != bv_assessment_get_subject (self->assessment, ranked[i])->subject_id)
      return FALSE;
  return TRUE;
}

static void
fill_rows (BvRankingPage *self, const guint *ranked, guint n)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, bv_ranking_row_new (self->assessment, ranked[i]));
  g_list_store_splice (self->rows, 0, get_n_rows (self), rows->pdata, n);
}

static void
update_subtitle (BvRankingPage *self, const guint *ranked, guint n)
{
  guint n_ranked = 0;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n; i++)
    n_ranked += bv_assessment_get_subject (self->assessment, ranked[i])->rank > 0;
  subtitle = g_strdup_printf (_ ("%u ranked · %u lack points"), n_ranked, n - n_ranked);
  if (n == n_ranked) {
    g_free (subtitle);
    subtitle = g_strdup_printf (ngettext ("%u ranked", "%u ranked", n), n);
  }
  bv_page_set_subtitle (BV_PAGE (self), subtitle);
}

static void
show_panel (BvRankingPage *self)
{
  bv_ranking_panel_show (self->panel, gtk_single_selection_get_selected_item (self->selection));
}

static void
show_list (BvRankingPage *self)
{
  gint64 id = get_selected_id (self);
  guint position, n;
  const guint *ranked;

  if (self->assessment == NULL)
    return;
  ranked = bv_assessment_get_ranked (self->assessment, get_list (self), &n);
  if (has_same_rows (self, ranked, n))
    for (guint i = 0; i < n; i++) {
      g_autoptr (BvRankingRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      bv_ranking_row_update (row, self->assessment, ranked[i]);
    }
  else
    fill_rows (self, ranked, n);
  position = find_row (self, id);
  gtk_single_selection_set_selected (
      self->selection, position != GTK_INVALID_LIST_POSITION || n == 0 ? position : 0);
  bv_opinion_board_set (self->board, self->assessment, get_list (self));
  bv_quota_strip_show (self->quotas, self->assessment, get_list (self), self->board);
  show_panel (self);
  update_subtitle (self, ranked, n);
}

static void
reload (BvRankingPage *self)
{
  BvPage *page = BV_PAGE (self);
  BvOffice *office = bv_page_get_office (page);
  GError *error = NULL;
  guint n_criteria = 0;
  BvAssessment *assessment;

  if (bv_page_get_movement (page) == 0) {
    gtk_stack_set_visible_child_name (self->stack, "empty");
    bv_page_set_subtitle (page, "");
    return;
  }
  assessment = bv_assessment_load (office, bv_page_get_movement (page), &error);
  if (assessment == NULL) {
    bv_page_report (page, error);
    return;
  }
  g_set_object (&self->assessment, assessment);
  g_object_unref (assessment);
  bv_assessment_get_criteria (self->assessment, &n_criteria);
  bv_rank_segments_sync (self->lists, bv_assessment_get_pack (self->assessment));
  gtk_stack_set_visible_child_name (self->stack, n_criteria > 0 ? "list" : "empty");
  gtk_widget_set_sensitive (self->propose,
                            bv_office_is_writable (office)
                                && bv_assessment_get_n_quotas (self->assessment) > 0);
  show_list (self);
}

/* Callbacks */

static void
list_chosen_cb (BvSegments *lists, BvRankingPage *self)
{
  show_list (self);
}

static void
look_chosen_cb (BvSegments *looks, BvRankingPage *self)
{
  gtk_stack_set_visible_child_name (self->tables,
                                    bv_segments_get_chosen (looks) == 0 ? "order" : "opinions");
}

static void
opinions_changed_cb (BvOpinionBoard *board, BvRankingPage *self)
{
  bv_quota_strip_show (self->quotas, self->assessment, get_list (self), self->board);
  show_panel (self);
}

static void
firmness_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvRankingPage *self = BV_RANKING_PAGE (widget);

  bv_ranking_panel_show_firmness (self->panel);
  bv_list_split_show_editor (self->split, TRUE);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, BvRankingPage *self)
{
  show_panel (self);
}

static void
activate_cb (GtkColumnView *view, guint position, BvRankingPage *self)
{
  bv_list_split_show_editor (self->split, TRUE);
}

static void
back_cb (BvListSplit *split, BvRankingPage *self)
{
  bv_list_split_show_editor (split, FALSE);
}

static void
go_cb (BvRankingPanel *panel, const char *name, BvRankingPage *self)
{
  gint64 id = get_selected_id (self);

  if (g_str_equal (name, "achievements"))
    id = bv_ranking_proof_find (
        bv_page_get_office (BV_PAGE (self)), bv_page_get_movement (BV_PAGE (self)), id);
  bv_page_show (BV_PAGE (self), name, id);
}

static void
propose_cb (GtkButton *button, BvRankingPage *self)
{
  GError *error = NULL;
  int n = bv_assessment_propose (self->assessment, FALSE, &error);
  g_autofree char *message = NULL;

  if (n < 0) {
    bv_page_report (BV_PAGE (self), error);
    return;
  }
  message = n > 0 ? g_strdup_printf (
                ngettext ("%d proposal drawn up", "%d proposals drawn up", (gulong) n), n)
                  : g_strdup (_ ("The proposals agree with ranking and quotas already"));
  bv_page_toast (BV_PAGE (self), message, n > 0);
  bv_page_show (BV_PAGE (self), "proposals", 0);
}

static void
movements_cb (GtkButton *button, BvRankingPage *self)
{
  bv_page_show (BV_PAGE (self), "movements", 0);
}

/* What a page does */

static void
bv_ranking_page_load (BvPage *page)
{
  reload (BV_RANKING_PAGE (page));
}

static void
bv_ranking_page_changed (BvPage *page, GPtrArray *changes)
{
  reload (BV_RANKING_PAGE (page));
}

static void
bv_ranking_page_show_row (BvPage *page, gint64 id)
{
  BvRankingPage *self = BV_RANKING_PAGE (page);
  guint n = self->assessment != NULL ? bv_assessment_get_n_subjects (self->assessment) : 0;

  for (guint i = 0; i < n; i++)
    if (bv_assessment_get_subject (self->assessment, i)->subject_id == id)
      bv_ranking_page_choose (self, bv_assessment_get_subject (self->assessment, i)->list);
  gtk_single_selection_set_selected (self->selection, find_row (self, id));
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item",
                              "u",
                              find_row (self, id));
}

static BvListExport *
bv_ranking_page_make_export (BvPage *page)
{
  BvRankingPage *self = BV_RANKING_PAGE (page);
  BvListExport *list = bv_list_export_new (_ ("Ranking"));
  gboolean order = bv_segments_get_chosen (self->looks) == 0;

  bv_list_export_set_movement (list, bv_page_get_office (page), bv_page_get_movement (page));
  bv_list_export_add_line (list, bv_segments_get_label (self->lists));
  if (order) {
    bv_ranking_list_fill (list, G_LIST_MODEL (self->rows));
  } else {
    bv_list_export_add_line (list, bv_segments_get_label (self->looks));
    bv_opinion_table_fill_export (self->opinions, list);
  }
  return list;
}

static void
bv_ranking_page_dispose (GObject *object)
{
  BvRankingPage *self = BV_RANKING_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->assessment);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (bv_ranking_page_parent_class)->dispose (object);
}

/* What the council and the Director read of the ranking is the list of proposals. */
static void
bv_ranking_page_print (BvPage *page)
{
  bv_page_draw_up (page, "nominations");
}

static void
bv_ranking_page_class_init (BvRankingPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_ranking_page_dispose;
  page_class->load = bv_ranking_page_load;
  page_class->movement_changed = bv_ranking_page_load;
  page_class->changed = bv_ranking_page_changed;
  page_class->show_row = bv_ranking_page_show_row;
  page_class->make_export = bv_ranking_page_make_export;
  page_class->print = bv_ranking_page_print;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "ranking.firmness", NULL, firmness_cb);
}

static GtkWidget *
build_bar (BvRankingPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->lists = BV_SEGMENTS (bv_rank_segments_new ());
  g_signal_connect (self->lists, "changed", G_CALLBACK (list_chosen_cb), self);
  self->looks = BV_SEGMENTS (bv_segments_new (_ ("What to see of the list")));
  bv_segments_add (self->looks, C_ ("look", "Order"));
  bv_segments_add (self->looks, C_ ("look", "Other ways"));
  g_signal_connect (self->looks, "changed", G_CALLBACK (look_chosen_cb), self);
  self->propose = gtk_button_new_with_mnemonic (_ ("_Draw up proposals"));
  bv_tooltip_set (self->propose,
                  _ ("From ranks and quotas; what was typed into proposals before is kept"));
  gtk_widget_add_css_class (self->propose, "suggested-action");
  g_signal_connect (self->propose, "clicked", G_CALLBACK (propose_cb), self);
  gtk_widget_set_hexpand (self->propose, TRUE);
  gtk_widget_set_halign (self->propose, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->lists));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->looks));
  gtk_box_append (GTK_BOX (bar), self->propose);
  gtk_widget_add_css_class (bar, "bv-list-bar");
  return bar;
}

static GtkWidget *
build_table (BvRankingPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (BV_TYPE_RANKING_ROW);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-ranking-table");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Ranking"), -1);
  bv_ranking_cell_add_columns (self->view);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return bv_tab_stop_new (scrolled);
}

static GtkWidget *
build_opinions (BvRankingPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = bv_opinion_table_new (GTK_SELECTION_MODEL (self->selection), self->board);

  self->opinions = BV_OPINION_TABLE (table);
  gtk_widget_set_vexpand (table, TRUE);
  g_signal_connect (
      bv_opinion_table_get_view (self->opinions), "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (box), bv_weights_bar_new (self->board));
  gtk_box_append (GTK_BOX (box), table);
  return box;
}

static GtkWidget *
build_tables (BvRankingPage *self)
{
  self->tables = GTK_STACK (bv_stack_new ());
  gtk_stack_set_hhomogeneous (self->tables, FALSE);
  gtk_stack_add_named (self->tables, build_table (self), "order");
  gtk_stack_add_named (self->tables, build_opinions (self), "opinions");
  return GTK_WIDGET (self->tables);
}

static GtkWidget *
build_empty (BvRankingPage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Go to movements"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "bv-ranking-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Nothing to rank yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (status),
      _ ("A movement with contents and points comes first; then everybody has a rank here."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect (button, "clicked", G_CALLBACK (movements_cb), self);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static void
bv_ranking_page_init (BvRankingPage *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->board = bv_opinion_board_new ();
  g_signal_connect (self->board, "changed", G_CALLBACK (opinions_changed_cb), self);
  self->stack = GTK_STACK (bv_stack_new ());
  self->quotas = BV_QUOTA_STRIP (bv_quota_strip_new ());
  self->panel = BV_RANKING_PANEL (bv_ranking_panel_new (BV_PAGE (self)));
  gtk_widget_add_css_class (side, "bv-list-side");
  gtk_box_append (GTK_BOX (side), build_bar (self));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->quotas));
  gtk_box_append (GTK_BOX (side), build_tables (self));
  g_signal_connect (self->panel, "go", G_CALLBACK (go_cb), self);
  self->split = BV_LIST_SPLIT (bv_list_split_new (side, GTK_WIDGET (self->panel)));
  g_signal_connect (self->split, "back", G_CALLBACK (back_cb), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->split), "list");
  gtk_stack_add_named (self->stack, build_empty (self), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
bv_ranking_page_choose (BvRankingPage *self, BvRankList list)
{
  g_return_if_fail (BV_IS_RANKING_PAGE (self));
  bv_segments_choose (self->lists, list);
}

GListModel *
bv_ranking_page_get_rows (BvRankingPage *self)
{
  g_return_val_if_fail (BV_IS_RANKING_PAGE (self), NULL);
  return G_LIST_MODEL (self->rows);
}

BvOpinionBoard *
bv_ranking_page_get_board (BvRankingPage *self)
{
  g_return_val_if_fail (BV_IS_RANKING_PAGE (self), NULL);
  return self->board;
}

void
bv_ranking_page_look (BvRankingPage *self, gboolean other_ways)
{
  g_return_if_fail (BV_IS_RANKING_PAGE (self));
  bv_segments_choose (self->looks, other_ways ? 1 : 0);
}
