/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How table and editor share a page that becomes wider and narrower. */
#include "config.h"

#include "bv-list-split.h"

#define HEIGHT 600

typedef struct
{
  GtkWidget *split, *table, *editor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->editor = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (fixture->editor, 100, 100);
  fixture->split = g_object_ref_sink (bv_list_split_new (fixture->table, fixture->editor));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->split);
}

/* Of what the editor wants the handle between the two takes a few pixels. */
static void
assert_editor (Fixture *fixture, int width, int wanted)
{
  gtk_widget_measure (
      fixture->split, GTK_ORIENTATION_HORIZONTAL, -1, &(int){ 0 }, NULL, NULL, NULL);
  gtk_widget_measure (
      fixture->split, GTK_ORIENTATION_VERTICAL, width, &(int){ 0 }, NULL, NULL, NULL);
  gtk_widget_allocate (fixture->split, width, HEIGHT, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (fixture->editor), <=, wanted);
  g_assert_cmpint (gtk_widget_get_width (fixture->editor), >, wanted - 10);
}

/* A window is made as large as the screen in one step. */
static void
test_wider (Fixture *fixture, gconstpointer data)
{
  assert_editor (fixture, 1000, 400);
  assert_editor (fixture, 1650, 511);
  assert_editor (fixture, 2400, 560);
  assert_editor (fixture, 1100, 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add ("/list-split/wider", Fixture, NULL, set_up, test_wider, tear_down);
  return g_test_run ();
}
