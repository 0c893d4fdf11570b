/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something one can go to: a page, a row, or a command to carry out. */
#pragma once
#include "bv-finder.h"
#include "bv-keys.h"
#include "bv-pages.h"
#include "bv-tabs-page.h"

G_BEGIN_DECLS

/** BvGoTarget: one of page, kind and command says what it is. */
typedef struct
{
  char *group; /* heading above it, translated */
  char *title;
  char *context;         /* "" for none */
  const char *icon_name; /* static */
  char *keys;            /* as bv_keys_create_caps() takes them, nullable */

  const BvPageInfo *page;
  const BvTab *tab; /* of that page, nullable */
  const BvKind *kind;
  gint64 id;
  const BvCommand *command;
} BvGoTarget;

void bv_go_target_free (BvGoTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvGoTarget, bv_go_target_free)

/** bv_go_target_new_page: with @tab %NULL the page itself. @place counts pages from 0. */
BvGoTarget *bv_go_target_new_page (const BvPageInfo *page, guint place, const BvTab *tab);
BvGoTarget *bv_go_target_new_command (const BvCommand *command);
/** bv_go_target_new_row: takes @finding. */
BvGoTarget *bv_go_target_take_finding (BvFinding *finding);
/** bv_go_target_has_words: whether every word of @folded begins a word of the title. */
gboolean bv_go_target_has_words (const BvGoTarget *target, const char *folded);
/** bv_go_target_make_key: "page staff", "row person 12", "command win.backup": a name that lasts;
 * owned. */
char *bv_go_target_make_key (const BvGoTarget *target);

G_END_DECLS
