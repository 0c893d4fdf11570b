/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council: its sessions with their votes, and who sits on it. */
#include "config.h"

#include "bv-sessions-page.h"

#include "bv-council-list-page.h"
#include "bv-session-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvSessionsPage
{
  BvTabsPage parent_instance;
};

static const BvTab tabs[] = {
  { "sessions", N_ ("Sessions"), bv_session_list_page_get_type },
  { "councils", N_ ("Council and members"), bv_council_list_page_get_type },
  { NULL },
};

G_DEFINE_FINAL_TYPE (BvSessionsPage, bv_sessions_page, BV_TYPE_TABS_PAGE)

static void
bv_sessions_page_class_init (BvSessionsPageClass *klass)
{
  BV_TABS_PAGE_CLASS (klass)->tabs = tabs;
}

static void
bv_sessions_page_init (BvSessionsPage *self)
{
}
