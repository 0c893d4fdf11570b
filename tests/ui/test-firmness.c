/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second opinions in the window: lights on the quotas, the pane of reasons, the table of other
 * ways, and sliders that never touch the official order. */
#include "config.h"

#include "bv-firmness-light.h"
#include "bv-opinion-table.h"
#include "bv-ranking-firmness.h"
#include "bv-ranking-page.h"
#include "bv-weights-bar.h"
#include "test-page-fixture.h"

static BvRankingPage *
get_page (Fixture *fixture)
{
  return BV_RANKING_PAGE (fixture->page);
}

static BvOpinionBoard *
get_board (Fixture *fixture)
{
  return bv_ranking_page_get_board (get_page (fixture));
}

/* The first widget of @type below @widget; among several the one in sight. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* Whether a label in sight below @widget holds @part. */
static gboolean
says (GtkWidget *widget, const char *part)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, part))
      return TRUE;
  return FALSE;
}

static void
choose (Fixture *fixture, BvRankList list)
{
  bv_ranking_page_choose (get_page (fixture), list);
  WAIT_FOR (bv_opinion_board_get (get_board (fixture)) != NULL);
  settle ();
}

static void
test_light (Fixture *fixture, gconstpointer data)
{
  choose (fixture, BV_RANK_STAFF);
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->page), BV_TYPE_FIRMNESS_LIGHT));
  g_assert_true (says (GTK_WIDGET (fixture->page), "Tie"));
  choose (fixture, BV_RANK_COLLECTIVES);
  g_assert_true (says (GTK_WIDGET (fixture->page), "Firm"));
}

/* The light leads to its reasons. */
static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane;

  choose (fixture, BV_RANK_STAFF);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ranking.firmness", NULL);
  settle ();
  pane = find_widget (GTK_WIDGET (fixture->page), BV_TYPE_RANKING_FIRMNESS);
  g_assert_nonnull (pane);
  g_assert_true (says (pane, "share one rank"));
  g_assert_true (says (pane, "Times in 100 inside the quota"));
}

static void
test_members (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane;
  const BvSecondOpinions *opinions;

  choose (fixture, BV_RANK_LEADERS);
  opinions = bv_opinion_board_get (get_board (fixture));
  g_assert_nonnull (bv_second_opinions_get_ranks (opinions, BV_OPINION_SCHULZE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "ranking.firmness", NULL);
  settle ();
  pane = find_widget (GTK_WIDGET (fixture->page), BV_TYPE_RANKING_FIRMNESS);
  g_assert_true (says (pane, "Agreement of all members"));
  g_assert_true (says (pane, "Majority place"));
}

static GtkWidget *
find_scale (Fixture *fixture)
{
  GtkWidget *bar;

  bv_ranking_page_look (get_page (fixture), TRUE);
  settle ();
  bar = find_widget (GTK_WIDGET (fixture->page), BV_TYPE_WEIGHTS_BAR);
  g_assert_nonnull (bar);
  bv_weights_bar_open (BV_WEIGHTS_BAR (bar), TRUE);
  WAIT_FOR (find_widget (bar, GTK_TYPE_SCALE) != NULL);
  return find_widget (bar, GTK_TYPE_SCALE);
}

static char *
read_order (Fixture *fixture)
{
  GListModel *rows = bv_ranking_page_get_rows (get_page (fixture));
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (BvRankingRow) row = g_list_model_get_item (rows, i);
    const BvAssessed *assessed = bv_ranking_row_get_assessed (row);

    g_string_append_printf (order, "%u %s\n", assessed->rank, assessed->name);
  }
  return g_string_free (order, FALSE);
}

/* Ranks are tried, the official order and the file stay as they are, and there is a way back. */
static void
test_weights (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_steps = ask (fixture, "SELECT count (*) FROM history");
  GtkWidget *scale;
  const guint *ranks;
  guint n_moved = 0;

  choose (fixture, BV_RANK_STAFF);
  before = read_order (fixture);
  scale = find_scale (fixture);
  g_assert_null (bv_opinion_board_get_ranks (get_board (fixture)));
  gtk_range_set_value (GTK_RANGE (scale), 0);
  settle ();
  ranks = bv_opinion_board_get_ranks (get_board (fixture));
  g_assert_nonnull (ranks);
  g_assert_cmpint (bv_opinion_board_get_factor (get_board (fixture), 0), ==, 0);
  g_assert_cmpint (bv_opinion_board_get_weight (get_board (fixture), 0, FALSE), ==, 0);
  for (guint i = 0; i < 15; i++)
    n_moved
        += ranks[i]
           != bv_second_opinions_get_matrix (bv_opinion_board_get (get_board (fixture)))->ranks[i];
  g_assert_cmpuint (n_moved, >, 0);
  after = read_order (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM history"), ==, n_steps);

  bv_opinion_board_reset (get_board (fixture));
  g_assert_null (bv_opinion_board_get_ranks (get_board (fixture)));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 100);
}

/* With weights hardly moved everybody keeps the official rank, joint ones too. */
static void
test_same_weights (Fixture *fixture, gconstpointer data)
{
  const BvOpinionMatrix *matrix;

  choose (fixture, BV_RANK_STAFF);
  matrix = bv_second_opinions_get_matrix (bv_opinion_board_get (get_board (fixture)));
  for (guint k = 0; k < matrix->n_criteria; k++)
    bv_opinion_board_set_factor (get_board (fixture), k, 2 * BV_OPINION_WEIGHTS_WHOLE);
  for (guint i = 0; i < matrix->n_subjects; i++)
    g_assert_cmpuint (bv_opinion_board_get_ranks (get_board (fixture))[i], ==, matrix->ranks[i]);
}

/* A change of the office forms the opinions anew. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) penalty = bv_record_new (&bv_adjustment_kind);
  const BvSecondOpinions *before;
  gint64 id;

  choose (fixture, BV_RANK_STAFF);
  before = bv_opinion_board_get (get_board (fixture));
  id = bv_second_opinions_get_matrix (before)->ids[0];
  bv_record_set_integer (penalty, "movement_id", fixture->movement);
  bv_record_set_integer (penalty, "subject_id", id);
  bv_record_set_text (penalty, "type", "penalty");
  bv_record_set_integer (penalty, "points", 4000);
  bv_record_set_text (penalty, "reason", "Thử");
  g_assert_true (bv_office_save (fixture->office, penalty, &error));
  g_assert_no_error (error);
  WAIT_FOR (bv_opinion_board_get (get_board (fixture)) != before);
  g_assert_cmpuint (bv_opinion_board_find_row (get_board (fixture), id), >, 5);
  g_assert_cmpuint (bv_opinion_board_find_row (get_board (fixture), 1), ==, BV_OPINION_NO_ROW);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/firmness/" name, Fixture, bv_ranking_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("light", test_light);
  ADD ("reasons", test_reasons);
  ADD ("members", test_members);
  ADD ("weights", test_weights);
  ADD ("same-weights", test_same_weights);
  ADD ("follows", test_follows);
  return g_test_run ();
}
