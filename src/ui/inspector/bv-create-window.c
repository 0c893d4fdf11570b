/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small form for a row that is missing where one is to be chosen. */
#include "config.h"

#include "bv-create-window.h"

#include "bv-text-label.h"

#include <glib/gi18n-lib.h>

struct _BvCreateWindow
{
  AdwWindow parent_instance;

  /* Owned */
  BvOffice *office;
  BvRecord *record;
  GPtrArray *rows; /* BvFieldRow, borrowed children */
  BvCreateWriter write;
  gpointer data; /* of write, freed by destroy (nullable) */
  GDestroyNotify destroy;

  /* Borrowed references: children */
  GtkWidget *body;
  GtkWidget *card;
};

static guint created_signal;

G_DEFINE_FINAL_TYPE (BvCreateWindow, bv_create_window, ADW_TYPE_WINDOW)

static BvFieldRow *
get_row (BvCreateWindow *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

/* Takes over what is typed in @row; %FALSE when it cannot be right. */
static gboolean
take_row (BvCreateWindow *self, BvFieldRow *row)
{
  const BvField *field = bv_field_row_get_field (row);
  g_auto (BvValue) value = BV_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  bv_editor_settle (bv_field_row_get_editor (row));
  if (bv_editor_read (bv_field_row_get_editor (row), &value, &error)
      && bv_field_check (field, &value, &error)) {
    bv_record_set_value (self->record, field->name, &value);
    bv_field_row_set_error (row, NULL);
    return TRUE;
  }
  bv_field_row_set_error (row, error->message);
  bv_field_row_focus (row);
  return FALSE;
}

gboolean
bv_create_window_create (BvCreateWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BV_IS_CREATE_WINDOW (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (!take_row (self, get_row (self, i)))
      return FALSE;
  if (!self->write (self->office, self->record, self->data, &error)) {
    bv_field_row_set_error (get_row (self, 0), error->message);
    return FALSE;
  }
  g_signal_emit (self, created_signal, 0, bv_record_get_id (self->record));
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static gboolean
save_record (BvOffice *office, BvRecord *record, gpointer data, GError **error)
{
  return bv_office_save (office, record, error);
}

static void
create_cb (BvCreateWindow *self)
{
  bv_create_window_create (self);
}

/* Enter goes on to the next field, and from the last one it creates. */
static void
advance_cb (BvCreateWindow *self, BvFieldRow *row)
{
  guint i = 0;

  g_ptr_array_find (self->rows, row, &i);
  bv_editor_settle (bv_field_row_get_editor (row));
  if (i + 1 < self->rows->len)
    bv_field_row_focus (get_row (self, i + 1));
  else
    bv_create_window_create (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvCreateWindow *self)
{
  if (keyval == GDK_KEY_Escape) {
    gtk_window_close (GTK_WINDOW (self));
    return GDK_EVENT_STOP;
  }
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || !(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  bv_create_window_create (self);
  return GDK_EVENT_STOP;
}

static void
bv_create_window_dispose (GObject *object)
{
  BvCreateWindow *self = BV_CREATE_WINDOW (object);

  bv_create_window_set_writer (self, save_record, NULL, NULL);
  g_clear_object (&self->office);
  g_clear_object (&self->record);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bv_create_window_parent_class)->dispose (object);
}

static void
bv_create_window_class_init (BvCreateWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_create_window_dispose;
  created_signal = g_signal_new ("created",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_INT64);
}

static GtkWidget *
build_header (BvCreateWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *create = gtk_button_new_with_mnemonic (_ ("C_reate"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (create, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (create, "clicked", G_CALLBACK (create_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), create);
  return header;
}

static void
bv_create_window_init (BvCreateWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  self->write = save_record;
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "bv-card");
  gtk_widget_add_css_class (self->body, "bv-form");
  gtk_widget_add_css_class (box, "bv-inspector");
  gtk_box_append (GTK_BOX (self->body), self->card);
  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), self->body);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 420, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

gboolean
bv_create_window_can_create (const BvKind *kind, BvOffice *office, gint64 movement_id)
{
  return (kind == &bv_department_kind || kind == &bv_person_kind
          || (kind == &bv_criterion_kind && movement_id != 0))
         && bv_office_is_writable (office);
}

/* What a row cannot be without, and what a list tells rows apart by. */
static gboolean
is_asked (const BvField *field)
{
  if (field->flags & (BV_FIELD_CONTEXT | BV_FIELD_DERIVED))
    return FALSE;
  return (field->flags & BV_FIELD_REQUIRED)
         || ((field->flags & BV_FIELD_LISTED) && !(field->flags & BV_FIELD_MINOR));
}

static void
add_row (BvCreateWindow *self, const BvField *field, gint64 movement_id)
{
  GtkWidget *row = bv_field_row_new (field, self->office);

  bv_editor_set_movement (bv_field_row_get_editor (BV_FIELD_ROW (row)), movement_id);
  bv_field_row_show (BV_FIELD_ROW (row), bv_record_get_value (self->record, field->name));
  g_signal_connect_object (row, "advance", G_CALLBACK (advance_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->card), row);
  g_ptr_array_add (self->rows, row);
}

static BvCreateWindow *
create_window (GtkWindow *parent, BvOffice *office, BvRecord *record, const char *title)
{
  BvCreateWindow *self = g_object_new (
      BV_TYPE_CREATE_WINDOW, "transient-for", parent, "modal", TRUE, "title", title, NULL);

  self->office = g_object_ref (office);
  self->record = g_object_ref (record);
  return self;
}

static void
focus_first (BvCreateWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self),
                        bv_editor_get_control (bv_field_row_get_editor (get_row (self, 0))));
}

GtkWidget *
bv_create_window_new (
    GtkWindow *parent, BvOffice *office, const BvKind *kind, gint64 movement_id, const char *name)
{
  /* Translators: the kind of a row, in small letters: "New department". */
  g_autofree char *title = g_strdup_printf (_ ("New %s"), bv_kind_get_label (kind));
  g_autoptr (BvRecord) record = bv_record_new (kind);
  BvCreateWindow *self = create_window (parent, office, record, title);
  g_auto (BvValue) value = BV_VALUE_INIT;

  if (kind->flags & BV_KIND_IN_MOVEMENT)
    bv_record_set_integer (record, "movement_id", movement_id);
  if (bv_field_parse (bv_kind_find_field (kind, kind->name_field), name, &value, NULL))
    bv_record_set_value (record, kind->name_field, &value);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_asked (&kind->fields[i]))
      add_row (self, &kind->fields[i], kind->flags & BV_KIND_IN_MOVEMENT ? movement_id : 0);
  focus_first (self);
  return GTK_WIDGET (self);
}

GtkWidget *
bv_create_window_new_for (GtkWindow *parent,
                          BvOffice *office,
                          BvRecord *record,
                          const char *title,
                          const char *note,
                          const char *const *fields)
{
  BvCreateWindow *self = create_window (parent, office, record, title);
  GtkWidget *label = bv_text_label_new (note, "dim-label");

  gtk_box_prepend (GTK_BOX (self->body), label);
  for (guint i = 0; fields[i]; i++)
    add_row (self, bv_kind_find_field (bv_record_get_kind (record), fields[i]), 0);
  focus_first (self);
  return GTK_WIDGET (self);
}

void
bv_create_window_set_writer (BvCreateWindow *self,
                             BvCreateWriter write,
                             gpointer data,
                             GDestroyNotify destroy)
{
  g_return_if_fail (BV_IS_CREATE_WINDOW (self));

  if (self->destroy)
    self->destroy (self->data);
  self->write = write;
  self->data = data;
  self->destroy = destroy;
}

BvFieldRow *
bv_create_window_get_row (BvCreateWindow *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (bv_field_row_get_field (get_row (self, i))->name, name))
      return get_row (self, i);
  return NULL;
}
