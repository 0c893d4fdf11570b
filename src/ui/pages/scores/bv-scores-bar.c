/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two lines above the score sheet. */
#include "config.h"

#include "bv-scores-bar.h"

#include "bv-rank-segments.h"
#include "bv-score-details.h"
#include "bv-segments.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvScoresBar
{
  AdwBin parent_instance;

  /* Borrowed references: parts of the widget */
  BvSegments *lists;
  BvSegments *stages;
  GtkEditable *search;
  GtkToggleButton *missing;
  GtkWidget *forward;
  GtkWidget *reason;

  GSimpleActionGroup *actions; /* owned */
};

enum { CHANGED, SEARCH_DONE, COPY_FORWARD, REASON, ADJUST, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvScoresBar, bv_scores_bar, ADW_TYPE_BIN)

/* The first stage has none before it, and what is no stage neither. */
static void
sync_stage (BvScoresBar *self)
{
  BvStage stage = bv_scores_bar_get_stage (self);

  gtk_widget_set_sensitive (self->forward, stage != BV_SCORE_OFFICIAL);
  gtk_widget_set_sensitive (self->reason, stage < BV_N_STAGES);
}

static void
changed_cb (gpointer source, BvScoresBar *self)
{
  sync_stage (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_search_cb (GtkSearchEntry *search, BvScoresBar *self)
{
  gtk_editable_set_text (self->search, "");
  g_signal_emit (self, signals[SEARCH_DONE], 0);
}

static void
search_done_cb (GtkSearchEntry *search, BvScoresBar *self)
{
  g_signal_emit (self, signals[SEARCH_DONE], 0);
}

static void
copy_chosen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[COPY_FORWARD], 0, FALSE);
}

static void
copy_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[COPY_FORWARD], 0, TRUE);
}

static void
reason_cb (GtkButton *button, BvScoresBar *self)
{
  g_signal_emit (self, signals[REASON], 0);
}

static void
adjust_cb (GtkButton *button, BvScoresBar *self)
{
  g_signal_emit (self, signals[ADJUST], 0);
}

static void
bv_scores_bar_dispose (GObject *object)
{
  g_clear_object (&BV_SCORES_BAR (object)->actions);
  G_OBJECT_CLASS (bv_scores_bar_parent_class)->dispose (object);
}

static guint
add_signal (GType type, const char *name, GType parameter)
{
  return g_signal_new (name,
                       type,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       parameter != G_TYPE_NONE ? 1 : 0,
                       parameter);
}

static void
bv_scores_bar_class_init (BvScoresBarClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_scores_bar_dispose;
  signals[CHANGED] = add_signal (type, "changed", G_TYPE_NONE);
  signals[SEARCH_DONE] = add_signal (type, "search-done", G_TYPE_NONE);
  signals[COPY_FORWARD] = add_signal (type, "copy-forward", G_TYPE_BOOLEAN);
  signals[REASON] = add_signal (type, "reason", G_TYPE_NONE);
  signals[ADJUST] = add_signal (type, "adjust", G_TYPE_NONE);
}

static GtkWidget *
create_segments (BvScoresBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->lists = BV_SEGMENTS (bv_rank_segments_new ());
  self->stages = BV_SEGMENTS (bv_segments_new (_ ("Stage")));
  for (guint i = 0; i < BV_N_STAGES; i++)
    bv_segments_add (self->stages, bv_score_details_get_stage_label ((BvStage) i));
  bv_segments_add (self->stages, _ ("Members' sheets"));
  bv_segments_add (self->stages, _ ("Compare"));
  bv_segments_set_shown (self->stages, BV_SCORE_MEMBER, FALSE);
  bv_segments_choose (self->stages, BV_STAGE_OFFICE);
  g_signal_connect (self->stages, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->lists, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->lists));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->stages));
  return line;
}

static GtkWidget *
create_search (BvScoresBar *self)
{
  GtkWidget *search = gtk_search_entry_new ();
  const char *placeholder = _ ("Search names and departments");

  self->search = GTK_EDITABLE (search);
  gtk_widget_set_hexpand (search, TRUE);
  g_object_set (search, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  g_signal_connect (search, "search-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (search, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect (search, "activate", G_CALLBACK (search_done_cb), self);
  return search;
}

static GtkWidget *
create_forward (BvScoresBar *self)
{
  static const GActionEntry entries[] = { { .name = "copy-chosen", .activate = copy_chosen_cb },
                                          { .name = "copy-all", .activate = copy_all_cb } };
  g_autoptr (GMenu) menu = g_menu_new ();

  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "scores", G_ACTION_GROUP (self->actions));
  g_menu_append (menu, _ ("Into all cells without points"), "scores.copy-all");
  g_menu_append (menu, _ ("Into the chosen cells"), "scores.copy-chosen");
  self->forward = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->forward), _ ("Take the step before"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->forward), G_MENU_MODEL (menu));
  return self->forward;
}

static GtkWidget *
create_button (const char *label, const char *tooltip, GCallback callback, BvScoresBar *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  bv_tooltip_set (button, tooltip);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
create_actions (BvScoresBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->missing = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  bv_tooltip_set (GTK_WIDGET (self->missing), _ ("Show only rows that lack points at this step"));
  g_signal_connect (self->missing, "toggled", G_CALLBACK (changed_cb), self);
  self->reason = create_button (_ ("_Reason…"),
                                _ ("Why the chosen points differ from the step before (Ctrl+R)"),
                                G_CALLBACK (reason_cb),
                                self);
  gtk_box_append (GTK_BOX (line), create_search (self));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->missing));
  gtk_box_append (GTK_BOX (line), create_forward (self));
  gtk_box_append (GTK_BOX (line), self->reason);
  gtk_box_append (GTK_BOX (line),
                  create_button (_ ("_Bonus, penalty…"),
                                 _ ("Bonus and penalty points of this subject, with reasons"),
                                 G_CALLBACK (adjust_cb),
                                 self));
  return line;
}

static void
bv_scores_bar_init (BvScoresBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->actions = g_simple_action_group_new ();
  gtk_box_append (GTK_BOX (box), create_segments (self));
  gtk_box_append (GTK_BOX (box), create_actions (self));
  gtk_widget_add_css_class (box, "bv-list-bar");
  adw_bin_set_child (ADW_BIN (self), box);
  bv_scores_bar_set_n_missing (self, 0);
}

GtkWidget *
bv_scores_bar_new (void)
{
  return g_object_new (BV_TYPE_SCORES_BAR, NULL);
}

BvRankList
bv_scores_bar_get_list (BvScoresBar *self)
{
  return (BvRankList) bv_segments_get_chosen (self->lists);
}

BvStage
bv_scores_bar_get_stage (BvScoresBar *self)
{
  return (BvStage) bv_segments_get_chosen (self->stages);
}

void
bv_scores_bar_choose (BvScoresBar *self, BvRankList list, BvStage stage)
{
  g_return_if_fail (BV_IS_SCORES_BAR (self));

  bv_segments_choose (self->lists, list);
  bv_segments_choose (self->stages, stage);
}

char *
bv_scores_bar_dup_text (BvScoresBar *self)
{
  const char *words = bv_scores_bar_get_search (self);
  GString *text = g_string_new (bv_segments_get_label (self->lists));

  g_string_append_printf (text, " · %s", bv_segments_get_label (self->stages));
  if (bv_scores_bar_is_missing_only (self))
    g_string_append_printf (text, " · %s", _ ("only rows that lack points"));
  if (*words != '\0') {
    g_string_append (text, " · ");
    g_string_append_printf (text, _ ("With the words: “%s”"), words);
  }
  return g_string_free (text, FALSE);
}

const char *
bv_scores_bar_get_search (BvScoresBar *self)
{
  return gtk_editable_get_text (self->search);
}

void
bv_scores_bar_clear_search (BvScoresBar *self)
{
  gtk_editable_set_text (self->search, "");
}

void
bv_scores_bar_focus_search (BvScoresBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

gboolean
bv_scores_bar_is_missing_only (BvScoresBar *self)
{
  return gtk_toggle_button_get_active (self->missing);
}

void
bv_scores_bar_set_missing_only (BvScoresBar *self, gboolean missing_only)
{
  gtk_toggle_button_set_active (self->missing, missing_only);
}

void
bv_scores_bar_set_n_missing (BvScoresBar *self, guint n_missing)
{
  g_autofree char *label = g_strdup_printf (_ ("Rows that lack points: %u"), n_missing);

  gtk_button_set_label (GTK_BUTTON (self->missing), label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->missing),
                            n_missing > 0 || bv_scores_bar_is_missing_only (self));
}

void
bv_scores_bar_set_has_members (BvScoresBar *self, gboolean has_members)
{
  bv_segments_set_shown (self->stages, BV_SCORE_MEMBER, has_members);
  if (!has_members && bv_scores_bar_get_stage (self) == BV_SCORE_MEMBER)
    bv_segments_choose (self->stages, BV_STAGE_COUNCIL);
}

void
bv_scores_bar_set_pack (BvScoresBar *self, const BvRulePack *pack)
{
  bv_rank_segments_sync (self->lists, pack);
}
