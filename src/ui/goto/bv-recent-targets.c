/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one went last. Ids are not the same in any two files, so keys need not name the file. */
#include "config.h"

#include "bv-recent-targets.h"

#include "bv-settings.h"

#include <glib/gi18n-lib.h>

#define KEY "recent-targets"
#define MOST_KEPT 40
#define MOST_SHOWN 8

static GStrv session; /* where there are no settings */

static char **
dup_keys (void)
{
  GSettings *settings = bv_settings_get ();

  if (settings != NULL)
    return g_settings_get_strv (settings, KEY);
  return session != NULL ? g_strdupv (session) : g_new0 (char *, 1);
}

void
bv_recent_targets_note (const char *key)
{
  g_auto (GStrv) before = dup_keys ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  g_strv_builder_add (builder, key);
  for (guint i = 0; before[i] != NULL && i < MOST_KEPT - 1; i++)
    if (g_strcmp0 (before[i], key) != 0)
      g_strv_builder_add (builder, before[i]);
  after = g_strv_builder_end (builder);
  if (bv_settings_get () != NULL) {
    g_settings_set_strv (bv_settings_get (), KEY, (const char *const *) after);
    return;
  }
  g_strfreev (session);
  session = g_steal_pointer (&after);
}

static gboolean
has_target (GPtrArray *targets, const char *key)
{
  for (guint i = 0; i < targets->len; i++) {
    g_autofree char *other = bv_go_target_make_key (g_ptr_array_index (targets, i));

    if (g_str_equal (other, key))
      return TRUE;
  }
  return FALSE;
}

/* Where one went last stands above all pages and commands. */
static void
add_recent (const BvGoScope *scope, GPtrArray *targets)
{
  g_auto (GStrv) keys = dup_keys ();

  for (guint i = 0; keys[i] != NULL && targets->len < MOST_SHOWN; i++) {
    BvGoTarget *target = bv_go_places_load (scope, keys[i]);

    if (target == NULL)
      continue;
    g_free (target->group);
    target->group = g_strdup (_ ("Recent"));
    g_ptr_array_add (targets, target);
  }
}

GPtrArray *
bv_recent_targets_list (const BvGoScope *scope)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_go_target_free);
  g_autoptr (GPtrArray) all = bv_go_places_find (scope, "");

  add_recent (scope, targets);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++) {
    BvGoTarget *target = g_ptr_array_index (all, i);
    g_autofree char *key = bv_go_target_make_key (target);

    if (has_target (targets, key))
      bv_go_target_free (target);
    else
      g_ptr_array_add (targets, target);
  }
  return targets;
}
