/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score sheet: subjects × contents, one stage at a time. */
#include "config.h"

#include "bv-scores-page.h"

#include "bv-adjustment-window.h"
#include "bv-focus.h"
#include "bv-member-bar.h"
#include "bv-score-details.h"
#include "bv-score-filter.h"
#include "bv-scores-bar.h"
#include "bv-stack.h"

#include <glib/gi18n-lib.h>

struct _BvScoresPage
{
  BvPage parent_instance;

  /* Owned */
  BvScoreSheet *sheet; /* nullable */
  BvScoreFilter *filter;

  /* Borrowed references: parts of the widget */
  GtkStack *stack;
  BvScoresBar *bar;
  BvMemberBar *member_bar;
  GtkBox *sheet_box;
  BvScoreGrid *grid; /* nullable until loaded */
  BvScoreDetails *details;
};

G_DEFINE_FINAL_TYPE (BvScoresPage, bv_scores_page, BV_TYPE_PAGE)

static BvStage
get_stage (BvScoresPage *self)
{
  return bv_scores_bar_get_stage (self->bar);
}

/* How many rows and cells of @subjects lack points. */
static void
update_subtitle (BvScoresPage *self, GArray *subjects)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u subject", "%u subjects", subjects->len),
                                            subjects->len);
  g_autofree char *subtitle = NULL;
  guint n_rows = 0, n_cells = 0;

  for (guint i = 0; i < subjects->len; i++) {
    guint n;
    bv_score_sheet_add_up (self->sheet, g_array_index (subjects, guint, i), get_stage (self), &n);
    n_rows += n > 0;
    n_cells += n;
  }
  if (n_cells > 0)
    subtitle = g_strdup_printf (
        ngettext ("%s · %u cell without points", "%s · %u cells without points", n_cells),
        count,
        n_cells);
  bv_page_set_subtitle (BV_PAGE (self), n_cells > 0 ? subtitle : count);
  bv_scores_bar_set_n_missing (self->bar, n_rows);
}

static void
sync_member_bar (BvScoresPage *self, const BvScorePlace *place)
{
  gboolean shown = get_stage (self) == BV_SCORE_MEMBER;
  g_autoptr (GArray) due = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->member_bar), shown);
  if (!shown)
    return;
  due = bv_score_filter_list_due (self->filter, self->sheet);
  bv_member_bar_show (
      self->member_bar, self->sheet, due, place != NULL ? place->subject : G_MAXUINT);
}

static void
sync_details (BvScoresPage *self)
{
  BvScorePlace place;
  gboolean there = bv_score_grid_get_cursor (self->grid, &place);

  bv_score_details_show (self->details, self->sheet, there ? &place : NULL);
  sync_member_bar (self, there ? &place : NULL);
  bv_page_set_n_selected (
      BV_PAGE (self),
      there && bv_score_sheet_get_points (self->sheet, place) != BV_POINTS_NOT_APPLICABLE);
}

static void
show_list (BvScoresPage *self, gboolean anew)
{
  g_autoptr (GArray) subjects = NULL;
  g_autoptr (GArray) shown = NULL;

  if (self->sheet == NULL)
    return;
  bv_score_sheet_set_member (self->sheet, bv_member_bar_get_member (self->member_bar));
  bv_score_filter_set (self->filter,
                       bv_scores_bar_get_list (self->bar),
                       get_stage (self),
                       bv_scores_bar_get_search (self->bar));
  subjects = bv_score_filter_list (self->filter, self->sheet);
  if (anew)
    bv_score_filter_keep (
        self->filter, self->sheet, bv_scores_bar_is_missing_only (self->bar) ? subjects : NULL);
  shown = bv_score_filter_narrow (self->filter, self->sheet, subjects);
  bv_score_grid_show (self->grid, self->sheet, shown, get_stage (self));
  update_subtitle (self, subjects);
  sync_details (self);
}

static void
reload (BvScoresPage *self)
{
  BvPage *page = BV_PAGE (self);
  BvAssessment *assessment;
  GError *error = NULL;
  guint n_criteria = 0;

  if (bv_page_get_movement (page) == 0) {
    gtk_stack_set_visible_child_name (self->stack, "movement");
    bv_page_set_subtitle (page, "");
    return;
  }
  g_clear_object (&self->sheet);
  self->sheet = bv_score_sheet_load (
      bv_page_get_office (page), bv_page_get_movement (page), &error);
  if (self->sheet == NULL) {
    bv_page_report (page, error);
    return;
  }
  assessment = bv_score_sheet_get_assessment (self->sheet);
  bv_scores_bar_set_pack (self->bar, bv_assessment_get_pack (assessment));
  bv_scores_bar_set_has_members (self->bar, bv_assessment_get_member_sheets (assessment) != NULL);
  bv_assessment_get_criteria (assessment, &n_criteria);
  gtk_stack_set_visible_child_name (self->stack, n_criteria > 0 ? "sheet" : "contents");
  show_list (self, FALSE);
}

/* Callbacks */

static void
chosen_cb (gpointer source, BvScoresPage *self)
{
  if (self->grid == NULL)
    return;
  if (!bv_score_grid_commit (self->grid))
    bv_score_grid_cancel (self->grid);
  show_list (self, TRUE);
}

static void
search_done_cb (gpointer source, BvScoresPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
cursor_moved_cb (BvScoreGrid *grid, BvScoresPage *self)
{
  sync_details (self);
}

static void
failed_cb (gpointer source, GError *error, BvScoresPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

static void
done_cb (gpointer source, const char *message, BvScoresPage *self)
{
  bv_page_toast (BV_PAGE (self), message, TRUE);
}

static void
copy_forward_cb (BvScoresBar *bar, gboolean all, BvScoresPage *self)
{
  bv_score_grid_copy_forward (self->grid, all);
}

static void
reason_cb (BvScoresBar *bar, BvScoresPage *self)
{
  bv_score_grid_ask_reason (self->grid);
}

static void
adjust_cb (BvScoresBar *bar, BvScoresPage *self)
{
  BvScorePlace place;

  if (bv_score_grid_get_cursor (self->grid, &place))
    bv_adjustment_window_open (BV_PAGE (self),
                               bv_score_sheet_get_subject (self->sheet, place.subject)->subject_id);
}

static void
movements_cb (GtkButton *button, BvScoresPage *self)
{
  bv_page_show (BV_PAGE (self), "movements", 0);
}

/* What a page does */

/* The keyboard starts in the grid, unless the user is somewhere else already. */
static void
focus_first (BvScoresPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));

  if (root != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
bv_scores_page_load (BvPage *page)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);

  self->grid = BV_SCORE_GRID (bv_score_grid_new (bv_page_get_office (page)));
  g_signal_connect (self->grid, "cursor-moved", G_CALLBACK (cursor_moved_cb), self);
  g_signal_connect (self->grid, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self->grid, "done", G_CALLBACK (done_cb), self);
  gtk_box_append (self->sheet_box, GTK_WIDGET (self->grid));
  gtk_box_append (self->sheet_box, GTK_WIDGET (self->details));
  reload (self);
  focus_first (self);
}

static void
bv_scores_page_movement_changed (BvPage *page)
{
  reload (BV_SCORES_PAGE (page));
}

static void
bv_scores_page_changed (BvPage *page, GPtrArray *changes)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);

  if (self->sheet != NULL && bv_score_sheet_apply (self->sheet, changes, NULL))
    show_list (self, FALSE);
  else
    reload (self);
}

static gboolean
bv_scores_page_flush (BvPage *page)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);

  return self->grid == NULL || bv_score_grid_commit (self->grid);
}

static void
bv_scores_page_find (BvPage *page)
{
  bv_scores_bar_focus_search (BV_SCORES_PAGE (page)->bar);
}

static void
bv_scores_page_edit (BvPage *page)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);

  if (self->grid == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  bv_score_grid_edit (self->grid, NULL);
}

static void
bv_scores_page_delete_rows (BvPage *page)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);

  if (self->grid != NULL)
    bv_score_grid_clear (self->grid);
}

static void
bv_scores_page_duplicate_row (BvPage *page)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);

  if (self->grid != NULL)
    bv_score_grid_fill_down (self->grid);
}

static void
bv_scores_page_show_row (BvPage *page, gint64 id)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);
  guint subject = self->sheet != NULL ? bv_score_sheet_find (self->sheet, id) : G_MAXUINT;
  const BvAssessed *assessed;

  if (subject == G_MAXUINT)
    return;
  assessed = bv_assessment_get_subject (bv_score_sheet_get_assessment (self->sheet), subject);
  bv_scores_bar_clear_search (self->bar);
  bv_scores_bar_set_missing_only (self->bar, FALSE);
  bv_scores_bar_choose (self->bar, assessed->list, get_stage (self));
  show_list (self, TRUE);
  bv_score_grid_set_cursor (self->grid, id, 0);
}

static BvListExport *
bv_scores_page_make_export (BvPage *page)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);
  g_autofree char *shown = bv_scores_bar_dup_text (self->bar);
  BvListExport *list;

  if (self->sheet == NULL)
    return NULL;
  list = bv_list_export_new (_ ("Score sheet"));
  bv_list_export_set_movement (list, bv_page_get_office (page), bv_page_get_movement (page));
  bv_list_export_add_line (list, shown);
  bv_score_grid_fill_export (self->grid, list);
  return list;
}

static gboolean
bv_scores_page_grab_focus (GtkWidget *widget)
{
  BvScoresPage *self = BV_SCORES_PAGE (widget);

  return self->grid != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
bv_scores_page_dispose (GObject *object)
{
  BvScoresPage *self = BV_SCORES_PAGE (object);

  self->grid = NULL;
  g_clear_object (&self->details);
  g_clear_object (&self->sheet);
  g_clear_pointer (&self->filter, bv_score_filter_free);
  G_OBJECT_CLASS (bv_scores_page_parent_class)->dispose (object);
}

/* The report sums up the points; the sheet itself is a page of the workbook. */
static void
bv_scores_page_print (BvPage *page)
{
  bv_page_draw_up (page, "report");
}

static void
bv_scores_page_class_init (BvScoresPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_scores_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = bv_scores_page_grab_focus;
  page_class->load = bv_scores_page_load;
  page_class->movement_changed = bv_scores_page_movement_changed;
  page_class->changed = bv_scores_page_changed;
  page_class->flush = bv_scores_page_flush;
  page_class->find = bv_scores_page_find;
  page_class->edit = bv_scores_page_edit;
  page_class->duplicate_row = bv_scores_page_duplicate_row;
  page_class->delete_rows = bv_scores_page_delete_rows;
  page_class->show_row = bv_scores_page_show_row;
  page_class->make_export = bv_scores_page_make_export;
  page_class->print = bv_scores_page_print;
}

static GtkWidget *
build_status (BvScoresPage *self, const char *title, const char *text, const char *label)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "bv-scores-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), text);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect (button, "clicked", G_CALLBACK (movements_cb), self);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static void
build_bars (BvScoresPage *self)
{
  self->bar = BV_SCORES_BAR (bv_scores_bar_new ());
  g_signal_connect (self->bar, "changed", G_CALLBACK (chosen_cb), self);
  g_signal_connect (self->bar, "search-done", G_CALLBACK (search_done_cb), self);
  g_signal_connect (self->bar, "copy-forward", G_CALLBACK (copy_forward_cb), self);
  g_signal_connect (self->bar, "reason", G_CALLBACK (reason_cb), self);
  g_signal_connect (self->bar, "adjust", G_CALLBACK (adjust_cb), self);
  gtk_box_append (self->sheet_box, GTK_WIDGET (self->bar));

  self->member_bar = BV_MEMBER_BAR (bv_member_bar_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->member_bar), FALSE);
  g_signal_connect (self->member_bar, "changed", G_CALLBACK (chosen_cb), self);
  g_signal_connect (self->member_bar, "done", G_CALLBACK (done_cb), self);
  g_signal_connect (self->member_bar, "failed", G_CALLBACK (failed_cb), self);
  gtk_box_append (self->sheet_box, GTK_WIDGET (self->member_bar));
}

static void
bv_scores_page_init (BvScoresPage *self)
{
  self->filter = bv_score_filter_new ();
  self->stack = GTK_STACK (bv_stack_new ());
  self->sheet_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->sheet_box), "bv-list-side");
  build_bars (self);
  self->details = g_object_ref_sink (BV_SCORE_DETAILS (bv_score_details_new ()));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->sheet_box), "sheet");
  gtk_stack_add_named (
      self->stack,
      build_status (self,
                    _ ("No movement yet"),
                    _ ("Create an emulation movement first, then give points for its contents."),
                    _ ("_Go to movements")),
      "movement");
  gtk_stack_add_named (
      self->stack,
      build_status (self,
                    _ ("No contents to score"),
                    _ ("The movement has no contents yet. Write them down with their points."),
                    _ ("_Go to movements")),
      "contents");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

BvScoreGrid *
bv_scores_page_get_grid (BvScoresPage *self)
{
  g_return_val_if_fail (BV_IS_SCORES_PAGE (self), NULL);
  return self->grid;
}

void
bv_scores_page_choose (BvScoresPage *self, BvRankList list, BvStage stage)
{
  g_return_if_fail (BV_IS_SCORES_PAGE (self));
  bv_scores_bar_choose (self->bar, list, stage);
}

BvScoresBar *
bv_scores_page_get_bar (BvScoresPage *self)
{
  return self->bar;
}

BvMemberBar *
bv_scores_page_get_member_bar (BvScoresPage *self)
{
  return self->member_bar;
}

BvScoreDetails *
bv_scores_page_get_details (BvScoresPage *self)
{
  return self->details;
}
