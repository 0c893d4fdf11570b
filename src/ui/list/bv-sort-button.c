/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu of all columns to sort by, also of those that have no room in the table. */
#include "config.h"

#include "bv-sort-button.h"

#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvSortButton
{
  AdwBin parent_instance;

  const BvKind *kind;
  BvListTable *table;          /* borrowed: it stands on the same page */
  GSimpleActionGroup *actions; /* owned */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (BvSortButton, bv_sort_button, ADW_TYPE_BIN)

static void
set_state (BvSortButton *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* The menu says what the headings say. */
static void
follow (BvSortButton *self)
{
  gboolean descending = FALSE;
  const BvField *field = bv_list_table_get_sort (self->table, &descending);

  set_state (self, "field", g_variant_new_string (field != NULL ? field->name : ""));
  set_state (self, "descending", g_variant_new_boolean (descending));
}

static void
sort_changed_cb (BvListTable *table, BvSortButton *self)
{
  if (!self->following)
    follow (self);
}

static void
sort (BvSortButton *self, const BvField *field, gboolean descending)
{
  self->following = TRUE;
  bv_list_table_sort (self->table, field, descending);
  self->following = FALSE;
  follow (self);
}

static void
field_cb (GSimpleAction *action, GVariant *name, gpointer data)
{
  BvSortButton *self = data;

  sort (self, bv_kind_find_field (self->kind, g_variant_get_string (name, NULL)), FALSE);
}

static void
descending_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  BvSortButton *self = data;
  gboolean before = FALSE;
  const BvField *field = bv_list_table_get_sort (self->table, &before);

  if (field != NULL)
    sort (self, field, !before);
}

static GMenuModel *
create_menu (BvSortButton *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) fields = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();

  for (guint i = 0; i < self->kind->n_fields; i++) {
    const BvField *field = &self->kind->fields[i];
    g_autoptr (GMenuItem) item = NULL;

    if (!(field->flags & BV_FIELD_LISTED))
      continue;
    item = g_menu_item_new (bv_field_get_label (field), NULL);
    g_menu_item_set_action_and_target (item, "sort.field", "s", field->name);
    g_menu_append_item (fields, item);
  }
  g_menu_append (order, _ ("_Descending"), "sort.descending");
  g_menu_append_section (menu, _ ("Sort by"), G_MENU_MODEL (fields));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  return G_MENU_MODEL (menu);
}

static void
bv_sort_button_dispose (GObject *object)
{
  g_clear_object (&BV_SORT_BUTTON (object)->actions);
  G_OBJECT_CLASS (bv_sort_button_parent_class)->dispose (object);
}

static void
bv_sort_button_class_init (BvSortButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_sort_button_dispose;
}

static void
bv_sort_button_init (BvSortButton *self)
{
  const GActionEntry entries[] = {
    { "field", field_cb, "s", "''" },
    { "descending", descending_cb, NULL, "false" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sort", G_ACTION_GROUP (self->actions));
}

GtkWidget *
bv_sort_button_new (const BvKind *kind, BvListTable *table)
{
  BvSortButton *self = g_object_new (BV_TYPE_SORT_BUTTON, NULL);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = NULL;

  self->kind = kind;
  self->table = table;
  menu = create_menu (self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-sort-descending-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  bv_tooltip_set (button, _ ("Sort"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sort"), -1);
  gtk_widget_add_css_class (button, "flat");
  adw_bin_set_child (ADW_BIN (self), button);
  g_signal_connect_object (table, "sort-changed", G_CALLBACK (sort_changed_cb), self, 0);
  follow (self);
  return GTK_WIDGET (self);
}
