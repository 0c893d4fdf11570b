/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the field rows of a kind into headed cards; short fields stand two on a line. */
#include "config.h"

#include "bv-form-layout.h"

#include "bv-field-row.h"

#include <glib/gi18n-lib.h>

/* Longer labels would break in half of a narrow form. */
#define SHORT_LABEL 20
#define SHORT_TEXT 14

/* The form of a child row stands in the inspector of its owner, which need not be named again. */
static gboolean
is_shown (const BvField *field, gboolean child)
{
  return !(field->flags & BV_FIELD_CONTEXT) && !(child && field->flags & BV_FIELD_OWNER);
}

static gboolean
is_short (const BvField *field)
{
  if (g_utf8_strlen (bv_field_get_label (field), -1) > SHORT_LABEL)
    return FALSE;
  if (field->type == BV_FIELD_DATE || bv_field_is_number (field))
    return TRUE;
  return field->type == BV_FIELD_TEXT && field->width > 0 && field->width <= SHORT_TEXT;
}

static GtkWidget *
append_group (GtkBox *box, const char *heading)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (heading) {
    GtkWidget *label = gtk_label_new (heading);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_widget_add_css_class (label, "heading");
    gtk_box_append (GTK_BOX (group), label);
  }
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bv-card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (group), card);
  gtk_box_append (box, group);
  return card;
}

/* A heading says nothing when the only field below it is called the same. */
static gboolean
needs_heading (const BvKind *kind, guint first)
{
  const BvField *field = &kind->fields[first];

  if (!g_str_equal (_ (field->group), bv_field_get_label (field)))
    return TRUE;
  for (guint i = first + 1; i < kind->n_fields && !kind->fields[i].group; i++)
    if (is_shown (&kind->fields[i], FALSE))
      return TRUE;
  return FALSE;
}

/* The second of two short fields goes beside the first. */
static GtkWidget *
append_pair (GtkWidget *card, GtkWidget *first)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (pair, "bv-pair");
  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  g_object_ref (first);
  gtk_box_remove (GTK_BOX (card), first);
  gtk_box_append (GTK_BOX (pair), first);
  g_object_unref (first);
  gtk_box_append (GTK_BOX (card), pair);
  return pair;
}

static gboolean
has_visible_child (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child && !gtk_widget_get_visible (child))
    child = gtk_widget_get_next_sibling (child);
  return child != NULL;
}

static void
show (BvFieldRow *row, gboolean shown)
{
  GtkWidget *card = gtk_widget_get_parent (GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (row), shown);
  if (gtk_widget_has_css_class (card, "bv-pair")) {
    gtk_widget_set_visible (card, has_visible_child (card));
    card = gtk_widget_get_parent (card);
  }
  gtk_widget_set_visible (gtk_widget_get_parent (card), has_visible_child (card));
}

void
bv_form_layout_show_written (GPtrArray *rows, BvRecord *record)
{
  for (guint i = 0; i < rows->len; i++) {
    BvFieldRow *row = g_ptr_array_index (rows, i);
    const BvField *field = bv_field_row_get_field (row);

    if (field->flags & BV_FIELD_DERIVED)
      show (row, bv_record_get_value (record, field->name)->type != BV_VALUE_NULL);
  }
}

void
bv_form_layout_build (
    GtkBox *box, BvOffice *office, const BvKind *kind, gboolean headings, GPtrArray *rows)
{
  const char *heading = NULL;
  GtkWidget *card = NULL;
  GtkWidget *half = NULL; /* a short field that still has room beside it */

  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    GtkWidget *row;

    if (field->group && headings) {
      heading = needs_heading (kind, i) ? _ (field->group) : NULL;
      card = NULL;
    }
    if (!is_shown (field, !headings))
      continue;
    if (!card) {
      card = append_group (box, heading);
      half = NULL;
    }
    row = bv_field_row_new (field, office);
    g_ptr_array_add (rows, row);
    if (half && is_short (field)) {
      gtk_box_append (GTK_BOX (append_pair (card, half)), row);
      half = NULL;
    } else {
      gtk_box_append (GTK_BOX (card), row);
      half = is_short (field) ? row : NULL;
    }
  }
}
