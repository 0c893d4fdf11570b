/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sessions of the council on the movement in hand. */
#include "config.h"

#include "bv-session-list-page.h"

#include "bv-council-session.h"

#include <glib/gi18n-lib.h>

struct _BvSessionListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvSessionListPage, bv_session_list_page, BV_TYPE_LIST_PAGE)

static const char *const documents[] = { "ballot", "counting", "minutes", NULL };

static void
prepare (BvListPage *page, BvRecord *session)
{
  bv_council_session_suggest (bv_page_get_office (BV_PAGE (page)), session);
}

static void
bv_session_list_page_class_init (BvSessionListPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_session_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-session-symbolic";
  list_class->empty_title = N_ ("No session yet");
  list_class->empty_text = N_ ("Add a session: the agenda is drawn up from the proposals, then "
                               "attendance and votes are entered.");
  list_class->new_label = N_ ("Add a session");
  list_class->prepare = prepare;
  list_class->search_label = N_ ("Search sessions");
}

static void
bv_session_list_page_init (BvSessionListPage *self)
{
}
