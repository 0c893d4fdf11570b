/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking: order, joint ranks, standing with the quotas, proposals in one press. */
#include "config.h"

#include "bv-quota-card.h"
#include "bv-ranking-page.h"
#include "bv-standing.h"
#include "test-page-fixture.h"

static BvRankingRow *
get_row (Fixture *fixture, guint position)
{
  GListModel *rows = bv_ranking_page_get_rows (BV_RANKING_PAGE (fixture->page));
  g_autoptr (BvRankingRow) row = g_list_model_get_item (rows, position);

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  GListModel *rows = bv_ranking_page_get_rows (BV_RANKING_PAGE (fixture->page));
  guint last = 0;

  bv_ranking_page_choose (BV_RANKING_PAGE (fixture->page), BV_RANK_STAFF);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, 10);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    const BvAssessed *assessed = bv_ranking_row_get_assessed (get_row (fixture, i));
    guint rank = assessed->rank > 0 ? assessed->rank : G_MAXUINT;

    g_assert_cmpuint (rank, >=, last);
    g_assert_cmpstr (assessed->reason, !=, "");
    last = rank;
  }
  g_assert_cmpuint (last, ==, G_MAXUINT); /* some lack points and stand at the end */
}

/* The quota of the sample cuts through a tie: the council decides, nobody is cut off. */
static void
test_standing (Fixture *fixture, gconstpointer data)
{
  guint n_boundary = 0;
  guint first_rank = 0;

  bv_ranking_page_choose (BV_RANKING_PAGE (fixture->page), BV_RANK_STAFF);
  for (guint i = 0; i < 10; i++) {
    BvRankingRow *row = get_row (fixture, i);
    BvStanding standing = bv_standing_find (bv_ranking_row_get_assessment (row),
                                            bv_ranking_row_get_subject (row));

    if (standing.outcome != BV_QUOTA_BOUNDARY)
      continue;
    g_assert_nonnull (standing.award_form);
    if (n_boundary++ == 0)
      first_rank = bv_ranking_row_get_assessed (row)->rank;
    g_assert_cmpuint (bv_ranking_row_get_assessed (row)->rank, ==, first_rank);
  }
  g_assert_cmpuint (n_boundary, >, 1);
}

static void
test_follows_scores (Fixture *fixture, gconstpointer data)
{
  const BvAssessed *first = bv_ranking_row_get_assessed (get_row (fixture, 0));
  gint64 id = first->subject_id;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) penalty = bv_record_new (&bv_adjustment_kind);

  bv_record_set_integer (penalty, "movement_id", fixture->movement);
  bv_record_set_integer (penalty, "subject_id", id);
  bv_record_set_text (penalty, "type", "penalty");
  bv_record_set_integer (penalty, "points", 4000);
  bv_record_set_text (penalty, "reason", "Thử");
  g_assert_true (bv_office_save (fixture->office, penalty, &error));
  g_assert_no_error (error);
  settle ();
  g_assert_cmpint (bv_ranking_row_get_assessed (get_row (fixture, 0))->subject_id, !=, id);
  undo (fixture);
  g_assert_cmpint (bv_ranking_row_get_assessed (get_row (fixture, 0))->subject_id, ==, id);
}

static void
test_propose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *button = find_button (GTK_WIDGET (fixture->page), "_Draw up proposals");

  forget_session (fixture);
  g_assert_true (
      bv_database_exec (bv_office_get_database (fixture->office), "DELETE FROM proposal", &error));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_null (fixture->report);
  g_assert_nonnull (fixture->toast);
  g_assert_cmpstr (fixture->went, ==, "proposals");
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM proposal"), >, 5);
}

static void
test_show_row (Fixture *fixture, gconstpointer data)
{
  gint64 id = ask (fixture, "SELECT id FROM person WHERE full_name = 'Triệu Thị Mùi'");
  gboolean found = FALSE;
  GListModel *rows = bv_ranking_page_get_rows (BV_RANKING_PAGE (fixture->page));

  BV_PAGE_GET_CLASS (fixture->page)->show_row (fixture->page, id);
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    found |= bv_ranking_row_get_assessed (get_row (fixture, i))->subject_id == id;
  g_assert_true (found);
}

static void
test_use (void)
{
  BvQuotaUse use = { .cap = 5, .used = 4, .left = 1 };
  g_autofree char *text = bv_quota_card_dup_use (&use);

  g_assert_cmpstr (text, ==, "used 4 of 5 · 1 left");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ranking/" name, Fixture, bv_ranking_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("order", test_order);
  ADD ("standing", test_standing);
  ADD ("follows-scores", test_follows_scores);
  ADD ("propose", test_propose);
  ADD ("show-row", test_show_row);
  g_test_add_func ("/ranking/use", test_use);
  return g_test_run ();
}
