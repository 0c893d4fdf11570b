/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar above the preview. */
#include "config.h"

#include "bv-import-layout.h"

#include <glib/gi18n-lib.h>

#define MOST_HEADING_LINES 3
#define LAST_HEADING_LINE 1000

struct _BvImportLayout
{
  AdwBin parent_instance;
  gboolean silent;

  /* Owned */
  BvImportJob *job;
  BvSource *source; /* that the sheets were listed of; borrowed */

  /* Borrowed references: children */
  GtkWidget *sheet_box, *heading_box, *encoding;
  GtkDropDown *sheets, *heights;
  GtkSpinButton *line;
  GtkCheckButton *hidden;
  GtkLabel *sample;
  GtkToggleButton *convert;
};

G_DEFINE_FINAL_TYPE (BvImportLayout, bv_import_layout, ADW_TYPE_BIN)

static void
sheet_cb (BvImportLayout *self)
{
  if (!self->silent)
    bv_import_job_choose_sheet (self->job, gtk_drop_down_get_selected (self->sheets));
}

/* Lines are counted as in the sheet, where blank ones count too. */
static guint
find_row (BvTable *table, guint line)
{
  guint row = 0;

  while (row + 1 < bv_table_get_n_rows (table) && bv_table_get_line (table, row) < line)
    row++;
  return row;
}

static void
heading_cb (BvImportLayout *self)
{
  BvTable *table = bv_import_job_get_table (self->job);
  guint height = gtk_drop_down_get_selected (self->heights);

  if (self->silent || !table)
    return;
  bv_import_job_set_heading (
      self->job,
      height ? find_row (table, (guint) gtk_spin_button_get_value_as_int (self->line)) : 0,
      height);
}

static void
hidden_cb (BvImportLayout *self)
{
  if (!self->silent)
    bv_import_job_set_with_hidden (self->job, gtk_check_button_get_active (self->hidden));
}

static void
convert_cb (BvImportLayout *self)
{
  if (!self->silent)
    bv_import_job_set_converting (self->job, gtk_toggle_button_get_active (self->convert));
}

static void
list_sheets (BvImportLayout *self, BvSource *source)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (source == self->source)
    return;
  self->source = source;
  for (guint i = 0; i < bv_source_get_n_sheets (source); i++) {
    /* Translators: a sheet of a workbook that is hidden there. */
    g_autofree char *title = g_strdup_printf (bv_source_is_hidden (source, i) ? _ ("%s (hidden)")
                                                                              : "%s",
                                              bv_source_get_title (source, i));

    gtk_string_list_append (titles, title);
  }
  gtk_drop_down_set_model (self->sheets, G_LIST_MODEL (titles));
}

static gboolean
has_hidden (BvTable *table)
{
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    if (bv_table_is_hidden (table, i))
      return TRUE;
  return FALSE;
}

static void
show_encoding (BvImportLayout *self)
{
  static const char *const names[] = { NULL, "TCVN3 (ABC)", "VNI", "Windows-1258", "NFD" };
  gboolean converting;
  BvLegacy encoding = bv_import_job_get_encoding (self->job, &converting);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->encoding, encoding != BV_LEGACY_NONE);
  if (encoding == BV_LEGACY_NONE)
    return;
  before = bv_import_job_dup_sample (self->job, &after);
  /* Translators: the name of an old encoding, a text as it is, and as it will be. */
  text = g_strdup_printf (_ ("The text seems to be in the old encoding %s: “%s” → “%s”"),
                          names[encoding],
                          before,
                          after);
  gtk_label_set_label (self->sample, text);
  gtk_toggle_button_set_active (self->convert, converting);
}

static void
show_table (BvImportLayout *self, BvTable *table)
{
  const BvImportColumns *columns = bv_import_job_get_columns (self->job);
  guint row = columns ? columns->n_above : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->hidden), has_hidden (table));
  gtk_check_button_set_active (self->hidden, bv_import_job_get_with_hidden (self->job));
  if (!columns || row >= bv_table_get_n_rows (table))
    return;
  gtk_spin_button_set_value (self->line, bv_table_get_line (table, row));
  gtk_drop_down_set_selected (self->heights, columns->n_heading_rows);
  gtk_widget_set_sensitive (GTK_WIDGET (self->line), columns->n_heading_rows > 0);
}

static void
changed_cb (BvImportLayout *self)
{
  BvSource *source = bv_import_job_get_source (self->job);
  BvTable *table = bv_import_job_get_table (self->job);

  self->silent = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), table != NULL);
  if (source) {
    list_sheets (self, source);
    gtk_widget_set_visible (self->sheet_box, bv_source_get_n_sheets (source) > 1);
    gtk_drop_down_set_selected (self->sheets, bv_import_job_get_sheet (self->job));
  }
  if (table) {
    show_table (self, table);
    show_encoding (self);
  }
  self->silent = FALSE;
}

static void
bv_import_layout_dispose (GObject *object)
{
  g_clear_object (&BV_IMPORT_LAYOUT (object)->job);
  G_OBJECT_CLASS (bv_import_layout_parent_class)->dispose (object);
}

static void
bv_import_layout_class_init (BvImportLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_import_layout_dispose;
}

static GtkWidget *
add_labelled (GtkWidget *parent, const char *text, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (GTK_BOX (parent), box);
  return box;
}

static void
build_heading (BvImportLayout *self, GtkWidget *bar)
{
  const char *heights[MOST_HEADING_LINES + 2] = { _ ("no headings") };
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= MOST_HEADING_LINES; i++) {
    g_ptr_array_add (owned, g_strdup_printf (ngettext ("%u line", "%u lines", i), i));
    heights[i] = g_ptr_array_index (owned, i - 1);
  }
  self->line = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, LAST_HEADING_LINE, 1));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->line), 4);
  self->heights = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (heights));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->heights), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Lines of headings"), -1);
  self->heading_box = add_labelled (bar, _ ("_Headings from line"), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (self->heading_box), GTK_WIDGET (self->heights));
  g_signal_connect_swapped (self->line, "value-changed", G_CALLBACK (heading_cb), self);
  g_signal_connect_swapped (self->heights, "notify::selected", G_CALLBACK (heading_cb), self);
}

static GtkWidget *
build_encoding (BvImportLayout *self)
{
  self->encoding = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->sample = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->sample, TRUE);
  gtk_label_set_xalign (self->sample, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sample), TRUE);
  self->convert = GTK_TOGGLE_BUTTON (
      gtk_toggle_button_new_with_mnemonic (_ ("_Convert to Unicode")));
  gtk_widget_set_valign (GTK_WIDGET (self->convert), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->encoding), GTK_WIDGET (self->sample));
  gtk_box_append (GTK_BOX (self->encoding), GTK_WIDGET (self->convert));
  gtk_widget_add_css_class (self->encoding, "bv-banner");
  g_signal_connect_swapped (self->convert, "toggled", G_CALLBACK (convert_cb), self);
  return self->encoding;
}

static void
bv_import_layout_init (BvImportLayout *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->sheets = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_signal_connect_swapped (self->sheets, "notify::selected", G_CALLBACK (sheet_cb), self);
  self->sheet_box = add_labelled (bar, _ ("_Sheet"), GTK_WIDGET (self->sheets));
  build_heading (self, bar);
  self->hidden = GTK_CHECK_BUTTON (
      gtk_check_button_new_with_mnemonic (_ ("Rows hidden in the sheet _too")));
  g_signal_connect_swapped (self->hidden, "toggled", G_CALLBACK (hidden_cb), self);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->hidden));
  gtk_widget_add_css_class (bar, "bv-import-bar");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), build_encoding (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
bv_import_layout_new (BvImportJob *job)
{
  BvImportLayout *self = g_object_new (BV_TYPE_IMPORT_LAYOUT, NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}
