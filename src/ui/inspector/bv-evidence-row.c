/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the evidence card. */
#include "config.h"

#include "bv-evidence-row.h"

#include "bv-file-size.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define PICTURE_SIZE 40

struct _BvEvidenceRow
{
  GtkBox parent_instance;

  /* Borrowed: a child */
  GtkImage *image;

  /* Owned references */
  BvRecord *attachment;
};

enum { OPEN, REMOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvEvidenceRow, bv_evidence_row, GTK_TYPE_BOX)

/* "PDF": what stands behind the last dot, in capitals; nothing when it is no short word. */
static char *
dup_extension (const char *name)
{
  const char *dot = strrchr (name, '.');

  if (!dot || dot == name || strlen (dot) > 6)
    return g_strdup ("");
  return g_utf8_strup (dot + 1, -1);
}

static char *
dup_details (BvRecord *attachment)
{
  const BvField *added_on = bv_kind_find_field (&bv_attachment_kind, "added_on");
  g_autofree char *extension = dup_extension (bv_record_get_text (attachment, "name"));
  g_autofree char *size = bv_file_size_format (bv_record_get_integer (attachment, "size"));
  g_autofree char *date = bv_field_format (added_on, bv_record_get_value (attachment, "added_on"));
  g_autoptr (GString) details = g_string_new (extension);

  g_string_append_printf (details, "%s%s", details->len ? " · " : "", size);
  if (date && *date) {
    /* Translators: %s is the day on which a file was added. */
    g_autofree char *added = g_strdup_printf (_ ("added %s"), date);

    g_string_append_printf (details, " · %s", added);
  }
  return g_strdup (details->str);
}

static GtkWidget *
new_icon (BvRecord *attachment)
{
  const char *media_type = bv_record_get_text (attachment, "media_type");
  g_autofree char *type = *media_type ? g_content_type_from_mime_type (media_type) : NULL;
  g_autoptr (GIcon) icon = NULL;
  GtkWidget *image;

  if (type)
    icon = g_content_type_get_symbolic_icon (type);
  if (!icon)
    icon = g_themed_icon_new ("text-x-generic-symbolic");
  image = gtk_image_new_from_gicon (icon);
  gtk_widget_add_css_class (image, "bv-thumbnail");
  return image;
}

static void
open_cb (BvEvidenceRow *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
remove_cb (BvEvidenceRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
bv_evidence_row_finalize (GObject *object)
{
  g_clear_object (&BV_EVIDENCE_ROW (object)->attachment);
  G_OBJECT_CLASS (bv_evidence_row_parent_class)->finalize (object);
}

static void
add_signal (BvEvidenceRowClass *klass, guint signal, const char *name)
{
  signals[signal] = g_signal_new (
      name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_evidence_row_class_init (BvEvidenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_evidence_row_finalize;
  add_signal (klass, OPEN, "open");
  add_signal (klass, REMOVE, "remove");
}

static void
bv_evidence_row_init (BvEvidenceRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 0);
}

static GtkWidget *
new_caption (const char *text, const char *tone)
{
  GtkWidget *caption = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, tone);
  return caption;
}

static GtkWidget *
new_texts (BvRecord *attachment, const char *twin)
{
  g_autofree char *details = dup_details (attachment);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (bv_record_get_text (attachment, "name"));
  GtkWidget *line = new_caption (details, "dim-label");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  bv_tooltip_set (name, bv_record_get_text (attachment, "name"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), line);
  if (twin) {
    GtkWidget *where = new_caption (twin, "warning");

    bv_tooltip_set (where, twin);
    gtk_box_append (GTK_BOX (texts), where);
  }
  return texts;
}

static void
build_open_button (BvEvidenceRow *self, const char *twin)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *label = NULL;

  /* Translators: %s is the name of a file. */
  label = g_strdup_printf (_ ("Open “%s”"), bv_record_get_text (self->attachment, "name"));
  self->image = GTK_IMAGE (new_icon (self->attachment));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (line), new_texts (self->attachment, twin));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-child");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (self), button);
}

static void
build_remove_button (BvEvidenceRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = NULL;

  label = g_strdup_printf (_ ("Remove “%s”"), bv_record_get_text (self->attachment, "name"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-inline");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (button, 8);
  bv_tooltip_set (button, _ ("Remove"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (self), button);
}

GtkWidget *
bv_evidence_row_new (BvRecord *attachment, const char *twin, gboolean writable)
{
  BvEvidenceRow *self = g_object_new (BV_TYPE_EVIDENCE_ROW, NULL);

  self->attachment = g_object_ref (attachment);
  build_open_button (self, twin);
  if (writable)
    build_remove_button (self);
  return GTK_WIDGET (self);
}

BvRecord *
bv_evidence_row_get_attachment (BvEvidenceRow *self)
{
  return self->attachment;
}

void
bv_evidence_row_show_picture (BvEvidenceRow *self, GdkTexture *picture)
{
  gtk_image_set_from_paintable (self->image, GDK_PAINTABLE (picture));
  gtk_image_set_pixel_size (self->image, PICTURE_SIZE);
}
