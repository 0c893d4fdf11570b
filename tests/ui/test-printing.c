/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+P on a page leads to the document about what is shown there. */
#include "config.h"

#include "bv-achievements-page.h"
#include "bv-overview-page.h"
#include "bv-ranking-page.h"
#include "bv-scores-page.h"
#include "bv-session-list-page.h"
#include "test-page-fixture.h"

/* Links from other pages */

static char *drawn_up;
static gint64 drawn_id;

static void
draw_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GVariant) rows = NULL;
  const gint64 *ids;
  gsize n;

  g_free (drawn_up);
  g_variant_get (parameter, "(s@ax)", &drawn_up, &rows);
  ids = g_variant_get_fixed_array (rows, &n, sizeof (gint64));
  drawn_id = n > 0 ? ids[0] : 0;
}

/* Ctrl+P on a page about the whole movement goes to document @data, without a row. */
static void
test_print_page (Fixture *fixture, gconstpointer data)
{
  const char *expected = BV_IS_RANKING_PAGE (fixture->page) ? "nominations" : "report";
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  static const GActionEntry entry = { "draw-up", draw_up_cb, "(sax)" };

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, NULL);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  settle ();
  BV_PAGE_GET_CLASS (fixture->page)->print (fixture->page);
  g_assert_cmpstr (drawn_up, ==, expected);
  g_assert_cmpint (drawn_id, ==, 0);
  g_clear_pointer (&drawn_up, g_free);
}

/* Ctrl+P on a row goes to the document about it, with this row. */
static void
test_print_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  static const GActionEntry entry = { "draw-up", draw_up_cb, "(sax)" };

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, NULL);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  settle ();
  BV_PAGE_GET_CLASS (fixture->page)->print (fixture->page);
  g_assert_cmpstr (drawn_up, ==, "ballot");
  g_assert_cmpint (drawn_id, ==, bv_list_page_get_selected (BV_LIST_PAGE (fixture->page)));
  g_assert_cmpint (drawn_id, !=, 0);
  g_clear_pointer (&drawn_up, g_free);
}

#define ADD(name, type, func) g_test_add (name, Fixture, type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("vi");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/printing/row", bv_session_list_page_get_type, test_print_row);
  ADD ("/printing/overview", bv_overview_page_get_type, test_print_page);
  ADD ("/printing/achievements", bv_achievements_page_get_type, test_print_page);
  ADD ("/printing/scores", bv_scores_page_get_type, test_print_page);
  ADD ("/printing/ranking", bv_ranking_page_get_type, test_print_page);
  return g_test_run ();
}
