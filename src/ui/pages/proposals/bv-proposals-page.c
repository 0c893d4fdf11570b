/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The award proposals: drawn up from ranking and quotas, edited, put in order, exported. */
#include "config.h"

#include "bv-proposals-page.h"

#include "bv-assessment.h"
#include "bv-bonus-estimate.h"
#include "bv-date.h"
#include "bv-dialogs.h"
#include "bv-number.h"
#include "bv-proposal-lights.h"
#include "bv-proposal-order.h"
#include "bv-query.h"
#include "bv-submit-window.h"
#include "bv-tooltip.h"
#include "bv-workbook-issue.h"
#include "bv-workbook-window.h"

#include <glib/gi18n-lib.h>

struct _BvProposalsPage
{
  BvListPage parent_instance;

  /* Owned */
  BvProposalLights *lights;
  BvWorkbookIssue *issue; /* the export under way, or the last one */

  /* Borrowed references: parts of the bar */
  GtkWidget *draw_up; /* AdwSplitButton */
  GtkWidget *up, *down;
  GtkWidget *export;
  GtkMenuButton *money;
  GtkBox *money_lines;
  BvExportBar *export_bar;
};

G_DEFINE_FINAL_TYPE (BvProposalsPage, bv_proposals_page, BV_TYPE_LIST_PAGE)

static guint
count_rows (BvProposalsPage *self)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_proposal_kind);

  query->movement_id = bv_page_get_movement (BV_PAGE (self));
  return (guint) MAX (0, bv_query_count (query, bv_page_get_office (BV_PAGE (self)), NULL));
}

/* Money */

static void
add_money_line (BvProposalsPage *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->money_lines, label);
}

static void
fill_money (BvProposalsPage *self, const BvBonusEstimate *estimate)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->money_lines))) != NULL)
    gtk_box_remove (self->money_lines, child);
  for (guint i = 0; i < estimate->lines->len; i++) {
    const BvBonusLine *line = &g_array_index (estimate->lines, BvBonusLine, i);
    g_autofree char *sum = bv_bonus_estimate_describe (estimate, line);

    add_money_line (self, line->award_form, "heading");
    add_money_line (self, sum, NULL);
    if (!line->confirmed)
      add_money_line (
          self, _ ("The coefficient is still to be confirmed by the office."), "warning");
  }
  if (estimate->source != NULL) {
    g_autofree char *source = g_strdup_printf (_ ("Base salary of today: %s"), estimate->source);
    add_money_line (self, source, "dim-label");
  }
}

static void
sync_money (BvProposalsPage *self)
{
  g_autofree char *today = bv_date_today ();
  g_autoptr (BvBonusEstimate) estimate = bv_bonus_estimate_load (
      bv_page_get_office (BV_PAGE (self)), bv_page_get_movement (BV_PAGE (self)), today, NULL);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->money), estimate != NULL && estimate->lines->len > 0);
  if (estimate == NULL || estimate->lines->len == 0)
    return;
  number = bv_number_format_integer (estimate->total);
  text = g_strdup_printf (
      estimate->confirmed ? _ ("Bonus: %s đ") : _ ("Bonus: %s đ · to be confirmed"), number);
  gtk_menu_button_set_label (self->money, text);
  fill_money (self, estimate);
}

/* One place decides what can be pressed. */
static void
sync_bar (BvProposalsPage *self)
{
  BvPage *page = BV_PAGE (self);
  gboolean movement = bv_page_get_movement (page) != 0;
  gboolean writable = bv_office_is_writable (bv_page_get_office (page));
  guint n = movement ? count_rows (self) : 0;

  gtk_widget_set_sensitive (self->draw_up, movement && writable);
  gtk_widget_set_visible (self->up, n > 1);
  gtk_widget_set_visible (self->down, n > 1);
  gtk_widget_set_sensitive (self->up, writable);
  gtk_widget_set_sensitive (self->down, writable);
  gtk_widget_set_visible (self->export, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "proposals.workbook",
                                 n > 0 && !bv_export_bar_is_running (self->export_bar));
  if (n > 0)
    gtk_widget_remove_css_class (self->draw_up, "suggested-action");
  else
    gtk_widget_add_css_class (self->draw_up, "suggested-action");
  sync_money (self);
  bv_proposal_lights_refresh (self->lights);
}

/* Callbacks */

static void
draw_up_cb (AdwSplitButton *button, BvProposalsPage *self)
{
  bv_proposals_page_draw_up (self, FALSE);
}

static void
replace_confirmed (gpointer owner)
{
  bv_proposals_page_draw_up (owner, TRUE);
}

static void
update_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_proposals_page_draw_up (BV_PROPOSALS_PAGE (widget), FALSE);
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvProposalsPage *self = BV_PROPOSALS_PAGE (widget);

  if (count_rows (self) == 0) {
    bv_proposals_page_draw_up (self, TRUE);
    return;
  }
  bv_dialogs_confirm (GTK_WINDOW (gtk_widget_get_root (widget)),
                      _ ("Replace all proposals of this movement?"),
                      _ ("What was typed into them, such as forms, summaries, grounds and notes, "
                         "is replaced by what ranking and quotas give. This can be undone."),
                      _ ("_Replace all"),
                      TRUE,
                      replace_confirmed,
                      self);
}

static void
submit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (bv_page_flush (BV_PAGE (widget)))
    bv_submit_window_open (BV_PAGE (widget));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_proposals_page_move (BV_PROPOSALS_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
start_export (BvProposalsPage *self,
              gint64 movement_id,
              BvWorkbookChoice *choice,
              GFile *target,
              gboolean open_when_done)
{
  g_clear_pointer (&self->issue, bv_workbook_issue_free);
  self->issue = bv_workbook_issue_start (
      self->export_bar, BV_PAGE (self), movement_id, choice, target, open_when_done);
  sync_bar (self);
}

static void
chosen_cb (BvWorkbookWindow *window, GFile *target, BvProposalsPage *self)
{
  start_export (self,
                bv_workbook_window_get_movement (window),
                bv_workbook_window_dup_choice (window),
                target,
                bv_workbook_window_get_open_when_done (window));
}

static void
workbook_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvPage *page = BV_PAGE (widget);
  GtkWidget *window;

  if (bv_page_get_movement (page) == 0
      || bv_export_bar_is_running (BV_PROPOSALS_PAGE (widget)->export_bar) || !bv_page_flush (page))
    return;
  window = bv_workbook_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   bv_page_get_office (page),
                                   bv_page_get_movement (page));
  g_signal_connect_object (window, "export", G_CALLBACK (chosen_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
failed_cb (BvExportBar *bar, GError *error, BvProposalsPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

static void
finished_cb (BvExportBar *bar, gboolean written, BvProposalsPage *self)
{
  if (written)
    bv_workbook_issue_finish (self->issue, BV_PAGE (self));
  sync_bar (self);
}

/* What a page does */

static void
bv_proposals_page_load (BvPage *page)
{
  BV_PAGE_CLASS (bv_proposals_page_parent_class)->load (page);
  sync_bar (BV_PROPOSALS_PAGE (page));
}

static void
bv_proposals_page_movement_changed (BvPage *page)
{
  BV_PAGE_CLASS (bv_proposals_page_parent_class)->movement_changed (page);
  sync_bar (BV_PROPOSALS_PAGE (page));
}

static void
bv_proposals_page_changed (BvPage *page, GPtrArray *changes)
{
  BV_PAGE_CLASS (bv_proposals_page_parent_class)->changed (page, changes);
  sync_bar (BV_PROPOSALS_PAGE (page));
}

/* libadwaita 1.2 gives the arrow a tooltip and no name. */
static void
name_arrow (GtkWidget *split_button)
{
  for (GtkWidget *child = gtk_widget_get_first_child (split_button); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Other ways to draw up"), -1);
}

static GtkWidget *
build_draw_up (BvProposalsPage *self)
{
  GtkWidget *button = adw_split_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Draw up, _keeping what was typed"), "proposals.update");
  g_menu_append (menu, _ ("_Replace all…"), "proposals.replace");
  g_menu_append (menu, _ ("_Submit those that passed…"), "proposals.submit");
  adw_split_button_set_label (ADW_SPLIT_BUTTON (button), _ ("Draw up from ranking and quotas"));
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (button), G_MENU_MODEL (menu));
  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (button), _ ("Other ways to draw up"));
  name_arrow (button);
  g_signal_connect (button, "clicked", G_CALLBACK (draw_up_cb), self);
  return button;
}

static GtkWidget *
build_move (const char *icon_name, const char *tooltip, int direction)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  bv_tooltip_set (button, tooltip);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "proposals.move");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", direction);
  return button;
}

static GtkMenuButton *
build_money (BvProposalsPage *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  GtkWidget *popover = gtk_popover_new ();

  self->money_lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->money_lines), "bv-panel-card");
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->money_lines));
  gtk_menu_button_set_popover (button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (button), "numeric");
  return button;
}

static GtkWidget *
build_bar (BvProposalsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_label_new (NULL);

  self->draw_up = build_draw_up (self);
  self->up = build_move ("go-up-symbolic", _ ("Move up (Alt+Up)"), -1);
  self->down = build_move ("go-down-symbolic", _ ("Move down (Alt+Down)"), 1);
  self->money = build_money (self);
  self->export = gtk_button_new_with_mnemonic (_ ("_Export Excel…"));
  gtk_widget_add_css_class (self->export, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->export), "proposals.workbook");
  bv_tooltip_set (self->export,
                  _ ("Choose sheets and award forms, look at the first page, export "
                     "(Ctrl+Shift+S)"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), self->draw_up);
  gtk_box_append (GTK_BOX (bar), self->up);
  gtk_box_append (GTK_BOX (bar), self->down);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->money));
  gtk_box_append (GTK_BOX (bar), self->export);
  gtk_widget_add_css_class (bar, "bv-list-bar");
  gtk_widget_add_css_class (bar, "bv-proposals-bar");
  return bar;
}

/* The list page fills the bin; here its bar and what the export tells stand around it. */
static void
bv_proposals_page_constructed (GObject *object)
{
  BvProposalsPage *self = BV_PROPOSALS_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GtkWidget) list = NULL;

  G_OBJECT_CLASS (bv_proposals_page_parent_class)->constructed (object);
  self->lights = bv_proposal_lights_new (BV_LIST_PAGE (self));
  bv_page_add_key (
      BV_PAGE (self), GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "proposals.workbook", NULL);
  list = g_object_ref (adw_bin_get_child (ADW_BIN (self)));
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_set_vexpand (list, TRUE);
  self->export_bar = BV_EXPORT_BAR (bv_export_bar_new ());
  g_signal_connect (self->export_bar, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self->export_bar, "finished", G_CALLBACK (finished_cb), self);
  gtk_box_append (GTK_BOX (box), build_bar (self));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->export_bar));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
bv_proposals_page_finalize (GObject *object)
{
  g_clear_object (&BV_PROPOSALS_PAGE (object)->lights);
  g_clear_pointer (&BV_PROPOSALS_PAGE (object)->issue, bv_workbook_issue_free);
  G_OBJECT_CLASS (bv_proposals_page_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Up, GDK_ALT_MASK, "proposals.move", "i", -1);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Down, GDK_ALT_MASK, "proposals.move", "i", 1);
}

static const char *const documents[] = { "nominations", "submission", NULL };

static void
bv_proposals_page_class_init (BvProposalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bv_proposals_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = bv_proposals_page_finalize;
  page_class->load = bv_proposals_page_load;
  page_class->movement_changed = bv_proposals_page_movement_changed;
  page_class->changed = bv_proposals_page_changed;
  list_class->kind = &bv_proposal_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-proposal-symbolic";
  list_class->empty_title = N_ ("No proposals yet");
  list_class->empty_text = N_ (
      "Draw them up from ranking and quotas with the button above, or add them one by one.");
  list_class->new_label = N_ ("Add a proposal");
  list_class->search_label = N_ ("Search who is proposed and for what");
  gtk_widget_class_install_action (widget_class, "proposals.update", NULL, update_action);
  gtk_widget_class_install_action (widget_class, "proposals.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "proposals.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "proposals.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "proposals.workbook", NULL, workbook_action);
  add_keys (widget_class);
}

static void
bv_proposals_page_init (BvProposalsPage *self)
{
}

void
bv_proposals_page_draw_up (BvProposalsPage *self, gboolean replace)
{
  BvPage *page = BV_PAGE (self);
  g_autoptr (BvAssessment) assessment = NULL;
  g_autofree char *message = NULL;
  GError *error = NULL;
  int n = -1;

  g_return_if_fail (BV_IS_PROPOSALS_PAGE (self));

  if (!bv_page_flush (page))
    return;
  assessment = bv_assessment_load (bv_page_get_office (page), bv_page_get_movement (page), &error);
  if (assessment != NULL && bv_assessment_get_n_quotas (assessment) == 0) {
    bv_page_toast (
        page, _ ("The movement has no quotas yet: add them under “Movement and contents”."), FALSE);
    return;
  }
  if (assessment != NULL)
    n = bv_assessment_propose (assessment, replace, &error);
  if (n < 0) {
    bv_page_report (page, error);
    return;
  }
  message = n > 0 ? g_strdup_printf (
                ngettext ("%d proposal drawn up", "%d proposals drawn up", (gulong) n), n)
                  : g_strdup (_ ("The proposals agree with ranking and quotas already"));
  bv_page_toast (page, message, n > 0);
}

void
bv_proposals_page_move (BvProposalsPage *self, int direction)
{
  BvPage *page = BV_PAGE (self);
  gint64 id = bv_list_page_get_selected (BV_LIST_PAGE (self));
  GError *error = NULL;

  g_return_if_fail (BV_IS_PROPOSALS_PAGE (self));

  if (id == 0 || !bv_page_flush (page))
    return;
  if (!bv_proposal_order_move (bv_page_get_office (page), id, direction, &error))
    bv_page_report (page, error);
}

void
bv_proposals_page_export (BvProposalsPage *self, GFile *target)
{
  g_return_if_fail (BV_IS_PROPOSALS_PAGE (self));

  if (bv_export_bar_is_running (self->export_bar))
    return;
  start_export (self, bv_page_get_movement (BV_PAGE (self)), NULL, target, FALSE);
}

BvExportBar *
bv_proposals_page_get_export_bar (BvProposalsPage *self)
{
  return self->export_bar;
}

const char *
bv_proposals_page_get_money (BvProposalsPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->money)) ? gtk_menu_button_get_label (self->money)
                                                           : "";
}
