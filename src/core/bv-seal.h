/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sealed session of the council refuses, whichever way a change comes. */
#pragma once
#include "bv-database.h"

G_BEGIN_DECLS

/**
 * bv_seal_check: whether @changeset (or its inverse), already applied inside the open transaction,
 * leaves sealed sessions as they are; @changes (BvChange) are its rows. Sealing a session and
 * opening it again with a reason are allowed; %BV_ERROR_CONFLICT names the session otherwise.
 */
gboolean bv_seal_check (
    BvDatabase *database, GPtrArray *changes, GBytes *changeset, gboolean inverted, GError **error);

G_END_DECLS
