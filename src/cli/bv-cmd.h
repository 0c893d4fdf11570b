/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command of bang-vang-cli, and the office file it works on. */
#pragma once
#include "bv-issue-register.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *arguments; /* N_(): "FILE KIND" */
  const char *summary;   /* N_() */
  guint n_arguments;
  guint n_optional;            /* how many of the last arguments may be left out */
  const GOptionEntry *options; /* nullable */
  /* @arguments are n_arguments words, %NULL where left out; the message of @error is the one
   * sentence on stderr */
  gboolean (*run) (char **arguments, GError **error);
} BvCmd;

/* One for each file bv-cmd-<name>.c. */
extern const BvCmd bv_cmd_sample, bv_cmd_new, bv_cmd_list, bv_cmd_import, bv_cmd_rank,
    bv_cmd_propose, bv_cmd_export, bv_cmd_check, bv_cmd_backup, bv_cmd_history, bv_cmd_undo,
    bv_cmd_rules, bv_cmd_session, bv_cmd_forms, bv_cmd_document, bv_cmd_eligibility,
    bv_cmd_evidence;

/** bv_cmd_open_to_read: never takes the lock, so it works while somebody has the file open. */
BvOffice *bv_cmd_open_to_read (const char *path, GError **error);
/** bv_cmd_open_to_write: fails with the holder's name when somebody else has the file open. */
BvOffice *bv_cmd_open_to_write (const char *path, GError **error);
/** bv_cmd_find_movement: the movement whose title or short title is @name, accents aside; the
 * newest when @name is %NULL. 0 with @error. */
gint64 bv_cmd_find_movement (BvOffice *office, const char *name, GError **error);
/** bv_cmd_find_kind: by table name or by what it is called: "person", "cá nhân", "Cán bộ". */
const BvKind *bv_cmd_find_kind (const char *word, GError **error);
/** bv_cmd_register: puts @issue into the register of the office file @path, which is closed. Says
 * so when it cannot: somebody else may have the file open, and what was made is made all the same.
 */
void bv_cmd_register (const char *path, const BvIssue *issue);
/** bv_cmd_say: one line to standard output, in UTF-8 whatever the locale. */
void bv_cmd_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
