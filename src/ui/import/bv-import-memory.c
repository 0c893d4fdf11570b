/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts of tables in the settings. */
#include "config.h"

#include "bv-import-memory.h"

#include "bv-settings.h"

#define KEY "import-layouts"
#define MOST_LAYOUTS 100

static gboolean
is_memorable (const BvImportColumns *columns)
{
  return bv_settings_get () != NULL && columns->n_heading_rows > 0;
}

void
bv_import_memory_recall (BvImportColumns *columns)
{
  g_autofree char *layout = NULL;
  g_autoptr (GVariant) all = NULL;
  g_autofree const char **choice = NULL;

  if (!is_memorable (columns))
    return;
  layout = bv_import_columns_dup_layout (columns);
  all = g_settings_get_value (bv_settings_get (), KEY);
  if (g_variant_lookup (all, layout, "^a&s", &choice))
    bv_import_columns_choose (columns, choice);
}

void
bv_import_memory_keep (const BvImportColumns *columns)
{
  g_autofree char *layout = NULL;
  g_auto (GStrv) choice = NULL;
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  GVariant *value;
  guint n = 1;

  if (!is_memorable (columns))
    return;
  layout = bv_import_columns_dup_layout (columns);
  choice = bv_import_columns_dup_choice (columns);
  all = g_settings_get_value (bv_settings_get (), KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_builder_add (&builder, "{s^as}", layout, choice);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&s@as}", &key, &value))
    if (!g_str_equal (key, layout) && n++ < MOST_LAYOUTS)
      g_variant_builder_add (&builder, "{s@as}", key, value);
  g_settings_set_value (bv_settings_get (), KEY, g_variant_builder_end (&builder));
}
