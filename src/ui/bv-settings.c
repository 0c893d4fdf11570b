/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user chose for this computer; works with defaults where no schema is installed. */
#include "config.h"

#include "bv-settings.h"

/* The program in its build tree finds the schema two folders up, beside its source. */
static GSettingsSchemaSource *
open_build_source (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  g_autofree char *data = g_build_filename (folder, "..", "..", "data", NULL);

  return g_settings_schema_source_new_from_directory (
      data, g_settings_schema_source_get_default (), TRUE, NULL);
}

static GSettings *
load (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = open_build_source ();
  GSettingsSchemaSource *source = built != NULL ? built : installed;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, BV_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

GSettings *
bv_settings_get (void)
{
  static GSettings *settings;
  static gsize once;

  if (g_once_init_enter (&once)) {
    settings = load ();
    g_once_init_leave (&once, 1);
  }
  return settings;
}

char *
bv_settings_dup_string (const char *key)
{
  GSettings *settings = bv_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

void
bv_settings_set_string (const char *key, const char *value)
{
  if (bv_settings_get () != NULL)
    g_settings_set_string (bv_settings_get (), key, value);
}

int
bv_settings_get_integer (const char *key, int fallback)
{
  GSettings *settings = bv_settings_get ();

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

void
bv_settings_set_integer (const char *key, int value)
{
  if (bv_settings_get () != NULL)
    g_settings_set_int (bv_settings_get (), key, value);
}

gboolean
bv_settings_get_boolean (const char *key)
{
  return bv_settings_get () != NULL && g_settings_get_boolean (bv_settings_get (), key);
}

void
bv_settings_set_boolean (const char *key, gboolean value)
{
  if (bv_settings_get () != NULL)
    g_settings_set_boolean (bv_settings_get (), key, value);
}

GFile *
bv_settings_dup_folder (void)
{
  g_autofree char *chosen = bv_settings_dup_string ("default-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*chosen != '\0' && g_file_test (chosen, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (chosen);
  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

char *
bv_settings_dup_actor (void)
{
  g_autofree char *actor = bv_settings_dup_string ("actor");

  return *g_strstrip (actor) != '\0' ? g_steal_pointer (&actor) : NULL;
}
