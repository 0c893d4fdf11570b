/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sections of the inspector share: heading, owner, and where messages go. */
#include "config.h"

#include "bv-section.h"

typedef struct
{
  /* Borrowed references */
  BvOffice *office;
  BvPage *page; /* weak */
  GtkWidget *heading;

  /* Owned references */
  BvRecord *owner;
} BvSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvSection, bv_section, GTK_TYPE_BOX)

#define PRIV(self) ((BvSectionPrivate *) bv_section_get_instance_private (self))

static void
bv_section_finalize (GObject *object)
{
  BvSectionPrivate *priv = PRIV (BV_SECTION (object));

  g_clear_object (&priv->owner);
  g_clear_weak_pointer (&priv->page);
  G_OBJECT_CLASS (bv_section_parent_class)->finalize (object);
}

static void
bv_section_class_init (BvSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_section_finalize;
}

static void
bv_section_init (BvSection *self)
{
  BvSectionPrivate *priv = PRIV (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  priv->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->heading), TRUE);
  gtk_widget_add_css_class (priv->heading, "heading");
  gtk_widget_set_visible (priv->heading, FALSE);
  gtk_box_append (GTK_BOX (self), priv->heading);
}

void
bv_section_set_heading (BvSection *self, const char *heading)
{
  gtk_label_set_label (GTK_LABEL (PRIV (self)->heading), heading);
  gtk_widget_set_visible (PRIV (self)->heading, TRUE);
}

void
bv_section_set_office (BvSection *self, BvOffice *office)
{
  PRIV (self)->office = office;
}

BvOffice *
bv_section_get_office (BvSection *self)
{
  return PRIV (self)->office;
}

void
bv_section_set_page (BvSection *self, BvPage *page)
{
  g_set_weak_pointer (&PRIV (self)->page, page);
}

gint64
bv_section_get_movement (BvSection *self)
{
  return PRIV (self)->page ? bv_page_get_movement (PRIV (self)->page) : 0;
}

void
bv_section_set_owner (BvSection *self, BvRecord *owner)
{
  BvSectionPrivate *priv = PRIV (self);

  g_set_object (&priv->owner, owner);
  gtk_widget_set_visible (GTK_WIDGET (self), bv_section_get_owner_id (self) != 0);
  bv_section_refresh (self);
}

BvRecord *
bv_section_get_owner (BvSection *self)
{
  return PRIV (self)->owner;
}

gint64
bv_section_get_owner_id (BvSection *self)
{
  BvRecord *owner = PRIV (self)->owner;

  return owner ? bv_record_get_id (owner) : 0;
}

gboolean
bv_section_is_writable (BvSection *self)
{
  return bv_office_is_writable (PRIV (self)->office);
}

void
bv_section_refresh (BvSection *self)
{
  BV_SECTION_GET_CLASS (self)->refresh (self);
}

gboolean
bv_section_flush (BvSection *self, gboolean focus)
{
  BvSectionClass *klass = BV_SECTION_GET_CLASS (self);

  return !klass->flush || klass->flush (self, focus);
}

gboolean
bv_section_is_dirty (BvSection *self)
{
  BvSectionClass *klass = BV_SECTION_GET_CLASS (self);

  return klass->is_dirty && klass->is_dirty (self);
}

gboolean
bv_section_paste (BvSection *self)
{
  BvSectionClass *klass = BV_SECTION_GET_CLASS (self);

  return klass->paste && klass->paste (self);
}

void
bv_section_toast (BvSection *self, const char *message, gboolean undo)
{
  if (PRIV (self)->page)
    bv_page_toast (PRIV (self)->page, message, undo);
}

void
bv_section_show_page (BvSection *self, const char *name, gint64 id)
{
  if (PRIV (self)->page)
    bv_page_show (PRIV (self)->page, name, id);
}

void
bv_section_report (BvSection *self, GError *error)
{
  if (PRIV (self)->page) {
    bv_page_report (PRIV (self)->page, error);
    return;
  }
  g_message ("%s", error->message);
  g_error_free (error);
}
