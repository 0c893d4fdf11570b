/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button whose menu keeps the filter of a list under a name and brings it back. */
#include "config.h"

#include "bv-filter-menu.h"

#include "bv-focus.h"
#include "bv-list-page-private.h"
#include "bv-saved-filters.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvFilterMenu
{
  AdwBin parent_instance;

  char *renamed; /* owned, nullable: the filter that gets another name */

  /* Borrowed */
  BvListPage *page;
  GtkMenuButton *button;
  GtkListBox *list;
  GtkEditable *name;
  GtkButton *save;
};

G_DEFINE_FINAL_TYPE (BvFilterMenu, bv_filter_menu, ADW_TYPE_BIN)

static BvOffice *
get_office (BvFilterMenu *self)
{
  return bv_page_get_office (BV_PAGE (self->page));
}

static const char *
get_name (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "name");
}

static gboolean
is_narrowed (BvFilterMenu *self)
{
  g_autoptr (GVariant) states = bv_list_page_dup_narrowing (self->page);

  return g_variant_n_children (states) > 0;
}

/* What can be pressed, and what it says. */
static void
sync_entry (BvFilterMenu *self)
{
  const char *name = gtk_editable_get_text (self->name);
  gboolean named = name[strspn (name, " ")] != '\0';
  gboolean narrowed = is_narrowed (self);

  gtk_button_set_label (self->save, self->renamed != NULL ? _ ("_Rename") : _ ("_Save"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->name), narrowed || self->renamed != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), named && (narrowed || self->renamed != NULL));
  g_object_set (self->name,
                "placeholder-text",
                narrowed || self->renamed != NULL ? _ ("Save this filter as…")
                                                  : _ ("Choose a filter first, then save it here"),
                NULL);
}

static void fill (BvFilterMenu *self);

static void
begin_rename (BvFilterMenu *self, const char *name)
{
  g_free (self->renamed);
  self->renamed = g_strdup (name);
  gtk_editable_set_text (self->name, name);
  sync_entry (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
forget (BvFilterMenu *self, const char *name)
{
  g_autofree char *key = bv_list_page_dup_key (self->page);

  bv_saved_filters_remove (get_office (self), key, name);
  fill (self);
}

static void
show_filter (BvFilterMenu *self, const char *name)
{
  g_autofree char *key = bv_list_page_dup_key (self->page);
  g_autoptr (GVariant) states = bv_saved_filters_load (get_office (self), key, name);

  gtk_menu_button_popdown (self->button);
  if (states != NULL)
    bv_list_page_take_narrowing (self->page, states);
}

/* Callbacks */

static void
save_cb (GtkWidget *widget, BvFilterMenu *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *key = bv_list_page_dup_key (self->page);
  g_autoptr (GVariant) states = NULL;

  if (*name == '\0' || !gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  if (self->renamed != NULL) {
    states = bv_saved_filters_load (get_office (self), key, self->renamed);
    bv_saved_filters_remove (get_office (self), key, self->renamed);
  } else {
    states = bv_list_page_dup_narrowing (self->page);
  }
  if (states != NULL)
    bv_saved_filters_store (get_office (self), key, name, states);
  fill (self);
}

static void
name_changed_cb (GtkEditable *entry, BvFilterMenu *self)
{
  sync_entry (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, BvFilterMenu *self)
{
  g_autofree char *name = g_strdup (get_name (row));

  show_filter (self, name);
}

static GtkListBoxRow *
find_row (GtkWidget *widget)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static void
rename_cb (GtkButton *button, BvFilterMenu *self)
{
  begin_rename (self, get_name (find_row (GTK_WIDGET (button))));
}

static void
delete_cb (GtkButton *button, BvFilterMenu *self)
{
  g_autofree char *name = g_strdup (get_name (find_row (GTK_WIDGET (button))));

  forget (self, name);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvFilterMenu *self)
{
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));
  GtkListBoxRow *row = focus != NULL ? find_row (focus) : NULL;
  g_autofree char *name = row != NULL ? g_strdup (get_name (row)) : NULL;

  if (name == NULL || (keyval != GDK_KEY_F2 && keyval != GDK_KEY_Delete))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F2)
    begin_rename (self, name);
  else
    forget (self, name);
  return GDK_EVENT_STOP;
}

/* The menu */

static GtkWidget *
build_action (BvFilterMenu *self, const char *icon_name, const char *text, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  bv_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
build_row (BvFilterMenu *self, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (
      GTK_BOX (box),
      build_action (self, "document-edit-symbolic", _ ("Rename (F2)"), G_CALLBACK (rename_cb)));
  gtk_box_append (
      GTK_BOX (box),
      build_action (self, "user-trash-symbolic", _ ("Delete (Del)"), G_CALLBACK (delete_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  return row;
}

static void
fill (BvFilterMenu *self)
{
  g_autofree char *key = bv_list_page_dup_key (self->page);
  g_auto (GStrv) names = bv_saved_filters_list (get_office (self), key);
  GtkWidget *row;

  g_clear_pointer (&self->renamed, g_free);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; names[i] != NULL; i++)
    gtk_list_box_append (self->list, build_row (self, names[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), names[0] != NULL);
  gtk_editable_set_text (self->name, "");
  sync_entry (self);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->name));
}

static void
map_cb (GtkPopover *popover, BvFilterMenu *self)
{
  fill (self);
}

static GtkWidget *
build_entry (BvFilterMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  self->name = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->name, 30);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the filter"), -1);
  self->save = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Save")));
  g_signal_connect (entry, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->save));
  return box;
}

static GtkWidget *
build_popover (BvFilterMenu *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "bv-column-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Saved filters"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), build_entry (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "map", G_CALLBACK (map_cb), self);
  return popover;
}

static void
bv_filter_menu_finalize (GObject *object)
{
  g_free (BV_FILTER_MENU (object)->renamed);
  G_OBJECT_CLASS (bv_filter_menu_parent_class)->finalize (object);
}

static void
bv_filter_menu_class_init (BvFilterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_filter_menu_finalize;
}

static void
bv_filter_menu_init (BvFilterMenu *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "bv-filters-symbolic");
  gtk_menu_button_set_popover (self->button, build_popover (self));
  bv_tooltip_set (GTK_WIDGET (self->button), _ ("Saved filters"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Saved filters"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

GtkWidget *
bv_filter_menu_new (BvListPage *page)
{
  BvFilterMenu *self = g_object_new (BV_TYPE_FILTER_MENU, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}
