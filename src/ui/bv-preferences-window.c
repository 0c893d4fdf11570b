/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can choose for this computer. */
#include "config.h"

#include "bv-preferences-window.h"

#include "bv-dialogs.h"
#include "bv-settings.h"

struct _BvPreferencesWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwPreferencesPage *page;
  AdwComboRow *language_row;
  AdwComboRow *color_row;
  AdwActionRow *folder_row;
  AdwEntryRow *actor_row;
};

G_DEFINE_TYPE (BvPreferencesWindow, bv_preferences_window, ADW_TYPE_WINDOW)

/* In the order of the rows of the template. */
static const char *const languages[] = { "vi", "en", "system" };
static const char *const color_schemes[] = { "system", "light", "dark" };

static gboolean
get_position (GValue *value, GVariant *variant, gpointer data)
{
  const char *const *nicks = data;

  for (guint i = 0; i < 3; i++)
    if (g_str_equal (nicks[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_position (const GValue *value, const GVariantType *type, gpointer data)
{
  const char *const *nicks = data;

  return g_variant_new_string (nicks[MIN (g_value_get_uint (value), 2)]);
}

static void
bind_choice (AdwComboRow *row, const char *key, const char *const *nicks)
{
  g_settings_bind_with_mapping (bv_settings_get (),
                                key,
                                row,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                get_position,
                                set_position,
                                (gpointer) nicks,
                                NULL);
}

static void
update_folder (BvPreferencesWindow *self)
{
  g_autoptr (GFile) folder = bv_settings_dup_folder ();
  g_autofree char *path = g_file_get_parse_name (folder);

  adw_action_row_set_subtitle (self->folder_row, path);
}

static void
folder_cb (gpointer owner, GFile *folder)
{
  if (g_file_peek_path (folder) != NULL)
    bv_settings_set_string ("default-folder", g_file_peek_path (folder));
  update_folder (owner);
}

static void
folder_clicked_cb (BvPreferencesWindow *self)
{
  g_autoptr (GFile) folder = bv_settings_dup_folder ();
  g_autofree char *title = NULL;

  g_assert (BV_IS_PREFERENCES_WINDOW (self));

  title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->folder_row)));
  bv_dialogs_choose_folder (GTK_WINDOW (self), title, folder, folder_cb, self);
}

static void
bv_preferences_window_class_init (BvPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bangvang/BangVang/bv-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPreferencesWindow, page);
  gtk_widget_class_bind_template_child (widget_class, BvPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, BvPreferencesWindow, color_row);
  gtk_widget_class_bind_template_child (widget_class, BvPreferencesWindow, folder_row);
  gtk_widget_class_bind_template_child (widget_class, BvPreferencesWindow, actor_row);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
}

static void
bv_preferences_window_init (BvPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_folder (self);
  if (bv_settings_get () == NULL) {
    gtk_widget_set_sensitive (GTK_WIDGET (self->page), FALSE);
    return;
  }
  bind_choice (self->language_row, "language", languages);
  bind_choice (self->color_row, "color-scheme", color_schemes);
  g_settings_bind (bv_settings_get (), "actor", self->actor_row, "text", G_SETTINGS_BIND_DEFAULT);
}

void
bv_preferences_window_show (GtkWindow *parent)
{
  GtkWindow *window = g_object_new (BV_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  gtk_window_present (window);
}
