/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button whose menu says which columns a list shows, and in which order. */
#include "config.h"

#include "bv-column-chooser.h"

#include "bv-column-layout.h"
#include "bv-focus.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvColumnChooser
{
  AdwBin parent_instance;

  const BvKind *kind;

  /* Borrowed */
  BvListTable *table;
  GtkListBox *list;
  GtkWidget *reset;
};

G_DEFINE_FINAL_TYPE (BvColumnChooser, bv_column_chooser, ADW_TYPE_BIN)

static void fill (BvColumnChooser *self, const BvField *focused);

static const BvField *
get_field (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "field");
}

static gboolean
is_default (BvColumnChooser *self, GPtrArray *fields)
{
  g_autoptr (GPtrArray) usual = bv_column_layout_dup_default (self->kind);

  if (usual->len != fields->len)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (g_ptr_array_index (usual, i) != g_ptr_array_index (fields, i))
      return FALSE;
  return TRUE;
}

/* Shows @fields in the table and the menu, and remembers them. */
static void
take_fields (BvColumnChooser *self, GPtrArray *fields, const BvField *focused)
{
  bv_list_table_set_fields (self->table, fields);
  bv_column_layout_store (self->kind, is_default (self, fields) ? NULL : fields);
  fill (self, focused);
}

static void
toggle (BvColumnChooser *self, const BvField *field)
{
  g_autoptr (GPtrArray) fields = bv_list_table_dup_fields (self->table);

  if (field->flags & BV_FIELD_MAIN) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  if (!g_ptr_array_remove (fields, (gpointer) field))
    g_ptr_array_add (fields, (gpointer) field);
  take_fields (self, fields, field);
}

static void
move (BvColumnChooser *self, const BvField *field, int by)
{
  g_autoptr (GPtrArray) fields = bv_list_table_dup_fields (self->table);
  guint place;
  int target;

  if (!g_ptr_array_find (fields, field, &place))
    return;
  target = (int) place + by;
  if (target < 0 || target >= (int) fields->len) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  g_ptr_array_remove_index (fields, place);
  g_ptr_array_insert (fields, target, (gpointer) field);
  take_fields (self, fields, field);
}

/* Callbacks */

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, BvColumnChooser *self)
{
  toggle (self, get_field (row));
}

static void
move_cb (GtkButton *button, BvColumnChooser *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  move (self,
        get_field (GTK_LIST_BOX_ROW (row)),
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "by")));
}

static void
reset_cb (GtkButton *button, BvColumnChooser *self)
{
  g_autoptr (GPtrArray) fields = bv_column_layout_dup_default (self->kind);

  take_fields (self, fields, g_ptr_array_index (fields, 0));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvColumnChooser *self)
{
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || !(state & GDK_ALT_MASK) || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  move (self, get_field (GTK_LIST_BOX_ROW (row)), keyval == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
map_cb (GtkPopover *popover, BvColumnChooser *self)
{
  g_autoptr (GPtrArray) fields = bv_list_table_dup_fields (self->table);

  fill (self, g_ptr_array_index (fields, 0));
}

/* The menu */

static GtkWidget *
build_move (BvColumnChooser *self, const char *icon_name, const char *text, int by, gboolean can)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  bv_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, can);
  g_object_set_data (G_OBJECT (button), "by", GINT_TO_POINTER (by));
  g_signal_connect (button, "clicked", G_CALLBACK (move_cb), self);
  return button;
}

/* A row for @field, the one at @place of @n_shown columns, or hidden when it lies beyond. */
static GtkWidget *
build_row (BvColumnChooser *self, const BvField *field, guint place, guint n_shown)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label (bv_field_get_label (field));
  gboolean shown = place < n_shown;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_widget_set_sensitive (check, !(field->flags & BV_FIELD_MAIN));
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (
      GTK_BOX (box),
      build_move (
          self, "go-up-symbolic", _ ("Further to the left (Alt+Up)"), -1, shown && place > 0));
  gtk_box_append (GTK_BOX (box),
                  build_move (self,
                              "go-down-symbolic",
                              _ ("Further to the right (Alt+Down)"),
                              1,
                              shown && place + 1 < n_shown));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, bv_field_get_label (field), -1);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  return row;
}

/* The columns in their order, then what could be one. */
static void
fill (BvColumnChooser *self, const BvField *focused)
{
  g_autoptr (GPtrArray) fields = bv_list_table_dup_fields (self->table);
  guint n_shown = fields->len;
  GtkWidget *row;

  gtk_widget_set_sensitive (self->reset, !is_default (self, fields));
  for (guint i = 0; i < self->kind->n_fields; i++) {
    const BvField *field = &self->kind->fields[i];

    if (bv_column_layout_can_show (field) && !g_ptr_array_find (fields, field, NULL))
      g_ptr_array_add (fields, (gpointer) field);
  }
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < fields->len; i++) {
    row = build_row (self, g_ptr_array_index (fields, i), i, n_shown);
    gtk_list_box_append (self->list, row);
    if (g_ptr_array_index (fields, i) == focused)
      gtk_widget_grab_focus (row);
  }
}

static GtkWidget *
build_scrolled (BvColumnChooser *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "bv-column-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  return scrolled;
}

static GtkWidget *
build_popover (BvColumnChooser *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->reset = gtk_button_new_with_mnemonic (_ ("_Usual columns"));
  g_signal_connect (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  gtk_box_append (GTK_BOX (box), build_scrolled (self));
  gtk_box_append (GTK_BOX (box), self->reset);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "map", G_CALLBACK (map_cb), self);
  return popover;
}

static void
bv_column_chooser_class_init (BvColumnChooserClass *klass)
{
}

static void
bv_column_chooser_init (BvColumnChooser *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "bv-columns-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), build_popover (self));
  bv_tooltip_set (button, _ ("Columns"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
  gtk_widget_add_css_class (button, "flat");
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
bv_column_chooser_new (const BvKind *kind, BvListTable *table)
{
  BvColumnChooser *self = g_object_new (BV_TYPE_COLUMN_CHOOSER, NULL);

  self->kind = kind;
  self->table = table;
  return GTK_WIDGET (self);
}
