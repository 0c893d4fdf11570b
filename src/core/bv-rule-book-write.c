/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping rule packs in the office, confirming figures, and putting a movement on another pack. */
#include "config.h"

#include "bv-rule-book.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-rule-pack-edit.h"

#include <glib/gi18n-lib.h>

static const char sealed_sql[]
    = "SELECT count (*) FROM session WHERE movement_id = ?1 AND status = 'sealed'";

static BvRecord *
open_row (BvOffice *office, gint64 id, GError **error)
{
  return id ? bv_office_load (office, &bv_rule_pack_kind, id, error)
            : bv_record_new (&bv_rule_pack_kind);
}

gint64
bv_rule_book_save (BvOffice *office, const BvRulePack *pack, gint64 id, GError **error)
{
  g_autofree char *text = bv_rule_pack_to_json (pack);
  g_autoptr (BvRecord) row = open_row (office, id, error);

  if (!row)
    return 0;
  bv_record_set_text (row, "content", text); /* the kind derives the rest */
  return bv_office_save (office, row, error) ? bv_record_get_id (row) : 0;
}

/* Confirming */

static BvRuleEntry *
find_entry (GPtrArray *entries, const char *code)
{
  for (guint i = 0; i < entries->len; i++) {
    BvRuleEntry *entry = g_ptr_array_index (entries, i);
    if (g_str_equal (entry->pack->code, code))
      return entry;
  }
  return NULL;
}

/* Only the mark changes in a frozen pack, and only where the figure is the one confirmed. */
static gboolean
confirm_in_movement (BvOffice *office,
                     gint64 id,
                     const BvRulePack *confirmed,
                     const char *parameter,
                     const char *document,
                     GError **error)
{
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, id, error);
  g_autoptr (BvRulePack) frozen = NULL;
  g_autoptr (BvRulePack) copy = NULL;
  g_autofree char *text = NULL;

  if (!movement)
    return FALSE;
  if (g_strcmp0 (bv_record_get_text (movement, "rule_pack_code"), confirmed->code) != 0)
    return TRUE;
  frozen = bv_rule_book_read (office, movement, error);
  if (!frozen)
    return FALSE;
  if (!bv_rule_pack_is_unconfirmed (frozen, parameter)
      || !bv_rule_pack_edit_is_same (frozen, confirmed, parameter))
    return TRUE;
  copy = bv_rule_pack_copy (frozen);
  if (!bv_rule_pack_edit_confirm (copy, parameter, document, error))
    return FALSE;
  text = bv_rule_pack_to_json (copy);
  bv_record_set_text (movement, "rule_pack", text);
  return bv_office_save (office, movement, error);
}

static gboolean
confirm_in_movements (BvOffice *office,
                      const BvRulePack *confirmed,
                      const char *parameter,
                      const char *document,
                      GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_movement_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!confirm_in_movement (
            office, g_array_index (ids, gint64, i), confirmed, parameter, document, error))
      return FALSE;
  return ids != NULL;
}

gboolean
bv_rule_book_confirm (
    BvOffice *office, const char *code, const char *parameter, const char *document, GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  g_autoptr (GPtrArray) entries = bv_rule_book_list (office, error);
  BvRuleEntry *entry = entries ? find_entry (entries, code) : NULL;
  g_autoptr (BvRulePack) copy = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (entries && !entry)
    g_set_error (
        error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("There is no rule pack with code “%s”."), code);
  if (!entry)
    return FALSE;
  copy = bv_rule_pack_copy (entry->pack);
  if (!bv_rule_pack_edit_confirm (copy, parameter, document, error))
    return FALSE;
  name = bv_rule_group_describe_parameter (copy, parameter);
  title = g_strdup_printf (_ ("Confirm figure: %s"), name);
  if (!bv_history_begin (history, title, error))
    return FALSE;
  if (bv_rule_book_save (office, copy, entry->id, error)
      && confirm_in_movements (office, copy, parameter, document, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

/* Another pack */

static gboolean
check_unsealed (BvOffice *office, gint64 id, GError **error)
{
  g_autoptr (BvStatement) count = bv_database_prepare (
      bv_office_get_database (office), sealed_sql, error);

  if (!count)
    return FALSE;
  bv_statement_bind_integer (count, 1, id);
  if (bv_statement_step (count, error) != BV_STEP_ROW)
    return FALSE;
  if (bv_statement_get_integer (count, 0) == 0)
    return TRUE;
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_INVALID,
                       _ ("A sealed session of the council rests on the rules of this movement. "
                          "Open the session again with a reason first."));
  return FALSE;
}

/* Every change keeps its own dated line. */
static char *
add_reason (BvRecord *movement, const BvRulePack *pack, const char *reason)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *day = bv_date_format (today);
  const char *before = bv_record_get_text (movement, "rebase_reason");

  return g_strdup_printf ("%s%s%s: %s → %s. %s",
                          before,
                          *before ? "\n" : "",
                          day,
                          bv_record_get_text (movement, "rule_pack_code"),
                          pack->code,
                          reason);
}

gboolean
bv_rule_book_rebase (
    BvOffice *office, gint64 id, const BvRulePack *pack, const char *reason, GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, id, error);
  g_autofree char *typed = g_strstrip (g_strdup (reason));
  g_autofree char *text = bv_rule_pack_to_json (pack);
  g_autofree char *reasons = NULL;
  g_autofree char *title = NULL;

  if (!movement || !check_unsealed (office, id, error))
    return FALSE;
  if (!*typed) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("A movement changes its rules only with a reason. Write it."));
    return FALSE;
  }
  reasons = add_reason (movement, pack, typed);
  title = g_strdup_printf (_ ("Change the rule pack of the movement to: %s"), pack->title);
  bv_record_set_text (movement, "rule_pack", text);
  bv_record_set_text (movement, "rule_pack_code", pack->code);
  bv_record_set_text (movement, "rebase_reason", reasons);
  if (!bv_history_begin (history, title, error))
    return FALSE;
  if (bv_office_save (office, movement, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}
