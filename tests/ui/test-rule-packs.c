/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule packs page: editing a copy in real editors, confirming, undo, movements left alone. */
#include "config.h"

#include "bv-rule-book.h"
#include "bv-rule-packs-page.h"
#include "bv-rule-row.h"
#include "test-page-fixture.h"

typedef gboolean (*Fits) (GtkWidget *widget, const char *word);

static GtkWidget *
find (GtkWidget *from, Fits fits, const char *word)
{
  if (fits (from, word))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, fits, word);
    if (found)
      return found;
  }
  return NULL;
}

static gboolean
is_parameter (GtkWidget *widget, const char *word)
{
  return BV_IS_RULE_ROW (widget)
         && g_str_equal (bv_rule_row_get_parameter (BV_RULE_ROW (widget)), word);
}

static gboolean
is_button (GtkWidget *widget, const char *word)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), word) == 0;
}

static gboolean
is_entry (GtkWidget *widget, const char *word)
{
  return GTK_IS_ENTRY (widget) && !gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
}

static gboolean
is_fold (GtkWidget *widget, const char *word)
{
  return ADW_IS_EXPANDER_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), word) == 0;
}

static gboolean
is_pack (GtkWidget *widget, const char *word)
{
  return ADW_IS_ACTION_ROW (widget)
         && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), word);
}

static GtkWidget *
look (Fixture *fixture, Fits fits, const char *word)
{
  GtkWidget *found = find (GTK_WIDGET (fixture->page), fits, word);

  g_assert_nonnull (found);
  return found;
}

static void
click (Fixture *fixture, const char *label)
{
  g_signal_emit_by_name (look (fixture, is_button, label), "clicked");
  settle ();
}

/* The pack of 2024, copied by the office. */
static void
copy_pack (Fixture *fixture)
{
  GtkWidget *row = look (fixture, is_pack, "Quy định 2024");

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  settle ();
  click (fixture, "Copy to edit");
}

static BvRulePack *
get_pack (Fixture *fixture)
{
  return bv_rule_book_find (fixture->office, "2024", NULL);
}

static void
type (Fixture *fixture, const char *parameter, const char *text)
{
  GtkWidget *row = look (fixture, is_parameter, parameter);
  GtkWidget *entry = find (row, is_entry, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  bv_rule_row_flush (BV_RULE_ROW (row));
  settle ();
}

static void
test_shipped (Fixture *fixture, gconstpointer type_)
{
  GtkWidget *row = look (fixture, is_pack, "Quy định 2024");
  GtkWidget *entry;

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  settle ();
  entry = find (look (fixture, is_parameter, "vote.quorum"), is_entry, NULL);
  g_assert_false (gtk_widget_get_sensitive (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2/3");
}

static void
test_edit (Fixture *fixture, gconstpointer type_)
{
  g_autoptr (BvRulePack) edited = NULL;
  g_autoptr (BvRulePack) undone = NULL;
  g_autoptr (BvRulePack) movement = NULL;
  GtkWidget *entry;

  copy_pack (fixture);
  type (fixture, "vote.quorum", ">1/2");
  type (fixture, "ranking.women_percent", "60");
  edited = get_pack (fixture);
  g_assert_true (edited->vote.ballots.quorum.more);
  g_assert_cmpint (edited->ranking.women_percent, ==, 60);
  movement = bv_rule_book_load (fixture->office, fixture->movement, NULL);
  g_assert_cmpint (movement->ranking.women_percent, ==, 70);
  undo (fixture);
  undone = get_pack (fixture);
  g_assert_cmpint (undone->ranking.women_percent, ==, 70);
  entry = find (look (fixture, is_parameter, "ranking.women_percent"), is_entry, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "70");
}

/* What does not fit is said, and the figure stands as it was. */
static void
test_refused (Fixture *fixture, gconstpointer type_)
{
  g_autoptr (BvRulePack) pack = NULL;
  GtkWidget *entry;

  copy_pack (fixture);
  type (fixture, "ranking.women_percent", "170");
  g_assert_nonnull (fixture->report);
  g_assert_nonnull (strstr (fixture->report, "100"));
  entry = find (look (fixture, is_parameter, "ranking.women_percent"), is_entry, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "70");
  pack = get_pack (fixture);
  g_assert_cmpint (pack->ranking.women_percent, ==, 70);
}

static gboolean
is_switch (GtkWidget *widget, const char *word)
{
  return GTK_IS_SWITCH (widget);
}

static gboolean
is_drop_down (GtkWidget *widget, const char *word)
{
  return GTK_IS_DROP_DOWN (widget);
}

/* Switch, choice and chain: each in its own editor. */
static void
test_editors (Fixture *fixture, gconstpointer type_)
{
  g_autoptr (BvRulePack) pack = NULL;

  copy_pack (fixture);
  gtk_switch_set_active (
      GTK_SWITCH (find (look (fixture, is_parameter, "vote.written_opinions"), is_switch, NULL)),
      FALSE);
  settle ();
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (find (look (fixture, is_parameter, "money.rounding"), is_drop_down, NULL)), 1);
  settle ();
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (find (look (fixture, is_parameter, "ranking.tie_chain"), is_drop_down, NULL)),
      0);
  settle ();
  pack = get_pack (fixture);
  g_assert_false (pack->vote.ballots.written_counts);
  g_assert_cmpint (pack->money.rounding, ==, BV_BONUS_NEAREST);
  g_assert_cmpint (pack->ranking.chain.n_steps, ==, 3);
  g_assert_cmpint (pack->ranking.chain.steps[0], ==, BV_TIE_DIRECT_WORKER);
}

/* The rows of a list open, and their fields are edited like others. */
static void
test_award (Fixture *fixture, gconstpointer type_)
{
  g_autoptr (BvRulePack) pack = NULL;

  copy_pack (fixture);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (look (fixture, is_fold, "GK_CN")), TRUE);
  settle ();
  type (fixture, "awards.GK_CN.coefficient_thousandths", "0,25");
  pack = get_pack (fixture);
  g_assert_cmpint (bv_rule_pack_find_award (pack, "GK_CN")->coefficient, ==, 250);
  click (fixture, "Take out");
  bv_rule_pack_unref (g_steal_pointer (&pack));
  pack = get_pack (fixture);
  g_assert_null (bv_rule_pack_find_award (pack, "GK_CN"));
  g_assert_null (find (GTK_WIDGET (fixture->page), is_fold, "GK_CN"));
  undo (fixture);
  look (fixture, is_fold, "GK_CN");
}

/* Confirming a figure of a shipped pack needs no copy first, and a document. */
static void
test_confirm (Fixture *fixture, gconstpointer type_)
{
  GtkWidget *row = look (fixture, is_pack, "Quy định 2024");
  g_autoptr (BvRulePack) pack = NULL;
  g_autoptr (BvRulePack) movement = NULL;

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  settle ();
  g_signal_emit_by_name (look (fixture, is_parameter, "vote.quorum"), "confirm", " ");
  g_assert_nonnull (fixture->report);
  g_signal_emit_by_name (look (fixture, is_parameter, "vote.quorum"), "confirm", "12/QĐ-SNgV");
  settle ();
  pack = get_pack (fixture);
  g_assert_cmpstr (bv_rule_pack_get_document (pack, "vote.quorum"), ==, "12/QĐ-SNgV");
  movement = bv_rule_book_load (fixture->office, fixture->movement, NULL);
  g_assert_false (bv_rule_pack_is_unconfirmed (movement, "vote.quorum"));
  undo (fixture);
  bv_rule_pack_unref (g_steal_pointer (&pack));
  pack = get_pack (fixture);
  g_assert_true (bv_rule_pack_is_unconfirmed (pack, "vote.quorum"));
}

#define ADD(name, func)                                                                            \
  g_test_add (                                                                                     \
      "/rule-packs/" name, Fixture, bv_rule_packs_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("shipped", test_shipped);
  ADD ("edit", test_edit);
  ADD ("refused", test_refused);
  ADD ("editors", test_editors);
  ADD ("award", test_award);
  ADD ("confirm", test_confirm);
  return g_test_run ();
}
