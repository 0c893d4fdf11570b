/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of the settings for each office file. */
#include "config.h"

#include "bv-export-memory.h"

#include "bv-settings.h"

#define KEY "workbook-exports"
#define ENTRY "(uaxbbs)"

static GVariant *
load_all (void)
{
  GSettings *settings = bv_settings_get ();

  return settings != NULL
             ? g_settings_get_value (settings, KEY)
             : g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{s" ENTRY "}"), NULL, 0));
}

BvExportMemory *
bv_export_memory_load (const char *path)
{
  BvExportMemory *self = g_new0 (BvExportMemory, 1);
  g_autoptr (GVariant) all = load_all ();
  g_autoptr (GVariant) entry = g_variant_lookup_value (all, path, G_VARIANT_TYPE (ENTRY));
  g_autoptr (GVariantIter) forms = NULL;
  gint64 form;

  self->forms_left_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->open_when_done = TRUE;
  if (entry == NULL) {
    self->folder = g_strdup ("");
    return self;
  }
  g_variant_get (entry,
                 ENTRY,
                 &self->sheets_left_out,
                 &forms,
                 &self->split,
                 &self->open_when_done,
                 &self->folder);
  while (g_variant_iter_next (forms, "x", &form))
    g_array_append_val (self->forms_left_out, form);
  return self;
}

static GVariant *
make_entry (const BvExportMemory *self)
{
  GVariantBuilder forms;

  g_variant_builder_init (&forms, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < self->forms_left_out->len; i++)
    g_variant_builder_add (&forms, "x", g_array_index (self->forms_left_out, gint64, i));
  return g_variant_new (
      ENTRY, self->sheets_left_out, &forms, self->split, self->open_when_done, self->folder);
}

void
bv_export_memory_save (const BvExportMemory *self, const char *path)
{
  g_autoptr (GVariant) all = load_all ();
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  GVariant *value;

  if (bv_settings_get () == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s" ENTRY "}"));
  g_variant_builder_add (&builder, "{s@" ENTRY "}", path, make_entry (self));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s@" ENTRY "}", &key, &value)) {
    if (g_strcmp0 (key, path) != 0)
      g_variant_builder_add (&builder, "{s@" ENTRY "}", key, value);
    g_variant_unref (value);
  }
  g_settings_set_value (bv_settings_get (), KEY, g_variant_builder_end (&builder));
}

void
bv_export_memory_free (BvExportMemory *self)
{
  g_array_unref (self->forms_left_out);
  g_free (self->folder);
  g_free (self);
}
