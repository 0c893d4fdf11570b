/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what an input method composes from getting lost when a field is left. */
#include "config.h"

#include "bv-preedit.h"

struct _BvPreedit
{
  GObject parent_instance;

  /* Borrowed references */
  GtkWidget *widget; /* GtkEntry or GtkTextView; it owns this object */

  /* Owned references */
  char *composed; /* "" when nothing is being composed */
};

G_DEFINE_FINAL_TYPE (BvPreedit, bv_preedit, G_TYPE_OBJECT)

static char *
dup_text (BvPreedit *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_ENTRY (self->widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
insert (BvPreedit *self, const char *text)
{
  GtkEditable *editable;
  int position;

  if (GTK_IS_TEXT_VIEW (self->widget)) {
    gtk_text_buffer_insert_at_cursor (
        gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)), text, -1);
    return;
  }
  editable = GTK_EDITABLE (self->widget);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
}

static void
reset_input_method (BvPreedit *self)
{
  if (GTK_IS_ENTRY (self->widget))
    gtk_entry_reset_im_context (GTK_ENTRY (self->widget));
  else
    gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self->widget));
}

static void
preedit_changed_cb (GtkWidget *widget, const char *preedit, gpointer data)
{
  BvPreedit *self = data;

  g_free (self->composed);
  self->composed = g_strdup (preedit);
  g_signal_emit_by_name (self, "composing");
}

/* Runs before the widget's own handler, which lets the input method drop what it composes. */
static void
leave_cb (GtkEventControllerFocus *controller, BvPreedit *self)
{
  bv_preedit_settle (self);
}

static void
bv_preedit_finalize (GObject *object)
{
  g_free (BV_PREEDIT (object)->composed);
  G_OBJECT_CLASS (bv_preedit_parent_class)->finalize (object);
}

static void
bv_preedit_class_init (BvPreeditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_preedit_finalize;
  g_signal_new ("composing",
                G_TYPE_FROM_CLASS (klass),
                G_SIGNAL_RUN_LAST,
                0,
                NULL,
                NULL,
                NULL,
                G_TYPE_NONE,
                0);
}

static void
bv_preedit_init (BvPreedit *self)
{
  self->composed = g_strdup ("");
}

BvPreedit *
bv_preedit_watch (GtkWidget *widget)
{
  BvPreedit *self = g_object_new (BV_TYPE_PREEDIT, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *source = widget;

  self->widget = widget;
  if (GTK_IS_ENTRY (widget))
    source = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  g_signal_connect_object (source, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (source, focus);
  g_object_set_data_full (G_OBJECT (widget), "bv-preedit", self, g_object_unref);
  return self;
}

void
bv_preedit_settle (BvPreedit *self)
{
  g_autofree char *composed = g_strdup (self->composed);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!*composed)
    return;
  before = dup_text (self);
  reset_input_method (self);
  after = dup_text (self);
  if (g_str_equal (before, after))
    insert (self, composed);
  g_free (self->composed);
  self->composed = g_strdup ("");
}
