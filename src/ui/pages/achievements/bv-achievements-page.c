/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done in the movement in hand, with its evidence. */
#include "config.h"

#include "bv-achievements-page.h"

#include "bv-number.h"

#include <glib/gi18n-lib.h>

struct _BvAchievementsPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvAchievementsPage, bv_achievements_page, BV_TYPE_LIST_PAGE)

/* "252 rows · 17 waiting for verification" */
static char *
dup_subtitle (BvListPage *page, guint shown, guint all)
{
  BvListPageClass *parent = BV_LIST_PAGE_CLASS (bv_achievements_page_parent_class);
  g_autofree char *count = parent->dup_subtitle (page, shown, all);
  guint waiting = bv_list_page_count (page, "status", "waiting");
  g_autofree char *number = bv_number_format_integer (waiting);
  g_autofree char *rest = NULL;

  if (waiting == 0)
    return g_steal_pointer (&count);
  rest = g_strdup_printf (
      ngettext ("%s waiting for verification", "%s waiting for verification", waiting), number);
  return g_strdup_printf ("%s · %s", count, rest);
}

/* How many of them there are, by department, stands in the report. */
static const char *const documents[] = { "report", NULL };

static void
bv_achievements_page_class_init (BvAchievementsPageClass *klass)
{
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  list_class->kind = &bv_achievement_kind;
  bv_list_page_class_set_documents (list_class, documents);
  list_class->icon_name = "bv-achievement-symbolic";
  list_class->empty_title = N_ ("No achievements yet");
  list_class->empty_text = N_ (
      "Write down what was done for each content, and attach the document that proves it.");
  list_class->new_label = N_ ("Add an achievement");
  list_class->search_label = N_ ("Search achievements, people, document numbers");
  list_class->dup_subtitle = dup_subtitle;
}

static void
bv_achievements_page_init (BvAchievementsPage *self)
{
}
