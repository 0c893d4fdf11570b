/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change of several rows will do, line by line, before it is done. */
#include "config.h"

#include "bv-bulk-preview.h"

#include "bv-number.h"

#include <glib/gi18n-lib.h>

/* Old values that are told one by one, and characters of a value. */
#define MOST_LINES 8
#define LONGEST_VALUE 80

struct _BvBulkPreview
{
  AdwBin parent_instance;

  /* Borrowed: a child */
  GtkWidget *lines;
};

G_DEFINE_FINAL_TYPE (BvBulkPreview, bv_bulk_preview, ADW_TYPE_BIN)

static char *
shorten (const char *value)
{
  g_autofree char *head = NULL;

  if (*value == '\0')
    return g_strdup (_ ("(blank)"));
  if (g_utf8_strlen (value, -1) <= LONGEST_VALUE)
    return g_strdup (value);
  head = g_utf8_substring (value, 0, LONGEST_VALUE);
  return g_strconcat (g_strchomp (head), "…", NULL);
}

static void
append_line (BvBulkPreview *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->lines), label);
}

static void
append_olds (BvBulkPreview *self, BvBulkChange *change)
{
  GPtrArray *olds = bv_bulk_change_get_olds (change);
  g_autofree char *value = shorten (bv_bulk_change_get_value_text (change));
  guint n_rest = 0;

  for (guint i = 0; i < olds->len; i++) {
    const BvBulkPart *part = g_ptr_array_index (olds, i);
    g_autofree char *old = shorten (part->text);
    g_autofree char *n_rows = bv_number_format_integer (part->n_rows);
    g_autofree char *line = NULL;

    if (i >= MOST_LINES) {
      n_rest += part->n_rows;
      continue;
    }
    /* Translators: a number of rows, their value now, their value then. */
    line = g_strdup_printf (
        ngettext ("%s row: %s → %s", "%s rows: %s → %s", part->n_rows), n_rows, old, value);
    append_line (self, line, NULL);
  }
  if (n_rest > 0) {
    g_autofree char *rows = bv_number_format_integer (n_rest);
    g_autofree char *line = g_strdup_printf (
        ngettext ("%s row with another value → %s", "%s rows with other values → %s", n_rest),
        rows,
        value);

    append_line (self, line, NULL);
  }
}

static void
append_same (BvBulkPreview *self, guint n_same)
{
  g_autofree char *n_rows = bv_number_format_integer (n_same);
  g_autofree char *line = g_strdup_printf (
      ngettext ("%s row is so already", "%s rows are so already", n_same), n_rows);

  if (n_same > 0)
    append_line (self, line, "dim-label");
}

static void
append_obstacles (BvBulkPreview *self, GPtrArray *obstacles)
{
  for (guint i = 0; i < obstacles->len && i < MOST_LINES; i++) {
    const BvBulkPart *part = g_ptr_array_index (obstacles, i);
    g_autofree char *n_rows = bv_number_format_integer (part->n_rows);
    /* Translators: a number of rows, a sentence that says why. */
    g_autofree char *line = g_strdup_printf (
        ngettext ("%s row cannot be changed: %s", "%s rows cannot be changed: %s", part->n_rows),
        n_rows,
        part->text);

    append_line (self, line, "error");
  }
}

static void
bv_bulk_preview_class_init (BvBulkPreviewClass *klass)
{
}

static void
bv_bulk_preview_init (BvBulkPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = gtk_label_new (_ ("What will change"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->lines, "card");
  gtk_widget_add_css_class (self->lines, "bv-bulk-lines");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->lines);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bv_bulk_preview_new (void)
{
  return g_object_new (BV_TYPE_BULK_PREVIEW, NULL);
}

void
bv_bulk_preview_show (BvBulkPreview *self, BvBulkChange *change)
{
  GtkWidget *line;

  g_return_if_fail (BV_IS_BULK_PREVIEW (self));

  while ((line = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), line);
  gtk_widget_set_visible (GTK_WIDGET (self), change != NULL);
  if (change == NULL)
    return;
  append_olds (self, change);
  append_same (self, bv_bulk_change_count_same (change));
  append_obstacles (self, bv_bulk_change_get_obstacles (change));
}
