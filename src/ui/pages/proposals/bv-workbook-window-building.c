/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the export window; compact enough for a small screen. */
#include "config.h"

#include "bv-workbook-window-private.h"

#include "bv-action-button.h"
#include "bv-sheet-preview.h"

#include <glib/gi18n-lib.h>

#define WIDTH 1180
#define HEIGHT 690
#define CHOICES_WIDTH 440

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* A heading with "All" and "None" beside it. */
static void
add_checks_heading (GtkBox *box, const char *text, const char *action)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), create_heading (text));
  for (guint i = 0; i < 2; i++) {
    GtkWidget *button = bv_action_button_new (i == 0 ? _ ("All") : _ ("None"), NULL, "flat");
    g_autofree char *name = g_strdup_printf (
        "%s: %s", text, gtk_button_get_label (GTK_BUTTON (button)));

    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "b", i == 0);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
    name_widget (button, name);
    gtk_box_append (GTK_BOX (line), button);
  }
  gtk_box_append (box, line);
}

static void
setup_movement_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_movement_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (name));
}

/* The titles of movements are long: the window keeps its width. */
static void
add_movement (BvWorkbookWindow *self, GtkBox *box)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_movement_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_movement_cb), NULL);
  self->movement = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_factory (self->movement, factory);
  name_widget (GTK_WIDGET (self->movement), _ ("Movement"));
  g_signal_connect_swapped (
      self->movement, "notify::selected", G_CALLBACK (_bv_workbook_window_movement_cb), self);
  gtk_box_append (box, create_heading (_ ("Movement")));
  gtk_box_append (box, GTK_WIDGET (self->movement));
}

static void
add_sheets (BvWorkbookWindow *self, GtkBox *box)
{
  GtkWidget *grid = gtk_grid_new ();
  const int half = (BV_N_WORKBOOK_SHEETS + 1) / 2;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  add_checks_heading (box, _ ("Sheets of the workbook"), "workbook.sheets");
  for (int i = 0; i < BV_N_WORKBOOK_SHEETS; i++) {
    GtkWidget *check = _bv_workbook_window_create_check (
        self, bv_workbook_choice_name_sheet ((BvWorkbookSheet) i));

    self->sheets[i] = GTK_CHECK_BUTTON (check);
    gtk_grid_attach (GTK_GRID (grid), check, i / half, i % half, 1, 1);
  }
  gtk_box_append (box, grid);
}

static void
add_files (BvWorkbookWindow *self, GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *one = _bv_workbook_window_create_check (self, _ ("_One file"));

  self->split = GTK_CHECK_BUTTON (
      _bv_workbook_window_create_check (self, _ ("One file for _each award form")));
  gtk_check_button_set_group (self->split, GTK_CHECK_BUTTON (one));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (one), TRUE);
  gtk_box_append (GTK_BOX (line), one);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->split));
  gtk_box_append (box, create_heading (_ ("Files")));
  gtk_box_append (box, line);
}

static void
add_target (BvWorkbookWindow *self, GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading;

  self->name = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_activates_default (self->name, TRUE);
  name_widget (GTK_WIDGET (self->name), _ ("File name"));
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (_bv_workbook_window_sync), self);
  self->folder = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->folder, PANGO_ELLIPSIZE_START);
  gtk_label_set_xalign (self->folder, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->folder), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->folder), "dim-label");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->folder));
  gtk_box_append (GTK_BOX (line), bv_action_button_new (_ ("_Folder…"), "workbook.folder", NULL));
  self->open = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("Open _when done")));
  heading = create_heading (_ ("File _name and folder"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (heading), GTK_WIDGET (self->name));
  gtk_box_append (box, heading);
  gtk_box_append (box, GTK_WIDGET (self->name));
  gtk_box_append (box, line);
  gtk_box_append (box, GTK_WIDGET (self->open));
}

static GtkWidget *
build_choices (BvWorkbookWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  add_movement (self, box);
  add_checks_heading (box, _ ("Award forms"), "workbook.forms");
  self->form_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (box, GTK_WIDGET (self->form_box));
  add_sheets (self, box);
  add_files (self, box);
  add_target (self, box);
  gtk_widget_set_margin_top (GTK_WIDGET (box), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (box), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (box), 18);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (box));
  gtk_widget_set_size_request (scrolled, CHOICES_WIDTH, -1);
  gtk_widget_set_hexpand (scrolled, FALSE); /* the rest is for the page */
  return scrolled;
}

static GtkWidget *
build_preview (BvWorkbookWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->preview = bv_sheet_preview_new ();
  name_widget (self->preview, _ ("The first page as it will be printed"));
  gtk_widget_set_vexpand (self->preview, TRUE);
  gtk_widget_set_hexpand (self->preview, TRUE);
  self->caption = GTK_LABEL (gtk_label_new (_ ("The first page is being drawn…")));
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caption));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  return box;
}

void
_bv_workbook_window_build (BvWorkbookWindow *self)
{
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (panes), build_choices (self));
  gtk_box_append (GTK_BOX (panes), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (panes), build_preview (self));
  bv_task_window_build (BV_TASK_WINDOW (self), _ ("_Close"), _ ("_Export"), panes);
  gtk_window_set_default_widget (GTK_WINDOW (self),
                                 bv_task_window_get_accept (BV_TASK_WINDOW (self)));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}
