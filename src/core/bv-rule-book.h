/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule packs that an office can use: those shipped with the program and its own; and the one
 * that each movement froze when it was launched. */
#pragma once
#include "bv-office.h"
#include "bv-rule-pack.h"

G_BEGIN_DECLS

/**
 * BvRuleEntry: a pack to choose from.
 * @id: of the row in the office, 0 when it is the shipped one
 */
typedef struct
{
  gint64 id;
  BvRulePack *pack;
} BvRuleEntry;

/** bv_rule_book_get_shipped: the packs of the program, the oldest first; borrowed. */
BvRulePack *const *bv_rule_book_get_shipped (guint *n_packs);
/** bv_rule_book_list: BvRuleEntry, the oldest first; a pack of the office stands in for the shipped
 * one with its code; owned. */
GPtrArray *bv_rule_book_list (BvOffice *office, GError **error);
/** bv_rule_book_find: the pack with @code; owned. */
BvRulePack *bv_rule_book_find (BvOffice *office, const char *code, GError **error);
/** bv_rule_book_choose: the pack in force on @day (ISO, %NULL for today), the nearest one when the
 * day lies before or after all of them; owned. */
BvRulePack *bv_rule_book_choose (BvOffice *office, const char *day, GError **error);
/** bv_rule_book_load: the pack of movement @id: the frozen one, else the one in force when it
 * starts; owned. */
BvRulePack *bv_rule_book_load (BvOffice *office, gint64 id, GError **error);
/** bv_rule_book_read: the same of a row of movements that is at hand. */
BvRulePack *bv_rule_book_read (BvOffice *office, BvRecord *movement, GError **error);
/** bv_rule_book_freeze: copies the pack into a row of movements that is launched and has none. The
 * row is not saved. */
gboolean bv_rule_book_freeze (BvOffice *office, BvRecord *movement, GError **error);

/* Each of these is one undoable step. */

/** bv_rule_book_save: writes @pack as a pack of the office: a new row when @id is 0. Gives the id
 * of the row, 0 with @error. No movement that has frozen its pack changes. */
gint64 bv_rule_book_save (BvOffice *office, const BvRulePack *pack, gint64 id, GError **error);
/** bv_rule_book_confirm: notes in the pack with @code that @document confirms @parameter, and in
 * the frozen packs of the same code with the same figure, so that it is not marked there either. */
gboolean bv_rule_book_confirm (BvOffice *office,
                               const char *code,
                               const char *parameter,
                               const char *document,
                               GError **error);
/** bv_rule_book_rebase: puts movement @id on @pack. Needs a reason, and no sealed session. */
gboolean bv_rule_book_rebase (
    BvOffice *office, gint64 id, const BvRulePack *pack, const char *reason, GError **error);

G_END_DECLS
