/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule pack in a file of its own, to be sent, edited and read in elsewhere. */
#pragma once
#include "bv-rule-pack.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** bv_rule_file_read: the message of @error begins with the name of @file; owned. */
BvRulePack *bv_rule_file_read (GFile *file, GError **error);
/** bv_rule_file_write: replaces @file as a whole or leaves it alone. */
gboolean bv_rule_file_write (const BvRulePack *pack, GFile *file, GError **error);

G_END_DECLS
