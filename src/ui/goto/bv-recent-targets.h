/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one went last, newest first; kept between sessions where settings are. */
#pragma once
#include "bv-go-places.h"

G_BEGIN_DECLS

/** bv_recent_targets_note: @key is the newest now. */
void bv_recent_targets_note (const char *key);
/** bv_recent_targets_list: where one went last, then all other pages and commands: what is offered
 * before anything is typed. Owned array of BvGoTarget. */
GPtrArray *bv_recent_targets_list (const BvGoScope *scope);

G_END_DECLS
