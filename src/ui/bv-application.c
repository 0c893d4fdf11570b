/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one process, a window for each office file. */
#include "config.h"

#include "bv-application.h"

#include "bv-clicks.h"
#include "bv-help-window.h"
#include "bv-icons.h"
#include "bv-pages.h"
#include "bv-preferences-window.h"
#include "bv-settings.h"
#include "bv-spoken-names.h"
#include "bv-window.h"

#include <glib/gi18n-lib.h>

struct _BvApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_TYPE (BvApplication, bv_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "page",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("Show this page; --list-pages names them"),
    N_ ("NAME") },
  { "list-pages", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the names of the pages"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "win.step-page(1)", { "<Control>Page_Down" } },
  { "win.step-page(-1)", { "<Control>Page_Up" } },
  { "page.step-row(1)", { "<Alt>Page_Down" } },
  { "page.step-row(-1)", { "<Alt>Page_Up" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.go-to", { "<Control>k" } },
  { "win.shortcuts", { "<Control>question", "<Control><Shift>slash" } },
  { "win.open", { "<Control>o" } },
  { "win.toggle-sidebar", { "F9" } },
  { "window.close", { "<Control>w" } },
  { "page.new", { "<Control>n" } },
  { "page.import", { "<Control>i" } },
  { "page.export::xlsx", { "<Control>e" } },
  { "page.export::csv", { "<Control><Shift>e" } },
  { "page.duplicate", { "<Control>d" } },
  { "page.find", { "<Control>f" } },
};

static BvWindow *
find_window (BvApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (BV_IS_WINDOW (l->data) && bv_window_has_file (l->data, file))
      return l->data;
  return NULL;
}

static BvWindow *
open_file (BvApplication *self, GFile *file, const char *page)
{
  /* an empty window takes the file, one that already shows it comes to the front */
  BvWindow *window = find_window (self, file);

  if (window == NULL)
    window = find_window (self, NULL);
  if (window == NULL)
    window = bv_window_new (GTK_APPLICATION (self));
  bv_window_open (window, file);
  if (page != NULL)
    bv_window_show_page (window, page, 0);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
open_last_file (BvApplication *self, const char *page)
{
  g_autofree char *last = bv_settings_dup_string ("last-file");
  g_autoptr (GFile) file = NULL;

  if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS)) {
    file = g_file_new_for_path (last);
    open_file (self, file, page);
  } else {
    gtk_window_present (GTK_WINDOW (bv_window_new (GTK_APPLICATION (self))));
  }
}

static void
start (BvApplication *self, const char *page)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active == NULL) {
    open_last_file (self, page);
    return;
  }
  if (page != NULL && BV_IS_WINDOW (active))
    bv_window_show_page (BV_WINDOW (active), page, 0);
  gtk_window_present (active);
}

static void
apply_color_scheme (void)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT,
                                            ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  GSettings *settings = bv_settings_get ();
  int chosen = settings != NULL ? g_settings_get_enum (settings, "color-scheme") : 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[chosen]);
}

static void
apply_actor (GSettings *settings, const char *key, BvApplication *self)
{
  g_autofree char *actor = bv_settings_dup_actor ();

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next) {
    BvOffice *office = BV_IS_WINDOW (l->data) ? bv_window_get_office (l->data) : NULL;

    if (office != NULL)
      bv_office_set_actor (office, actor);
  }
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* each window saves what is being typed; one that cannot stays, and the program with it */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_preferences_window_show (gtk_application_get_active_window (data));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_help_window_show (gtk_application_get_active_window (data));
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "preferences", preferences_cb },
  { "help", help_cb },
};

static void
bv_application_startup (GApplication *application)
{
  GSettings *settings = bv_settings_get ();

  G_APPLICATION_CLASS (bv_application_parent_class)->startup (application);

  g_action_map_add_action_entries (
      G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (
        GTK_APPLICATION (application), accelerators[i].action, accelerators[i].keys);
  gtk_window_set_default_icon_name (BV_APP_ID);
  bv_spoken_names_mend ();
  bv_clicks_keep ();
  bv_icons_keep ();
  apply_color_scheme ();
  if (settings == NULL)
    return;
  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), NULL);
  g_signal_connect_object (settings, "changed::actor", G_CALLBACK (apply_actor), application, 0);
}

static void
bv_application_activate (GApplication *application)
{
  start (BV_APPLICATION (application), NULL);
}

static void
bv_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (BV_APPLICATION (application), files[i], NULL);
}

static int
bv_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version")) {
    g_print ("bang-vang %s\n", BV_VERSION);
    return 0;
  }
  if (g_variant_dict_contains (dict, "list-pages")) {
    for (const BvPageInfo *page = bv_pages_get (); page->name != NULL; page++)
      g_print ("%s\n", page->name);
    return 0;
  }
  return -1;
}

static int
bv_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  g_autofree const char **files = NULL;
  const char *page = NULL;

  g_variant_dict_lookup (dict, "page", "&s", &page);
  if (!g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &files)) {
    start (BV_APPLICATION (application), page);
    return 0;
  }
  for (guint i = 0; files[i] != NULL; i++) {
    g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, files[i]);

    open_file (BV_APPLICATION (application), file, page);
  }
  return 0;
}

static void
bv_application_class_init (BvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = bv_application_startup;
  application_class->activate = bv_application_activate;
  application_class->open = bv_application_open;
  application_class->handle_local_options = bv_application_handle_local_options;
  application_class->command_line = bv_application_command_line;
}

static void
bv_application_init (BvApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

BvApplication *
bv_application_new (void)
{
  return g_object_new (BV_TYPE_APPLICATION,
                       "application-id",
                       BV_APP_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
