/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters under a name, kept in the settings of this computer: office file, list, name, states. */
#include "config.h"

#include "bv-saved-filters.h"

#include "bv-collate.h"
#include "bv-settings.h"

#define KEY "saved-filters"
#define ENTRY "(xss@a{ss})"

/* Whether an entry is that of @list in @office, and of @name when it is not NULL. */
static gboolean
is_meant (GVariant *entry, BvOffice *office, const char *list, const char *name)
{
  const char *its_list, *its_name;
  gint64 number;

  g_variant_get (entry, "(x&s&s@a{ss})", &number, &its_list, &its_name, NULL);
  return number == bv_office_get_file_number (office) && g_str_equal (its_list, list)
         && (name == NULL || g_str_equal (its_name, name));
}

static GVariant *
load_all (void)
{
  GSettings *settings = bv_settings_get ();

  return settings != NULL
             ? g_settings_get_value (settings, KEY)
             : g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(xssa{ss})"), NULL, 0));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return bv_collate_compare (*(const char *const *) a, *(const char *const *) b);
}

char **
bv_saved_filters_list (BvOffice *office, const char *list)
{
  g_autoptr (GVariant) all = load_all ();
  GPtrArray *names = g_ptr_array_new ();

  for (gsize i = 0; i < g_variant_n_children (all); i++) {
    g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);
    char *name;

    if (!is_meant (entry, office, list, NULL))
      continue;
    g_variant_get_child (entry, 2, "s", &name);
    g_ptr_array_add (names, name);
  }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

GVariant *
bv_saved_filters_load (BvOffice *office, const char *list, const char *name)
{
  g_autoptr (GVariant) all = load_all ();

  for (gsize i = 0; i < g_variant_n_children (all); i++) {
    g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);

    if (is_meant (entry, office, list, name))
      return g_variant_get_child_value (entry, 3);
  }
  return NULL;
}

void
bv_saved_filters_store (BvOffice *office, const char *list, const char *name, GVariant *states)
{
  g_autoptr (GVariant) all = load_all ();
  g_autoptr (GVariant) kept = states != NULL ? g_variant_ref_sink (states) : NULL;
  GVariantBuilder builder;

  if (bv_settings_get () == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(xssa{ss})"));
  for (gsize i = 0; i < g_variant_n_children (all); i++) {
    g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);

    if (!is_meant (entry, office, list, name))
      g_variant_builder_add_value (&builder, entry);
  }
  if (kept != NULL)
    g_variant_builder_add (&builder, ENTRY, bv_office_get_file_number (office), list, name, kept);
  g_settings_set_value (bv_settings_get (), KEY, g_variant_builder_end (&builder));
}

void
bv_saved_filters_remove (BvOffice *office, const char *list, const char *name)
{
  bv_saved_filters_store (office, list, name, NULL);
}
