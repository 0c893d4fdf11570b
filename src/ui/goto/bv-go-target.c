/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something one can go to. */
#include "config.h"

#include "bv-go-target.h"

#include "bv-fold.h"
#include "bv-go-places.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
bv_go_target_free (BvGoTarget *target)
{
  g_free (target->group);
  g_free (target->title);
  g_free (target->context);
  g_free (target->keys);
  g_free (target);
}

BvGoTarget *
bv_go_target_new_page (const BvPageInfo *page, guint place, const BvTab *tab)
{
  BvGoTarget *target = g_new0 (BvGoTarget, 1);
  const char *above = page->group != NULL ? _ (page->group) : "";

  target->group = g_strdup (_ ("Pages"));
  target->title = g_strdup (tab != NULL ? _ (tab->title) : _ (page->title));
  target->context = g_strdup (tab != NULL ? _ (page->title) : above);
  target->icon_name = page->icon_name;
  if (tab == NULL && place < 10)
    target->keys = g_strdup_printf ("Alt|%u", (place + 1) % 10);
  target->page = page;
  target->tab = tab;
  return target;
}

BvGoTarget *
bv_go_target_new_command (const BvCommand *command)
{
  BvGoTarget *target = g_new0 (BvGoTarget, 1);

  target->group = g_strdup (_ ("Commands"));
  target->title = g_strdup (_ (command->what));
  target->context = g_strdup ("");
  target->icon_name = "system-run-symbolic";
  target->keys = g_strdup (command->keys);
  target->command = command;
  return target;
}

BvGoTarget *
bv_go_target_take_finding (BvFinding *finding)
{
  BvGoTarget *target = g_new0 (BvGoTarget, 1);
  const BvPageInfo *page = bv_go_places_get_page (finding->kind);

  target->group = g_strdup (finding->by_number ? _ ("Document numbers")
                                               : bv_kind_get_plural (finding->kind));
  target->title = g_steal_pointer (&finding->title);
  target->context = g_steal_pointer (&finding->context);
  target->icon_name = page != NULL ? page->icon_name : "bv-document-symbolic";
  target->kind = finding->kind;
  target->id = finding->id;
  bv_finding_free (finding);
  return target;
}

static gboolean
begins_a_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = text; at != NULL; at = strchr (at, ' ')) {
    at += *at == ' ';
    if (strncmp (at, word, length) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
bv_go_target_has_words (const BvGoTarget *target, const char *folded)
{
  g_autofree char *title = bv_fold (target->title);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!begins_a_word (title, words[i]))
      return FALSE;
  return TRUE;
}

char *
bv_go_target_make_key (const BvGoTarget *target)
{
  if (target->command != NULL)
    return g_strdup_printf ("command %s", target->command->action);
  if (target->page != NULL)
    return g_strdup_printf (
        "page %s %s", target->page->name, target->tab != NULL ? target->tab->name : "");
  return g_strdup_printf ("row %s %" G_GINT64_FORMAT, target->kind->table, target->id);
}
