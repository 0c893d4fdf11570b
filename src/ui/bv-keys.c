/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done by a key or from the palette: the one table of both. */
#include "config.h"

#include "bv-keys.h"

#include <glib/gi18n-lib.h>

static const BvCommand rows[] = {
  { N_ ("New row"), "Ctrl|N", "page.new" },
  { N_ ("Duplicate row"), "Ctrl|D", "page.duplicate" },
  { N_ ("Delete row"), "Delete", "page.delete" },
  { N_ ("Select several rows, or all"), "Shift|↑↓ Ctrl|A" },
  { N_ ("Copy the selected rows as cells"), "Ctrl|C" },
  { N_ ("Fill the field down from the row above, or over the selected rows"), "Ctrl|Shift|D" },
  { N_ ("Sort changed rows again"), "F5" },
  { N_ ("Edit"), "F2 Enter", "page.edit" },
  { N_ ("Finish and start the next new row"), "Ctrl|Enter" },
  { N_ ("Next or previous row, from its form too"), "Alt|PgDn Alt|PgUp" },
  { N_ ("What can be done with the row (its menu)"), "Shift|F10" },
  { N_ ("Search"), "Ctrl|F", "page.find" },
  { N_ ("Import from Excel or a table of text"), "Ctrl|I", "page.import" },
  { N_ ("Document about the row, or print the document"), "Ctrl|P", "page.print" },
  { N_ ("Move a column (in the menu of columns)"), "Alt|↑ Alt|↓" },
  { N_ ("Export the list as shown, to Excel or as CSV"),
    "Ctrl|E Ctrl|Shift|E",
    "page.export::xlsx" },
  { N_ ("Export the council's workbook (in the proposals)"), "Ctrl|Shift|S" },
  { N_ ("Paste copied cells or a copied file as rows (in a list)"), "Ctrl|V", "page.paste" },
};

static const BvCommand fields[] = {
  { N_ ("Next field"), "Tab" },
  { N_ ("Keep the value for the next new row, where Tab passes it over"), "Ctrl|G" },
  { N_ ("Leave the field and restore it"), "Esc" },
  { N_ ("A day on or back in a date"), "+ −" },
  { N_ ("Undo"), "Ctrl|Z", "win.undo" },
  { N_ ("Redo"), "Ctrl|Shift|Z", "win.redo" },
};

static const BvCommand scores[] = {
  { N_ ("Type points, then on to the next cell"), "Enter Tab" },
  { N_ ("Choose a block of cells"), "Shift|↑↓←→ Ctrl|A" },
  { N_ ("Copy the block for a spreadsheet"), "Ctrl|C" },
  { N_ ("Paste a block from a spreadsheet"), "Ctrl|V" },
  { N_ ("Fill down"), "Ctrl|D" },
  { N_ ("Reason of the chosen points"), "Ctrl|R" },
  { N_ ("Delete the chosen points"), "Delete" },
};

static const BvCommand window[] = {
  { N_ ("Go to a person, row, document number, page or command"), "Ctrl|K" },
  { N_ ("Pages from top to bottom"), "Alt|1…9 Alt|0" },
  { N_ ("Next or previous page"), "Ctrl|PgDn Ctrl|PgUp" },
  { N_ ("Show or hide the sidebar"), "F9", "win.toggle-sidebar" },
  { N_ ("Main menu"), "F10" },
  { N_ ("Open an office file"), "Ctrl|O", "win.open" },
  { N_ ("Preferences"), "Ctrl|,", "app.preferences" },
  { N_ ("Help"), "F1", "app.help" },
  { N_ ("Keyboard shortcuts"), "Ctrl|?", "win.shortcuts" },
  { N_ ("Stop what is being exported or drawn"), "Esc" },
  { N_ ("Close the window"), "Ctrl|W", "window.close" },
  { N_ ("Quit"), "Ctrl|Q", "app.quit" },
};

/* Without keys of their own. */
static const BvCommand others[] = {
  { N_ ("Create an office file"), NULL, "win.create" },
  { N_ ("Close the file"), NULL, "win.close-file" },
  { N_ ("Make a backup now"), NULL, "win.backup" },
  { N_ ("Merge or rename departments"), NULL, "win.merge-departments" },
  { N_ ("Show the backups"), NULL, "win.show-backups" },
  { N_ ("Make the file smaller"), NULL, "win.compact" },
  { N_ ("About Bảng Vàng"), NULL, "win.about" },
};

static const struct
{
  const char *title; /* NULL: not among the keys */
  const BvCommand *commands;
  guint n_commands;
} groups[] = {
  { N_ ("Keys for rows"), rows, G_N_ELEMENTS (rows) },
  { N_ ("Keys for fields"), fields, G_N_ELEMENTS (fields) },
  { N_ ("Keys of the score sheet"), scores, G_N_ELEMENTS (scores) },
  { N_ ("Keys of the window"), window, G_N_ELEMENTS (window) },
  { NULL, others, G_N_ELEMENTS (others) },
};

static void
append_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (box, label);
}

GtkWidget *
bv_keys_create_caps (const char *keys)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_auto (GStrv) alternatives = g_strsplit (keys, " ", -1);

  for (guint i = 0; alternatives[i] != NULL; i++) {
    g_auto (GStrv) caps = g_strsplit (alternatives[i], "|", -1);

    if (i > 0)
      append_label (GTK_BOX (box), "·", "dim-label");
    for (guint j = 0; caps[j] != NULL; j++)
      append_label (GTK_BOX (box), caps[j], "keycap");
  }
  return box;
}

static void
add_group (AdwPreferencesPage *page, const char *title, const BvCommand *keys, guint n_keys)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < n_keys; i++) {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (keys[i].what));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), bv_keys_create_caps (keys[i].keys));
    gtk_widget_add_css_class (row, "key");
    adw_preferences_group_add (group, row);
  }
  adw_preferences_page_add (page, group);
}

void
bv_keys_add_groups (AdwPreferencesPage *page)
{
  g_return_if_fail (ADW_IS_PREFERENCES_PAGE (page));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].title != NULL)
      add_group (page, _ (groups[i].title), groups[i].commands, groups[i].n_commands);
}

GPtrArray *
bv_keys_list_commands (void)
{
  GPtrArray *commands = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i].n_commands; j++)
      if (groups[i].commands[j].action != NULL)
        g_ptr_array_add (commands, (gpointer) &groups[i].commands[j]);
  return commands;
}
