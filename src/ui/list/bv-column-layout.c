/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns a list shows and in which order, kept in the settings of this computer. */
#include "config.h"

#include "bv-column-layout.h"

#include "bv-settings.h"

#define KEY "column-layouts"

gboolean
bv_column_layout_can_show (const BvField *field)
{
  return !(field->flags & BV_FIELD_CONTEXT);
}

GPtrArray *
bv_column_layout_dup_default (const BvKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_LISTED)
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);
  return fields;
}

static const BvField *
find_main (const BvKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_MAIN)
      return &kind->fields[i];
  return NULL;
}

/* A field that another version of the program knew is passed over. */
static GPtrArray *
find_fields (const BvKind *kind, const char *const *names)
{
  GPtrArray *fields = g_ptr_array_new ();
  const BvField *main = find_main (kind);

  for (guint i = 0; names[i] != NULL; i++) {
    const BvField *field = bv_kind_find_field (kind, names[i]);

    if (field != NULL && bv_column_layout_can_show (field)
        && !g_ptr_array_find (fields, field, NULL))
      g_ptr_array_add (fields, (gpointer) field);
  }
  if (main != NULL && !g_ptr_array_find (fields, main, NULL))
    g_ptr_array_insert (fields, 0, (gpointer) main);
  return fields;
}

GPtrArray *
bv_column_layout_load (const BvKind *kind)
{
  GSettings *settings = bv_settings_get ();
  g_autoptr (GVariant) layouts = NULL;
  g_autofree const char **names = NULL;

  if (settings == NULL)
    return bv_column_layout_dup_default (kind);
  layouts = g_settings_get_value (settings, KEY);
  if (!g_variant_lookup (layouts, kind->table, "^a&s", &names) || names[0] == NULL)
    return bv_column_layout_dup_default (kind);
  return find_fields (kind, names);
}

static GVariant *
name_fields (GPtrArray *fields)
{
  GVariantBuilder names;

  g_variant_builder_init (&names, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < fields->len; i++)
    g_variant_builder_add (&names, "s", ((const BvField *) g_ptr_array_index (fields, i))->name);
  return g_variant_builder_end (&names);
}

void
bv_column_layout_store (const BvKind *kind, GPtrArray *fields)
{
  GSettings *settings = bv_settings_get ();
  g_autoptr (GVariant) layouts = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  GVariant *other;

  if (settings == NULL)
    return;
  layouts = g_settings_get_value (settings, KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, layouts);
  while (g_variant_iter_loop (&iter, "{&s@as}", &key, &other))
    if (!g_str_equal (key, kind->table))
      g_variant_builder_add (&builder, "{s@as}", key, other);
  if (fields != NULL)
    g_variant_builder_add (&builder, "{s@as}", kind->table, name_fields (fields));
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
