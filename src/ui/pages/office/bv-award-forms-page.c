/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The titles and forms of commendation that the law knows. */
#include "config.h"

#include "bv-award-forms-page.h"

#include "bv-award-terms.h"
#include "bv-pill.h"
#include "bv-query.h"
#include "bv-rule-book.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define WIDTH 200

struct _BvAwardFormsPage
{
  BvListPage parent_instance;

  /* Owned */
  BvListMark *mark;
  BvRulePack *pack; /* of the movement in hand, else the one in force; nullable */
};

G_DEFINE_FINAL_TYPE (BvAwardFormsPage, bv_award_forms_page, BV_TYPE_LIST_PAGE)

/* What waits for a document of the office: of a form that the rule pack knows, in the pack. */
static const char *
find_mark (BvAwardFormsPage *self, BvRecord *form)
{
  BvAwardTerms terms;

  if (self->pack == NULL || form == NULL)
    return "";
  bv_award_terms_read (&terms, self->pack, form);
  if (!terms.coefficient_confirmed && !terms.vote_confirmed)
    return _ ("Coefficient, share of votes");
  if (!terms.coefficient_confirmed)
    return _ ("Coefficient");
  return terms.vote_confirmed ? "" : _ ("Share of votes");
}

static void
show (GtkWidget *widget, BvRecord *form, gpointer data)
{
  bv_pill_set (BV_PILL (widget), find_mark (data, form), "warning");
}

static GtkWidget *
create (void)
{
  GtkWidget *pill = bv_pill_new ();

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  bv_tooltip_set (
      pill, _ ("Confirm it with the number of a document in the rule pack, under “Rule packs”"));
  return pill;
}

static void
refresh_marks (BvAwardFormsPage *self)
{
  BvOffice *office = bv_page_get_office (BV_PAGE (self));
  gint64 movement = bv_page_get_movement (BV_PAGE (self));

  g_clear_pointer (&self->pack, bv_rule_pack_unref);
  self->pack = movement != 0 ? bv_rule_book_load (office, movement, NULL)
                             : bv_rule_book_choose (office, NULL, NULL);
  bv_list_mark_refresh (self->mark);
}

static guint
count_unconfirmed (BvAwardFormsPage *self)
{
  BvOffice *office = bv_page_get_office (BV_PAGE (self));
  g_autoptr (BvQuery) query = bv_query_new (&bv_award_form_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, NULL);
  guint n = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    g_autoptr (BvRecord) form = bv_office_load (
        office, &bv_award_form_kind, g_array_index (ids, gint64, i), NULL);

    n += *find_mark (self, form) != '\0';
  }
  return n;
}

/* "19 rows · 12 to be confirmed" */
static char *
dup_subtitle (BvListPage *page, guint shown, guint all)
{
  BvListPageClass *parent = BV_LIST_PAGE_CLASS (bv_award_forms_page_parent_class);
  g_autofree char *count = parent->dup_subtitle (page, shown, all);
  guint n = count_unconfirmed (BV_AWARD_FORMS_PAGE (page));
  g_autofree char *rest = g_strdup_printf (ngettext ("%u to be confirmed", "%u to be confirmed", n),
                                           n);

  return n > 0 ? g_strdup_printf ("%s · %s", count, rest) : g_steal_pointer (&count);
}

static void
bv_award_forms_page_load (BvPage *page)
{
  refresh_marks (BV_AWARD_FORMS_PAGE (page));
  BV_PAGE_CLASS (bv_award_forms_page_parent_class)->load (page);
}

static void
bv_award_forms_page_movement_changed (BvPage *page)
{
  refresh_marks (BV_AWARD_FORMS_PAGE (page));
  BV_PAGE_CLASS (bv_award_forms_page_parent_class)->movement_changed (page);
}

static void
bv_award_forms_page_changed (BvPage *page, GPtrArray *changes)
{
  refresh_marks (BV_AWARD_FORMS_PAGE (page));
  BV_PAGE_CLASS (bv_award_forms_page_parent_class)->changed (page, changes);
}

static void
bv_award_forms_page_constructed (GObject *object)
{
  BvAwardFormsPage *self = BV_AWARD_FORMS_PAGE (object);

  G_OBJECT_CLASS (bv_award_forms_page_parent_class)->constructed (object);
  self->mark = bv_list_mark_new (_ ("To be confirmed"), create, show, self);
  bv_list_page_add_mark (BV_LIST_PAGE (self), self->mark, WIDTH);
}

static void
bv_award_forms_page_finalize (GObject *object)
{
  BvAwardFormsPage *self = BV_AWARD_FORMS_PAGE (object);

  g_clear_object (&self->mark);
  g_clear_pointer (&self->pack, bv_rule_pack_unref);
  G_OBJECT_CLASS (bv_award_forms_page_parent_class)->finalize (object);
}

static void
bv_award_forms_page_class_init (BvAwardFormsPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bv_award_forms_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = bv_award_forms_page_finalize;
  page_class->load = bv_award_forms_page_load;
  page_class->movement_changed = bv_award_forms_page_movement_changed;
  page_class->changed = bv_award_forms_page_changed;
  list_class->kind = &bv_award_form_kind;
  list_class->icon_name = "bv-proposal-symbolic";
  list_class->empty_title = N_ ("No award forms yet");
  list_class->empty_text = N_ (
      "Add the titles and forms of commendation that the office may propose.");
  list_class->new_label = N_ ("Add an award form");
  list_class->dup_subtitle = dup_subtitle;
  list_class->search_label = N_ ("Search award forms");
}

static void
bv_award_forms_page_init (BvAwardFormsPage *self)
{
}
