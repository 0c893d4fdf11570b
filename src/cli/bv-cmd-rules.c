/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules list, rules check FILE: the rule packs there are, and whether one can be used. */
#include "config.h"

#include "bv-cmd-rows.h"
#include "bv-cmd.h"
#include "bv-error.h"
#include "bv-rule-book.h"
#include "bv-rule-file.h"
#include "bv-rule-group.h"

#include <glib/gi18n-lib.h>

static char *format, *file;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("tsv (default) or json"), N_ ("FORMAT") },
  { "office",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &file,
    N_ ("list the packs that this office file has too"),
    N_ ("FILE") },
  { NULL },
};

static void
add_pack (BvCmdRows *rows, const BvRulePack *pack, gboolean shipped)
{
  bv_cmd_rows_add_text (rows, pack->code);
  bv_cmd_rows_add_text (rows, pack->title);
  bv_cmd_rows_add_text (rows, pack->valid_from);
  bv_cmd_rows_add_text (rows, pack->valid_to);
  bv_cmd_rows_add_boolean (rows, shipped);
  bv_cmd_rows_add_integer (rows, pack->awards->len);
  bv_cmd_rows_add_integer (rows, bv_rule_pack_count_unconfirmed (pack));
}

static gboolean
add_office (BvCmdRows *rows, GError **error)
{
  g_autoptr (BvOffice) office = bv_cmd_open_to_read (file, error);
  g_autoptr (GPtrArray) entries = office ? bv_rule_book_list (office, error) : NULL;

  for (guint i = 0; entries && i < entries->len; i++) {
    const BvRuleEntry *entry = g_ptr_array_index (entries, i);
    add_pack (rows, entry->pack, entry->id == 0);
  }
  return entries != NULL;
}

static gboolean
list (GError **error)
{
  const BvCmdColumn columns[] = {
    { "code", _ ("Code") },
    { "title", _ ("Name") },
    { "valid_from", _ ("Valid from") },
    { "valid_to", _ ("Valid until") },
    { "shipped", _ ("Comes with the program") },
    { "n_awards", _ ("Award forms") },
    { "n_unconfirmed", _ ("To be confirmed") },
  };
  g_autoptr (BvCmdRows) rows = bv_cmd_rows_new (format, columns, G_N_ELEMENTS (columns), error);
  guint n;
  BvRulePack *const *shipped = bv_rule_book_get_shipped (&n);

  if (!rows || (file && !add_office (rows, error)))
    return FALSE;
  for (guint i = 0; !file && i < n; i++)
    add_pack (rows, shipped[i], TRUE);
  bv_cmd_rows_end (rows);
  return TRUE;
}

/* The figures that wait for confirmation or got it. */
static gboolean
print_marks (const BvRulePack *pack, GError **error)
{
  const BvCmdColumn columns[] = {
    { "parameter", _ ("Parameter") },
    { "name", _ ("Name") },
    { "document", _ ("Confirmed by") },
  };
  g_autoptr (BvCmdRows) rows = bv_cmd_rows_new (format, columns, G_N_ELEMENTS (columns), error);

  for (guint i = 0; rows && i < pack->marks->len; i++) {
    const BvRuleMark *mark = g_ptr_array_index (pack->marks, i);
    g_autofree char *name = bv_rule_group_describe_parameter (pack, mark->parameter);
    bv_cmd_rows_add_text (rows, mark->parameter);
    bv_cmd_rows_add_text (rows, name);
    bv_cmd_rows_add_text (rows, mark->document);
  }
  if (rows)
    bv_cmd_rows_end (rows);
  return rows != NULL;
}

static gboolean
check (const char *path, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_commandline_arg (path);
  g_autoptr (BvRulePack) pack = bv_rule_file_read (source, error);

  if (!pack)
    return FALSE;
  if (g_strcmp0 (format, "json") != 0)
    bv_cmd_say (ngettext ("“%s” is in order; %u figure waits for confirmation",
                          "“%s” is in order; %u figures wait for confirmation",
                          bv_rule_pack_count_unconfirmed (pack)),
                pack->title,
                bv_rule_pack_count_unconfirmed (pack));
  return print_marks (pack, error);
}

static gboolean
run (char **arguments, GError **error)
{
  if (g_str_equal (arguments[0], "list") && !arguments[1])
    return list (error);
  if (g_str_equal (arguments[0], "check") && arguments[1])
    return check (arguments[1], error);
  g_set_error_literal (
      error, BV_ERROR, BV_ERROR_INVALID, _ ("Use “rules list”, or “rules check” with a file."));
  return FALSE;
}

const BvCmd bv_cmd_rules = {
  .name = "rules",
  .arguments = N_ ("list | check FILE"),
  .summary = N_ ("list the rule packs, or tell what is wrong with a file of one"),
  .n_arguments = 2,
  .n_optional = 1,
  .options = options,
  .run = run,
};
