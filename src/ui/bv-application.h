/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one process, a window for each office file. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_APPLICATION (bv_application_get_type ())
G_DECLARE_FINAL_TYPE (BvApplication, bv_application, BV, APPLICATION, AdwApplication)

BvApplication *bv_application_new (void);

G_END_DECLS
