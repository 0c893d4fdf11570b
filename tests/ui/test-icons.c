/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an icon lives that nobody has any more: run under xrun. */
#include "config.h"

#include "bv-icons.h"
#include "test-wait.h"

#include <adwaita.h>

/* GTK itself holds the last small ones. */
#define LARGE 200

/* Without a thread that loads it: it would be gone at once. */
static GtkIconPaintable *
forget_icon (const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  GtkIconPaintable *icon = gtk_icon_theme_lookup_icon (
      theme, name, NULL, LARGE, 1, GTK_TEXT_DIR_LTR, 0);
  GtkIconPaintable *weak = icon;

  g_object_add_weak_pointer (G_OBJECT (icon), (gpointer *) &weak);
  g_object_unref (icon);
  if (weak)
    g_object_remove_weak_pointer (G_OBJECT (icon), (gpointer *) &weak);
  return weak;
}

static void
test_outlives_its_widget (void)
{
  g_assert_null (forget_icon ("edit-find-symbolic"));
  bv_icons_keep ();
  bv_icons_keep ();
  g_assert_nonnull (forget_icon ("list-add-symbolic"));
}

static void
test_goes_in_the_end (void)
{
  GtkIconPaintable *icon = forget_icon ("list-add-symbolic");

  g_assert_nonnull (icon);
  g_object_add_weak_pointer (G_OBJECT (icon), (gpointer *) &icon);
  WAIT_FOR (icon == NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/icons/outlives-its-widget", test_outlives_its_widget);
  g_test_add_func ("/icons/goes-in-the-end", test_goes_in_the_end);
  return g_test_run ();
}
