/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with one unfolding line for each child row, and a button that adds one. */
#include "config.h"

#include "bv-child-section.h"

#include "bv-child-row.h"
#include "bv-query.h"

#include <glib/gi18n-lib.h>

struct _BvChildSection
{
  BvSection parent_instance;
  const BvKind *kind;
  const BvField *owner_field;
  gint64 shown_owner;

  /* Borrowed references: children */
  GtkWidget *card;
  GtkWidget *add_button;
  GtkWidget *add_label;

  /* Owned references */
  GPtrArray *rows; /* BvChildRow, borrowed */
};

G_DEFINE_FINAL_TYPE (BvChildSection, bv_child_section, BV_TYPE_SECTION)

static void
drop_row (BvChildSection *self, BvChildRow *row)
{
  g_ptr_array_remove (self->rows, row);
  gtk_box_remove (GTK_BOX (self->card), GTK_WIDGET (row));
}

static void
remove_cb (BvChildRow *row, BvChildSection *self)
{
  g_autofree char *message = NULL;
  GError *error = NULL;
  gint64 id = bv_child_row_get_id (row);

  gtk_widget_grab_focus (self->add_button);
  if (!id) {
    drop_row (self, row);
    return;
  }
  message = g_strdup_printf (_ ("Removed “%s”"), bv_child_row_get_title (row));
  if (!bv_office_remove (bv_section_get_office (BV_SECTION (self)), self->kind, &id, 1, &error)) {
    bv_section_report (BV_SECTION (self), error);
    return;
  }
  bv_section_toast (BV_SECTION (self), message, TRUE);
}

static void
failed_cb (BvChildSection *self, const GError *error)
{
  bv_section_report (BV_SECTION (self), g_error_copy (error));
}

static BvChildRow *
append_row (BvChildSection *self, BvRecord *record)
{
  GtkWidget *row = bv_child_row_new (bv_section_get_office (BV_SECTION (self)), record);
  GtkWidget *before = gtk_widget_get_prev_sibling (self->add_button);

  gtk_box_insert_child_after (GTK_BOX (self->card), row, before);
  g_ptr_array_add (self->rows, row);
  g_signal_connect (row, "remove", G_CALLBACK (remove_cb), self);
  g_signal_connect_swapped (row, "failed", G_CALLBACK (failed_cb), self);
  return BV_CHILD_ROW (row);
}

static void
add_cb (BvChildSection *self)
{
  g_autoptr (BvRecord) record = NULL;

  if (!bv_section_flush (BV_SECTION (self), TRUE))
    return;
  record = bv_record_new (self->kind);
  bv_record_set_integer (
      record, self->owner_field->name, bv_section_get_owner_id (BV_SECTION (self)));
  if (self->kind->flags & BV_KIND_IN_MOVEMENT)
    bv_record_set_integer (record, "movement_id", bv_section_get_movement (BV_SECTION (self)));
  bv_child_row_focus_first (append_row (self, record));
}

static GArray *
load_ids (BvChildSection *self, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (self->kind);
  g_auto (BvValue) owner = BV_VALUE_INIT;

  if (self->kind->flags & BV_KIND_IN_MOVEMENT)
    query->movement_id = bv_section_get_movement (BV_SECTION (self));
  bv_value_set_integer (&owner, bv_section_get_owner_id (BV_SECTION (self)));
  bv_query_set_filter (query, self->owner_field, &owner);
  return bv_query_run (query, bv_section_get_office (BV_SECTION (self)), error);
}

static BvChildRow *
find_row (BvChildSection *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (bv_child_row_get_id (g_ptr_array_index (self->rows, i)) == id)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Rows that are gone leave; a new one being typed stays, unless the owner is another row now. */
static void
drop_gone (BvChildSection *self, GArray *ids, gboolean all)
{
  for (guint i = self->rows->len; i > 0; i--) {
    BvChildRow *row = g_ptr_array_index (self->rows, i - 1);
    gint64 id = bv_child_row_get_id (row);

    if (all || (id && !has_id (ids, id)))
      drop_row (self, row);
  }
}

static void
show_rows (BvChildSection *self, GArray *ids)
{
  BvOffice *office = bv_section_get_office (BV_SECTION (self));
  g_autofree BvRecord **records = g_new0 (BvRecord *, ids->len + 1);
  GError *error = NULL;

  if (!bv_office_load_many (
          office, self->kind, (const gint64 *) (gpointer) ids->data, ids->len, records, &error)) {
    bv_section_report (BV_SECTION (self), error);
    return;
  }
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) record = records[i];
    BvChildRow *row;

    if (!record)
      continue;
    row = find_row (self, bv_record_get_id (record));
    if (row)
      bv_child_row_show (row, record);
    else
      append_row (self, record);
  }
}

static void
bv_child_section_refresh (BvSection *section)
{
  BvChildSection *self = BV_CHILD_SECTION (section);
  gint64 owner = bv_section_get_owner_id (section);
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  gtk_widget_set_visible (self->add_button, bv_section_is_writable (section));
  if (!owner)
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  else
    ids = load_ids (self, &error);
  if (!ids) {
    bv_section_report (section, error);
    return;
  }
  drop_gone (self, ids, owner != self->shown_owner);
  self->shown_owner = owner;
  show_rows (self, ids);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          owner && (ids->len || bv_section_is_writable (section)));
}

static gboolean
bv_child_section_flush (BvSection *section, gboolean focus)
{
  BvChildSection *self = BV_CHILD_SECTION (section);
  g_autoptr (GPtrArray) rows = g_ptr_array_copy (self->rows, NULL, NULL);

  for (guint i = 0; i < rows->len; i++) {
    BvChildRow *row = g_ptr_array_index (rows, i);

    if (!bv_child_row_flush (row, focus))
      return FALSE;
    if (bv_child_row_get_id (row) == 0)
      drop_row (self, row); /* opened and left without a word */
  }
  return TRUE;
}

static gboolean
bv_child_section_is_dirty (BvSection *section)
{
  BvChildSection *self = BV_CHILD_SECTION (section);

  for (guint i = 0; i < self->rows->len; i++)
    if (bv_child_row_is_dirty (g_ptr_array_index (self->rows, i)))
      return TRUE;
  return FALSE;
}

static void
bv_child_section_finalize (GObject *object)
{
  g_clear_pointer (&BV_CHILD_SECTION (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bv_child_section_parent_class)->finalize (object);
}

static void
bv_child_section_class_init (BvChildSectionClass *klass)
{
  BvSectionClass *section_class = BV_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_child_section_finalize;
  section_class->refresh = bv_child_section_refresh;
  section_class->flush = bv_child_section_flush;
  section_class->is_dirty = bv_child_section_is_dirty;
}

static void
bv_child_section_init (BvChildSection *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->rows = g_ptr_array_new ();
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "bv-card");
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  self->add_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (line), self->add_label);
  self->add_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add_button), line);
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_add_css_class (self->add_button, "bv-child");
  gtk_box_append (GTK_BOX (self->card), self->add_button);
  gtk_box_append (GTK_BOX (self), self->card);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
}

GtkWidget *
bv_child_section_new (BvOffice *office, const BvKind *kind, const BvField *owner_field)
{
  BvChildSection *self = g_object_new (BV_TYPE_CHILD_SECTION, NULL);
  /* Translators: %s is a kind of row in small letters: "Add partner". */
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), bv_kind_get_label (kind));

  self->kind = kind;
  self->owner_field = owner_field;
  bv_section_set_office (BV_SECTION (self), office);
  bv_section_set_heading (BV_SECTION (self), bv_kind_get_plural (kind));
  gtk_label_set_label (GTK_LABEL (self->add_label), label);
  return GTK_WIDGET (self);
}
