/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session FILE: what the council voted, and whether the seal still holds. */
#include "config.h"

#include "bv-cmd-rows.h"
#include "bv-cmd.h"
#include "bv-council-session.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>

static char *format, *movement;
static gboolean check;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("tsv (default) or json"), N_ ("FORMAT") },
  { "movement",
    0,
    0,
    G_OPTION_ARG_STRING,
    &movement,
    N_ ("title of the movement; the newest when not given"),
    N_ ("NAME") },
  { "check",
    0,
    0,
    G_OPTION_ARG_NONE,
    &check,
    N_ ("compute again and compare with the seal"),
    NULL },
  { NULL },
};

static BvCouncilSession *
load_newest (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (GArray) ids = bv_council_session_list (office, movement_id, error);

  if (!ids)
    return NULL;
  if (ids->len > 0)
    return bv_council_session_load (office, g_array_index (ids, gint64, 0), error);
  g_set_error_literal (
      error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("The council has not met on this movement yet."));
  return NULL;
}

static void
add_line (BvCmdRows *rows, BvCouncilSession *session, const BvSessionLine *line)
{
  const BvField *field = bv_kind_find_field (&bv_ballot_kind, "outcome");
  const BvChoice *outcome = &field->choices[line->result.outcome];
  g_autofree char *share = bv_share_format (line->share);

  bv_cmd_rows_add_integer (rows, line->subject_id);
  bv_cmd_rows_add_text (rows, line->subject);
  bv_cmd_rows_add_text (rows, line->award_form);
  bv_cmd_rows_add_text (rows, share);
  bv_cmd_rows_add_integer (rows, line->result.base);
  bv_cmd_rows_add_integer (rows, line->result.need);
  bv_cmd_rows_add_integer (rows, line->result.able);
  if (line->agreed)
    bv_cmd_rows_add_integer (rows, line->result.yes);
  else
    bv_cmd_rows_add_null (rows);
  bv_cmd_rows_add_text (rows, line->recused);
  bv_cmd_rows_add_text (rows, bv_cmd_rows_is_json (rows) ? outcome->value : _ (outcome->label));
  bv_cmd_rows_add_text (rows, bv_council_session_get_seal (session));
}

static gboolean
print_lines (BvCouncilSession *session, GError **error)
{
  const BvCmdColumn columns[] = {
    { "subject_id", "id" },
    { "subject", _ ("Subject") },
    { "award_form", _ ("Award form") },
    { "share", _ ("Share of votes needed") },
    { "base", _ ("Votes in all") },
    { "need", _ ("Votes needed") },
    { "able", _ ("Members who can vote") },
    { "yes", _ ("Votes for") },
    { "recused", _ ("Recusals") },
    { "outcome", _ ("Outcome") },
    { "seal", _ ("Seal") },
  };
  g_autoptr (BvCmdRows) rows = bv_cmd_rows_new (format, columns, G_N_ELEMENTS (columns), error);

  if (!rows)
    return FALSE;
  for (guint i = 0; i < bv_council_session_get_n_lines (session); i++)
    add_line (rows, session, bv_council_session_get_line (session, i));
  bv_cmd_rows_end (rows);
  return TRUE;
}

/* Sentences for people, rows for programs: none when nothing differs. */
static gboolean
print_differences (GPtrArray *differences, GError **error)
{
  const BvCmdColumn columns[] = { { "difference", _ ("Difference") } };
  g_autoptr (BvCmdRows) rows = format ? bv_cmd_rows_new (format, columns, 1, error) : NULL;

  if (format && !rows)
    return FALSE;
  for (guint i = 0; i < differences->len; i++)
    if (rows)
      bv_cmd_rows_add_text (rows, g_ptr_array_index (differences, i));
    else
      bv_cmd_say ("%s", (const char *) g_ptr_array_index (differences, i));
  if (rows)
    bv_cmd_rows_end (rows);
  else if (differences->len == 0)
    bv_cmd_say (_ ("Computed again: everything is as it was sealed"));
  return TRUE;
}

static gboolean
compare (BvCouncilSession *session, GError **error)
{
  g_autoptr (GPtrArray) differences = bv_council_session_compare (session);

  if (!bv_council_session_is_sealed (session)) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The session “%s” is not sealed yet."),
                 bv_council_session_get_title (session));
    return FALSE;
  }
  if (!print_differences (differences, error))
    return FALSE;
  if (differences->len == 0)
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_CONFLICT,
               _ ("The session “%s” is no longer as it was sealed."),
               bv_council_session_get_title (session));
  return FALSE;
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = bv_cmd_open_to_read (arguments[0], error);
  gint64 id = office ? bv_cmd_find_movement (office, movement, error) : 0;
  g_autoptr (BvCouncilSession) session = id ? load_newest (office, id, error) : NULL;

  if (!session)
    return FALSE;
  return check ? compare (session, error) : print_lines (session, error);
}

const BvCmd bv_cmd_session = {
  .name = "session",
  .arguments = N_ ("FILE"),
  .summary = N_ ("tell what the council voted, and its seal"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
