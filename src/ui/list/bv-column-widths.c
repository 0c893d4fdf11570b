/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths that the user gave to columns, kept in the settings of this computer. */
#include "config.h"

#include "bv-column-widths.h"

#define COLUMNS_KEY "column-widths"
#define INSPECTOR_KEY "inspector-width"

/* The settings, or NULL where the program runs without its schema installed. */
static GSettings *
dup_settings (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, BV_APP_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

static char *
name_column (const BvKind *kind, const BvField *field)
{
  return g_strdup_printf ("%s/%s", kind->table, field->name);
}

int
bv_column_widths_load (const BvKind *kind, const BvField *field)
{
  g_autofree char *name = name_column (kind, field);
  g_autoptr (GSettings) settings = dup_settings (COLUMNS_KEY);
  g_autoptr (GVariant) widths = NULL;
  int width = 0;

  if (settings == NULL)
    return 0;
  widths = g_settings_get_value (settings, COLUMNS_KEY);
  return g_variant_lookup (widths, name, "i", &width) ? MAX (width, 0) : 0;
}

void
bv_column_widths_store (const BvKind *kind, const BvField *field, int width)
{
  g_autofree char *name = name_column (kind, field);
  g_autoptr (GSettings) settings = dup_settings (COLUMNS_KEY);
  g_autoptr (GVariant) widths = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  int other;

  if (settings == NULL)
    return;
  widths = g_settings_get_value (settings, COLUMNS_KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  g_variant_iter_init (&iter, widths);
  while (g_variant_iter_next (&iter, "{&si}", &key, &other))
    if (!g_str_equal (key, name))
      g_variant_builder_add (&builder, "{si}", key, other);
  g_variant_builder_add (&builder, "{si}", name, width);
  g_settings_set_value (settings, COLUMNS_KEY, g_variant_builder_end (&builder));
}

int
bv_column_widths_load_inspector (void)
{
  g_autoptr (GSettings) settings = dup_settings (INSPECTOR_KEY);
  g_autoptr (GVariant) chosen = NULL;

  if (settings != NULL)
    chosen = g_settings_get_user_value (settings, INSPECTOR_KEY);
  return chosen != NULL ? g_variant_get_int32 (chosen) : 0;
}

void
bv_column_widths_store_inspector (int width)
{
  g_autoptr (GSettings) settings = dup_settings (INSPECTOR_KEY);

  if (settings != NULL)
    g_settings_set_int (settings, INSPECTOR_KEY, width);
}
