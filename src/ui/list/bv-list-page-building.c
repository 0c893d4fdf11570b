/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a list page: the bar with search and filters, the table, the empty states. */
#include "config.h"

#include "bv-column-chooser.h"
#include "bv-filter-chip.h"
#include "bv-filter-menu.h"
#include "bv-list-page-private.h"
#include "bv-period-chip.h"
#include "bv-sort-button.h"
#include "bv-stack.h"
#include "bv-toggle-chip.h"
#include "bv-tooltip.h"
#include "bv-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* At 1366 pixels the search keeps room for its words beside so many chips. */
#define MOST_BESIDE_SEARCH 2

/* Another search or filter: a row that it hides leaves the editor too, unless it is unfinished. */
static void
narrow_cb (gpointer source, BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);

  if (priv->list == NULL)
    return;
  bv_list_page_refresh (self);
  if (priv->edited <= 0 || bv_record_list_find (priv->list, priv->edited) != G_MAXUINT
      || !bv_inspector_flush (priv->inspector))
    return;
  bv_list_page_edit_row (self, NOTHING_EDITED);
  bv_list_page_select_first (self);
}

static void
sort_cb (BvListTable *table, BvListPage *self)
{
  bv_list_page_refresh (self);
}

static void
selection_changed_cb (BvListTable *table, BvListPage *self)
{
  bv_list_page_sync_editor (self);
}

static void
activated_cb (BvListTable *table, BvListPage *self)
{
  bv_list_page_edit (BV_PAGE (self));
}

static void
back_cb (BvListSplit *split, BvListPage *self)
{
  if (!bv_list_page_flush (BV_PAGE (self)))
    return;
  bv_list_split_show_editor (split, FALSE);
  bv_list_table_focus_row (bv_list_page_get_private (self)->table);
}

static void
clear_cb (GtkButton *button, BvListPage *self)
{
  bv_list_page_clear_narrowing (self);
  gtk_widget_grab_focus (GTK_WIDGET (bv_list_page_get_private (self)->search));
}

static void
new_cb (GtkButton *button, BvListPage *self)
{
  BV_LIST_PAGE_GET_CLASS (self)->start (BV_PAGE (self));
}

static void
movements_cb (GtkButton *button, BvListPage *self)
{
  bv_page_show (BV_PAGE (self), "movements", 0);
}

static void
stop_search_cb (GtkSearchEntry *search, BvListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  bv_list_table_focus_row (bv_list_page_get_private (self)->table);
}

static void
focus_table_cb (GtkSearchEntry *search, BvListPage *self)
{
  bv_list_page_refresh (self);
  bv_list_page_select_first (self);
  bv_list_table_focus_row (bv_list_page_get_private (self)->table);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               BvListPage *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Page_Down)
    return GDK_EVENT_PROPAGATE;
  bv_list_table_focus_row (bv_list_page_get_private (self)->table);
  return GDK_EVENT_STOP;
}

static GtkWidget *
build_status (
    BvListPage *self, const char *icon_name, const char *title, const char *text, GtkWidget *button)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), text);
  if (button == NULL)
    return status;
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

/* The first row is typed, or all of them come from a table that is there already. */
static GtkWidget *
build_empty (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  BvListPageClass *klass = BV_LIST_PAGE_GET_CLASS (self);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *status = build_status (
      self, klass->icon_name, _ (klass->empty_title), _ (klass->empty_text), buttons);

  gtk_widget_remove_css_class (buttons, "pill");
  priv->empty_button = gtk_button_new_with_mnemonic (klass->new_label ? _ (klass->new_label) : "");
  priv->empty_import = gtk_button_new_with_mnemonic (_ ("_Import from Excel…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->empty_import), "page.import");
  gtk_widget_add_css_class (priv->empty_button, "suggested-action");
  gtk_widget_add_css_class (priv->empty_button, "pill");
  gtk_widget_add_css_class (priv->empty_import, "pill");
  g_signal_connect (priv->empty_button, "clicked", G_CALLBACK (new_cb), self);
  gtk_box_append (GTK_BOX (buttons), priv->empty_button);
  gtk_box_append (GTK_BOX (buttons), priv->empty_import);
  return status;
}

static void
build_empty_states (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_Clear search and filters"));
  GtkWidget *movements = gtk_button_new_with_mnemonic (_ ("_Go to movements"));

  gtk_widget_add_css_class (movements, "suggested-action");
  g_signal_connect (clear, "clicked", G_CALLBACK (clear_cb), self);
  g_signal_connect (movements, "clicked", G_CALLBACK (movements_cb), self);
  gtk_stack_add_named (priv->stack, build_empty (self), "empty");
  gtk_stack_add_named (priv->stack,
                       build_status (self,
                                     "edit-find-symbolic",
                                     _ ("Nothing found"),
                                     _ ("No row has all these words and filters."),
                                     clear),
                       "nothing");
  gtk_stack_add_named (priv->stack,
                       build_status (self,
                                     "bv-history-symbolic",
                                     _ ("Reading the log"),
                                     _ ("It tells who changed which row last."),
                                     NULL),
                       "reading");
  gtk_stack_add_named (
      priv->stack,
      build_status (self,
                    "bv-movement-symbolic",
                    _ ("No movement yet"),
                    _ ("Create an emulation movement first, then write down what belongs to it."),
                    movements),
      "movement");
}

static void
add_chip (BvListPage *self, GtkWidget *chip)
{
  g_signal_connect (chip, "changed", G_CALLBACK (narrow_cb), self);
  g_ptr_array_add (bv_list_page_get_private (self)->chips, chip);
}

/* What the kind has fields for. */
static void
build_chips (BvListPage *self)
{
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;

  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];

    if (!(field->flags & BV_FIELD_LISTED) || (field->flags & BV_FIELD_MINOR)
        || !bv_filter_chip_can_filter (field)
        || g_strcmp0 (field->name, BV_LIST_PAGE_GET_CLASS (self)->confined_field) == 0)
      continue;
    add_chip (self, bv_filter_chip_new (field));
  }
  if (bv_period_chip_find_field (kind) != NULL)
    add_chip (self, bv_period_chip_new (kind));
  if (kind->flags & (BV_KIND_IN_MOVEMENT | BV_KIND_SUBJECT))
    add_chip (self, bv_toggle_chip_new_mine ());
  if (bv_query_can_lack_evidence (kind))
    add_chip (self, bv_toggle_chip_new_unproved ());
}

/* Few chips stand beside the search, many below it. */
static void
place_chips (BvListPage *self, GtkWidget *row)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);

  if (priv->chips->len > MOST_BESIDE_SEARCH) {
    row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
    gtk_widget_set_layout_manager (row, bv_wrap_layout_new (6));
    gtk_box_append (GTK_BOX (priv->bar), row);
  }
  for (guint i = 0; i < priv->chips->len; i++)
    gtk_box_append (GTK_BOX (row), g_ptr_array_index (priv->chips, i));
}

/* Changed rows stay where they are: this says so, and puts them where they belong. */
static GtkWidget *
build_sort_again (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Sort _again"));

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rows.refresh");
  bv_tooltip_set (button,
                  _ ("Changed rows still stand where they were. Sort and filter the "
                     "list again (F5)"));
  gtk_widget_set_visible (button, FALSE);
  return button;
}

/* What stands close together behind the search. */
static GtkWidget *
build_tools (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (priv->chips->len > 0)
    gtk_box_append (GTK_BOX (tools), bv_filter_menu_new (self));
  gtk_box_append (GTK_BOX (tools), bv_column_chooser_new (kind, priv->table));
  gtk_box_append (GTK_BOX (tools), bv_sort_button_new (kind, priv->table));
  return tools;
}

static void
build_bar (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const char *label = _ (BV_LIST_PAGE_GET_CLASS (self)->search_label);
  GtkWidget *print;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  priv->bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (priv->bar), row);
  gtk_widget_add_css_class (priv->bar, "bv-list-bar");
  priv->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (priv->search, "placeholder-text", label, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (priv->search), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (priv->search), TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (priv->search));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (priv->search), keys);
  g_signal_connect (priv->search, "search-changed", G_CALLBACK (narrow_cb), self);
  g_signal_connect (priv->search, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect (priv->search, "activate", G_CALLBACK (focus_table_cb), self);
  build_chips (self);
  place_chips (self, row);
  priv->sort_again = build_sort_again ();
  gtk_box_append (GTK_BOX (row), priv->sort_again);
  gtk_box_append (GTK_BOX (row), build_tools (self));
  print = bv_list_page_build_print (self);
  if (print != NULL)
    gtk_box_append (GTK_BOX (row), print);
}

static void
build_table (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  priv->table = BV_LIST_TABLE (bv_list_table_new (BV_LIST_PAGE_GET_CLASS (self)->kind));
  g_menu_append (menu, _ ("_Edit"), "page.edit");
  g_menu_append (menu, _ ("D_uplicate"), "page.duplicate");
  g_menu_append (menu, _ ("_Copy as cells"), "rows.copy");
  g_menu_append (menu, _ ("_Delete"), "page.delete");
  if (BV_LIST_PAGE_GET_CLASS (self)->documents != NULL) {
    g_autoptr (GMenuModel) documents = bv_list_page_make_print_menu (self);
    g_menu_append_submenu (menu, _ ("_Print a document"), documents);
  }
  if (BV_LIST_PAGE_GET_CLASS (self)->row_action != NULL)
    g_menu_append (menu,
                   _ (BV_LIST_PAGE_GET_CLASS (self)->row_label),
                   BV_LIST_PAGE_GET_CLASS (self)->row_action);
  bv_list_table_set_menu (priv->table, G_MENU_MODEL (menu));
  g_signal_connect (priv->table, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (priv->table, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (priv->table, "sort-changed", G_CALLBACK (sort_cb), self);
  if (bv_query_can_lack_evidence (BV_LIST_PAGE_GET_CLASS (self)->kind)) {
    priv->evidence = bv_evidence_mark_new (BV_PAGE (self));
    bv_list_table_add_mark (
        priv->table, bv_evidence_mark_get_column (priv->evidence), BV_EVIDENCE_MARK_WIDTH);
  }
  gtk_stack_add_named (priv->stack, GTK_WIDGET (priv->table), "table");
}

void
bv_list_page_build (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  priv->stack = GTK_STACK (bv_stack_new ());
  gtk_stack_set_hhomogeneous (priv->stack, FALSE);
  gtk_stack_set_vhomogeneous (priv->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (priv->stack), TRUE);
  build_table (self);
  build_bar (self);
  build_empty_states (self);
  gtk_widget_add_css_class (side, "bv-list-side");
  bv_list_page_accept_tables (self, side);
  gtk_box_append (GTK_BOX (side), priv->bar);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (priv->stack));
  priv->inspector = BV_INSPECTOR (bv_inspector_new ());
  if (BV_PAGE_GET_CLASS (self)->new_row != NULL)
    bv_inspector_keep_pins (priv->inspector);
  bv_list_page_connect_editor (self);
  priv->split = BV_LIST_SPLIT (bv_list_split_new (side, bv_list_page_build_sides (self)));
  g_signal_connect (priv->split, "back", G_CALLBACK (back_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->split));
}
