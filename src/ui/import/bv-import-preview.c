/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of the judged rows, and the question of the one that is selected. */
#include "config.h"

#include "bv-import-preview.h"

#include "bv-import-question.h"
#include "bv-pill.h"
#include "bv-tab-stop.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

enum { LINE, VERDICT, REASON, FIRST_FIELD };

#define LEAST_REASON 150
#define MOST_REASON 420
#define CELL_PADDING 26

#define ROW_KEY "bv-row" /* of an item: its row, from 1 */

struct _BvImportPreview
{
  AdwBin parent_instance;
  BvImportVerdict verdict;

  /* Owned */
  BvImportJob *job;
  GListStore *rows; /* objects with ROW_KEY */
  GtkSingleSelection *selection;
  char *layout; /* of the columns shown, nullable */

  /* Borrowed references: children */
  GtkColumnView *view;
  BvImportQuestion *question;
};

G_DEFINE_FINAL_TYPE (BvImportPreview, bv_import_preview, ADW_TYPE_BIN)

const char *
bv_import_preview_name_verdict (BvImportVerdict verdict, const char **tone)
{
  static const struct
  {
    const char *name;
    const char *tone;
  } verdicts[] = {
    [BV_IMPORT_NEW] = { N_ ("New"), "success" },
    [BV_IMPORT_UPDATE] = { N_ ("Update"), "accent" },
    [BV_IMPORT_SAME] = { N_ ("Already there"), NULL },
    [BV_IMPORT_ERROR] = { N_ ("Error"), "error" },
    [BV_IMPORT_ASK] = { N_ ("To decide"), "warning" },
    [BV_IMPORT_LEFT_OUT] = { N_ ("Left out"), NULL },
  };

  g_return_val_if_fail (verdict < BV_N_IMPORT_VERDICTS, "");
  if (tone)
    *tone = verdicts[verdict].tone;
  return _ (verdicts[verdict].name);
}

static guint
get_row (gpointer item)
{
  return GPOINTER_TO_UINT (g_object_get_data (item, ROW_KEY)) - 1;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  GtkWidget *cell;

  if (column == VERDICT) {
    cell = bv_pill_new ();
    gtk_widget_set_halign (cell, GTK_ALIGN_START);
  } else {
    cell = gtk_inscription_new (NULL);
    gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), column == LINE ? 1 : 0);
  }
  gtk_list_item_set_child (item, cell);
}

/* The line stands in front of the message already. */
static const char *
skip_line (const char *message)
{
  const char *colon = message ? strchr (message, ':') : NULL;

  return colon ? colon + 1 + strspn (colon + 1, " ") : "";
}

static void
bind_text (GtkWidget *cell, const char *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  bv_tooltip_set (cell, *text ? text : NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  BvImportPreview *self = g_object_get_data (G_OBJECT (factory), "preview");
  BvImport *import = bv_import_job_get_import (self->job);
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint row = get_row (gtk_list_item_get_item (item));
  const char *message, *tone;
  BvImportVerdict verdict;
  char line[16];

  if (!import || row >= bv_import_get_n_rows (import))
    return;
  verdict = bv_import_get_verdict (import, row, &message);
  if (column == LINE) {
    g_snprintf (line, sizeof line, "%u", bv_import_get_line (import, row));
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), line);
  } else if (column == VERDICT) {
    const char *name = bv_import_preview_name_verdict (verdict, &tone);

    bv_pill_set (BV_PILL (cell), name, tone);
  } else if (column == REASON) {
    bind_text (cell, skip_line (message));
  } else {
    bind_text (cell, bv_import_get_cell (import, row, column - FIRST_FIELD));
  }
}

static void
add_column (BvImportPreview *self, const char *title, guint column, int width, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *added;

  g_object_set_data (G_OBJECT (factory), "preview", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, expand);
  gtk_column_view_column_set_fixed_width (added, width);
  gtk_column_view_append_column (self->view, added);
  g_object_unref (added);
}

static int
get_width (const BvField *field)
{
  if (field->flags & BV_FIELD_MAIN)
    return 210;
  if (field->type == BV_FIELD_DATE || bv_field_is_number (field))
    return 110;
  return field->type == BV_FIELD_CHOICE || field->type == BV_FIELD_BOOLEAN ? 120 : 170;
}

/* Why a row is refused is what one reads first: the longest reason has its room, up to where the
 * rows themselves would be pushed out of sight. */
static int
measure_reason (BvImportPreview *self)
{
  BvImport *import = bv_import_job_get_import (self->job);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  gsize longest = 0; /* the same few reasons stand in thousands of rows */
  int most = LEAST_REASON;

  for (guint i = 0; import && i < bv_import_get_n_rows (import) && most < MOST_REASON; i++) {
    const char *message = NULL;
    int width = 0;

    bv_import_get_verdict (import, i, &message);
    if (!message || strlen (message) <= longest)
      continue;
    longest = strlen (message);
    pango_layout_set_text (layout, skip_line (message), -1);
    pango_layout_get_pixel_size (layout, &width, NULL);
    most = MAX (most, width + CELL_PADDING);
  }
  return MIN (most, MOST_REASON);
}

static char *
dup_layout (const BvImportColumns *columns)
{
  GString *layout = g_string_new (NULL);

  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->fields[i])
      g_string_append_printf (layout, "%u=%s ", i, columns->fields[i]->name);
  return g_string_free (layout, FALSE);
}

static void
rebuild_columns (BvImportPreview *self, const BvImportColumns *columns)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  g_autofree char *layout = dup_layout (columns);

  if (g_strcmp0 (layout, self->layout) == 0)
    return;
  g_free (self->layout);
  self->layout = g_steal_pointer (&layout);
  while (g_list_model_get_n_items (shown) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

    gtk_column_view_remove_column (self->view, column);
  }
  add_column (self, _ ("Line"), LINE, 64, FALSE);
  add_column (self, _ ("Outcome"), VERDICT, 126, FALSE);
  add_column (self, _ ("Reason"), REASON, measure_reason (self), TRUE);
  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->fields[i])
      add_column (self,
                  bv_field_get_label (columns->fields[i]),
                  FIRST_FIELD + i,
                  get_width (columns->fields[i]),
                  FALSE);
}

static void
fill (BvImportPreview *self)
{
  BvImport *import = bv_import_job_get_import (self->job);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; import && i < bv_import_get_n_rows (import); i++) {
    GObject *item;

    if (self->verdict != BV_N_IMPORT_VERDICTS
        && bv_import_get_verdict (import, i, NULL) != self->verdict)
      continue;
    item = g_object_new (G_TYPE_OBJECT, NULL);
    g_object_set_data (item, ROW_KEY, GUINT_TO_POINTER (i + 1));
    g_ptr_array_add (items, item);
  }
  g_list_store_splice (self->rows,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       items->pdata,
                       items->len);
}

static void
selected_cb (BvImportPreview *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  bv_import_question_set_row (self->question, item ? (int) get_row (item) : -1);
}

static void
changed_cb (BvImportPreview *self)
{
  const BvImportColumns *columns = bv_import_job_get_columns (self->job);
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n;

  if (!columns || bv_import_job_get_state (self->job) == BV_IMPORT_JOB_JUDGING)
    return;
  rebuild_columns (self, columns);
  fill (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  if (n)
    gtk_single_selection_set_selected (
        self->selection, position == GTK_INVALID_LIST_POSITION ? 0 : MIN (position, n - 1));
  selected_cb (self);
}

static void
bv_import_preview_dispose (GObject *object)
{
  BvImportPreview *self = BV_IMPORT_PREVIEW (object);

  if (self->selection)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->job);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->layout, g_free);
  G_OBJECT_CLASS (bv_import_preview_parent_class)->dispose (object);
}

static void
bv_import_preview_class_init (BvImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_import_preview_dispose;
}

static void
bv_import_preview_init (BvImportPreview *self)
{
  self->verdict = BV_N_IMPORT_VERDICTS;
  self->rows = g_list_store_new (G_TYPE_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-table");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows to import"), -1);
  g_signal_connect_swapped (
      self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
}

GtkWidget *
bv_import_preview_new (BvImportJob *job)
{
  BvImportPreview *self = g_object_new (BV_TYPE_IMPORT_PREVIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->job = g_object_ref (job);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bv_tab_stop_new (scrolled));
  self->question = BV_IMPORT_QUESTION (bv_import_question_new (job));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (job, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
bv_import_preview_show (BvImportPreview *self, BvImportVerdict verdict)
{
  g_return_if_fail (BV_IS_IMPORT_PREVIEW (self));
  if (self->verdict == verdict)
    return;
  self->verdict = verdict;
  fill (self);
  selected_cb (self);
}

guint
bv_import_preview_get_n_shown (BvImportPreview *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
