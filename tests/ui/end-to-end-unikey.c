/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program with a real input method: Unikey of ibus composes what the keys say in Telex,
 * and the last syllable is still being composed when the field is left. Skipped where ibus is not
 * there or does not start. Run under xrun: end-to-end-unikey PROGRAM. */
#include "config.h"

#include "test-program-fixture.h"

static struct
{
  GPid daemon;
  const char *missing; /* why there is no input method; NULL when there is */
} method;

/* The input method */

static gboolean
answers (const char *command)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int status = -1;

  return g_spawn_command_line_sync (command, &output, &errors, &status, NULL) && status == 0;
}

static gboolean
has_module (void)
{
  return answers ("sh -c 'ls /usr/lib/*/gtk-4.0/*/immodules/libim-ibus.so'");
}

static const char *
start_daemon (void)
{
  /* ibus warns of what this screen lacks; only the program shall die of a warning */
  char *argv[] = { (char *) "env",
                   (char *) "-u",
                   (char *) "G_DEBUG",
                   (char *) "ibus-daemon",
                   (char *) "--panel=disable",
                   (char *) "--emoji-extension=disable",
                   NULL };
  gint64 end;

  if (!has_module ())
    return "the ibus module of GTK 4 is not installed";
  if (!answers ("which ibus-daemon ibus"))
    return "ibus is not installed";
  g_setenv ("IBUS_ENABLE_SYNC_MODE", "1", TRUE);
  if (!g_spawn_async (NULL,
                      argv,
                      NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                          | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL,
                      NULL,
                      &method.daemon,
                      NULL))
    return "ibus-daemon cannot be started";
  end = g_get_monotonic_time () + PATIENCE_US;
  /* it also sets the keyboard, which this screen does not let it: what counts is the engine */
  while (!answers ("sh -c 'unset G_DEBUG; ibus engine Unikey; ibus engine | grep -qx Unikey'"))
    if (g_get_monotonic_time () > end)
      return "ibus does not start its engine Unikey";
  g_setenv ("GTK_IM_MODULE", "ibus", TRUE);
  return NULL;
}

static void
stop_daemon (void)
{
  if (method.daemon == 0)
    return;
  kill (method.daemon, SIGTERM);
  waitpid (method.daemon, NULL, 0);
}

/* What is typed */

static gint64
count_named (const char *table, const char *field, const char *text)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM %s WHERE %s = '%s'", table, field, text);

  return count (sql);
}

static gint64
count_departments (void)
{
  return count ("SELECT count (*) FROM department");
}

/* Telex, letter by letter; the last syllable stays with the input method. */
static void
compose (const char *keys)
{
  spawn ((const char *const[]){ "xdotool", "type", "--delay", "20", keys, NULL });
}

static void
start_departments (void)
{
  start_at ("departments");
  WAIT_FOR (shows ("Lãnh đạo Sở"));
}

/* The new department is in the file, and it alone: nothing was lost, nothing came twice. */
static void
assert_stored (const char *name, gint64 n_before)
{
  WAIT_FOR (count_named ("department", "name", name) == 1);
  g_assert_cmpint (count_departments (), ==, n_before + 1);
}

static gboolean
is_active (const char *title)
{
  g_autofree char *name = NULL;

  return g_spawn_command_line_sync (
             "xdotool getactivewindow getwindowname", &name, NULL, NULL, NULL)
         && strstr (name, title) != NULL;
}

/* Another program comes to the front, and goes again. */
static void
switch_windows (void)
{
  char *argv[] = { (char *) "xev", (char *) "-name", (char *) "khac", NULL };
  GPid other;

  g_assert_true (
      g_spawn_async (NULL,
                     argv,
                     NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                     NULL,
                     NULL,
                     &other,
                     NULL));
  WAIT_FOR (is_active ("khac"));
  kill (other, SIGTERM);
  waitpid (other, NULL, 0);
  WAIT_FOR (!is_active ("khac"));
  for (int i = 0; i < 8; i++)
    turn ();
}

static void
click_elsewhere (void)
{
  click_on (ATSPI_ROLE_TEXT, "Tên viết tắt");
}

static const struct
{
  const char *keys;
  const char *name;
  const char *key;      /* what leaves the field; NULL: */
  void (*leave) (void); /* something else does */
  const char *back;     /* nullable: what leads back to the list */
} ways[] = {
  { "Phongf Mootj Vieejt", "Phòng Một Việt", "Tab", NULL, NULL },
  { "Phongf Hai Vieejt", "Phòng Hai Việt", "Return", NULL, NULL },
  { "Phongf Ba Vieejt", "Phòng Ba Việt", "ctrl+Return", NULL, "Escape" },
  { "Phongf Boosn Vieejt", "Phòng Bốn Việt", "shift+Tab", NULL, NULL },
  { "Phongf Nawm Vieejt", "Phòng Năm Việt", NULL, click_elsewhere, NULL },
  { "Phongf Saus Vieejt", "Phòng Sáu Việt", NULL, switch_windows, NULL },
  { "Phongf Bayr Vieejt", "Phòng Bảy Việt", "ctrl+k", NULL, "Escape" },
  { "Phongf Tams Vieejt", "Phòng Tám Việt", "alt+2", NULL, NULL },
};

/* Each way of leaving a field, one department each. */
static void
test_leaving (void)
{
  gint64 n = 0;

  if (method.missing) {
    g_test_skip (method.missing);
    return;
  }
  start_departments ();
  n = count_departments ();
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_test_message ("%s by %s", ways[i].name, ways[i].key ? ways[i].key : "the mouse or a window");
    press ("ctrl+n");
    compose (ways[i].keys);
    if (ways[i].key)
      press (ways[i].key);
    else
      ways[i].leave ();
    assert_stored (ways[i].name, n + i);
    if (ways[i].back)
      press (ways[i].back);
  }
  stop ();
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_assert_cmpint (count_named ("department", "name", ways[i].name), ==, 1);
  g_assert_cmpint (count_departments (), ==, n + (gint64) G_N_ELEMENTS (ways));
}

/* Filling down takes the place of what is being composed, and leaves nothing of it. */
static void
test_filling (void)
{
  if (method.missing) {
    g_test_skip (method.missing);
    return;
  }
  start_departments ();
  press ("ctrl+n");
  compose ("Phongf Chins Vieejt");
  press ("Tab");
  compose ("Vieejt");
  press ("ctrl+shift+d");
  WAIT_FOR (count_named ("department", "name", "Phòng Chín Việt") == 1);
  press ("Tab");
  stop ();
  g_assert_cmpint (count_named ("department", "name", "Phòng Chín Việt"), ==, 1);
  g_assert_cmpint (count ("SELECT count (*) FROM department WHERE short_name LIKE '%t'"
                          " AND name = 'Phòng Chín Việt'"),
                   ==,
                   0);
}

/* Several lines are another sort of field, and the end of the program another way of leaving. */
static void
test_lines (void)
{
  if (method.missing) {
    g_test_skip (method.missing);
    return;
  }
  start_at ("movements");
  WAIT_FOR (shows ("Phong trào"));
  press ("ctrl+n");
  compose ("Phong traof Tieengs Vieejt");
  press ("Tab");
  WAIT_FOR (count_named ("movement", "title", "Phong trào Tiếng Việt") == 1);
  compose ("Khats vongj");
  stop ();
  g_assert_cmpint (count_named ("movement", "title", "Phong trào Tiếng Việt"), ==, 1);
  g_assert_cmpint (count_named ("movement", "short_title", "Khát vọng"), ==, 1);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  begin_run (argc, argv);
  method.missing = start_daemon ();
  g_test_add_func ("/unikey/leaving", test_leaving);
  g_test_add_func ("/unikey/filling", test_filling);
  g_test_add_func ("/unikey/lines", test_lines);
  result = g_test_run ();
  stop_daemon ();
  end_run ();
  return result;
}
