/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing what the columns of a table are. */
#include "config.h"

#include "bv-import-mapping.h"

#include "bv-import-fields.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More columns than this are not looked through by hand. */
#define MOST_COLUMNS 60
#define SAMPLE_ROWS 200
#define SAMPLES 2
#define SAMPLE_LENGTH 40

struct _BvImportMapping
{
  AdwBin parent_instance;

  /* Owned */
  BvImportJob *job;
  GtkStringList *names; /* of the fields, after "left out" */
  GPtrArray *fields;    /* BvField, borrowed, in the same order from 1 */
  GPtrArray *choosers;  /* GtkDropDown, borrowed, by column; NULL where the column is blank */
  BvTable *table;       /* that the rows were built for; nullable */

  guint n_above, n_heading_rows;
  gboolean silent;

  /* Borrowed references: children */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BvImportMapping, bv_import_mapping, ADW_TYPE_BIN)

static void
selected_cb (GtkDropDown *chooser, GParamSpec *pspec, BvImportMapping *self)
{
  guint selected = gtk_drop_down_get_selected (chooser);
  guint column;

  if (self->silent || !g_ptr_array_find (self->choosers, chooser, &column)
      || selected == GTK_INVALID_LIST_POSITION)
    return;
  bv_import_job_set_field (
      self->job, column, selected ? g_ptr_array_index (self->fields, selected - 1) : NULL);
}

/* "A" to "Z", then "AA" */
static char *
name_column (guint column)
{
  char name[4] = { 0 };
  guint n = 0;

  for (guint rest = column + 1; rest && n < 3; rest = (rest - 1) / 26, n++)
    name[n] = (char) ('A' + (rest - 1) % 26);
  g_strreverse (name);
  /* Translators: a column of a sheet: "Column C". */
  return g_strdup_printf (_ ("Column %s"), name);
}

/* The first values that differ, in one line. */
static char *
dup_sample (BvTable *table, const BvImportColumns *columns, guint column)
{
  g_autoptr (GString) sample = g_string_new (NULL);
  guint first = columns->n_above + columns->n_heading_rows, n = 0;
  const char *before = "";

  for (guint row = first; row < MIN (bv_table_get_n_rows (table), first + SAMPLE_ROWS); row++) {
    const char *text = bv_table_get_cell (table, row, column);
    g_autofree char *start = NULL;

    if (!*text || g_str_equal (text, before))
      continue;
    start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), SAMPLE_LENGTH));
    g_strdelimit (start, "\r\n\t", ' ');
    g_string_append_printf (sample, "%s%s", n ? " · " : "", start);
    before = text;
    if (++n == SAMPLES)
      break;
  }
  return g_string_free (g_steal_pointer (&sample), FALSE);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_chooser (BvImportMapping *self, const char *heading)
{
  GtkWidget *chooser = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->names)), NULL);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect (chooser, "notify::selected", G_CALLBACK (selected_cb), self);
  return chooser;
}

static void
add_row (BvImportMapping *self, BvTable *table, const BvImportColumns *columns, guint column)
{
  g_autofree char *sample = dup_sample (table, columns, column);
  g_autofree char *name = *columns->headings[column] ? g_strdup (columns->headings[column])
                                                     : name_column (column);
  GtkWidget *box, *title, *row, *chooser;

  if (!*sample && !*columns->headings[column]) {
    g_ptr_array_add (self->choosers, NULL);
    return;
  }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (box, "bv-import-column");
  title = create_label (name, "heading");
  bv_tooltip_set (title, name);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), create_label (*sample ? sample : _ ("no text"), "dim-label"));
  chooser = create_chooser (self, name);
  gtk_box_append (GTK_BOX (box), chooser);
  gtk_list_box_append (self->list, box);
  row = gtk_widget_get_parent (box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_ptr_array_add (self->choosers, chooser);
}

static void
rebuild (BvImportMapping *self, BvTable *table, const BvImportColumns *columns)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->choosers, 0);
  g_clear_pointer (&self->table, bv_table_unref);
  self->table = bv_table_ref (table);
  self->n_above = columns->n_above;
  self->n_heading_rows = columns->n_heading_rows;
  for (guint i = 0; i < MIN (columns->n_columns, MOST_COLUMNS); i++)
    add_row (self, table, columns, i);
}

static void
changed_cb (BvImportMapping *self)
{
  BvTable *table = bv_import_job_get_table (self->job);
  const BvImportColumns *columns = bv_import_job_get_columns (self->job);

  if (!columns)
    return;
  self->silent = TRUE;
  if (table != self->table || columns->n_above != self->n_above
      || columns->n_heading_rows != self->n_heading_rows)
    rebuild (self, table, columns);
  for (guint i = 0; i < self->choosers->len; i++) {
    GtkDropDown *chooser = g_ptr_array_index (self->choosers, i);
    guint index = 0;

    if (!chooser)
      continue;
    if (columns->fields[i] && g_ptr_array_find (self->fields, columns->fields[i], &index))
      index++;
    gtk_drop_down_set_selected (chooser, index);
  }
  self->silent = FALSE;
}

static void
bv_import_mapping_dispose (GObject *object)
{
  BvImportMapping *self = BV_IMPORT_MAPPING (object);

  g_clear_object (&self->job);
  g_clear_object (&self->names);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->choosers, g_ptr_array_unref);
  g_clear_pointer (&self->table, bv_table_unref);
  G_OBJECT_CLASS (bv_import_mapping_parent_class)->dispose (object);
}

static void
bv_import_mapping_class_init (BvImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_import_mapping_dispose;
}

static void
bv_import_mapping_init (BvImportMapping *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->fields = g_ptr_array_new ();
  self->choosers = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "bv-import-mapping");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
bv_import_mapping_new (BvImportJob *job)
{
  BvImportMapping *self = g_object_new (BV_TYPE_IMPORT_MAPPING, NULL);
  const BvKind *kind = bv_import_job_get_kind (job);

  self->job = g_object_ref (job);
  self->names = gtk_string_list_new (NULL);
  gtk_string_list_append (self->names, _ ("Leave out"));
  for (guint i = 0; i < bv_import_fields_count (kind); i++) {
    const BvField *field = bv_import_fields_get (kind, i);

    if (!bv_import_columns_may_hold (field))
      continue;
    gtk_string_list_append (self->names, bv_field_get_label (field));
    g_ptr_array_add (self->fields, (gpointer) field);
  }
  g_signal_connect_object (job, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
