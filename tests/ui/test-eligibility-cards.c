/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions in the window: the light of a row, the card beside it, a condition set aside and
 * undone, in the ranking and for a proposal. */
#include "config.h"

#include "bv-condition-light.h"
#include "bv-condition-list.h"
#include "bv-condition-row.h"
#include "bv-proposals-page.h"
#include "bv-ranking-page.h"
#include "bv-ranking-panel.h"
#include "test-page-fixture.h"

static GtkWidget *
find_shown (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, type);
  return found;
}

static GtkWidget *
find_in_page (Fixture *fixture, GType type)
{
  return find_shown (GTK_WIDGET (fixture->page), type);
}

static gint64
find_person (Fixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM person WHERE full_name = '%s'", name);

  return ask (fixture, sql);
}

static BvConditionList *
show_card (Fixture *fixture, const char *name)
{
  BV_PAGE_GET_CLASS (fixture->page)->show_row (fixture->page, find_person (fixture, name));
  bv_ranking_panel_choose (BV_RANKING_PANEL (find_in_page (fixture, BV_TYPE_RANKING_PANEL)), 1);
  settle ();
  return BV_CONDITION_LIST (find_in_page (fixture, BV_TYPE_CONDITION_LIST));
}

static const char *
get_verdict (Fixture *fixture, const char *name)
{
  GListModel *rows = bv_ranking_page_get_rows (BV_RANKING_PAGE (fixture->page));
  gint64 id = find_person (fixture, name);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (BvRankingRow) row = g_list_model_get_item (rows, i);
    const BvAssessed *assessed = bv_ranking_row_get_assessed (row);

    if (assessed->subject_id == id)
      return bv_eligibility_verdict_label (&assessed->verdict);
  }
  g_assert_not_reached ();
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  BvConditionList *list = show_card (fixture, "Nông Thị Nết");
  GtkWidget *row = bv_condition_list_find (list, BV_CHECK_PLEDGE);

  g_assert_nonnull (row);
  g_assert_null (bv_condition_list_find (list, BV_CHECK_CHAIN));
  g_assert_cmpstr (get_verdict (fixture, "Nông Thị Nết"), ==, "Blocked");
  bv_condition_row_ask (BV_CONDITION_ROW (row));
  bv_condition_row_set_aside (BV_CONDITION_ROW (row), "Nông Quốc Khánh", "", "12/TB");
  g_assert_nonnull (fixture->report); /* no exception without a reason */
  g_clear_pointer (&fixture->report, g_free);
  bv_condition_row_set_aside (
      BV_CONDITION_ROW (row), "Nông Quốc Khánh", "Nghỉ ốm khi đăng ký", "12/TB");
  settle ();
  g_assert_null (fixture->report);
  g_assert_nonnull (fixture->toast);
  g_assert_cmpstr (get_verdict (fixture, "Nông Thị Nết"), ==, "Exception");
  undo (fixture);
  settle ();
  g_assert_cmpstr (get_verdict (fixture, "Nông Thị Nết"), ==, "Blocked");
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  BvConditionList *list = show_card (fixture, "Lộc Văn Toản");
  GtkWidget *row = bv_condition_list_find (list, BV_CHECK_RESTRICTION);

  g_assert_cmpstr (get_verdict (fixture, "Lộc Văn Toản"), ==, "Exception");
  g_signal_emit_by_name (row, "restore");
  settle ();
  g_assert_cmpstr (get_verdict (fixture, "Lộc Văn Toản"), ==, "Blocked");
}

/* The list of proposals has a light for each, the editor has the card, and both follow. */
static void
test_proposal (Fixture *fixture, gconstpointer data)
{
  gint64 id = ask (fixture,
                   "SELECT id FROM proposal WHERE movement_id ="
                   " (SELECT id FROM movement WHERE start_on = '2024-06-01')"
                   " ORDER BY position LIMIT 1");
  GtkWidget *light = find_in_page (fixture, BV_TYPE_CONDITION_LIGHT);
  g_autoptr (BvRecord) restriction = bv_record_new (&bv_restriction_kind);
  g_autoptr (BvRecord) proposal = NULL;
  g_autoptr (GError) error = NULL;
  BvConditionList *list;

  g_assert_nonnull (light);
  g_assert_cmpstr (bv_condition_light_get_text (BV_CONDITION_LIGHT (light)), ==, "Passes");
  g_assert_true (bv_list_page_show_row (BV_LIST_PAGE (fixture->page), id));
  settle ();
  g_assert_nonnull (find_in_page (fixture, BV_TYPE_CONDITION_LIST));
  proposal = bv_office_load (fixture->office, &bv_proposal_kind, id, &error);
  bv_record_set_integer (restriction, "subject_id", bv_record_get_integer (proposal, "subject_id"));
  bv_record_set_text (restriction, "type", "inspected");
  bv_record_set_text (restriction, "from_on", "2024-08-01");
  g_assert_true (bv_office_save (fixture->office, restriction, &error));
  settle ();
  light = find_in_page (fixture, BV_TYPE_CONDITION_LIGHT);
  g_assert_cmpstr (bv_condition_light_get_text (BV_CONDITION_LIGHT (light)), ==, "Blocked");
  list = BV_CONDITION_LIST (find_in_page (fixture, BV_TYPE_CONDITION_LIST));
  g_assert_nonnull (bv_condition_list_find (list, BV_CHECK_RESTRICTION));
}

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/eligibility-cards/set-aside",
              Fixture,
              bv_ranking_page_get_type,
              open_page,
              test_set_aside,
              close_page);
  g_test_add ("/eligibility-cards/restore",
              Fixture,
              bv_ranking_page_get_type,
              open_page,
              test_restore,
              close_page);
  g_test_add ("/eligibility-cards/proposal",
              Fixture,
              bv_proposals_page_get_type,
              open_page,
              test_proposal,
              close_page);
  return g_test_run ();
}
