/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score sheet: subjects × contents, one stage at a time. */
#include "config.h"

#include "bv-scores-page.h"

#include "bv-fold.h"
#include "bv-score-details.h"
#include "bv-segments.h"

#include <glib/gi18n-lib.h>

struct _BvScoresPage
{
  BvPage parent_instance;

  /* Owned */
  BvScoreSheet *sheet; /* nullable */

  /* Borrowed references: parts of the widget */
  GtkStack *stack;
  BvSegments *stages;
  BvSegments *lists;
  GtkEditable *search;
  GtkBox *sheet_box;
  BvScoreGrid *grid; /* nullable until loaded */
  BvScoreDetails *details;
};

G_DEFINE_FINAL_TYPE (BvScoresPage, bv_scores_page, BV_TYPE_PAGE)

static BvStage
get_stage (BvScoresPage *self)
{
  return (BvStage) bv_segments_get_chosen (self->stages);
}

/* The subjects of the chosen list whose names have the words that are searched. */
static GArray *
list_subjects (BvScoresPage *self)
{
  BvAssessment *assessment = bv_score_sheet_get_assessment (self->sheet);
  guint n = bv_assessment_get_n_subjects (assessment);
  g_autofree char *wanted = bv_fold (gtk_editable_get_text (self->search));
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++) {
    const BvAssessed *assessed = bv_assessment_get_subject (assessment, i);
    g_autofree char *all = g_strjoin (" ", assessed->name, assessed->department, NULL);
    g_autofree char *folded = bv_fold (all);

    if (assessed->list == (BvRankList) bv_segments_get_chosen (self->lists)
        && strstr (folded, wanted) != NULL)
      g_array_append_val (subjects, i);
  }
  return subjects;
}

static void
update_subtitle (BvScoresPage *self, GArray *subjects)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u subject", "%u subjects", subjects->len),
                                            subjects->len);
  g_autofree char *subtitle = NULL;
  guint n_missing = 0;

  for (guint i = 0; i < subjects->len; i++) {
    guint n;
    bv_score_sheet_add_up (self->sheet, g_array_index (subjects, guint, i), get_stage (self), &n);
    n_missing += n;
  }
  if (n_missing > 0)
    subtitle = g_strdup_printf (
        ngettext ("%s · %u cell without points", "%s · %u cells without points", n_missing),
        count,
        n_missing);
  bv_page_set_subtitle (BV_PAGE (self), n_missing > 0 ? subtitle : count);
}

static void
sync_details (BvScoresPage *self)
{
  BvScorePlace place;
  gboolean there = bv_score_grid_get_cursor (self->grid, &place);

  bv_score_details_show (self->details, self->sheet, there ? &place : NULL);
  bv_page_set_n_selected (
      BV_PAGE (self),
      there && bv_score_sheet_get_points (self->sheet, place) != BV_POINTS_NOT_APPLICABLE);
}

static void
show_list (BvScoresPage *self)
{
  g_autoptr (GArray) subjects = NULL;

  if (self->sheet == NULL)
    return;
  subjects = list_subjects (self);
  bv_score_grid_show (self->grid, self->sheet, subjects, get_stage (self));
  update_subtitle (self, subjects);
  sync_details (self);
}

static void
reload (BvScoresPage *self)
{
  BvPage *page = BV_PAGE (self);
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
  bv_assessment_get_criteria (bv_score_sheet_get_assessment (self->sheet), &n_criteria);
  gtk_stack_set_visible_child_name (self->stack, n_criteria > 0 ? "sheet" : "contents");
  show_list (self);
}

/* Callbacks */

static void
chosen_cb (gpointer source, BvScoresPage *self)
{
  if (self->grid == NULL)
    return;
  if (!bv_score_grid_commit (self->grid))
    bv_score_grid_cancel (self->grid);
  show_list (self);
}

static void
stop_search_cb (GtkSearchEntry *search, BvScoresPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
search_done_cb (GtkSearchEntry *search, BvScoresPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
cursor_moved_cb (BvScoreGrid *grid, BvScoresPage *self)
{
  sync_details (self);
}

static void
failed_cb (BvScoreGrid *grid, GError *error, BvScoresPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

static void
cleared_cb (BvScoreGrid *grid, BvScoresPage *self)
{
  bv_page_toast (BV_PAGE (self), _ ("Points deleted"), TRUE);
}

static void
reason_cb (BvScoreDetails *details, BvScoresPage *self)
{
  bv_score_grid_ask_reason (self->grid);
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
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

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
  g_signal_connect (self->grid, "cleared", G_CALLBACK (cleared_cb), self);
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
  reload (BV_SCORES_PAGE (page));
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
  gtk_widget_grab_focus (GTK_WIDGET (BV_SCORES_PAGE (page)->search));
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
bv_scores_page_show_row (BvPage *page, gint64 id)
{
  BvScoresPage *self = BV_SCORES_PAGE (page);
  guint subject = self->sheet != NULL ? bv_score_sheet_find (self->sheet, id) : G_MAXUINT;
  const BvAssessed *assessed;

  if (subject == G_MAXUINT)
    return;
  assessed = bv_assessment_get_subject (bv_score_sheet_get_assessment (self->sheet), subject);
  gtk_editable_set_text (self->search, "");
  bv_segments_choose (self->lists, assessed->list);
  show_list (self);
  bv_score_grid_set_cursor (self->grid, id, 0);
}

static void
bv_scores_page_dispose (GObject *object)
{
  BvScoresPage *self = BV_SCORES_PAGE (object);

  self->grid = NULL;
  g_clear_object (&self->details);
  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (bv_scores_page_parent_class)->dispose (object);
}

static void
bv_scores_page_class_init (BvScoresPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_scores_page_dispose;
  page_class->load = bv_scores_page_load;
  page_class->movement_changed = bv_scores_page_movement_changed;
  page_class->changed = bv_scores_page_changed;
  page_class->flush = bv_scores_page_flush;
  page_class->find = bv_scores_page_find;
  page_class->edit = bv_scores_page_edit;
  page_class->delete_rows = bv_scores_page_delete_rows;
  page_class->show_row = bv_scores_page_show_row;
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

static GtkWidget *
build_bar (BvScoresPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *search = gtk_search_entry_new ();
  const char *placeholder = _ ("Search names and departments");

  self->stages = BV_SEGMENTS (bv_segments_new (_ ("Stage")));
  for (guint i = 0; i < BV_N_STAGES; i++)
    bv_segments_add (self->stages, bv_score_details_get_stage_label ((BvStage) i));
  bv_segments_choose (self->stages, BV_STAGE_OFFICE);
  self->lists = BV_SEGMENTS (bv_segments_new (_ ("List")));
  bv_segments_add (self->lists, _ ("Collectives"));
  bv_segments_add (self->lists, _ ("Leaders"));
  bv_segments_add (self->lists, _ ("Staff"));
  self->search = GTK_EDITABLE (search);
  gtk_widget_set_hexpand (search, TRUE);
  g_object_set (search, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  g_signal_connect (self->stages, "changed", G_CALLBACK (chosen_cb), self);
  g_signal_connect (self->lists, "changed", G_CALLBACK (chosen_cb), self);
  g_signal_connect (search, "search-changed", G_CALLBACK (chosen_cb), self);
  g_signal_connect (search, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect (search, "activate", G_CALLBACK (search_done_cb), self);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->lists));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->stages));
  gtk_box_append (GTK_BOX (bar), search);
  gtk_widget_add_css_class (bar, "bv-list-bar");
  return bar;
}

static void
bv_scores_page_init (BvScoresPage *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->sheet_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->sheet_box), "bv-list-side");
  gtk_box_append (self->sheet_box, build_bar (self));
  self->details = g_object_ref_sink (BV_SCORE_DETAILS (bv_score_details_new ()));
  g_signal_connect (self->details, "reason", G_CALLBACK (reason_cb), self);
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

  bv_segments_choose (self->lists, list);
  bv_segments_choose (self->stages, stage);
}
