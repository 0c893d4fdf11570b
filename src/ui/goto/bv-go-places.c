/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that one can go to: pages, commands and rows. */
#include "config.h"

#include "bv-go-places.h"

#include "bv-fold.h"
#include "bv-record.h"

#include <string.h>

/* Of each kind so many are shown: who does not see it types on. */
#define SHOWN 5

/* Kinds in the order in which they are shown; @owner: the field that names the row whose form has
 * it; without a page the owner's is shown. */
static const struct
{
  const BvKind *kind;
  const char *page;
  const char *owner;
} places[] = {
  { &bv_department_kind, "departments" },
  { &bv_person_kind, "staff" },
  { &bv_movement_kind, "movements" },
  { &bv_criterion_kind, "movements" },
  { &bv_achievement_kind, "achievements" },
  { &bv_attachment_kind, "achievements", "achievement_id" },
  { &bv_pledge_kind, "pledges" },
  { &bv_proposal_kind, "proposals" },
  { &bv_decision_kind, "decisions" },
  { &bv_award_kind, "decisions" },
  { &bv_publication_kind, "decisions" },
  { &bv_issue_kind, "documents" },
  { &bv_session_kind, "sessions" },
  { &bv_council_kind, "sessions" },
  { &bv_council_member_kind, "sessions", "council_id" },
  { &bv_inspection_kind, "movements" },
  { &bv_dissemination_kind, "movements" },
  { &bv_adjustment_kind, "movements" },
  { &bv_former_name_kind, NULL, "department_id" },
  { &bv_posting_kind, NULL, "person_id" },
  { &bv_absence_kind, NULL, "person_id" },
  { &bv_rating_kind, NULL, "subject_id" },
  { &bv_initiative_kind, NULL, "subject_id" },
  { &bv_restriction_kind, NULL, "subject_id" },
  { &bv_eligibility_override_kind, "ranking", "subject_id" },
  { &bv_award_form_kind, "office" },
};

static int
find_place (const BvKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].kind == kind)
      return (int) i;
  return -1;
}

static const BvPageInfo *
find_page (const char *name, guint *place)
{
  const BvPageInfo *pages = bv_pages_get ();

  for (guint i = 0; pages[i].name != NULL; i++)
    if (g_str_equal (pages[i].name, name)) {
      if (place != NULL)
        *place = i;
      return &pages[i];
    }
  return NULL;
}

const BvPageInfo *
bv_go_places_get_page (const BvKind *kind)
{
  int place = find_place (kind);

  return place >= 0 && places[place].page != NULL ? find_page (places[place].page, NULL) : NULL;
}

gboolean
bv_go_places_find_row (BvOffice *office, const BvKind **kind, gint64 *id)
{
  int place = find_place (*kind);
  g_autoptr (BvRecord) record = bv_office_load (office, *kind, *id, NULL);
  const BvField *field;

  if (place < 0 || record == NULL)
    return FALSE;
  if (places[place].owner == NULL)
    return TRUE;
  field = bv_kind_find_field (*kind, places[place].owner);
  *id = bv_record_get_integer (record, field->name);
  *kind = field->type == BV_FIELD_SUBJECT ? bv_office_get_subject_kind (office, *id) : field->kind;
  return *id != 0 && *kind != NULL;
}

static const BvTab *
get_tabs (const BvPageInfo *page)
{
  gpointer klass = g_type_class_ref (page->get_type ());
  const BvTab *tabs = BV_IS_TABS_PAGE_CLASS (klass) ? BV_TABS_PAGE_CLASS (klass)->tabs : NULL;

  g_type_class_unref (klass);
  return tabs;
}

static void
add_if (GPtrArray *targets, BvGoTarget *target, const char *folded)
{
  if (*folded == '\0' || bv_go_target_has_words (target, folded))
    g_ptr_array_add (targets, target);
  else
    bv_go_target_free (target);
}

/* Without a word typed the tabs would only make the list of pages long. */
static void
add_pages (GPtrArray *targets, const char *folded)
{
  const BvPageInfo *pages = bv_pages_get ();

  for (guint i = 0; pages[i].name != NULL; i++)
    add_if (targets, bv_go_target_new_page (&pages[i], i, NULL), folded);
  for (guint i = 0; *folded != '\0' && pages[i].name != NULL; i++)
    for (const BvTab *tab = get_tabs (&pages[i]); tab != NULL && tab->name != NULL; tab++)
      add_if (targets, bv_go_target_new_page (&pages[i], i, tab), folded);
}

static void
add_commands (GPtrArray *targets, GPtrArray *commands, const char *folded)
{
  for (guint i = 0; i < commands->len; i++)
    add_if (targets, bv_go_target_new_command (g_ptr_array_index (commands, i)), folded);
}

/* @numbers takes what was found by the number of a document. */
static void
add_rows (GPtrArray *rows,
          GPtrArray *numbers,
          const BvGoScope *scope,
          const BvKind *kind,
          const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bv_finder_find (scope->finder, kind, typed, SHOWN, &error);

  if (found == NULL) {
    g_message ("%s: %s", kind->table, error->message);
    return;
  }
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++) {
    BvFinding *finding = g_ptr_array_index (found, i);
    GPtrArray *group = finding->by_number ? numbers : rows;

    g_ptr_array_add (group, bv_go_target_take_finding (finding));
  }
}

/* Commands come last: Enter on a few letters of a name must never carry one out. */
GPtrArray *
bv_go_places_find (const BvGoScope *scope, const char *typed)
{
  g_autofree char *folded = bv_fold (typed);
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_go_target_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; scope->finder != NULL && *folded != '\0' && i < G_N_ELEMENTS (places); i++)
    add_rows (rows, targets, scope, places[i].kind, typed);
  if (scope->finder != NULL)
    add_pages (targets, folded);
  g_ptr_array_extend_and_steal (targets, g_steal_pointer (&rows));
  add_commands (targets, scope->commands, folded);
  return targets;
}

static BvGoTarget *
load_page (const char *name, const char *tab_name)
{
  guint place = 0;
  const BvPageInfo *page = find_page (name, &place);

  if (page == NULL || *tab_name == '\0')
    return page != NULL ? bv_go_target_new_page (page, place, NULL) : NULL;
  for (const BvTab *tab = get_tabs (page); tab != NULL && tab->name != NULL; tab++)
    if (g_str_equal (tab->name, tab_name))
      return bv_go_target_new_page (page, place, tab);
  return NULL;
}

static BvGoTarget *
load_command (GPtrArray *commands, const char *action)
{
  for (guint i = 0; i < commands->len; i++) {
    const BvCommand *command = g_ptr_array_index (commands, i);

    if (g_str_equal (command->action, action))
      return bv_go_target_new_command (command);
  }
  return NULL;
}

static BvGoTarget *
load_row (const BvGoScope *scope, const char *table, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].kind->table, table)) {
      BvFinding *finding = bv_finder_load (
          scope->finder, places[i].kind, g_ascii_strtoll (id, NULL, 10));

      return finding != NULL ? bv_go_target_take_finding (finding) : NULL;
    }
  return NULL;
}

BvGoTarget *
bv_go_places_load (const BvGoScope *scope, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 3);
  guint n = g_strv_length (parts);

  if (n == 2 && g_str_equal (parts[0], "command"))
    return load_command (scope->commands, parts[1]);
  if (n != 3 || scope->finder == NULL)
    return NULL;
  if (g_str_equal (parts[0], "page"))
    return load_page (parts[1], parts[2]);
  return g_str_equal (parts[0], "row") ? load_row (scope, parts[1], parts[2]) : NULL;
}
