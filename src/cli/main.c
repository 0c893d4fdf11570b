/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bang-vang-cli: the work of the program without a screen. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-language.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static const BvCmd *const commands[] = {
  &bv_cmd_sample,      &bv_cmd_new,      &bv_cmd_list,    &bv_cmd_import,   &bv_cmd_rank,
  &bv_cmd_eligibility, &bv_cmd_propose,  &bv_cmd_export,  &bv_cmd_evidence, &bv_cmd_forms,
  &bv_cmd_check,       &bv_cmd_backup,   &bv_cmd_history, &bv_cmd_undo,     &bv_cmd_session,
  &bv_cmd_rules,       &bv_cmd_document,
};

/* Columns are counted in characters; printf would count bytes. */
static void
print_command (const BvCmd *command)
{
  const char *arguments = _ (command->arguments);
  int gap = MAX (0, 22 - (int) g_utf8_strlen (arguments, -1));

  bv_cmd_say ("  %-11s %s%*s %s", command->name, arguments, gap, "", _ (command->summary));
}

static void
print_help (void)
{
  bv_cmd_say (_ ("Usage: bang-vang-cli COMMAND …"));
  bv_cmd_say ("%s", "");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    print_command (commands[i]);
  bv_cmd_say ("%s", "");
  bv_cmd_say (_ ("KIND is department, person, movement, criterion, pledge, achievement, score …"));
  bv_cmd_say (_ ("“bang-vang-cli COMMAND --help” tells the options of a command."));
}

static const BvCmd *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static int
complain (const char *sentence)
{
  fprintf (stderr, "%s\n", sentence);
  return 1;
}

static char *
translate_cb (const char *text, gpointer data)
{
  return (char *) (*text ? _ (text) : text);
}

static GOptionContext *
make_context (const BvCmd *command)
{
  g_autofree char *words = g_strdup_printf ("%s %s", command->name, _ (command->arguments));
  GOptionContext *context = g_option_context_new (words);
  GOptionGroup *group = g_option_group_new (command->name, "", "", NULL, NULL);

  if (command->options)
    g_option_group_add_entries (group, command->options);
  g_option_group_set_translate_func (group, (GTranslateFunc) translate_cb, NULL, NULL);
  g_option_context_set_main_group (context, group);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_help_enabled (context, FALSE); /* it would leave the program by itself */
  return context;
}

static gboolean
asks_for_help (char **words)
{
  return g_strv_contains ((const char *const *) words, "--help")
         || g_strv_contains ((const char *const *) words, "-h");
}

/* @words begin with the command's name. */
static int
run_command (const BvCmd *command, char **words)
{
  g_autoptr (GOptionContext) context = make_context (command);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_words;

  if (asks_for_help (words)) {
    g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
    fputs (help, stdout);
    return 0;
  }
  if (!g_option_context_parse_strv (context, &words, &error))
    return complain (error->message);
  n_words = g_strv_length (words) - 1;
  if (n_words > command->n_arguments || n_words + command->n_optional < command->n_arguments) {
    sentence = g_strdup_printf (
        _ ("This command is used as: bang-vang-cli %s %s"), command->name, _ (command->arguments));
    return complain (sentence);
  }
  return command->run (words + 1, &error) ? 0 : complain (error->message);
}

int
main (int argc, char **argv)
{
  const BvCmd *command;
  g_auto (GStrv) words = NULL;
  g_autofree char *sentence = NULL;

  bv_language_init (NULL);
  g_set_prgname ("bang-vang-cli"); /* stands in the help of a command */
  if (argc < 2 || g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help")
      || g_str_equal (argv[1], "-h")) {
    print_help ();
    return argc < 2;
  }
  if (g_str_equal (argv[1], "--version")) {
    bv_cmd_say ("bang-vang-cli %s", BV_VERSION);
    return 0;
  }
  command = find_command (argv[1]);
  if (!command) {
    sentence = g_strdup_printf (
        _ ("There is no command “%s”. “bang-vang-cli help” names them all."), argv[1]);
    return complain (sentence);
  }
  words = g_strdupv (argv + 1);
  return run_command (command, words);
}
