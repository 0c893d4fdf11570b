/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What departments and people promised for the movement in hand. */
#include "config.h"

#include "bv-pledges-page.h"

#include <glib/gi18n-lib.h>

struct _BvPledgesPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvPledgesPage, bv_pledges_page, BV_TYPE_LIST_PAGE)

/* The form of whoever pledged: which of the two it is, the row says. */
static const char *const documents[] = { "person-pledge", "unit-pledge", NULL };

static void
bv_pledges_page_class_init (BvPledgesPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_pledge_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-pledge-symbolic";
  list_class->empty_title = N_ ("No pledges yet");
  list_class->empty_text = N_ (
      "Write down what each department and person registered for the contents of the movement.");
  list_class->new_label = N_ ("Add a pledge");
  list_class->search_label = N_ ("Search pledges and who registered");
}

static void
bv_pledges_page_init (BvPledgesPage *self)
{
}
