/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop-down of the choices of a field; those with a tone are shown as soft pills. */
#include "config.h"

#include "bv-choice-editor.h"

#include "bv-fold.h"

#include <glib/gi18n-lib.h>

struct _BvChoiceEditor
{
  BvEditor parent_instance;
  gboolean optional; /* the first position stands for "nothing chosen" */
  gboolean by_key;   /* the choice now changes by a letter: wait until the field is left */

  /* Borrowed references: children */
  GtkWidget *dropdown;
};

G_DEFINE_FINAL_TYPE (BvChoiceEditor, bv_choice_editor, BV_TYPE_EDITOR)

static const BvChoice *
get_choice (BvChoiceEditor *self, guint position)
{
  const BvField *field = bv_editor_get_field (BV_EDITOR (self));
  guint offset = self->optional ? 1 : 0;

  if (position == GTK_INVALID_LIST_POSITION || position < offset)
    return NULL;
  return &field->choices[position - offset];
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvChoiceEditor *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvChoiceEditor *self)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkStringObject *string = gtk_list_item_get_item (item);
  const BvChoice *choice = get_choice (self, gtk_list_item_get_position (item));
  const char *classes[] = { NULL, NULL, NULL };

  if (choice && choice->tone) {
    classes[0] = "pill-state";
    classes[1] = choice->tone;
  } else if (!choice) {
    classes[0] = "dim-label";
  }
  gtk_widget_set_css_classes (label, classes);
  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (string));
}

static void
selected_cb (BvChoiceEditor *self)
{
  bv_editor_touch (BV_EDITOR (self));
  if (!self->by_key)
    bv_editor_commit (BV_EDITOR (self));
}

static gboolean
select_by_letter (BvChoiceEditor *self, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  int position = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->dropdown));

  if (!g_unichar_isalnum (letter))
    return FALSE;
  position = bv_choice_editor_find_letter (self, letter, position);
  if (position < 0)
    return FALSE;
  self->by_key = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dropdown), (guint) position);
  self->by_key = FALSE;
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvChoiceEditor *self)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace) && self->optional) {
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dropdown), 0);
    return TRUE;
  }
  return select_by_letter (self, keyval);
}

static void
bv_choice_editor_prepare (BvEditor *editor)
{
  BvChoiceEditor *self = BV_CHOICE_EDITOR (editor);
  const BvField *field = bv_editor_get_field (editor);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->optional = !(field->flags & BV_FIELD_REQUIRED);
  if (self->optional)
    gtk_string_list_append (labels, C_ ("choice", "None"));
  for (const BvChoice *choice = field->choices; choice && choice->value; choice++)
    gtk_string_list_append (labels, _ (choice->label));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->dropdown), G_LIST_MODEL (labels));
  bv_editor_set_control (editor, self->dropdown);
  g_signal_connect_swapped (self->dropdown, "notify::selected", G_CALLBACK (selected_cb), self);
}

static void
bv_choice_editor_show (BvEditor *editor, const BvValue *value)
{
  BvChoiceEditor *self = BV_CHOICE_EDITOR (editor);
  const BvField *field = bv_editor_get_field (editor);
  const char *stored = value->type == BV_VALUE_TEXT ? value->text : NULL;
  guint position = self->optional ? 0 : GTK_INVALID_LIST_POSITION;

  for (guint i = 0; stored && field->choices[i].value; i++)
    if (g_str_equal (field->choices[i].value, stored))
      position = i + (self->optional ? 1 : 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dropdown), position);
}

static gboolean
bv_choice_editor_read (BvEditor *editor, BvValue *value, GError **error)
{
  BvChoiceEditor *self = BV_CHOICE_EDITOR (editor);
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->dropdown));
  const BvChoice *choice = get_choice (self, position);

  bv_value_set_text (value, choice ? choice->value : NULL);
  return TRUE;
}

static void
bv_choice_editor_class_init (BvChoiceEditorClass *klass)
{
  BvEditorClass *editor_class = BV_EDITOR_CLASS (klass);

  editor_class->prepare = bv_choice_editor_prepare;
  editor_class->show = bv_choice_editor_show;
  editor_class->read = bv_choice_editor_read;
}

static void
bv_choice_editor_init (BvChoiceEditor *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->dropdown = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->dropdown), factory);
  gtk_widget_add_css_class (self->dropdown, "bv-quiet");
  gtk_widget_set_hexpand (self->dropdown, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->dropdown);

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->dropdown, controller);
}

int
bv_choice_editor_find_letter (BvChoiceEditor *self, gunichar letter, int from)
{
  GtkStringList *labels = GTK_STRING_LIST (
      gtk_drop_down_get_model (GTK_DROP_DOWN (self->dropdown)));
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (labels));
  char typed[7] = { 0 };
  g_autofree char *folded = NULL;

  g_unichar_to_utf8 (letter, typed);
  folded = bv_fold (typed);
  for (int i = 1; i <= n; i++) {
    int position = (MAX (from, -1) + i + n) % n;
    g_autofree char *label = bv_fold (gtk_string_list_get_string (labels, (guint) position));

    if (get_choice (self, (guint) position) && g_str_has_prefix (label, folded))
      return position;
  }
  return -1;
}
