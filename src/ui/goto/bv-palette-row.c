/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the palette; it is filled anew at every key press, not made anew. */
#include "config.h"

#include "bv-palette-row.h"

struct _BvPaletteRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed references */
  const BvGoTarget *target; /* nullable */
  GtkImage *image;
  GtkLabel *title;
  GtkLabel *context;
  AdwBin *caps;
};

G_DEFINE_FINAL_TYPE (BvPaletteRow, bv_palette_row, GTK_TYPE_LIST_BOX_ROW)

static void
bv_palette_row_class_init (BvPaletteRowClass *klass)
{
}

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static void
bv_palette_row_init (BvPaletteRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->image = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->title = add_label (GTK_BOX (texts), NULL);
  self->context = add_label (GTK_BOX (texts), "context");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->caps = ADW_BIN (adw_bin_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->caps), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->caps));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bv_palette_row_new (void)
{
  return g_object_new (BV_TYPE_PALETTE_ROW, NULL);
}

void
bv_palette_row_show (BvPaletteRow *self, const BvGoTarget *target)
{
  g_return_if_fail (BV_IS_PALETTE_ROW (self));

  self->target = target;
  gtk_widget_set_visible (GTK_WIDGET (self), target != NULL);
  if (target == NULL)
    return;
  gtk_image_set_from_icon_name (self->image, target->icon_name);
  gtk_label_set_text (self->title, target->title);
  gtk_label_set_text (self->context, target->context);
  gtk_widget_set_visible (GTK_WIDGET (self->context), *target->context != '\0');
  adw_bin_set_child (self->caps, target->keys != NULL ? bv_keys_create_caps (target->keys) : NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, target->title, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, target->context, -1);
}

const BvGoTarget *
bv_palette_row_get_target (BvPaletteRow *self)
{
  g_return_val_if_fail (BV_IS_PALETTE_ROW (self), NULL);
  return self->target;
}
