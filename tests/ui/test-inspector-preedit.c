/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last syllable that an input method composes is never lost and never doubled, whatever the
 * input method does when the field is left. */
#include "config.h"

#include "test-inspector-fixture.h"

/* An input method that does what the test says. */

typedef enum {
  DROPS,   /* reset and loss of focus throw the syllable away */
  COMMITS, /* they put it into the text */
  WAITS,   /* as IBus: reset only asks the engine, loss of focus puts it into the text */
  LATE,    /* as IBus over a slow bus: it is put into the text when the field was left long ago */
  TWICE,   /* as IBus with Unikey: it is put into the text then, too */
} Manner;

typedef struct
{
  GtkIMContext parent_instance;
  char *composed;
} Scripted;

typedef struct
{
  GtkIMContextClass parent_class;
} ScriptedClass;

static Scripted *focused;
static Manner manner;
static GtkIMContext *late; /* whose syllable is still on its way */
static char *on_its_way;

static GType scripted_get_type (void);
G_DEFINE_TYPE (Scripted, scripted, GTK_TYPE_IM_CONTEXT)

static void
compose (const char *syllable)
{
  g_assert_nonnull (focused);
  g_free (focused->composed);
  focused->composed = g_strdup (syllable);
  g_signal_emit_by_name (focused, "preedit-changed");
}

static void
finish (Scripted *self)
{
  g_autofree char *composed = g_strdup (self->composed);

  if (!composed || !*composed)
    return;
  if (manner == WAITS || manner == TWICE)
    g_signal_emit_by_name (self, "commit", composed);
  if (manner == LATE || manner == TWICE) {
    late = GTK_IM_CONTEXT (self);
    on_its_way = g_strdup (composed);
  }
  g_clear_pointer (&self->composed, g_free);
  g_signal_emit_by_name (self, "preedit-changed");
  if (manner == COMMITS)
    g_signal_emit_by_name (self, "commit", composed);
}

static void
scripted_get_preedit_string (GtkIMContext *context,
                             char **text,
                             PangoAttrList **attributes,
                             int *cursor)
{
  Scripted *self = (Scripted *) context;

  if (text)
    *text = g_strdup (self->composed ? self->composed : "");
  if (attributes)
    *attributes = pango_attr_list_new ();
  if (cursor)
    *cursor = self->composed ? (int) g_utf8_strlen (self->composed, -1) : 0;
}

static void
scripted_focus_in (GtkIMContext *context)
{
  focused = (Scripted *) context;
}

static void
scripted_focus_out (GtkIMContext *context)
{
  finish ((Scripted *) context);
  focused = NULL;
}

static void
scripted_reset (GtkIMContext *context)
{
  if (manner == WAITS)
    return;
  finish ((Scripted *) context);
}

static void
scripted_finalize (GObject *object)
{
  Scripted *self = (Scripted *) object;

  if (focused == self)
    focused = NULL;
  g_free (self->composed);
  G_OBJECT_CLASS (scripted_parent_class)->finalize (object);
}

static void
scripted_class_init (ScriptedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scripted_finalize;
  GTK_IM_CONTEXT_CLASS (klass)->get_preedit_string = scripted_get_preedit_string;
  GTK_IM_CONTEXT_CLASS (klass)->focus_in = scripted_focus_in;
  GTK_IM_CONTEXT_CLASS (klass)->focus_out = scripted_focus_out;
  GTK_IM_CONTEXT_CLASS (klass)->reset = scripted_reset;
}

static void
scripted_init (Scripted *self)
{
}

/* The input method has taken a key: GTK asks it to reset only after that. */
static void
take_key (Fixture *fixture)
{
  GtkWidget *target = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (target);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "im-update");
  }
}

static void
put_cursor_at_end (Fixture *fixture, const char *name)
{
  GtkWidget *control = get_control (fixture, name);

  focus (fixture, name);
  if (GTK_IS_EDITABLE (control))
    gtk_editable_set_position (GTK_EDITABLE (control), -1);
}

static void
assert_stored (
    Fixture *fixture, const BvKind *kind, gint64 id, const char *name, const char *expected)
{
  g_autoptr (BvRecord) stored = load (fixture, kind, id);

  g_assert_cmpstr (bv_record_get_text (stored, name), ==, expected);
}

static void
compose_job_title (Fixture *fixture)
{
  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "job_title", "Chuyên ");
  put_cursor_at_end (fixture, "job_title");
  compose ("viê");
  take_key (fixture);
  compose ("viên");
  g_assert_true (bv_inspector_is_dirty (fixture->inspector));
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  compose_job_title (fixture);
  leave (fixture);
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Chuyên viên");
}

static void
test_flush (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  compose_job_title (fixture);
  g_assert_true (bv_inspector_flush (fixture->inspector));
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Chuyên viên");
  leave (fixture);
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Chuyên viên");
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  compose_job_title (fixture);
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (fixture->n_next, ==, 1);
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Chuyên viên");
}

static void
test_other_row (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  compose_job_title (fixture);
  edit (fixture, &bv_department_kind, fixture->bureau);
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Chuyên viên");
}

/* The whole field is one syllable: nothing but the composed text says that it was edited. */
static void
test_only_syllable (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  edit (fixture, &bv_person_kind, fixture->person);
  focus (fixture, "job_title");
  compose ("Phó");
  take_key (fixture);
  leave (fixture);
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Phó");
}

static void
test_paragraph (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  type (fixture, "description", "Rà ");
  compose ("soát");
  take_key (fixture);
  leave (fixture);
  assert_stored (fixture, &bv_achievement_kind, fixture->achievement, "description", "Rà soát");
}

static void
test_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) stored = NULL;

  manner = GPOINTER_TO_INT (data);
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  type (fixture, "subject_id", "nguyễn ");
  put_cursor_at_end (fixture, "subject_id");
  compose ("hường");
  take_key (fixture);
  leave (fixture);
  stored = load (fixture, &bv_achievement_kind, fixture->achievement);
  g_assert_cmpint (bv_record_get_integer (stored, "subject_id"), ==, fixture->person);
}

/* The list follows the syllable, and what the arrows chose there stays chosen when it ends. */
static void
test_reference_arrows (Fixture *fixture, gconstpointer data)
{
  gint64 other = add_person (fixture, "Nguyễn Văn Hương", fixture->bureau);
  g_autoptr (BvRecord) stored = NULL;

  manner = GPOINTER_TO_INT (data);
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  type (fixture, "subject_id", "nguyen ");
  put_cursor_at_end (fixture, "subject_id");
  compose ("hương");
  take_key (fixture);
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  leave (fixture);
  stored = load (fixture, &bv_achievement_kind, fixture->achievement);
  g_assert_cmpint (bv_record_get_integer (stored, "subject_id"), !=, fixture->bureau);
  g_assert_cmpstr (
      get_text (fixture, "subject_id"),
      ==,
      bv_office_get_subject_name (fixture->office, bv_record_get_integer (stored, "subject_id")));
  g_assert_true (bv_record_get_integer (stored, "subject_id") == other
                 || bv_record_get_integer (stored, "subject_id") == fixture->person);
}

/* What another row says is no syllable, though it is the same word. */
static void
test_same_word (Fixture *fixture, gconstpointer data)
{
  gint64 other = add_person (fixture, "Nguyễn Văn Hương", fixture->bureau);

  manner = GPOINTER_TO_INT (data);
  edit (fixture, &bv_person_kind, other);
  type (fixture, "job_title", "Phó");
  leave (fixture);
  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "job_title", "");
  focus (fixture, "job_title");
  compose ("Phó");
  take_key (fixture);
  leave (fixture);
  edit (fixture, &bv_person_kind, other);
  g_assert_cmpstr (get_text (fixture, "job_title"), ==, "Phó");
  leave (fixture);
  assert_stored (fixture, &bv_person_kind, other, "job_title", "Phó");
}

static void
arrive (void)
{
  g_autofree char *syllable = g_steal_pointer (&on_its_way);

  g_assert_nonnull (syllable);
  g_signal_emit_by_name (late, "commit", syllable);
}

/* It comes once, and the same syllable typed afterwards is a second one. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  compose_job_title (fixture);
  leave (fixture);
  arrive ();
  g_assert_cmpstr (get_text (fixture, "job_title"), ==, "Chuyên viên");
  put_cursor_at_end (fixture, "job_title");
  g_signal_emit_by_name (late, "commit", "viên");
  leave (fixture);
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Chuyên viênviên");
}

static void
test_late_paragraph (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  type (fixture, "description", "Rà ");
  compose ("soát");
  take_key (fixture);
  leave (fixture);
  arrive ();
  focus (fixture, "description");
  leave (fixture);
  assert_stored (fixture, &bv_achievement_kind, fixture->achievement, "description", "Rà soát");
}

/* As Unikey at Enter: the key ends the syllable, and leaving the field brings it once more. */
static void
test_entered (Fixture *fixture, gconstpointer data)
{
  GtkIMContext *context;

  manner = DROPS;
  compose_job_title (fixture);
  context = GTK_IM_CONTEXT (focused);
  compose ("");
  g_signal_emit_by_name (context, "commit", "viên");
  leave (fixture);
  g_signal_emit_by_name (context, "commit", "viên");
  g_assert_cmpstr (get_text (fixture, "job_title"), ==, "Chuyên viên");
  focus (fixture, "job_title");
  leave (fixture);
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Chuyên viên");
}

/* A syllable that the person takes back is not brought in again. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  manner = GPOINTER_TO_INT (data);
  compose_job_title (fixture);
  compose ("");
  leave (fixture);
  assert_stored (fixture, &bv_person_kind, fixture->person, "job_title", "Chuyên");
}

#define ADD(name, function)                                                                        \
  g_test_add (                                                                                     \
      "/preedit/" name "/dropped", Fixture, GINT_TO_POINTER (DROPS), set_up, function, tear_down); \
  g_test_add (                                                                                     \
      "/preedit/" name "/waited", Fixture, GINT_TO_POINTER (WAITS), set_up, function, tear_down);  \
  g_test_add ("/preedit/" name "/committed",                                                       \
              Fixture,                                                                             \
              GINT_TO_POINTER (COMMITS),                                                           \
              set_up,                                                                              \
              function,                                                                            \
              tear_down)

#define ADD_LATE(name, function)                                                                   \
  g_test_add (                                                                                     \
      "/preedit/" name "/once", Fixture, GINT_TO_POINTER (LATE), set_up, function, tear_down);     \
  g_test_add (                                                                                     \
      "/preedit/" name "/twice", Fixture, GINT_TO_POINTER (TWICE), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GTK_IM_MODULE", "scripted", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_io_extension_point_implement ("gtk-im-module", scripted_get_type (), "scripted", 0);
  ADD ("leave", test_leave);
  ADD ("flush", test_flush);
  ADD ("next", test_next);
  ADD ("other-row", test_other_row);
  ADD ("only-syllable", test_only_syllable);
  ADD ("paragraph", test_paragraph);
  ADD ("reference", test_reference);
  ADD ("reference-arrows", test_reference_arrows);
  ADD ("taken-back", test_taken_back);
  ADD ("same-word", test_same_word);
  ADD_LATE ("late", test_late);
  ADD_LATE ("late-paragraph", test_late_paragraph);
  g_test_add ("/preedit/entered", Fixture, NULL, set_up, test_entered, tear_down);
  return g_test_run ();
}
