/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queue of what waits to be verified: confirming goes on to the next, a return names what to
 * mend, everything can be undone. */
#include "config.h"

#include "bv-list-page-private.h"
#include "bv-verification-page.h"
#include "test-page-fixture.h"

static BvListPagePrivate *
get_page (Fixture *fixture)
{
  return bv_list_page_get_private (BV_LIST_PAGE (fixture->page));
}

static guint
count_rows (Fixture *fixture)
{
  return bv_record_list_get_n_rows (get_page (fixture)->list);
}

static gint64
get_row (Fixture *fixture, guint position)
{
  return bv_record_list_get_id (get_page (fixture)->list, position);
}

/* The first visible widget of @type whose label is @label; any label when %NULL. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *label)
{
  g_autofree char *own = NULL;
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)) {
    if (label == NULL)
      return widget;
    g_object_get (widget, "label", &own, NULL);
    if (g_strcmp0 (own, label) == 0)
      return widget;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, label);
  return found;
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
tick (Fixture *fixture, const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (fixture->page), GTK_TYPE_CHECK_BUTTON, label);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static char *
dup_text (Fixture *fixture, gint64 id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record = bv_office_load (fixture->office, &bv_achievement_kind, id, &error);

  g_assert_no_error (error);
  return g_strdup (bv_record_get_text (record, field));
}

static void
test_waiting_only (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (
      count_rows (fixture),
      ==,
      ask (fixture,
           "SELECT count (*) FROM achievement WHERE status = 'waiting' AND movement_id ="
           " (SELECT id FROM movement WHERE start_on = '2024-06-01')"));
  g_assert_false (bv_record_list_is_narrowed (get_page (fixture)->list));
  g_assert_cmpuint (bv_record_list_count_all (get_page (fixture)->list), ==, count_rows (fixture));
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  gint64 first = get_row (fixture, 0);
  gint64 second = get_row (fixture, 1);
  guint n = count_rows (fixture);
  g_autofree char *status = NULL;

  g_assert_cmpint (get_page (fixture)->edited, ==, first);
  press (fixture, "C_onfirm");
  status = dup_text (fixture, first, "status");
  g_assert_cmpstr (status, ==, "verified");
  g_assert_cmpuint (count_rows (fixture), ==, n - 1);
  g_assert_cmpint (get_page (fixture)->edited, ==, second);
  undo (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, n);
}

static void
test_return (Fixture *fixture, gconstpointer data)
{
  gint64 first = get_row (fixture, 0);
  GtkWidget *reason;
  g_autofree char *mend = NULL;
  g_autofree char *why = NULL;

  press (fixture, "_Return…");
  press (fixture, "_Return"); /* nothing is said yet */
  g_assert_cmpstr (fixture->toast, ==, "Write what has to be mended");
  g_assert_cmpint (get_row (fixture, 0), ==, first);
  reason = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (reason));
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (reason)), "Thiếu ngày văn bản", -1);
  tick (fixture, "Document date");
  tick (fixture, "Evidence");
  press (fixture, "_Return");
  mend = dup_text (fixture, first, "mend");
  why = dup_text (fixture, first, "return_reason");
  g_assert_cmpstr (mend, ==, "document_date attachments");
  g_assert_cmpstr (why, ==, "Thiếu ngày văn bản");
  g_assert_cmpint (get_row (fixture, 0), !=, first);
  g_assert_cmpint (
      ask (fixture, "SELECT n_returned FROM achievement WHERE mend = 'document_date attachments'"),
      ==,
      1);
}

static void
test_recall (Fixture *fixture, gconstpointer data)
{
  gint64 first = get_row (fixture, 0);
  g_autofree char *status = NULL;

  press (fixture, "Reca_ll");
  status = dup_text (fixture, first, "status");
  g_assert_cmpstr (status, ==, "draft");
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  BvPageClass *klass = BV_PAGE_GET_CLASS (fixture->page);
  guint n = count_rows (fixture);

  klass->step_row (fixture->page, -1); /* there is nothing above the first */
  g_assert_cmpint (get_page (fixture)->edited, ==, get_row (fixture, 0));
  klass->step_row (fixture->page, 1);
  g_assert_cmpint (get_page (fixture)->edited, ==, get_row (fixture, 1));
  for (guint i = 0; i < n + 3; i++)
    klass->step_row (fixture->page, 1);
  g_assert_cmpint (get_page (fixture)->edited, ==, get_row (fixture, n - 1));
}

/* An empty queue says so and leads to where achievements are written down. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  while (count_rows (fixture) > 0)
    press (fixture, "C_onfirm");
  press (fixture, "_Go to achievements");
  g_assert_cmpstr (fixture->went, ==, "achievements");
}

#define ADD(name, func)                                                                            \
  g_test_add (                                                                                     \
      "/verification/" name, Fixture, bv_verification_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("waiting-only", test_waiting_only);
  ADD ("confirm", test_confirm);
  ADD ("return", test_return);
  ADD ("recall", test_recall);
  ADD ("step", test_step);
  ADD ("empty", test_empty);
  return g_test_run ();
}
