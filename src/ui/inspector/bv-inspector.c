/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a row, its sections below, and a line at the bottom that says what is missing. */
#include "config.h"

#include "bv-inspector.h"

#include "bv-focus.h"
#include "bv-form-sections.h"
#include "bv-form.h"
#include "bv-stack.h"
#include "bv-timeline-section.h"
#include "bv-verification-section.h"

#include <glib/gi18n-lib.h>

struct _BvInspector
{
  AdwBin parent_instance;
  gboolean shown; /* a row is shown, not the placeholder */
  guint refresh;  /* idle source: the sections lag behind the history */

  /* Borrowed references: the office, the page and children */
  BvOffice *office;
  BvPage *page; /* weak */
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *status;
  GtkWidget *status_revealer;
  BvForm *form; /* NULL until a row is shown */

  /* Owned references */
  GPtrArray *sections; /* BvSection, borrowed children */
  BvPins *pins;        /* nullable: new rows are not begun here */
  GSignalGroup *history;
};

enum { SAVED, NEXT, CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvInspector, bv_inspector, ADW_TYPE_BIN)

static void
show_placeholder (BvInspector *self)
{
  self->shown = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->status_revealer), FALSE);
}

static void
update_sections (BvInspector *self)
{
  BvRecord *record = self->shown ? bv_form_get_record (self->form) : NULL;

  for (guint i = 0; i < self->sections->len; i++)
    bv_section_set_owner (g_ptr_array_index (self->sections, i), record);
}

static void
status_cb (BvInspector *self)
{
  const char *status = bv_form_get_status (self->form);

  if (*status)
    gtk_label_set_label (GTK_LABEL (self->status), status);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->status_revealer), *status != '\0');
}

static void
saved_cb (BvInspector *self, gint64 id)
{
  update_sections (self);
  g_signal_emit (self, signals[SAVED], 0, id);
}

static void
failed_cb (BvInspector *self, const GError *error)
{
  if (self->page)
    bv_page_report (self->page, g_error_copy (error));
  else
    g_message ("%s", error->message);
}

static gboolean
flush_sections (BvInspector *self, gboolean focus)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (!bv_section_flush (g_ptr_array_index (self->sections, i), focus))
      return FALSE;
  return TRUE;
}

static gboolean
flush (BvInspector *self, gboolean focus)
{
  if (!self->shown)
    return TRUE;
  return bv_form_flush (self->form, focus) && flush_sections (self, focus);
}

static gboolean
flush_cb (BvInspector *self)
{
  return flush (self, TRUE);
}

static gboolean
refresh_idle_cb (gpointer data)
{
  BvInspector *self = data;

  self->refresh = 0;
  update_sections (self);
  return G_SOURCE_REMOVE;
}

static void
history_changed_cb (BvInspector *self)
{
  if (!self->refresh && self->sections->len)
    self->refresh = g_idle_add (refresh_idle_cb, self);
}

static gboolean
is_typing (BvInspector *self)
{
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));
  GtkWidget *editor = focus ? gtk_widget_get_ancestor (focus, BV_TYPE_EDITOR) : NULL;

  return !editor || bv_editor_is_edited (BV_EDITOR (editor));
}

/* A text swallows Ctrl+Z even when it has nothing to undo; then the office's last step is meant. */
static gboolean
travel (BvInspector *self, guint keyval, GdkModifierType state)
{
  gboolean redo = keyval == GDK_KEY_y || keyval == GDK_KEY_Z || (state & GDK_SHIFT_MASK);

  if ((keyval != GDK_KEY_z && keyval != GDK_KEY_Z && keyval != GDK_KEY_y) || is_typing (self))
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), redo ? "win.redo" : "win.undo", NULL);
}

/* A text would take a copied file for its address. */
static gboolean
paste (BvInspector *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (bv_section_paste (g_ptr_array_index (self->sections, i)))
      return TRUE;
  return FALSE;
}

static gboolean
key_capture_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvInspector *self)
{
  if (!(state & GDK_CONTROL_MASK) || !self->shown)
    return FALSE;
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_v)
    return paste (self);
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return travel (self, keyval, state);
  if (flush (self, TRUE))
    g_signal_emit (self, signals[NEXT], 0);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvInspector *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  g_signal_emit (self, signals[CLOSED], 0);
  return TRUE;
}

static void
bv_inspector_dispose (GObject *object)
{
  BvInspector *self = BV_INSPECTOR (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->history);
  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (bv_inspector_parent_class)->dispose (object);
}

static void
bv_inspector_finalize (GObject *object)
{
  g_clear_pointer (&BV_INSPECTOR (object)->sections, g_ptr_array_unref);
  g_clear_pointer (&BV_INSPECTOR (object)->pins, bv_pins_free);
  G_OBJECT_CLASS (bv_inspector_parent_class)->finalize (object);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider,
                                       "/io/github/bangvang/BangVang/inspector/inspector.css");
  if (display)
    gtk_style_context_add_provider_for_display (
        display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
bv_inspector_class_init (BvInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bv_inspector_dispose;
  object_class->finalize = bv_inspector_finalize;
  signals[SAVED] = g_signal_new ("saved",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_INT64);
  signals[NEXT] = g_signal_new (
      "next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new (
      "closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  load_style ();
}

static GtkWidget *
new_placeholder (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-edit-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing chosen"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Choose a row to see and change it here."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
build_status (BvInspector *self)
{
  self->status = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->status), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->status), 0);
  gtk_widget_add_css_class (self->status, "bv-status");
  self->status_revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->status_revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->status_revealer), self->status);
}

static void
build_keys (BvInspector *self)
{
  GtkEventController *capture = gtk_event_controller_key_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (capture, GTK_PHASE_CAPTURE);
  g_signal_connect (capture, "key-pressed", G_CALLBACK (key_capture_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), capture);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
bv_inspector_init (BvInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-inspector");
  self->sections = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->stack = bv_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), new_placeholder (), "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "row");
  build_status (self);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), self->status_revealer);
  adw_bin_set_child (ADW_BIN (self), box);
  build_keys (self);

  self->history = g_signal_group_new (BV_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history, "changed", G_CALLBACK (history_changed_cb), self);
}

GtkWidget *
bv_inspector_new (void)
{
  return g_object_new (BV_TYPE_INSPECTOR, NULL);
}

static void
drop_form (BvInspector *self)
{
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  g_ptr_array_set_size (self->sections, 0);
  self->form = NULL;
}

static void
add_section (BvInspector *self, GtkWidget *box, GtkWidget *section)
{
  bv_section_set_page (BV_SECTION (section), self->page);
  g_ptr_array_add (self->sections, section);
  gtk_box_append (GTK_BOX (box), section);
}

/* Takes @sections. */
static void
add_sections (BvInspector *self, GtkWidget *box, GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    add_section (self, box, g_ptr_array_index (sections, i));
  g_ptr_array_unref (sections);
}

/* The note, the least of all fields, goes below what belongs to the row. */
static void
move_note (BvInspector *self, GtkWidget *box)
{
  GtkWidget *group = bv_form_get_group (self->form, "note");

  if (!group || !self->sections->len
      || group != gtk_widget_get_last_child (GTK_WIDGET (self->form)))
    return;
  g_object_ref (group);
  gtk_box_remove (GTK_BOX (self->form), group);
  gtk_box_append (GTK_BOX (box), group);
  g_object_unref (group);
}

static void
build_form (BvInspector *self, const BvKind *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *verification = NULL;

  gtk_widget_add_css_class (box, "bv-form");
  self->form = BV_FORM (bv_form_new (self->office, kind, TRUE));
  if (self->pins)
    bv_form_set_pins (self->form, self->pins);
  if (kind == &bv_achievement_kind)
    verification = bv_verification_section_new (self->office, self->form);
  add_sections (self, box, bv_form_sections_create_above (self->office, kind));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  add_sections (self, box, bv_form_sections_create_below (self->office, kind));
  move_note (self, box);
  if (verification) {
    add_section (self, box, verification);
    g_signal_connect_swapped (verification, "flush", G_CALLBACK (flush_cb), self);
  }
  add_section (self, box, bv_timeline_section_new (self->office));
  g_signal_connect_swapped (self->form, "status", G_CALLBACK (status_cb), self);
  g_signal_connect_swapped (self->form, "saved", G_CALLBACK (saved_cb), self);
  g_signal_connect_swapped (self->form, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->form, "gone", G_CALLBACK (show_placeholder), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
}

void
bv_inspector_set_office (BvInspector *self, BvOffice *office)
{
  if (self->office == office)
    return;
  drop_form (self);
  self->office = office;
  g_signal_group_set_target (self->history, office ? bv_office_get_history (office) : NULL);
  show_placeholder (self);
}

void
bv_inspector_set_page (BvInspector *self, BvPage *page)
{
  g_set_weak_pointer (&self->page, page);
  for (guint i = 0; i < self->sections->len; i++)
    bv_section_set_page (g_ptr_array_index (self->sections, i), page);
}

static gboolean
is_shown (BvInspector *self, BvRecord *record)
{
  BvRecord *shown = bv_inspector_get_record (self);

  return shown && bv_record_get_id (record) && bv_record_get_id (shown) == bv_record_get_id (record)
         && bv_record_get_kind (shown) == bv_record_get_kind (record);
}

void
bv_inspector_edit (BvInspector *self, BvRecord *record)
{
  g_return_if_fail (!record || self->office);

  if (record && is_shown (self, record) && bv_inspector_is_dirty (self))
    return;
  flush (self, FALSE);
  if (!record) {
    show_placeholder (self);
    return;
  }
  if (!self->form || bv_form_get_kind (self->form) != bv_record_get_kind (record)) {
    drop_form (self);
    build_form (self, bv_record_get_kind (record));
  }
  if (!is_shown (self, record))
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  self->shown = TRUE;
  bv_form_edit (self->form, record);
  update_sections (self);
  status_cb (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "row");
}

BvRecord *
bv_inspector_get_record (BvInspector *self)
{
  return self->shown ? bv_form_get_record (self->form) : NULL;
}

gboolean
bv_inspector_flush (BvInspector *self)
{
  return flush (self, TRUE);
}

gboolean
bv_inspector_is_dirty (BvInspector *self)
{
  if (!self->shown)
    return FALSE;
  if (bv_form_is_dirty (self->form))
    return TRUE;
  for (guint i = 0; i < self->sections->len; i++)
    if (bv_section_is_dirty (g_ptr_array_index (self->sections, i)))
      return TRUE;
  return FALSE;
}

void
bv_inspector_focus_first (BvInspector *self)
{
  if (self->shown)
    bv_form_focus_first (self->form);
}

BvForm *
bv_inspector_get_form (BvInspector *self)
{
  return self->shown ? self->form : NULL;
}

void
bv_inspector_keep_pins (BvInspector *self)
{
  g_return_if_fail (!self->form && !self->pins);
  self->pins = bv_pins_new ();
}

BvPins *
bv_inspector_get_pins (BvInspector *self)
{
  return self->pins;
}
