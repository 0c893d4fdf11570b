/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of help: how one works here, by which keys, and where the data live. */
#include "config.h"

#include "bv-help-window.h"

#include "bv-backup.h"
#include "bv-keys.h"
#include "bv-window.h"

#include <glib/gi18n-lib.h>

struct _BvHelpWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwPreferencesPage *page;
};

G_DEFINE_TYPE (BvHelpWindow, bv_help_window, ADW_TYPE_WINDOW)

typedef struct
{
  const char *title;
  const char *text;
} Line;

static const Line work[] = {
  { N_ ("Nothing is saved by hand"),
    N_ ("A row is saved when you leave the field or press Enter. The time of the last saving "
        "stands "
        "in the header. Closing never asks.") },
  { N_ ("Everything can be undone"),
    N_ ("Ctrl+Z takes back step by step, also after the program was closed. The log takes back a "
        "single older step.") },
  { N_ ("Deleted rows can come back"),
    N_ ("The log lists them under “Deleted rows”. Each comes back with all that went with it, also "
        "when other things happened since. What became of a row stands at the end of its form.") },
  { N_ ("From the pledge to the proposal"),
    N_ ("Choose the movement above the list of pages. Enter pledges, then achievements with their "
        "evidence; verify them; score; look at the ranking; make the proposals; export them to "
        "Excel.") },
  { N_ ("Documents come from the rows"),
    N_ ("Ctrl+P on a session, decision, award, person or department opens the document about it, "
        "ready to print or to save; the button with the printer lists the others. What is printed "
        "or saved stands in the register of documents, which tells whether it would say the same "
        "today.") },
  { N_ ("Several rows at once"),
    N_ ("Select rows with Shift or Ctrl: beside the list choose a field and give all of them one "
        "value. What will change is shown first, and Ctrl+Z takes all of it back. Delete and copy "
        "work on all selected rows too.") },
  { N_ ("What repeats is typed once"),
    N_ ("The pin at a field, or Ctrl+G, keeps its value for the next new rows. Ctrl+Shift+D takes "
        "the value of the row above. A department, person or content that is missing is created "
        "where its name is typed.") },
  { N_ ("A changed row stays in its place"),
    N_ ("It does not jump away when the column that sorts is changed, and a filter does not hide "
        "it at once. “Sort again” or F5 puts all rows where they belong.") },
  { N_ ("Search understands plain letters"), N_ ("“nguyen huong” finds “Nguyễn Thị Hường”.") },
  { N_ ("Ctrl+K goes to anything"),
    N_ ("Type a few letters of a name, a document number, a page or a command, without accents; "
        "Enter goes there, also to rows that a filter hides or that belong to another "
        "movement.") },
  { N_ ("Dates are typed short"),
    N_ ("1/6, 1/6/24 and 01.06.2024 are the same day; + and - go a day on or back.") },
};

static const Line data[] = {
  { N_ ("One file is everything"),
    N_ ("All data of the office, with the files of the evidence, are in one .bangvang file. Copy "
        "it when the program is closed.") },
  { N_ ("One person writes"),
    N_ ("While a file is open a lock lies beside it (.lock). Who opens it as second sees "
        "everything and can write when the first has closed it.") },
};

static const Line trouble[] = {
  { N_ ("The window comes up only after half a minute"),
    N_ ("Over remote desktop, or when a service of the desktop hangs, GTK waits for it. Start with "
        "ADW_DISABLE_PORTAL=1 or log in again.") },
};

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (BvHelpWindow *self, const char *title, const Line *lines, guint n_lines)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < n_lines; i++)
    add_row (group, _ (lines[i].title), _ (lines[i].text));
  adw_preferences_page_add (self->page, group);
  return group;
}

static void
add_places (AdwPreferencesGroup *group, GtkWindow *parent)
{
  BvOffice *office = BV_IS_WINDOW (parent) ? bv_window_get_office (BV_WINDOW (parent)) : NULL;
  g_autofree char *backups = office != NULL ? bv_backup_dup_folder (office) : NULL;

  if (office == NULL)
    return;
  add_row (group, _ ("This file"), bv_office_get_path (office));
  add_row (group, _ ("Its backups: 7 days, 4 weeks, 12 months"), backups);
}

static void
bv_help_window_class_init (BvHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/bv-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvHelpWindow, page);
}

static void
bv_help_window_init (BvHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bv_help_window_show (GtkWindow *parent)
{
  BvHelpWindow *self = g_object_new (BV_TYPE_HELP_WINDOW, "transient-for", parent, NULL);

  add_group (self, _ ("How one works here"), work, G_N_ELEMENTS (work));
  bv_keys_add_groups (self->page);
  add_places (add_group (self, _ ("Where the data live"), data, G_N_ELEMENTS (data)), parent);
  add_group (self, _ ("When something is wrong"), trouble, G_N_ELEMENTS (trouble));
  gtk_window_present (GTK_WINDOW (self));
}

void
bv_help_window_show_keys (GtkWindow *parent)
{
  BvHelpWindow *self = g_object_new (
      BV_TYPE_HELP_WINDOW, "transient-for", parent, "title", _ ("Keyboard shortcuts"), NULL);

  bv_keys_add_groups (self->page);
  gtk_window_present (GTK_WINDOW (self));
}
