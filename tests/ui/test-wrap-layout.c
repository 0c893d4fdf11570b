/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of things that are as wide as they want to be. */
#include "config.h"

#include "bv-wrap-layout.h"

#define SPACING 10
#define HEIGHT 20

static GtkWidget *
build (const int *widths, int n)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, bv_wrap_layout_new (SPACING));
  for (int i = 0; i < n; i++) {
    GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

    gtk_widget_set_size_request (child, widths[i], HEIGHT);
    gtk_box_append (GTK_BOX (box), child);
  }
  return box;
}

static int
measure (GtkWidget *box, GtkOrientation orientation, int for_size, int *natural)
{
  int minimum;

  gtk_widget_measure (box, orientation, for_size, &minimum, natural, NULL, NULL);
  return minimum;
}

/* Where the things stand when @box is @width wide: "x,y x,y …". */
static char *
place (GtkWidget *box, int width)
{
  GString *places = g_string_new (NULL);
  int height = measure (box, GTK_ORIENTATION_VERTICAL, width, NULL);

  gtk_widget_allocate (box, width, height, -1, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    graphene_rect_t bounds;

    if (!gtk_widget_get_visible (child))
      continue;
    g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
    g_assert_cmpfloat (bounds.origin.y + HEIGHT, <=, height);
    g_string_append_printf (
        places, "%s%g,%g", places->len > 0 ? " " : "", bounds.origin.x, bounds.origin.y);
  }
  return g_string_free (places, FALSE);
}

static void
assert_places (GtkWidget *box, int width, const char *expected)
{
  g_autofree char *places = place (box, width);

  g_assert_cmpstr (places, ==, expected);
}

static void
test_lines (void)
{
  const int widths[] = { 100, 60, 80, 120 };
  GtkWidget *box = build (widths, G_N_ELEMENTS (widths));
  int natural;

  g_assert_cmpint (measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &natural), ==, 120);
  g_assert_cmpint (natural, ==, 390);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, -1, NULL), ==, HEIGHT);
  assert_places (box, 390, "0,0 110,0 180,0 270,0");
  assert_places (box, 389, "0,0 110,0 180,0 0,30");
  assert_places (box, 170, "0,0 110,0 0,30 0,60");
  gtk_widget_set_visible (gtk_widget_get_first_child (box), FALSE);
  assert_places (box, 160, "0,0 70,0 0,30");
  g_object_unref (box);
}

static void
test_nothing (void)
{
  GtkWidget *box = build (NULL, 0);

  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, 100, NULL), ==, 0);
  g_object_unref (box);
}

/* What can be cut gives way only to a line that is too short for it alone. */
static void
test_long (void)
{
  GtkWidget *box = build (NULL, 0);
  GtkWidget *label = gtk_label_new ("Phòng Quản lý biên giới và Hợp tác quốc tế");
  int wanted;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &wanted);
  g_free (place (box, wanted + 100));
  g_assert_cmpint (gtk_widget_get_width (label), ==, wanted);
  g_free (place (box, 90));
  g_assert_cmpint (gtk_widget_get_width (label), ==, 90);
  g_object_unref (box);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/wrap-layout/lines", test_lines);
  g_test_add_func ("/wrap-layout/nothing", test_nothing);
  g_test_add_func ("/wrap-layout/long", test_long);
  return g_test_run ();
}
