/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a child section: what it says in two lines, its form below when opened. */
#include "config.h"

#include "bv-child-row.h"

#include "bv-form.h"
#include "bv-office.h"

#include <glib/gi18n-lib.h>

struct _BvChildRow
{
  GtkBox parent_instance;

  /* Borrowed references: the office and children */
  BvOffice *office;
  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *arrow;
  GtkWidget *revealer;
  GtkWidget *body;
  BvForm *form; /* NULL until first opened */
  GtkWidget *status;
  GtkWidget *remove_button;

  /* Owned references */
  BvRecord *record; /* as stored */
};

enum { REMOVE, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvChildRow, bv_child_row, GTK_TYPE_BOX)

static const BvField *
get_main_field (const BvKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_MAIN)
      return &kind->fields[i];
  return bv_kind_find_field (kind, kind->name_field);
}

/* "Takes part · 50 %": the other listed fields, dates with their label. */
static char *
dup_details (BvChildRow *self)
{
  const BvKind *kind = bv_record_get_kind (self->record);
  const BvField *main = get_main_field (kind);
  g_autoptr (GString) details = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    g_autofree char *text = NULL;

    if (field == main || !(field->flags & BV_FIELD_LISTED) || (field->flags & BV_FIELD_OWNER))
      continue;
    text = bv_office_display (self->office, self->record, field);
    if (!text || !*text)
      continue;
    g_string_append (details, details->len ? " · " : "");
    if (field->type == BV_FIELD_DATE)
      g_string_append_printf (details, "%s ", bv_field_get_label (field));
    g_string_append (details, text);
  }
  return g_strdup (details->str);
}

static void
update_header (BvChildRow *self)
{
  const BvField *main = get_main_field (bv_record_get_kind (self->record));
  g_autofree char *title = bv_office_display (self->office, self->record, main);
  g_autofree char *details = NULL;
  gboolean fresh = bv_record_get_id (self->record) == 0;

  if (fresh)
    title = (g_free (title), g_strdup (_ ("New row")));
  else
    details = dup_details (self);
  gtk_label_set_label (GTK_LABEL (self->title), title && *title ? title : "–");
  gtk_label_set_label (GTK_LABEL (self->subtitle), details ? details : "");
  gtk_widget_set_visible (self->subtitle, details && *details);
}

static void
status_cb (BvChildRow *self)
{
  const char *status = bv_form_get_status (self->form);

  gtk_label_set_label (GTK_LABEL (self->status), status);
  gtk_widget_set_visible (self->status, *status != '\0');
}

static void
saved_cb (BvChildRow *self)
{
  bv_child_row_show (self, bv_form_get_record (self->form));
}

static void
failed_cb (BvChildRow *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
remove_cb (BvChildRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
toggle_cb (BvChildRow *self)
{
  gboolean open = gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));

  if (!open || bv_child_row_flush (self, TRUE))
    bv_child_row_set_open (self, !open);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvChildRow *self)
{
  if (keyval != GDK_KEY_Escape || !gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return FALSE;
  if (bv_child_row_get_id (self) == 0) {
    g_signal_emit (self, signals[REMOVE], 0);
    return TRUE;
  }
  gtk_widget_grab_focus (self->header);
  bv_child_row_set_open (self, FALSE);
  return TRUE;
}

static void
bv_child_row_finalize (GObject *object)
{
  g_clear_object (&BV_CHILD_ROW (object)->record);
  G_OBJECT_CLASS (bv_child_row_parent_class)->finalize (object);
}

static void
bv_child_row_class_init (BvChildRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_child_row_finalize;
  signals[REMOVE] = g_signal_new (
      "remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_ERROR);
}

static GtkWidget *
new_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
build_header (BvChildRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = new_line (NULL);
  self->subtitle = new_line ("caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->subtitle);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), self->arrow);
  self->header = gtk_button_new ();
  gtk_widget_add_css_class (self->header, "flat");
  gtk_widget_add_css_class (self->header, "bv-child");
  gtk_button_set_child (GTK_BUTTON (self->header), line);
  g_signal_connect_swapped (self->header, "clicked", G_CALLBACK (toggle_cb), self);
  gtk_box_append (GTK_BOX (self), self->header);
}

static void
bv_child_row_init (BvChildRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  build_header (self);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->body, "bv-child-body");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->body);
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_box_append (GTK_BOX (self), self->revealer);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The form is built when the row is opened for the first time. */
static void
ensure_form (BvChildRow *self)
{
  if (self->form)
    return;
  self->form = BV_FORM (bv_form_new (self->office, bv_record_get_kind (self->record), FALSE));
  self->status = new_line ("caption");
  gtk_widget_add_css_class (self->status, "dim-label");
  self->remove_button = gtk_button_new_with_label (_ ("Remove"));
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_widget_set_halign (self->remove_button, GTK_ALIGN_END);
  gtk_widget_set_visible (self->remove_button, bv_office_is_writable (self->office));
  gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self->body), self->status);
  gtk_box_append (GTK_BOX (self->body), self->remove_button);
  g_signal_connect_swapped (self->form, "status", G_CALLBACK (status_cb), self);
  g_signal_connect_swapped (self->form, "saved", G_CALLBACK (saved_cb), self);
  g_signal_connect_swapped (self->form, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->remove_button, "clicked", G_CALLBACK (remove_cb), self);
  bv_form_edit (self->form, self->record);
  status_cb (self);
}

GtkWidget *
bv_child_row_new (BvOffice *office, BvRecord *record)
{
  BvChildRow *self = g_object_new (BV_TYPE_CHILD_ROW, NULL);

  self->office = office;
  self->record = g_object_ref (record);
  update_header (self);
  if (bv_record_get_id (record) == 0)
    bv_child_row_set_open (self, TRUE);
  return GTK_WIDGET (self);
}

gint64
bv_child_row_get_id (BvChildRow *self)
{
  return bv_record_get_id (self->record);
}

const char *
bv_child_row_get_title (BvChildRow *self)
{
  return gtk_label_get_label (GTK_LABEL (self->title));
}

void
bv_child_row_show (BvChildRow *self, BvRecord *record)
{
  g_autoptr (BvRecord) copy = bv_record_copy (record);

  g_set_object (&self->record, copy);
  update_header (self);
}

void
bv_child_row_set_open (BvChildRow *self, gboolean open)
{
  if (open)
    ensure_form (self);
  gtk_widget_set_visible (self->revealer, open);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

gboolean
bv_child_row_flush (BvChildRow *self, gboolean focus)
{
  return !self->form || bv_form_flush (self->form, focus);
}

gboolean
bv_child_row_is_dirty (BvChildRow *self)
{
  return self->form && bv_form_is_dirty (self->form);
}

void
bv_child_row_focus_first (BvChildRow *self)
{
  bv_child_row_set_open (self, TRUE);
  bv_form_focus_first (self->form);
}
