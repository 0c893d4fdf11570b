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
  char *leaving;  /* what was being composed when the focus left, nullable */
  char *before;   /* the text at that moment */
  char *awaited;  /* the same until a key is pressed, nullable: it is committed once */
  gboolean came;  /* and that has happened */
  char *ended;    /* what was composed last, nullable */
  char *last;     /* the same once it was committed, until the text changes again; nullable */
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

/* The widget that has the focus and talks with the input method. */
static GtkWidget *
get_source (BvPreedit *self)
{
  if (GTK_IS_ENTRY (self->widget))
    return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->widget)));
  return self->widget;
}

/* Input methods end a syllable in many ways when they are told to; when the focus leaves, all of
 * them do. */
static void
bounce_focus (BvPreedit *self)
{
  GtkWidget *source = get_source (self);
  GtkRoot *root = gtk_widget_get_root (source);

  gtk_root_set_focus (root, NULL);
  if (GTK_IS_TEXT (source)) {
    gtk_text_grab_focus_without_selecting (GTK_TEXT (source));
    gtk_editable_set_position (GTK_EDITABLE (source), -1);
  } else {
    gtk_widget_grab_focus (source);
  }
}

/* Unikey ends a syllable at Enter, which leads to the next field, and once more because the field
 * was left. */
static gboolean
is_last_again (BvPreedit *self, const char *committed)
{
  gboolean again = g_strcmp0 (self->last, committed) == 0
                   && !gtk_widget_has_focus (get_source (self));
  gboolean composed = g_str_equal (self->composed, committed)
                      || g_strcmp0 (self->ended, committed) == 0;

  g_clear_pointer (&self->last, g_free);
  if (!again && composed)
    self->last = g_strdup (committed);
  return again;
}

/* IBus tells over a bus: a syllable that stands there already, because it seemed dropped or was
 * committed when the focus left, may be committed once more. */
static gboolean
is_repeated (BvPreedit *self, const char *text, int length)
{
  g_autofree char *committed = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  gboolean repeated = self->came;

  if (g_strcmp0 (self->awaited, committed) != 0)
    return is_last_again (self, committed);
  self->came = TRUE;
  if (repeated)
    g_clear_pointer (&self->awaited, g_free);
  return repeated;
}

static void
insert_text_cb (GtkEditable *editable, const char *text, int length, int *position, BvPreedit *self)
{
  if (is_repeated (self, text, length))
    g_signal_stop_emission_by_name (editable, "insert-text");
}

static void
buffer_insert_text_cb (
    GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int length, BvPreedit *self)
{
  if (is_repeated (self, text, length))
    g_signal_stop_emission_by_name (buffer, "insert-text");
}

/* Whatever comes after a key is new, and so is the text of another row. */
static void
deleted_cb (BvPreedit *self)
{
  g_clear_pointer (&self->awaited, g_free);
  g_clear_pointer (&self->last, g_free);
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, BvPreedit *self)
{
  g_clear_pointer (&self->awaited, g_free);
  return FALSE;
}

static void
preedit_changed_cb (GtkWidget *widget, const char *preedit, gpointer data)
{
  BvPreedit *self = data;

  if (*self->composed) {
    g_free (self->ended);
    self->ended = g_steal_pointer (&self->composed);
  }
  g_free (self->composed);
  self->composed = g_strdup (preedit);
  if (*self->composed)
    g_signal_emit_by_name (self, "composing");
}

/* Runs before the widget's own handler, which lets the input method commit or drop the syllable. */
static void
leave_cb (GtkEventControllerFocus *controller, BvPreedit *self)
{
  if (!*self->composed)
    return;
  g_free (self->leaving);
  self->leaving = g_strdup (self->composed);
  g_free (self->before);
  self->before = dup_text (self);
  g_free (self->awaited);
  self->awaited = g_strdup (self->composed);
  self->came = FALSE;
}

static void
bv_preedit_finalize (GObject *object)
{
  BvPreedit *self = BV_PREEDIT (object);

  g_free (self->composed);
  g_free (self->leaving);
  g_free (self->before);
  g_free (self->awaited);
  g_free (self->ended);
  g_free (self->last);
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

/* Keys, and what is put into the text. */
static void
watch_commits (BvPreedit *self, GtkWidget *source)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (source, keys);
  if (GTK_IS_TEXT (source)) {
    g_signal_connect_object (source, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
    g_signal_connect_object (
        source, "delete-text", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  } else {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (source));

    g_signal_connect_object (buffer, "insert-text", G_CALLBACK (buffer_insert_text_cb), self, 0);
    g_signal_connect_object (
        buffer, "delete-range", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  }
}

BvPreedit *
bv_preedit_watch (GtkWidget *widget)
{
  BvPreedit *self = g_object_new (BV_TYPE_PREEDIT, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *source;

  self->widget = widget;
  source = get_source (self);
  watch_commits (self, source);
  g_signal_connect_object (source, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (source, focus);
  g_object_set_data_full (G_OBJECT (widget), "bv-preedit", self, g_object_unref);
  return self;
}

void
bv_preedit_settle (BvPreedit *self)
{
  g_autofree char *leaving = NULL;
  g_autofree char *text = NULL;

  if (!self->leaving && *self->composed && gtk_widget_has_focus (get_source (self)))
    bounce_focus (self);
  leaving = g_steal_pointer (&self->leaving);
  if (!leaving)
    return;
  text = dup_text (self);
  if (g_str_equal (text, self->before)) /* dropped, or not committed yet */
    insert (self, leaving);
  g_free (self->composed);
  self->composed = g_strdup ("");
}

char *
bv_preedit_dup_text (BvPreedit *self)
{
  g_autofree char *text = dup_text (self);
  int position = gtk_editable_get_position (GTK_EDITABLE (self->widget));
  const char *rest = g_utf8_offset_to_pointer (text, position);

  return g_strdup_printf ("%.*s%s%s", (int) (rest - text), text, self->composed, rest);
}
