/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program on a sample office, driven by keys and read as a screen reader reads it. */
#pragma once
#include "bv-query.h"
#include "bv-record.h"
#include "sample-office.h"

#include <atspi/atspi.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)

/* How long to wait for something to come true before it has failed: one look at a full page takes
 * seconds where others compute too. */
#define PATIENCE_US (30 * G_USEC_PER_SEC)

#define SCREEN_HEIGHT 768 /* of xrun */

static struct
{
  char *folder;
  char *path;
  char *program;
  GPid pid;
  AtspiAccessible *desktop;
  AtspiAccessible *application;
} run;

static inline void
turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (20000);
}

#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end_ = g_get_monotonic_time () + PATIENCE_US;                                           \
    gboolean met_ = FALSE;                                                                         \
    while (!(met_ = (condition)) && g_get_monotonic_time () < end_)                                \
      turn ();                                                                                     \
    g_test_message ("waited for " #condition);                                                     \
    g_assert_true (met_);                                                                          \
  }                                                                                                \
  G_STMT_END

/* The accessibility tree */

static inline AtspiAccessible *
find_application (void)
{
  for (int i = 0; i < atspi_accessible_get_child_count (run.desktop, NULL); i++) {
    AtspiAccessible *child = atspi_accessible_get_child_at_index (run.desktop, i, NULL);
    g_autofree char *name = child ? atspi_accessible_get_name (child, NULL) : NULL;
    if (name && strstr (name, "ang-vang") && atspi_accessible_get_child_count (child, NULL) > 0)
      return child;
    g_clear_object (&child);
  }
  return NULL;
}

static inline gboolean
is_on_screen (AtspiAccessible *accessible)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  AtspiRect *box = component
                       ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL)
                       : NULL;
  gboolean shown = box && box->width > 0 && box->height > 0;

  g_free (box);
  return shown;
}

/* Of a table 200 rows stand in the tree, and every question about one takes its time: those below
 * and above what the window shows are passed over. */
#define MANY 20

static inline gboolean
is_in_sight (AtspiAccessible *accessible)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  AtspiRect *box = component
                       ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL)
                       : NULL;
  gboolean seen = box && box->height > 0 && box->y < SCREEN_HEIGHT && box->y + box->height > 0;

  g_free (box);
  return seen;
}

/* The whole of what is shown with @text in it, or %NULL; owned. */
static inline char *
dup_text (AtspiAccessible *accessible, const char *text)
{
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  int n = atspi_accessible_get_child_count (accessible, NULL);
  char *found = NULL;

  if (name && strstr (name, text) && is_on_screen (accessible))
    return g_steal_pointer (&name);
  for (int i = 0; i < n && !found; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);
    if (child && (n < MANY || is_in_sight (child)))
      found = dup_text (child, text);
  }
  return found;
}

static inline gboolean
has_text (AtspiAccessible *accessible, const char *text)
{
  g_autofree char *found = dup_text (accessible, text);

  return found != NULL;
}

static inline gboolean
shows (const char *text)
{
  return has_text (run.application, text);
}

/* Keys */

static inline void
spawn (const char *const *argv)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_sync (
      NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  for (int i = 0; i < 8; i++)
    turn ();
}

static inline void
press (const char *key)
{
  spawn ((const char *const[]){ "xdotool", "key", "--clearmodifiers", key, NULL });
}

static inline void
type (const char *text)
{
  spawn ((const char *const[]){ "xdotool", "type", "--delay", "15", text, NULL });
}

/* xdotool types some capitals wrong; Vietnamese is pasted, as from an input method that commits
 * whole words. */
static inline void
paste (const char *text)
{
  g_autofree char *file = g_build_filename (run.folder, "paste", NULL);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  spawn ((const char *const[]){ "xclip", "-selection", "clipboard", "-i", file, NULL });
  press ("ctrl+v");
  g_remove (file);
}

/* The mouse */

/* Labels go by their whole text; what a control is called may go on with what it holds. */
static inline gboolean
is_called (AtspiAccessible *accessible, AtspiRole role, const char *name)
{
  g_autofree char *own = atspi_accessible_get_name (accessible, NULL);

  return role == ATSPI_ROLE_LABEL ? g_strcmp0 (own, name) == 0
                                  : own != NULL && g_str_has_prefix (own, name);
}

/* The middle of the thing; %FALSE when that is nowhere in @window. */
static inline gboolean
get_middle (AtspiAccessible *accessible, const AtspiRect *window, int *x, int *y)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  AtspiRect *box = component
                       ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL)
                       : NULL;
  gboolean there = box && box->width > 0 && box->height > 0;

  if (there) {
    *x = box->x + box->width / 2;
    *y = box->y + box->height / 2;
  }
  g_free (box);
  return there && *x > 0 && *x<window->width && * y> 0 && *y < window->height;
}

/* Every question takes its time: only cells are looked for in tables, and the sidebar, where the
 * list items are, stands last. */
static inline AtspiAccessible *
find_shown (AtspiAccessible *parent, const AtspiRect *window, AtspiRole role, const char *name)
{
  AtspiRole own = atspi_accessible_get_role (parent, NULL);
  gboolean last = role == ATSPI_ROLE_LIST_ITEM;
  int x, y, n;

  if (own == role && is_called (parent, role, name) && get_middle (parent, window, &x, &y))
    return g_object_ref (parent);
  if (own == ATSPI_ROLE_LABEL || (own == ATSPI_ROLE_TREE_TABLE && role != ATSPI_ROLE_TABLE_CELL))
    return NULL;
  n = atspi_accessible_get_child_count (parent, NULL);
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (
        parent, last ? n - 1 - i : i, NULL);
    AtspiAccessible *found = child ? find_shown (child, window, role, name) : NULL;

    if (found)
      return found;
  }
  return NULL;
}

/* In the window in front, which is the last. Things move while a page is laid out: two looks have
 * to agree. */
static inline gboolean
find_in_front (AtspiRole role, const char *name, int *x, int *y)
{
  int n = atspi_accessible_get_child_count (run.application, NULL);
  g_autoptr (AtspiAccessible) front = n > 0 ? atspi_accessible_get_child_at_index (
                                          run.application, n - 1, NULL)
                                            : NULL;
  g_autoptr (AtspiComponent) component = front ? atspi_accessible_get_component_iface (front)
                                               : NULL;
  AtspiRect *window = component
                          ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL)
                          : NULL;
  g_autoptr (AtspiAccessible) found = window ? find_shown (front, window, role, name) : NULL;
  int before_x = 0, before_y = 0;
  gboolean rests = found && get_middle (found, window, &before_x, &before_y);

  for (int i = 0; i < 5; i++)
    turn ();
  rests = rests && get_middle (found, window, x, y) && *x == before_x && *y == before_y;
  g_free (window);
  return rests;
}

static inline void
move_mouse (int x, int y)
{
  g_autofree char *line = g_strdup_printf (
      "eval $(xdotool getactivewindow getwindowgeometry --shell);"
      " xdotool mousemove $((X + %d)) $((Y + %d))",
      x,
      y);

  spawn ((const char *const[]){ "sh", "-c", line, NULL });
}

/* Moves the mouse there; a page that was still being laid out may have moved away meanwhile. */
static inline gboolean
reach (AtspiRole role, const char *name)
{
  int x = 0, y = 0, then_x = 0, then_y = 0;

  if (!find_in_front (role, name, &x, &y))
    return FALSE;
  move_mouse (x, y);
  return find_in_front (role, name, &then_x, &then_y) && x == then_x && y == then_y;
}

static inline void
click_on (AtspiRole role, const char *name)
{
  g_test_message ("click on %s", name);
  WAIT_FOR (reach (role, name));
  spawn ((const char *const[]){ "xdotool", "click", "1", NULL });
}

/* From 4.10 on GTK leaves the padding of everything around a thing out of the place it tells, and
 * later gives the items of its menus no names. */
static inline gboolean
has_newer_gtk (void)
{
  g_autofree char *version = atspi_accessible_get_toolkit_version (run.application, NULL);
  int minor = 0;

  return version && sscanf (version, "4.%d", &minor) == 1 && minor >= 10;
}

/* The file */

static inline gint64
count (const char *sql)
{
  g_autoptr (BvOffice) office = bv_office_open (run.path, NULL, BV_OFFICE_OPEN_READ_ONLY, NULL);
  gint64 n = -1;

  if (office)
    bv_database_query_integer (bv_office_get_database (office), sql, &n, NULL);
  return n;
}

/* Starting and ending */

static inline void
start_at (const char *page)
{
  char *argv[] = { run.program, (char *) "--page", (char *) page, run.path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &run.pid, &error));
  g_assert_no_error (error);
  WAIT_FOR ((run.application = find_application ()) != NULL);
  atspi_accessible_set_cache_mask (run.application, ATSPI_CACHE_NONE);
  WAIT_FOR (shows ("Sở Ngoại vụ"));
}

static inline void
stop (void)
{
  int status = -1;

  press ("ctrl+q");
  WAIT_FOR (waitpid (run.pid, &status, WNOHANG) == run.pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_clear_object (&run.application);
}

static inline void
make_sample (void)
{
  g_autoptr (GError) error = NULL;

  run.folder = g_dir_make_tmp ("bv-end-to-end-XXXXXX", &error);
  g_assert_no_error (error);
  run.path = g_build_filename (run.folder, "mẫu.bangvang", NULL);
  sample_office_write (run.path);
}

/* What the program is called with: end-to-end PROGRAM. */
static inline void
begin_run (int argc, char **argv)
{
  /* libatspi warns of what comes and goes on the bus; the program itself still dies of a warning */
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_assert_cmpint (argc, ==, 2);
  run.program = argv[1];
  /* the program speaks Vietnamese here, as for its users */
  g_setenv ("BANG_VANG_LANGUAGE", "vi", TRUE);
  make_sample ();
  atspi_init ();
  run.desktop = atspi_get_desktop (0);
  atspi_accessible_set_cache_mask (run.desktop, ATSPI_CACHE_NONE);
}

static inline void
end_run (void)
{
  g_remove (run.path);
  g_rmdir (run.folder);
  g_free (run.path);
  g_free (run.folder);
}
