/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From ranks to exported proposals by the buttons that a clerk presses: draw up, call the council,
 * count twice, seal, submit, decide, export. */
#include "config.h"

#include "bv-award-decision.h"
#include "bv-council-session.h"
#include "bv-export-bar.h"
#include "bv-list-page.h"
#include "bv-proposals-page.h"
#include "bv-session-list-page.h"
#include "test-page-fixture.h"

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

/* Only what can be seen can be pressed. */
static GtkWidget *
find (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (has_text (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, text);
  return found;
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = find (root, label);

  g_test_message ("press %s", label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
assert_not_offered (Fixture *fixture, const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (fixture->page), label);

  g_assert_true (button == NULL || !gtk_widget_is_sensitive (button));
}

/* Another page over the same office. */
static void
turn_to (Fixture *fixture, GType type)
{
  BvPage *page = g_object_new (type, NULL);

  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (page));
  fixture->page = page;
  g_signal_connect (page, "toast", G_CALLBACK (fixture_toast_cb), fixture);
  g_signal_connect (page, "report", G_CALLBACK (fixture_report_cb), fixture);
  bv_page_set_office (page, fixture->office);
  bv_page_set_movement (page, fixture->movement);
  bv_page_load (page);
  settle ();
}

static gint64
add_session (Fixture *fixture)
{
  g_autoptr (BvRecord) session = bv_record_new (&bv_session_kind);
  g_autoptr (GError) error = NULL;

  bv_record_set_integer (session, "movement_id", fixture->movement);
  bv_record_set_integer (
      session, "council_id", ask (fixture, "SELECT id FROM council WHERE to_on IS NULL"));
  bv_record_set_text (session, "title", "Phiên họp xét khen thưởng");
  bv_record_set_text (session, "held_on", "2024-09-06");
  bv_record_set_text (session, "status", "planned");
  g_assert_true (bv_office_save (fixture->office, session, &error));
  g_assert_no_error (error);
  settle ();
  return bv_record_get_id (session);
}

/* The counting window, which is modal and of its own. */
static GtkWidget *
find_counting (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (fixture->window)
        && gtk_widget_get_visible (item->data))
      return item->data;
  return NULL;
}

static void
collect_entries (GtkWidget *widget, GPtrArray *entries)
{
  if (GTK_IS_ENTRY (widget))
    g_ptr_array_add (entries, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect_entries (child, entries);
}

static void
type (GPtrArray *entries, guint index, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%d", (int) number);

  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (entries, index)), text);
}

/* Nine ballots; on each line all who may vote say yes, but on the first only @first_yes. */
static void
count (Fixture *fixture, gint64 session_id, const char *button, gint64 first_yes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCouncilSession) session = bv_council_session_load (
      fixture->office, session_id, &error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GtkWidget *window;

  press (GTK_WIDGET (fixture->page), button);
  window = find_counting (fixture);
  g_assert_nonnull (window);
  collect_entries (window, entries);
  g_assert_cmpuint (entries->len, ==, 4 + 2 * bv_council_session_get_n_lines (session));
  type (entries, 0, 9);
  type (entries, 1, 9);
  for (guint i = 0; i < bv_council_session_get_n_lines (session); i++) {
    const BvSessionLine *line = bv_council_session_get_line (session, i);
    gint64 able = 9 - line->n_present_recused;
    gint64 yes = i == 0 ? first_yes : able;

    type (entries, 4 + 2 * i, yes);
    type (entries, 5 + 2 * i, able - yes);
  }
  press (window, "_Record");
  WAIT_FOR (find_counting (fixture) == NULL);
  g_assert_null (fixture->report);
}

static guint
count_warnings (Fixture *fixture, gint64 session_id)
{
  g_autoptr (BvCouncilSession) session = bv_council_session_load (
      fixture->office, session_id, NULL);

  return bv_council_session_get_warnings (session)->len;
}

static gint64
hold_session (Fixture *fixture)
{
  gint64 id;

  turn_to (fixture, bv_session_list_page_get_type ());
  id = add_session (fixture);
  g_assert_true (bv_list_page_show_row (BV_LIST_PAGE (fixture->page), id));
  settle ();
  assert_not_offered (fixture, "_Seal the session");
  assert_not_offered (fixture, "_First count…");
  press (GTK_WIDGET (fixture->page), "Draw up _agenda and attendance");
  assert_not_offered (fixture, "_Seal the session");
  count (fixture, id, "_First count…", 4);
  /* two entries that differ are not sealed; the second is typed anew */
  count (fixture, id, "S_econd count…", 5);
  assert_not_offered (fixture, "_Seal the session");
  count (fixture, id, "_First count…", 5);
  g_assert_cmpuint (count_warnings (fixture, id), ==, 1); /* two passed for one place */
  count (fixture, id, "_First count…", 4);
  count (fixture, id, "S_econd count…", 4);
  g_assert_cmpuint (count_warnings (fixture, id), ==, 0);
  press (GTK_WIDGET (fixture->page), "_Seal the session");
  g_assert_null (fixture->report);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM session WHERE status = 'sealed'"), ==, 1);
  return id;
}

/* The seal refuses, and opens only with a reason. */
static void
try_the_seal (Fixture *fixture, gint64 session_id)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT min (id) FROM ballot WHERE session_id = %" G_GINT64_FORMAT, session_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) ballot = bv_office_load (
      fixture->office, &bv_ballot_kind, ask (fixture, sql), &error);

  bv_record_set_text (ballot, "note", "Sửa sau khi niêm phong");
  g_assert_false (bv_office_save (fixture->office, ballot, &error));
  g_assert_nonnull (error);
  press (GTK_WIDGET (fixture->page), "_Compute again and compare");
  g_assert_cmpstr (fixture->toast, ==, "Computed again: everything is as it was sealed");
  press (GTK_WIDGET (fixture->page), "_Reopen…");
  press (GTK_WIDGET (fixture->page), "_Reopen");
  g_assert_nonnull (fixture->report);
  g_clear_pointer (&fixture->report, g_free);
}

static void
decide (Fixture *fixture)
{
  gint64 n_passed = ask (fixture, "SELECT count (*) FROM proposal WHERE vote_outcome = 'passed'");
  g_autoptr (BvRecord) decision = bv_record_new (&bv_decision_kind);
  g_autoptr (GError) error = NULL;

  bv_record_set_integer (decision, "movement_id", fixture->movement);
  bv_record_set_text (decision, "number", "175/QĐ-SNgV");
  bv_record_set_text (decision, "issued_on", "2024-09-10");
  g_assert_true (bv_office_save (fixture->office, decision, &error));
  g_assert_cmpint (
      bv_award_decision_carry_out (fixture->office, bv_record_get_id (decision), &error),
      ==,
      n_passed);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM award"), ==, n_passed);
}

static void
finished_cb (BvExportBar *bar, gboolean written, int *result)
{
  *result = written ? 1 : 0;
}

static void
export_book (Fixture *fixture)
{
  g_autofree char *path = test_folder_path ("đề nghị.xlsx");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  BvProposalsPage *page = BV_PROPOSALS_PAGE (fixture->page);
  int written = -1;

  g_signal_connect (
      bv_proposals_page_get_export_bar (page), "finished", G_CALLBACK (finished_cb), &written);
  bv_proposals_page_export (page, target);
  WAIT_FOR (written >= 0);
  g_assert_cmpint (written, ==, 1);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_whole_way (Fixture *fixture, gconstpointer data)
{
  gint64 session;

  forget_session (fixture);
  bv_proposals_page_draw_up (BV_PROPOSALS_PAGE (fixture->page), TRUE);
  settle ();
  session = hold_session (fixture);
  try_the_seal (fixture, session);
  turn_to (fixture, bv_proposals_page_get_type ());
  g_assert_true (bv_list_page_show_row (
      BV_LIST_PAGE (fixture->page),
      ask (fixture,
           "SELECT id FROM proposal WHERE vote_outcome = 'passed' ORDER BY position LIMIT 1")));
  settle ();
  press (GTK_WIDGET (fixture->page), "_Submit for decision");
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM proposal WHERE state = 'submitted'"), ==, 1);
  decide (fixture);
  export_book (fixture);
  g_assert_null (fixture->report);
}

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/council/whole-way",
              Fixture,
              bv_proposals_page_get_type,
              open_page,
              test_whole_way,
              close_page);
  return g_test_run ();
}
