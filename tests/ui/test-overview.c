/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview: figures as the file has them, cells that lead to their rows, lists that lead on. */
#include "config.h"

#include "bv-counter-card.h"
#include "bv-overview-page.h"
#include "bv-overview.h"
#include "test-page-fixture.h"

static void
wait_until_ready (Fixture *fixture)
{
  WAIT_FOR (bv_overview_page_is_ready (BV_OVERVIEW_PAGE (fixture->page)));
  settle ();
}

/* The @nth widget of @type that has the style class @css_class. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *css_class, guint *nth)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_has_css_class (widget, css_class)
      && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, css_class, nth);
  return found;
}

static GtkWidget *
get_widget (Fixture *fixture, GType type, const char *css_class, guint nth)
{
  GtkWidget *found = find_widget (GTK_WIDGET (fixture->page), type, css_class, &nth);

  g_assert_nonnull (found);
  return found;
}

static void
test_counters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pledges = get_widget (fixture, BV_TYPE_COUNTER_CARD, "bv-counter", 0);
  GtkWidget *achievements = get_widget (fixture, BV_TYPE_COUNTER_CARD, "bv-counter", 1);
  g_autofree char *n_pledges = g_strdup_printf (
      "%" G_GINT64_FORMAT,
      ask (fixture,
           "SELECT count (*) FROM pledge WHERE movement_id ="
           " (SELECT id FROM movement WHERE start_on = '2024-06-01')"));

  wait_until_ready (fixture);
  g_assert_cmpstr (bv_counter_card_get_figure (BV_COUNTER_CARD (pledges)), ==, n_pledges);
  g_signal_emit_by_name (achievements, "clicked");
  g_assert_cmpstr (fixture->went, ==, "achievements");
  g_assert_cmpint (fixture->went_rows,
                   ==,
                   ask (fixture, "SELECT count (*) FROM achievement WHERE status = 'waiting'"));
}

/* A cell leads to the rows of its department and content: the department's own and its people's. */
static void
test_cell (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell;

  wait_until_ready (fixture);
  cell = get_widget (fixture, GTK_TYPE_BUTTON, "bv-coverage-cell", 0);
  g_signal_emit_by_name (cell, "clicked");
  g_assert_cmpstr (fixture->went, ==, "pledges");
  g_assert_cmpint (
      fixture->went_rows,
      ==,
      ask (fixture,
           "SELECT count (*) FROM pledge p JOIN criterion c ON c.id = p.criterion_id"
           " JOIN movement m ON m.id = p.movement_id AND m.start_on = '2024-06-01'"
           " WHERE c.position = 1 AND (p.subject_id = (SELECT id FROM department WHERE name ="
           " 'Văn phòng Sở') OR p.subject_id IN (SELECT id FROM person WHERE department_id ="
           " (SELECT id FROM department WHERE name = 'Văn phòng Sở')))"));
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;
  GtkListBoxRow *row;

  wait_until_ready (fixture);
  list = gtk_widget_get_first_child (get_widget (fixture, GTK_TYPE_BOX, "bv-todo", 0));
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpstr (fixture->went, ==, "pledges");
  g_assert_cmpint (fixture->went_id, !=, 0);
}

/* What is entered elsewhere shows here. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *proposals = get_widget (fixture, BV_TYPE_COUNTER_CARD, "bv-counter", 1);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = ask (fixture, "SELECT id FROM achievement WHERE status = 'waiting' LIMIT 1");

  wait_until_ready (fixture);
  before = g_strdup (bv_counter_card_get_figure (BV_COUNTER_CARD (proposals)));
  g_assert_true (bv_office_remove (fixture->office, &bv_achievement_kind, &id, 1, &error));
  g_assert_no_error (error);
  wait_until_ready (fixture);
  g_assert_cmpstr (bv_counter_card_get_figure (BV_COUNTER_CARD (proposals)), !=, before);
  undo (fixture);
  wait_until_ready (fixture);
  g_assert_cmpstr (bv_counter_card_get_figure (BV_COUNTER_CARD (proposals)), ==, before);
}

/* Every figure of the coverage, counted once more by SQL. */
static void
test_coverage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOverview) overview = bv_overview_load (
      fixture->office, fixture->movement, "2024-08-25", &error);
  const BvOverviewCounts *counts;
  guint n_due, n_weeks, n_in_weeks = 0;
  const BvDue *due;
  const BvWeek *weeks;

  wait_until_ready (fixture);
  g_assert_no_error (error);
  counts = bv_overview_get_counts (overview);
  due = bv_overview_get_due (overview, &n_due);
  weeks = bv_overview_get_weeks (overview, &n_weeks);
  g_assert_cmpuint (counts->n_overdue, >, 0);
  g_assert_cmpuint (counts->n_due_soon, >, 0);
  for (guint i = 0; i < n_due; i++)
    g_assert_cmpint (due[i].overdue, ==, strcmp (due[i].due_on, "2024-08-25") < 0);
  for (guint i = 0; i < n_weeks; i++)
    n_in_weeks += weeks[i].n_verified + weeks[i].n_others;
  g_assert_cmpint (n_in_weeks,
                   ==,
                   ask (fixture,
                        "SELECT count (achieved_on) FROM achievement WHERE movement_id ="
                        " (SELECT id FROM movement WHERE start_on = '2024-06-01')"));
  for (guint i = 0; i < bv_overview_get_n_departments (overview); i++) {
    const BvCoverage *cell = bv_overview_get_coverage (overview, i, 0);
    g_assert_cmpuint (cell->n_done[BV_COVERAGE_VERIFIED], <=, cell->n_done[BV_COVERAGE_PROVED]);
    g_assert_cmpuint (cell->n_done[BV_COVERAGE_PROVED], <=, cell->n_subjects);
  }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/overview/" name, Fixture, bv_overview_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("counters", test_counters);
  ADD ("cell", test_cell);
  ADD ("list", test_list);
  ADD ("follows", test_follows);
  ADD ("coverage", test_coverage);
  return g_test_run ();
}
