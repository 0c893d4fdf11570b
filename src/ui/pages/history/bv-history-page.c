/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log: every change with who and when, and undo from here. */
#include "config.h"

#include "bv-history-page.h"

#include "bv-id-list.h"
#include "bv-list-split.h"
#include "bv-log-cell.h"
#include "bv-number.h"
#include "bv-stack.h"
#include "bv-step-panel.h"
#include "bv-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _BvHistoryPage
{
  BvPage parent_instance;

  /* Owned */
  BvIdList *list; /* BvLogEntry, nullable until loaded */
  GtkSingleSelection *selection;

  /* Borrowed references: parts of the widget */
  GtkStack *stack;
  BvListSplit *split;
  BvLogFilter *filter;
  GtkColumnView *view;
  BvStepPanel *panel;
};

G_DEFINE_FINAL_TYPE (BvHistoryPage, bv_history_page, BV_TYPE_PAGE)

static BvHistory *
get_history (BvHistoryPage *self)
{
  return bv_office_get_history (bv_page_get_office (BV_PAGE (self)));
}

static void
load_entries (const gint64 *ids, guint n_ids, GObject **items, gpointer data)
{
  for (guint i = 0; i < n_ids; i++)
    items[i] = (GObject *) bv_log_entry_load (get_history (data), ids[i]);
}

static void
refresh_entry (gint64 id, GObject *item, gpointer data)
{
  bv_log_entry_reload (BV_LOG_ENTRY (item), get_history (data));
}

static BvLogEntry *
get_selected (BvHistoryPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
show_panel (BvHistoryPage *self)
{
  BvLogEntry *entry = get_selected (self);
  gint64 id = entry != NULL ? bv_log_entry_get_step (entry)->id : 0;

  bv_step_panel_show (self->panel,
                      get_history (self),
                      entry,
                      bv_office_is_writable (bv_page_get_office (BV_PAGE (self))),
                      id == bv_history_get_undo_step (get_history (self)));
}

static void
update_state (BvHistoryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean narrowed = bv_log_filter_is_narrowing (self->filter);
  g_autofree char *number = bv_number_format_integer (n);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%s step", "%s steps", n), number);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : (narrowed ? "nothing" : "empty"));
  bv_list_split_set_alone (self->split, n == 0);
  bv_page_set_subtitle (BV_PAGE (self), n > 0 || narrowed ? subtitle : "");
}

/* Every step may have another state now; entries that nobody looks at are read when needed. */
static void
reload (BvHistoryPage *self)
{
  GError *error = NULL;
  GArray *ids = bv_log_filter_run (self->filter, get_history (self), &error);
  guint n;

  if (ids == NULL) {
    bv_page_report (BV_PAGE (self), error);
    return;
  }
  bv_log_filter_set_office (self->filter, bv_page_get_office (BV_PAGE (self)));
  bv_id_list_set_ids (self->list, ids);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  for (guint i = 0; i < n; i++)
    bv_id_list_refresh (self->list, bv_id_list_get_id (self->list, i));
  if (get_selected (self) == NULL && n > 0)
    gtk_single_selection_set_selected (self->selection, 0);
  update_state (self);
  show_panel (self);
}

/* Callbacks */

static void
filter_cb (BvLogFilter *filter, BvHistoryPage *self)
{
  if (self->list != NULL)
    reload (self);
}

static void
clear_cb (GtkButton *button, BvHistoryPage *self)
{
  bv_log_filter_clear (self->filter);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, BvHistoryPage *self)
{
  if (self->list != NULL)
    show_panel (self);
}

static void
activate_cb (GtkColumnView *view, guint position, BvHistoryPage *self)
{
  bv_list_split_show_editor (self->split, TRUE);
}

static void
back_cb (BvListSplit *split, BvHistoryPage *self)
{
  bv_list_split_show_editor (split, FALSE);
}

static void
revert_cb (BvStepPanel *panel, BvHistoryPage *self)
{
  bv_history_page_revert (self);
}

/* What a page does */

static void
bv_history_page_load (BvPage *page)
{
  BvHistoryPage *self = BV_HISTORY_PAGE (page);

  self->list = bv_id_list_new (BV_TYPE_LOG_ENTRY, load_entries, refresh_entry, self, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  reload (self);
}

static void
bv_history_page_changed (BvPage *page, GPtrArray *changes)
{
  reload (BV_HISTORY_PAGE (page));
}

static void
bv_history_page_find (BvPage *page)
{
  bv_log_filter_focus (BV_HISTORY_PAGE (page)->filter);
}

/* Read beside the work of the window: a log is long. */
static gboolean
add_step (BvListExport *list, BvOffice *office, gint64 id, GError **error)
{
  g_autoptr (BvLogEntry) entry = bv_log_entry_load (bv_office_get_history (office), id);
  g_autofree char *time = NULL;

  if (entry == NULL)
    return TRUE;
  time = bv_log_entry_dup_time (entry);
  bv_list_export_add_text (list, time);
  bv_list_export_add_text (list, bv_log_entry_get_step (entry)->title);
  bv_list_export_add_text (list, bv_log_entry_get_step (entry)->actor);
  bv_list_export_add_integer (list, bv_log_entry_get_step (entry)->n_rows);
  bv_list_export_add_text (list, bv_log_entry_get_state_label (entry));
  return TRUE;
}

static BvListExport *
bv_history_page_make_export (BvPage *page)
{
  static const BvField fields[] = {
    { "at", BV_FIELD_TEXT, N_ ("Time"), .width = 17 },
    { "title", BV_FIELD_TEXT, N_ ("What was done"), .flags = BV_FIELD_MAIN },
    { "actor", BV_FIELD_TEXT, N_ ("Who") },
    { "n_rows", BV_FIELD_INTEGER, N_ ("Rows") },
    { "state", BV_FIELD_TEXT, N_ ("State") },
  };
  BvHistoryPage *self = BV_HISTORY_PAGE (page);
  GArray *ids = bv_log_filter_run (self->filter, get_history (self), NULL);
  BvListExport *list;
  g_autofree char *narrowing = bv_log_filter_dup_text (self->filter);

  if (ids == NULL)
    return NULL;
  list = bv_list_export_new (_ ("Log"));
  if (narrowing != NULL)
    bv_list_export_add_line (list, narrowing);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    bv_list_export_add_column (list, &fields[i], NULL);
  bv_list_export_take_rows (list, add_step, ids);
  return list;
}

static void
bv_history_page_show_row (BvPage *page, gint64 id)
{
  BvHistoryPage *self = BV_HISTORY_PAGE (page);
  guint position = bv_id_list_find (self->list, id);

  if (position == G_MAXUINT && bv_log_filter_is_narrowing (self->filter)) {
    bv_log_filter_clear (self->filter);
    position = bv_id_list_find (self->list, id);
  }
  if (position == G_MAXUINT)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (
      gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u", position);
}

static void
bv_history_page_dispose (GObject *object)
{
  BvHistoryPage *self = BV_HISTORY_PAGE (object);

  if (self->selection != NULL) {
    g_signal_handlers_disconnect_by_data (self->selection, self);
    gtk_single_selection_set_model (self->selection, NULL);
  }
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (bv_history_page_parent_class)->dispose (object);
}

static void
bv_history_page_class_init (BvHistoryPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_history_page_dispose;
  page_class->load = bv_history_page_load;
  page_class->changed = bv_history_page_changed;
  page_class->find = bv_history_page_find;
  page_class->show_row = bv_history_page_show_row;
  page_class->make_export = bv_history_page_make_export;
}

static GtkWidget *
build_table (BvHistoryPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-table");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Log"), -1);
  bv_log_cell_add_columns (self->view);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return bv_tab_stop_new (scrolled);
}

static GtkWidget *
build_status (const char *icon_name, const char *title, const char *text)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), text);
  gtk_widget_set_vexpand (status, TRUE);
  return status;
}

static GtkWidget *
build_nothing (BvHistoryPage *self)
{
  GtkWidget *status = build_status (
      "edit-find-symbolic", _ ("Nothing found"), _ ("No step of the log fits these choices."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Show all steps"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect (button, "clicked", G_CALLBACK (clear_cb), self);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static void
bv_history_page_init (BvHistoryPage *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (bv_stack_new ());
  self->filter = BV_LOG_FILTER (bv_log_filter_new ());
  self->panel = BV_STEP_PANEL (bv_step_panel_new ());
  g_signal_connect (self->filter, "changed", G_CALLBACK (filter_cb), self);
  g_signal_connect (self->panel, "revert", G_CALLBACK (revert_cb), self);
  gtk_stack_add_named (self->stack, build_table (self), "list");
  gtk_stack_add_named (self->stack, build_nothing (self), "nothing");
  gtk_stack_add_named (
      self->stack,
      build_status ("bv-history-symbolic",
                    _ ("Nothing has been changed yet"),
                    _ ("Every change to this file will stand here, with who made it and when. It "
                       "can be taken back from here too.")),
      "empty");
  gtk_widget_add_css_class (side, "bv-list-side");
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->stack));
  self->split = BV_LIST_SPLIT (bv_list_split_new (side, GTK_WIDGET (self->panel)));
  g_signal_connect (self->split, "back", G_CALLBACK (back_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->split));
}

GListModel *
bv_history_page_get_model (BvHistoryPage *self)
{
  g_return_val_if_fail (BV_IS_HISTORY_PAGE (self), NULL);
  return G_LIST_MODEL (self->list);
}

BvLogFilter *
bv_history_page_get_filter (BvHistoryPage *self)
{
  g_return_val_if_fail (BV_IS_HISTORY_PAGE (self), NULL);
  return self->filter;
}

void
bv_history_page_revert (BvHistoryPage *self)
{
  BvLogEntry *entry = get_selected (self);
  GError *error = NULL;

  g_return_if_fail (BV_IS_HISTORY_PAGE (self));

  if (entry == NULL)
    return;
  if (bv_history_revert (get_history (self), bv_log_entry_get_step (entry)->id, &error))
    bv_page_toast (BV_PAGE (self), _ ("The step was taken back"), TRUE);
  else
    bv_page_report (BV_PAGE (self), error);
}
