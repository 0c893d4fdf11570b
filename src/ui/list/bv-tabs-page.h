/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page made of several pages, one in sight at a time, chosen by a row of tabs on top. */
#pragma once
#include "bv-page.h"

G_BEGIN_DECLS

#define BV_TYPE_TABS_PAGE (bv_tabs_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvTabsPage, bv_tabs_page, BV, TABS_PAGE, BvPage)

/** BvTab: one page within; it is built when first shown. */
typedef struct
{
  const char *name;
  const char *title; /* N_() */
  GType (*get_type) (void);
} BvTab;

struct _BvTabsPageClass
{
  BvPageClass parent_class;

  /* Set by every page in its class_init, ended by a NULL name. */
  const BvTab *tabs;
};

/** bv_tabs_page_show: brings tab @name to the front; %FALSE when there is none or what is typed in
 * the present one cannot be saved. */
gboolean bv_tabs_page_show (BvTabsPage *self, const char *name);
/** bv_tabs_page_get_shown: the page in sight, borrowed; %NULL before the first was built. */
BvPage *bv_tabs_page_get_shown (BvTabsPage *self);

G_END_DECLS
