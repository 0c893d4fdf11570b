/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry that lists the rows matching what is typed: arrows and Enter choose, Esc restores. */
#include "config.h"

#include "bv-reference-editor.h"

#include "bv-create-window.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-preedit.h"
#include "bv-reference-index.h"
#include "bv-reference-popover.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

/* With more matches than these, what is typed is looked for, not missing. */
#define MOST_BESIDE_OFFER 3

struct _BvReferenceEditor
{
  BvEditor parent_instance;
  gint64 chosen;     /* id of the row shown; 0 = none */
  gboolean typed;    /* the text was typed and not yet found */
  gboolean choosing; /* the text now comes from the list */
  gboolean moved;    /* the highlight was moved by hand: leaving the field takes it */

  /* Borrowed references: children */
  GtkWidget *entry;
  GtkWidget *clear_button;
  GtkWidget *open_button;
  BvPreedit *preedit;

  /* Owned references */
  BvReferencePopover *popover;
  BvReferenceIndex *index; /* NULL until first needed */
  char *listed;            /* what the open list matches */
  GPtrArray *creatable;    /* BvKind of the rows that the open list offers to create */
};

G_DEFINE_FINAL_TYPE (BvReferenceEditor, bv_reference_editor, BV_TYPE_EDITOR)

static const char *
get_name (BvReferenceEditor *self, gint64 id)
{
  const BvField *field = bv_editor_get_field (BV_EDITOR (self));
  BvOffice *office = bv_editor_get_office (BV_EDITOR (self));

  if (!id)
    return "";
  if (field->type == BV_FIELD_SUBJECT)
    return bv_office_get_subject_name (office, id);
  return bv_office_get_name (office, field->kind, id);
}

static void
set_text (BvReferenceEditor *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;
  /* Undo in the text must not bring back the row shown before. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
}

static gboolean
ensure_index (BvReferenceEditor *self)
{
  BvEditor *editor = BV_EDITOR (self);
  g_autoptr (GError) error = NULL;
  GPtrArray *references;

  if (self->index)
    return TRUE;
  references = bv_reference_list (bv_editor_get_office (editor),
                                  bv_editor_get_field (editor),
                                  bv_editor_get_movement (editor),
                                  &error);
  if (!references) {
    g_message ("%s", error->message);
    return FALSE;
  }
  self->index = bv_reference_index_new (references);
  return TRUE;
}

static void
update_clear_button (BvReferenceEditor *self)
{
  const BvField *field = bv_editor_get_field (BV_EDITOR (self));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean editable = gtk_editable_get_editable (GTK_EDITABLE (self->entry));

  gtk_widget_set_visible (self->clear_button,
                          editable && *text && !(field->flags & BV_FIELD_REQUIRED));
}

/* A row can be made here when few or none match what is typed: the person is missing, not hidden
 * behind another letter. */
static void
offer_creating (BvReferenceEditor *self, guint n_matches)
{
  const BvField *field = bv_editor_get_field (BV_EDITOR (self));
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (self->creatable, 0);
  if (n_matches > MOST_BESIDE_OFFER || g_utf8_strlen (self->listed, -1) < 2)
    return;
  if (field->type == BV_FIELD_SUBJECT) {
    g_ptr_array_add (self->creatable, (gpointer) &bv_person_kind);
    g_ptr_array_add (self->creatable, (gpointer) &bv_department_kind);
  } else {
    g_ptr_array_add (self->creatable, (gpointer) field->kind);
  }
  for (guint i = 0; i < self->creatable->len; i++) {
    const BvKind *kind = g_ptr_array_index (self->creatable, i);

    if (!bv_create_window_can_create (kind,
                                      bv_editor_get_office (BV_EDITOR (self)),
                                      bv_editor_get_movement (BV_EDITOR (self))))
      return;
    /* Translators: the kind of a row, what was typed: "Create department “Văn phòng”…". */
    g_ptr_array_add (
        offers, g_strdup_printf (_ ("Create %s “%s”…"), bv_kind_get_label (kind), self->listed));
  }
  bv_reference_popover_offer (self->popover, offers);
}

static void
open_list (BvReferenceEditor *self, const char *typed)
{
  const BvField *field = bv_editor_get_field (BV_EDITOR (self));
  g_autoptr (GPtrArray) matches = NULL;
  guint n_more = 0;

  if (!gtk_editable_get_editable (GTK_EDITABLE (self->entry)) || !ensure_index (self))
    return;
  matches = bv_reference_index_match (self->index, typed, &n_more);
  self->moved = FALSE;
  g_free (self->listed);
  self->listed = g_strdup (typed);
  bv_reference_popover_show (
      self->popover, matches, n_more, self->chosen, field->type == BV_FIELD_SUBJECT);
  offer_creating (self, matches->len);
}

static void
choose (BvReferenceEditor *self, gint64 id)
{
  bv_reference_popover_hide (self->popover);
  self->choosing = TRUE;
  set_text (self, get_name (self, id));
  self->choosing = FALSE;
  bv_editor_touch (BV_EDITOR (self));
  self->chosen = id;
  self->typed = FALSE;
  self->moved = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* When @text is listed already, nothing new is typed: what the arrows chose stays. */
static void
follow_typing (BvReferenceEditor *self, const char *text)
{
  if (self->choosing || !bv_editor_is_edited (BV_EDITOR (self))
      || !gtk_widget_get_mapped (self->entry))
    return;
  if (!bv_reference_popover_is_open (self->popover) || g_strcmp0 (text, self->listed) != 0)
    open_list (self, text);
}

static void
changed_cb (BvReferenceEditor *self)
{
  self->typed = TRUE;
  self->chosen = 0;
  update_clear_button (self);
  bv_editor_touch (BV_EDITOR (self));
  follow_typing (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* The syllable that is still being composed counts as well. */
static void
composing_cb (BvReferenceEditor *self)
{
  g_autofree char *text = bv_preedit_dup_text (self->preedit);

  self->typed = TRUE;
  bv_editor_touch (BV_EDITOR (self));
  follow_typing (self, text);
}

static void
created_cb (BvReferenceEditor *self, gint64 id)
{
  BvEditor *editor = BV_EDITOR (self);
  BvHistory *history = bv_office_get_history (bv_editor_get_office (editor));

  bv_editor_forget (editor);
  choose (self, id);
  bv_editor_set_step (editor, bv_history_get_undo_step (history));
  bv_editor_commit (editor);
}

/* %FALSE: what is highlighted is not an offer. */
static gboolean
take_offer (BvReferenceEditor *self)
{
  BvEditor *editor = BV_EDITOR (self);
  int offer = bv_reference_popover_get_offer (self->popover);
  GtkWidget *window;

  if (offer < 0)
    return FALSE;
  bv_reference_popover_hide (self->popover);
  window = bv_create_window_new (GTK_WINDOW (gtk_widget_get_root (self->entry)),
                                 bv_editor_get_office (editor),
                                 g_ptr_array_index (self->creatable, (guint) offer),
                                 bv_editor_get_movement (editor),
                                 self->listed);
  g_signal_connect_object (window, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

static void
chosen_cb (BvReferenceEditor *self)
{
  const BvReference *reference = bv_reference_popover_get_highlighted (self->popover);

  if (take_offer (self) || !reference)
    return;
  choose (self, reference->id);
  bv_editor_commit (BV_EDITOR (self));
}

static void
activate_cb (BvReferenceEditor *self)
{
  const BvReference *reference = bv_reference_popover_get_highlighted (self->popover);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (take_offer (self))
    return;
  if (reference && (*text || self->moved))
    choose (self, reference->id);
  bv_editor_advance (BV_EDITOR (self));
}

static void
clear_cb (BvReferenceEditor *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  bv_reference_popover_hide (self->popover);
  bv_editor_commit (BV_EDITOR (self));
}

static void
toggle_list_cb (BvReferenceEditor *self)
{
  if (bv_reference_popover_is_open (self->popover)) {
    bv_reference_popover_hide (self->popover);
    return;
  }
  gtk_widget_grab_focus (self->entry);
  open_list (self, "");
}

static gboolean
move_highlight (BvReferenceEditor *self, int by)
{
  if (!bv_reference_popover_is_open (self->popover)) {
    open_list (self, self->typed ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "");
    return TRUE;
  }
  bv_reference_popover_move (self->popover, by);
  self->moved = TRUE;
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvReferenceEditor *self)
{
  switch (keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return move_highlight (self, 1);
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return bv_reference_popover_is_open (self->popover) && move_highlight (self, -1);
  case GDK_KEY_Page_Down:
    return bv_reference_popover_is_open (self->popover) && move_highlight (self, 6);
  case GDK_KEY_Page_Up:
    return bv_reference_popover_is_open (self->popover) && move_highlight (self, -6);
  case GDK_KEY_Escape:
    bv_reference_popover_hide (self->popover);
    return FALSE;
  default:
    return FALSE;
  }
}

static void
bv_reference_editor_prepare (BvEditor *editor)
{
  BvReferenceEditor *self = BV_REFERENCE_EDITOR (editor);
  const BvField *field = bv_editor_get_field (editor);

  bv_editor_set_control (editor, self->entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  field->hint ? _ (field->hint) : _ ("Type a part of the name"));
  update_clear_button (self);
}

static void
bv_reference_editor_show (BvEditor *editor, const BvValue *value)
{
  BvReferenceEditor *self = BV_REFERENCE_EDITOR (editor);
  gint64 id = value->type == BV_VALUE_INTEGER ? value->integer : 0;

  set_text (self, get_name (self, id));
  self->chosen = id;
  self->typed = FALSE;
  self->moved = FALSE;
  update_clear_button (self);
}

/* The row that is meant by what is typed: the only one that matches, or the one called so. */
static gboolean
find_typed (BvReferenceEditor *self, const char *typed, gint64 *id, GError **error)
{
  BvEditor *editor = BV_EDITOR (self);
  const BvField *field = bv_editor_get_field (editor);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GError) local = NULL;

  if (ensure_index (self))
    matches = bv_reference_index_match (self->index, typed, NULL);
  if (matches && matches->len == 1) {
    *id = ((BvReference *) g_ptr_array_index (matches, 0))->id;
    return TRUE;
  }
  if (bv_reference_find (
          bv_editor_get_office (editor), field, bv_editor_get_movement (editor), typed, id, &local))
    return TRUE;
  if (matches && matches->len > 1)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%s: several match “%s”. Choose one from the list."),
                 bv_field_get_label (field),
                 typed);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
bv_reference_editor_read (BvEditor *editor, BvValue *value, GError **error)
{
  BvReferenceEditor *self = BV_REFERENCE_EDITOR (editor);
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gint64 id = self->chosen;

  if (self->typed && *g_strstrip (typed)) {
    if (!find_typed (self, typed, &id, error))
      return FALSE;
  } else if (self->typed) {
    id = 0;
  }
  if (id)
    bv_value_set_integer (value, id);
  else
    bv_value_clear (value);
  return TRUE;
}

static void
bv_reference_editor_settle (BvEditor *editor)
{
  BvReferenceEditor *self = BV_REFERENCE_EDITOR (editor);
  const BvReference *reference;

  bv_preedit_settle (self->preedit);
  reference = bv_reference_popover_get_highlighted (self->popover);
  if (self->moved && reference)
    choose (self, reference->id);
  bv_reference_popover_hide (self->popover);
}

static void
bv_reference_editor_forget (BvEditor *editor)
{
  BvReferenceEditor *self = BV_REFERENCE_EDITOR (editor);

  bv_reference_popover_hide (self->popover);
  g_clear_pointer (&self->index, bv_reference_index_free);
}

static void
bv_reference_editor_set_writable (BvEditor *editor, gboolean writable)
{
  BvReferenceEditor *self = BV_REFERENCE_EDITOR (editor);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), writable);
  gtk_widget_set_visible (self->open_button, writable);
  update_clear_button (self);
}

static void
bv_reference_editor_finalize (GObject *object)
{
  BvReferenceEditor *self = BV_REFERENCE_EDITOR (object);

  g_clear_object (&self->popover);
  g_clear_pointer (&self->index, bv_reference_index_free);
  g_clear_pointer (&self->creatable, g_ptr_array_unref);
  g_free (self->listed);
  G_OBJECT_CLASS (bv_reference_editor_parent_class)->finalize (object);
}

static void
bv_reference_editor_class_init (BvReferenceEditorClass *klass)
{
  BvEditorClass *editor_class = BV_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_reference_editor_finalize;
  editor_class->prepare = bv_reference_editor_prepare;
  editor_class->show = bv_reference_editor_show;
  editor_class->read = bv_reference_editor_read;
  editor_class->settle = bv_reference_editor_settle;
  editor_class->forget = bv_reference_editor_forget;
  editor_class->set_writable = bv_reference_editor_set_writable;
}

/* A flat button inside the row; Tab skips it, the keyboard has its own way. */
static GtkWidget *
append_button (GtkWidget *box, const char *icon_name, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-inline");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  bv_tooltip_set (button, tooltip);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
bv_reference_editor_init (BvReferenceEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->creatable = g_ptr_array_new ();
  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "bv-quiet");
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->clear_button = append_button (box, "edit-clear-symbolic", _ ("Clear"));
  self->open_button = append_button (box, "pan-down-symbolic", _ ("Show the list (Down)"));
  adw_bin_set_child (ADW_BIN (self), box);
  self->popover = bv_reference_popover_new (GTK_WIDGET (self));

  self->preedit = bv_preedit_watch (self->entry);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->preedit, "composing", G_CALLBACK (composing_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_cb), self);
  g_signal_connect_swapped (self->open_button, "clicked", G_CALLBACK (toggle_list_cb), self);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, controller);
}

GtkEntry *
bv_reference_editor_get_entry (BvReferenceEditor *self)
{
  return GTK_ENTRY (self->entry);
}

const BvReference *
bv_reference_editor_get_highlighted (BvReferenceEditor *self)
{
  return bv_reference_popover_get_highlighted (self->popover);
}
