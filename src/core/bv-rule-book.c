/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the rule pack of a day and of a movement. */
#include "config.h"

#include "bv-rule-book.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-rule-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCES "/io/github/bangvang/BangVang/rules/"
#define N_SHIPPED 3

static const char *const shipped_names[N_SHIPPED] = { "2024", "2025", "2026q4" };

/* Shipped files are tested; one that cannot be read is a fault of the program. */
static BvRulePack *
read_shipped (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, ".json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      bv_rules_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  BvRulePack *pack = bytes ? bv_rule_pack_parse (
                         g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error)
                           : NULL;

  if (!pack)
    g_critical ("rule pack %s: %s", name, error->message);
  return pack;
}

BvRulePack *const *
bv_rule_book_get_shipped (guint *n_packs)
{
  static BvRulePack *packs[N_SHIPPED];
  static gsize ready;

  if (g_once_init_enter (&ready)) {
    for (guint i = 0; i < N_SHIPPED; i++)
      packs[i] = read_shipped (shipped_names[i]);
    g_once_init_leave (&ready, 1);
  }
  *n_packs = N_SHIPPED;
  return packs;
}

/* All packs */

static void
free_entry (gpointer data)
{
  BvRuleEntry *entry = data;

  bv_rule_pack_unref (entry->pack);
  g_free (entry);
}

static void
add_entry (GPtrArray *entries, gint64 id, BvRulePack *pack)
{
  BvRuleEntry *entry = g_new0 (BvRuleEntry, 1);

  entry->id = id;
  entry->pack = pack;
  g_ptr_array_add (entries, entry);
}

static const BvRuleEntry *
find_entry (GPtrArray *entries, const char *code)
{
  for (guint i = 0; i < entries->len; i++) {
    const BvRuleEntry *entry = g_ptr_array_index (entries, i);
    if (g_str_equal (entry->pack->code, code))
      return entry;
  }
  return NULL;
}

static gboolean
add_own (GPtrArray *entries, BvOffice *office, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_rule_pack_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, error);

  for (guint i = 0; ids && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (BvRecord) row = bv_office_load (office, &bv_rule_pack_kind, id, error);
    BvRulePack *pack = row ? bv_rule_pack_parse (bv_record_get_text (row, "content"), -1, error)
                           : NULL;
    if (!pack)
      return FALSE;
    add_entry (entries, id, pack);
  }
  return ids != NULL;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const BvRuleEntry *x = *(const BvRuleEntry *const *) a, *y = *(const BvRuleEntry *const *) b;
  int order = strcmp (x->pack->valid_from, y->pack->valid_from);

  return order ? order : strcmp (x->pack->code, y->pack->code);
}

GPtrArray *
bv_rule_book_list (BvOffice *office, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  guint n;
  BvRulePack *const *shipped = bv_rule_book_get_shipped (&n);

  if (!add_own (entries, office, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    if (shipped[i] && !find_entry (entries, shipped[i]->code))
      add_entry (entries, 0, bv_rule_pack_ref (shipped[i]));
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

BvRulePack *
bv_rule_book_find (BvOffice *office, const char *code, GError **error)
{
  g_autoptr (GPtrArray) entries = bv_rule_book_list (office, error);
  const BvRuleEntry *entry = entries ? find_entry (entries, code) : NULL;

  if (entries && !entry)
    g_set_error (
        error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("There is no rule pack with code “%s”."), code);
  return entry ? bv_rule_pack_ref (entry->pack) : NULL;
}

/* Whether @entry fits @day better than @other: in force, begun, begun later; of those that began on
 * the same day the one added later, so the office's own goes before a shipped one. */
static gboolean
is_better (const BvRuleEntry *entry, const BvRuleEntry *other, const char *day)
{
  gboolean valid = bv_rule_pack_is_valid_on (entry->pack, day);
  gboolean begun = strcmp (entry->pack->valid_from, day) <= 0;
  int order = strcmp (entry->pack->valid_from, other->pack->valid_from);

  if (valid != bv_rule_pack_is_valid_on (other->pack, day))
    return valid;
  if (begun != (strcmp (other->pack->valid_from, day) <= 0))
    return begun;
  if (order != 0)
    return begun ? order > 0 : order < 0;
  return entry->id > other->id;
}

static BvRulePack *
choose (GPtrArray *entries, const char *day)
{
  const BvRuleEntry *chosen = g_ptr_array_index (entries, 0); /* three are shipped */

  for (guint i = 1; i < entries->len; i++)
    if (is_better (g_ptr_array_index (entries, i), chosen, day))
      chosen = g_ptr_array_index (entries, i);
  return bv_rule_pack_ref (chosen->pack);
}

BvRulePack *
bv_rule_book_choose (BvOffice *office, const char *day, GError **error)
{
  g_autoptr (GPtrArray) entries = bv_rule_book_list (office, error);
  g_autofree char *today = bv_date_today ();

  return entries ? choose (entries, day && *day ? day : today) : NULL;
}

/* Movements */

/* The day that a movement without a frozen pack goes by. */
static const char *
get_day (BvRecord *movement)
{
  static const char *const fields[] = { "start_on", "issued_on", "end_on" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!bv_record_is_null (movement, fields[i]))
      return bv_record_get_text (movement, fields[i]);
  return NULL;
}

BvRulePack *
bv_rule_book_read (BvOffice *office, BvRecord *movement, GError **error)
{
  const char *frozen = bv_record_get_text (movement, "rule_pack");

  if (*frozen)
    return bv_rule_pack_parse (frozen, -1, error);
  return bv_rule_book_choose (office, get_day (movement), error);
}

BvRulePack *
bv_rule_book_load (BvOffice *office, gint64 id, GError **error)
{
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, id, error);

  return movement ? bv_rule_book_read (office, movement, error) : NULL;
}

static void
set_frozen (BvRecord *movement, const BvRulePack *pack)
{
  g_autofree char *text = bv_rule_pack_to_json (pack);

  bv_record_set_text (movement, "rule_pack", text);
  bv_record_set_text (movement, "rule_pack_code", pack->code);
}

gboolean
bv_rule_book_freeze (BvOffice *office, BvRecord *movement, GError **error)
{
  g_autoptr (BvRulePack) pack = NULL;

  if (g_str_equal (bv_record_get_text (movement, "status"), "draft")
      || bv_record_is_null (movement, "status") || !bv_record_is_null (movement, "rule_pack"))
    return TRUE;
  pack = bv_rule_book_choose (office, get_day (movement), error);
  if (!pack)
    return FALSE;
  set_frozen (movement, pack);
  return TRUE;
}
