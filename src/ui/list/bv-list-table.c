/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a list page: columns that fit, selection and scroll position kept by id. */
#include "config.h"

#include "bv-list-table.h"

#include "bv-cell.h"
#include "bv-focus.h"
#include "bv-list-columns.h"

#include <glib/gi18n-lib.h>

#define MOST_SELECTED 10000

struct _BvListTable
{
  GtkWidget parent_instance;

  const BvKind *kind;

  /* Owned */
  GtkWidget *scrolled;
  GtkWidget *popover; /* nullable */
  GtkMultiSelection *selection;
  BvListColumns *columns;
  BvListMark *mark;   /* nullable */
  BvRecordList *list; /* nullable */
  GArray *kept;       /* selected ids while the list is reset */

  /* Borrowed */
  GtkColumnView *view;

  guint fit_id;
  gboolean silent; /* the program moves the selection, not the user */
};

enum { SELECTION_CHANGED, ACTIVATED, SORT_CHANGED, TOO_MANY, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvListTable, bv_list_table, GTK_TYPE_WIDGET)

/* The list of rows inside the view stands below the headings. */
static GtkWidget *
get_rows (BvListTable *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

static void
scroll_to (BvListTable *self, guint position)
{
  gtk_widget_activate_action (get_rows (self), "list.scroll-to-item", "u", position);
}

static BvCell *
find_cell (GtkWidget *widget)
{
  BvCell *found = BV_IS_CELL (widget) ? BV_CELL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cell (child);
  return found;
}

static gint64
get_row_id (GtkWidget *row)
{
  BvCell *cell = find_cell (row);

  return cell != NULL && bv_cell_get_record (cell) != NULL
             ? bv_record_get_id (bv_cell_get_record (cell))
             : 0;
}

/* The row that @widget is or is in; %NULL when it is in none. */
static GtkWidget *
find_row (BvListTable *self, GtkWidget *widget)
{
  GtkWidget *rows = get_rows (self);

  while (widget != NULL && gtk_widget_get_parent (widget) != rows)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* %NULL when none is selected, or none of those in sight. */
static GtkWidget *
find_selected_row (BvListTable *self)
{
  gint64 id = bv_list_table_get_selected (self);

  for (GtkWidget *row = gtk_widget_get_first_child (get_rows (self)); row != NULL && id != 0;
       row = gtk_widget_get_next_sibling (row))
    if (get_row_id (row) == id && gtk_widget_get_mapped (row))
      return row;
  return NULL;
}

/* The menu is about what is selected, and the row it is asked for on is. */
static gboolean
show_menu (BvListTable *self, GtkWidget *row, double x, double y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  gint64 id = row != NULL ? get_row_id (row) : 0;
  guint position;

  if (id == 0 || self->popover == NULL)
    return FALSE;
  position = bv_record_list_find (self->list, id);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, BvListTable *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (show_menu (self, find_row (self, widget), x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* On the row that has the keyboard, below where its text begins. */
static gboolean
show_menu_by_key (BvListTable *self)
{
  GtkWidget *row = find_row (self, bv_focus_find (GTK_WIDGET (self)));
  graphene_rect_t place;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &place))
    return FALSE;
  return show_menu (self, row, place.origin.x + 24, place.origin.y + place.size.height - 8);
}

static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n_items, BvListTable *self)
{
  if (!self->silent)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
activate_cb (GtkColumnView *view, guint position, BvListTable *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
sort_changed_cb (BvListColumns *columns, BvListTable *self)
{
  if (!self->silent)
    g_signal_emit (self, signals[SORT_CHANGED], 0);
}

static void
reset_begin_cb (BvRecordList *list, BvListTable *self)
{
  g_clear_pointer (&self->kept, g_array_unref);
  self->kept = bv_list_table_dup_selection (self);
  self->silent = TRUE;
  gtk_multi_selection_set_model (self->selection, NULL);
}

static void
reset_end_cb (BvRecordList *list, BvListTable *self)
{
  guint first = G_MAXUINT;

  gtk_multi_selection_set_model (self->selection, bv_record_list_get_model (list));
  for (guint i = 0; i < self->kept->len; i++) {
    guint position = bv_record_list_find (list, g_array_index (self->kept, gint64, i));

    if (position == G_MAXUINT)
      continue;
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, FALSE);
    first = MIN (first, position);
  }
  g_clear_pointer (&self->kept, g_array_unref);
  self->silent = FALSE;
  if (first != G_MAXUINT)
    scroll_to (self, first);
}

/* GTK loads every row it selects, so Ctrl+A is for lists that a person could look through. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvListTable *self)
{
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    return show_menu_by_key (self);
  if ((keyval != GDK_KEY_a && keyval != GDK_KEY_A) || !(state & GDK_CONTROL_MASK)
      || self->list == NULL || bv_record_list_get_n_rows (self->list) <= MOST_SELECTED)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[TOO_MANY], 0, MOST_SELECTED);
  return GDK_EVENT_STOP;
}

static void
fit (gpointer data)
{
  BvListTable *self = data;

  self->fit_id = 0;
  bv_list_columns_fit (self->columns, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
bv_list_table_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (
      BV_LIST_TABLE (widget)->scrolled, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
bv_list_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvListTable *self = BV_LIST_TABLE (widget);

  gtk_widget_allocate (self->scrolled, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  /* Columns come and go after this round: a widget must not resize while it is allocated. */
  if (self->fit_id == 0 && bv_list_columns_needs_fit (self->columns, width))
    self->fit_id = g_idle_add_once (fit, self);
}

/* Tab enters at the selected row and leaves the rows, among which the arrows move: GTK would stop
 * at every one of them, and what stands behind a long list was out of reach. */
static gboolean
bv_list_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BvListTable *self = BV_LIST_TABLE (widget);
  GtkWidget *focus = bv_focus_find (widget);
  GtkWidget *row = find_selected_row (self);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (bv_list_table_parent_class)->focus (widget, direction);
  if (focus != NULL && find_row (self, focus) != NULL)
    return FALSE;
  if (row != NULL)
    return gtk_widget_grab_focus (row);
  return GTK_WIDGET_CLASS (bv_list_table_parent_class)->focus (widget, direction);
}

static void
bv_list_table_dispose (GObject *object)
{
  BvListTable *self = BV_LIST_TABLE (object);

  bv_list_table_set_list (self, NULL);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->mark);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->kept, g_array_unref);
  G_OBJECT_CLASS (bv_list_table_parent_class)->dispose (object);
}

static void
bv_list_table_class_init (BvListTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_list_table_dispose;
  widget_class->measure = bv_list_table_measure;
  widget_class->size_allocate = bv_list_table_size_allocate;
  widget_class->focus = bv_list_table_focus;
  signals[SELECTION_CHANGED] = g_signal_new (
      "selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new (
      "activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SORT_CHANGED] = g_signal_new (
      "sort-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOO_MANY] = g_signal_new (
      "too-many", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bv_list_table_init (BvListTable *self)
{
  GtkGesture *menu_click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selection = gtk_multi_selection_new (NULL);
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-table");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu_click), GTK_PHASE_CAPTURE);
  g_signal_connect (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu_click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
}

GtkWidget *
bv_list_table_new (const BvKind *kind)
{
  BvListTable *self = g_object_new (BV_TYPE_LIST_TABLE, NULL);

  self->kind = kind;
  self->columns = bv_list_columns_new (kind, self->view);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, bv_kind_get_plural (kind), -1);
  if (kind->order_field != NULL)
    bv_list_columns_show_sort (
        self->columns, bv_kind_find_field (kind, kind->order_field), kind->order_descending);
  g_signal_connect (self->columns, "sort-changed", G_CALLBACK (sort_changed_cb), self);
  return GTK_WIDGET (self);
}

void
bv_list_table_set_list (BvListTable *self, BvRecordList *list)
{
  g_return_if_fail (BV_IS_LIST_TABLE (self));

  if (self->list == list)
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->silent = TRUE;
  g_set_object (&self->list, list);
  if (self->selection != NULL)
    gtk_multi_selection_set_model (self->selection,
                                   list != NULL ? bv_record_list_get_model (list) : NULL);
  self->silent = FALSE;
  if (list == NULL)
    return;
  g_signal_connect (list, "reset-begin", G_CALLBACK (reset_begin_cb), self);
  g_signal_connect (list, "reset-end", G_CALLBACK (reset_end_cb), self);
}

/* GTK leaves the keyboard in the menu that is gone. */
static void
menu_closed_cb (GtkPopover *popover, BvListTable *self)
{
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)))
    bv_list_table_focus_row (self);
}

void
bv_list_table_set_menu (BvListTable *self, GMenuModel *menu)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  g_signal_connect (self->popover, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

GArray *
bv_list_table_dup_selection (BvListTable *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (
      GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    gint64 id = bv_record_list_get_id (self->list, position);

    g_array_append_val (ids, id);
  }
  return ids;
}

gint64
bv_list_table_get_selected (BvListTable *self)
{
  g_autoptr (GArray) ids = bv_list_table_dup_selection (self);

  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

BvRecord *
bv_list_table_dup_record (BvListTable *self, gint64 id)
{
  guint position = self->list != NULL ? bv_record_list_find (self->list, id) : G_MAXUINT;

  if (position == G_MAXUINT)
    return NULL;
  return g_list_model_get_item (bv_record_list_get_model (self->list), position);
}

void
bv_list_table_select (BvListTable *self, gint64 id)
{
  guint position = self->list != NULL ? bv_record_list_find (self->list, id) : G_MAXUINT;

  self->silent = TRUE;
  if (position == G_MAXUINT) {
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  } else {
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
    /* As if it was clicked: Shift with an arrow goes on from here. */
    gtk_widget_activate_action (
        get_rows (self), "list.select-item", "(ubb)", position, FALSE, FALSE);
    scroll_to (self, position);
  }
  self->silent = FALSE;
}

void
bv_list_table_focus_row (BvListTable *self)
{
  GtkWidget *row = find_selected_row (self);

  gtk_widget_grab_focus (row != NULL ? row : get_rows (self));
}

const BvField *
bv_list_table_get_sort (BvListTable *self, gboolean *descending)
{
  return bv_list_columns_get_sort (self->columns, descending);
}

void
bv_list_table_sort (BvListTable *self, const BvField *field, gboolean descending)
{
  bv_list_columns_show_sort (self->columns, field, descending);
}

void
bv_list_table_set_fields (BvListTable *self, GPtrArray *fields)
{
  bv_list_columns_set_fields (self->columns, fields);
}

GPtrArray *
bv_list_table_dup_fields (BvListTable *self)
{
  return bv_list_columns_dup_fields (self->columns);
}

GtkColumnView *
bv_list_table_get_view (BvListTable *self)
{
  return self->view;
}

void
bv_list_table_add_mark (BvListTable *self, BvListMark *mark, int width)
{
  g_return_if_fail (BV_IS_LIST_TABLE (self));

  g_set_object (&self->mark, mark);
  bv_list_columns_add_mark (self->columns, mark, width);
}
