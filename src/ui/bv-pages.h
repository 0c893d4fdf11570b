/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the sidebar: one line each in pages/registry.c. */
#pragma once
#include "bv-page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* "achievements", also for --page and the settings */
  const char *group; /* N_(), NULL for pages that stand alone */
  const char *title; /* N_() */
  const char *icon_name;
  GType (*get_type) (void);
  const BvKind *counted; /* kind whose number of rows stands beside the title, nullable */
  const char *counted_field, *counted_value; /* those rows alone whose choice this is, nullable */
} BvPageInfo;

/** bv_pages_get: in the order of the sidebar, ended by a NULL name. */
const BvPageInfo *bv_pages_get (void);

G_END_DECLS
