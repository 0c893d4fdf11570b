/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleted rows in the window: found without accents, put back by a key; what became of a row in its
 * form. */
#include "config.h"

#include "bv-log-page.h"
#include "bv-timeline-section.h"
#include "bv-trash-item.h"
#include "bv-trash-page.h"
#include "test-page-fixture.h"

static BvTrashPage *
show_trash (Fixture *fixture)
{
  g_assert_true (bv_tabs_page_show (BV_TABS_PAGE (fixture->page), "deleted"));
  settle ();
  return BV_TRASH_PAGE (bv_tabs_page_get_shown (BV_TABS_PAGE (fixture->page)));
}

static guint
count (BvTrashPage *page)
{
  settle ();
  return g_list_model_get_n_items (bv_trash_page_get_model (page));
}

static BvTrashEntry *
get_entry (BvTrashPage *page, guint position)
{
  g_autoptr (BvTrashItem) item = g_list_model_get_item (bv_trash_page_get_model (page), position);

  g_assert_nonnull (item);
  return bv_trash_item_get_entry (item);
}

static void
remove_row (Fixture *fixture, const BvKind *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_office_remove (fixture->office, kind, &id, 1, &error));
  g_assert_no_error (error);
  settle ();
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* A person that the sealed session of the sample has nothing to do with, with a pledge. */
static gint64
add_person (Fixture *fixture)
{
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
  g_autoptr (BvRecord) pledge = bv_record_new (&bv_pledge_kind);

  bv_record_set_text (person, "full_name", "Người Mới Thử");
  g_assert_true (bv_office_save (fixture->office, person, NULL));
  bv_record_set_integer (pledge, "movement_id", fixture->movement);
  bv_record_set_integer (pledge, "subject_id", bv_record_get_id (person));
  bv_record_set_integer (
      pledge,
      "criterion_id",
      ask (fixture,
           "SELECT max (c.id) FROM criterion c JOIN movement m ON m.id = movement_id"
           " WHERE start_on = '2024-06-01'"));
  bv_record_set_text (pledge, "commitment", "Học việc");
  g_assert_true (bv_office_save (fixture->office, pledge, NULL));
  return bv_record_get_id (person);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture);
  gint64 n_rows = ask (fixture, "SELECT count (*) FROM pledge");
  BvTrashPage *page = show_trash (fixture);
  GtkWidget *view = find_widget (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW);
  guint before = count (page);

  remove_row (fixture, &bv_person_kind, person);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM pledge"), <, n_rows);
  g_assert_cmpuint (count (page), ==, before + 1);
  g_assert_cmpint (get_entry (page, 0)->id, ==, person);
  g_assert_cmpuint (get_entry (page, 0)->n_dependants, ==, 1);
  g_signal_emit_by_name (view, "activate", 0);
  g_assert_null (fixture->report);
  g_assert_nonnull (strstr (fixture->toast, "Restored"));
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM pledge"), ==, n_rows);
  g_assert_cmpuint (count (page), ==, before);
  undo (fixture);
  g_assert_cmpuint (count (page), ==, before + 1);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  BvTrashPage *page = show_trash (fixture);
  GtkWidget *search = find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);

  bv_record_set_text (department, "name", "Phòng Đối ngoại Thử");
  g_assert_true (bv_office_save (fixture->office, department, NULL));
  remove_row (fixture, &bv_department_kind, bv_record_get_id (department));
  remove_row (fixture, &bv_person_kind, add_person (fixture));
  g_assert_cmpuint (count (page), >=, 2);
  gtk_editable_set_text (GTK_EDITABLE (search), "doi ngoai thu");
  WAIT_FOR (count (page) == 1);
  g_assert_cmpint (get_entry (page, 0)->id, ==, bv_record_get_id (department));
  gtk_editable_set_text (GTK_EDITABLE (search), "khong co gi nhu the");
  WAIT_FOR (count (page) == 0);
  g_signal_emit_by_name (search, "stop-search");
  WAIT_FOR (count (page) >= 2);
}

static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) person = NULL;
  gint64 id = ask (fixture, "SELECT max (id) FROM person");
  gint64 step;
  GtkWidget *section = bv_timeline_section_new (fixture->office);
  GtkWidget *expander = find_widget (section, GTK_TYPE_EXPANDER);
  GtkWidget *button;

  g_object_ref_sink (section);
  person = bv_office_load (fixture->office, &bv_person_kind, id, NULL);
  bv_record_set_text (person, "job_title", "Tổ trưởng");
  g_assert_true (bv_office_save (fixture->office, person, NULL));
  step = ask (fixture, "SELECT max (id) FROM history");
  bv_section_set_page (BV_SECTION (section), fixture->page);
  bv_section_set_owner (BV_SECTION (section), person);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  button = find_widget (gtk_expander_get_child (GTK_EXPANDER (expander)), GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->went, ==, "history");
  g_assert_cmpint (fixture->went_id, ==, step);
  g_object_unref (section);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/trash-page/" name, Fixture, bv_log_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("restore", test_restore);
  ADD ("search", test_search);
  ADD ("timeline", test_timeline);
  return g_test_run ();
}
