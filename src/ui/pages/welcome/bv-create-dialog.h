/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four questions and a place to save: a new office file. */
#pragma once
#include "bv-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_CREATE_DIALOG (bv_create_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvCreateDialog, bv_create_dialog, BV, CREATE_DIALOG, AdwWindow)

/* Signal "created" (BvOffice): the file is there and open. */

BvCreateDialog *bv_create_dialog_new (GtkWindow *parent);
/** bv_create_dialog_check: whether the answers will do; says in the dialog what does not. */
gboolean bv_create_dialog_check (BvCreateDialog *self);
/** bv_create_dialog_create: makes @file from the answers; says in the dialog what went wrong. */
gboolean bv_create_dialog_create (BvCreateDialog *self, GFile *file);

G_END_DECLS
