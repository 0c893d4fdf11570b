/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever has no mouse gets everywhere: Tab goes round on every page and tab, and leaves out no
 * control that can be worked. Run under xrun: end-to-end-reach PROGRAM. */
#include "config.h"

#include "test-program-fixture.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

#define TABS_AT_ONCE "30"
#define MOST_ROUNDS 4

static GHashTable *reached; /* paths of what had the keyboard */
static guint n_looked_at;

static void
focused_cb (AtspiEvent *event, void *data)
{
  if (event->detail1 == 1 && event->source != NULL)
    g_hash_table_add (reached, g_strdup (ATSPI_OBJECT (event->source)->path));
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

/* Until a round brings nothing new; @key is Tab or shift+Tab. */
static void
go_round (const char *key)
{
  for (int i = 0; i < MOST_ROUNDS; i++) {
    guint before = g_hash_table_size (reached);

    spawn ((const char *const[]){
        "xdotool", "key", "--delay", "12", "--repeat", TABS_AT_ONCE, key, NULL });
    if (g_hash_table_size (reached) == before)
      break;
  }
}

/* What is worked by itself: a shell that passes the keyboard on to what is inside is none. */
static gboolean
is_worked (AtspiAccessible *accessible, AtspiStateSet *states)
{
  static const AtspiRole roles[] = { ATSPI_ROLE_PUSH_BUTTON, ATSPI_ROLE_TOGGLE_BUTTON,
                                     ATSPI_ROLE_CHECK_BOX,   ATSPI_ROLE_TEXT,
                                     ATSPI_ROLE_SPIN_BUTTON, ATSPI_ROLE_LINK };
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == role)
      return atspi_state_set_contains (states, ATSPI_STATE_FOCUSABLE) && is_on_screen (accessible);
  return FALSE;
}

/* The buttons of the window itself have the keys of the desktop. */
static gboolean
is_of_desktop (const char *name)
{
  return g_str_equal (name, "Thu nhỏ") || g_str_equal (name, "Phóng to hết cỡ")
         || g_str_equal (name, "Đóng");
}

/* Rows of tables are for the arrows; what is inside of something grey is grey too, without saying
 * so. */
static guint
count_lost (AtspiAccessible *accessible, const char *path)
{
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  g_autofree char *here = g_strdup_printf ("%s/%s", path, name ? name : "");
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);
  int n = atspi_accessible_get_child_count (accessible, NULL);
  guint found = 0;

  if (role == ATSPI_ROLE_LABEL || role == ATSPI_ROLE_TREE_TABLE
      || (role != ATSPI_ROLE_APPLICATION
          && !atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE)))
    return 0;
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    found += child ? count_lost (child, here) : 0;
  }
  if (!is_worked (accessible, states) || is_of_desktop (name ? name : ""))
    return found;
  n_looked_at++;
  if (g_hash_table_contains (reached, ATSPI_OBJECT (accessible)->path))
    return found;
  g_test_message ("out of reach: %s", here);
  return found + 1;
}

static const char *const pages[] = { "overview",     "movements", "pledges",   "achievements",
                                     "verification", "scores",    "ranking",   "sessions",
                                     "proposals",    "decisions", "documents", "departments",
                                     "staff",        "office",    "history" };

/* Those in sight at first are seen with their page. */
static const struct
{
  const char *page, *tab;
} tabs[] = {
  { "movements", "Nội dung thi đua" },
  { "movements", "Quán triệt" },
  { "movements", "Kiểm tra" },
  { "movements", "Biểu mẫu đơn vị" },
  { "movements", "Chỉ tiêu khen thưởng" },
  { "movements", "Điểm thưởng, trừ" },
  { "sessions", "Hội đồng và thành viên" },
  { "decisions", "Khen thưởng đã nhận" },
  { "decisions", "Công khai và góp ý" },
  { "documents", "Sổ văn bản" },
  { "office", "Bộ quy định" },
  { "office", "Danh hiệu và hình thức khen thưởng" },
  { "history", "Đã xóa" },
};

static guint
count_lost_on (const char *page)
{
  /* there Tab goes from cell to cell: the search leads out, forward and back */
  gboolean table = g_str_equal (page, "scores");
  guint lost;

  g_hash_table_remove_all (reached);
  n_looked_at = 0;
  if (table)
    press ("ctrl+f");
  go_round ("Tab");
  if (table) {
    press ("ctrl+f");
    go_round ("shift+Tab");
  }
  lost = count_lost (run.application, "");
  g_assert_cmpuint (n_looked_at, >, 0);
  return lost;
}

static void
test_pages (void)
{
  guint lost = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_test_message ("page %s", pages[i]);
    start_at (pages[i]);
    lost += count_lost_on (pages[i]);
    stop ();
  }
  g_assert_cmpuint (lost, ==, 0);
}

static gboolean
is_chosen (AtspiAccessible *accessible, const char *tab)
{
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);
  int n = atspi_accessible_get_child_count (accessible, NULL);

  if (atspi_accessible_get_role (accessible, NULL) == ATSPI_ROLE_TREE_TABLE)
    return FALSE;
  if (g_strcmp0 (name, tab) == 0
      && (atspi_state_set_contains (states, ATSPI_STATE_SELECTED)
          || atspi_state_set_contains (states, ATSPI_STATE_CHECKED)))
    return TRUE;
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child && is_chosen (child, tab))
      return TRUE;
  }
  return FALSE;
}

/* By name, from wherever the keyboard is. */
static void
go_to_tab (const char *tab)
{
  press ("ctrl+k");
  paste (tab);
  WAIT_FOR (shows (tab));
  press ("Return");
  WAIT_FOR (is_chosen (run.application, tab));
}

static void
test_tabs (void)
{
  guint lost = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++) {
    g_test_message ("tab %s", tabs[i].tab);
    if (i == 0 || !g_str_equal (tabs[i].page, tabs[i - 1].page))
      start_at (tabs[i].page);
    go_to_tab (tabs[i].tab);
    lost += count_lost_on (tabs[i].page);
    if (i + 1 == G_N_ELEMENTS (tabs) || !g_str_equal (tabs[i].page, tabs[i + 1].page))
      stop ();
  }
  g_assert_cmpuint (lost, ==, 0);
}

int
main (int argc, char **argv)
{
  AtspiEventListener *listener;
  int result;

  g_test_init (&argc, &argv, NULL);
  begin_run (argc, argv);
  reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  listener = atspi_event_listener_new (focused_cb, NULL, NULL);
  g_assert_true (atspi_event_listener_register (listener, "object:state-changed:focused", NULL));
  g_test_add_func ("/reach/pages", test_pages);
  g_test_add_func ("/reach/tabs", test_tabs);
  result = g_test_run ();
  g_object_unref (listener);
  g_hash_table_unref (reached);
  end_run ();
  return result;
}
