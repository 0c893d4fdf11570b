/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a kind's list: which of them have room, how wide they are, which one sorts. */
#include "config.h"

#include "bv-list-columns.h"

#include "bv-cell.h"
#include "bv-column-fit.h"
#include "bv-column-layout.h"
#include "bv-column-widths.h"
#include "bv-tooltip.h"

/* A column of signs up to so many pixels wide takes its room from the main one and drives none
 * away. */
#define NARROW_MARK 48

struct _BvListColumns
{
  GObject parent_instance;

  const BvKind *kind;
  GtkColumnView *view;       /* borrowed: it outlives this object */
  GArray *columns;           /* owned, BvColumnFit */
  GPtrArray *view_columns;   /* borrowed GtkColumnViewColumn, in the same order */
  GtkColumnViewColumn *mark; /* borrowed, nullable: the one that no field fills */
  GPtrArray *cells;          /* borrowed BvCell of the main column that are alive */
  int main;                  /* index into columns */
  int fitted_width;
  int mark_width; /* of columns that no field fills */
  guint64 folded;
  gboolean measured;
  gboolean applying;
  guint store_id;

  /* What the sort probe noted last. */
  const BvField *probed;
};

static guint sort_changed_signal;

G_DEFINE_FINAL_TYPE (BvListColumns, bv_list_columns, G_TYPE_OBJECT)

static BvColumnFit *
get_column (BvListColumns *self, guint i)
{
  return &g_array_index (self->columns, BvColumnFit, i);
}

static GtkColumnViewColumn *
get_view_column (BvListColumns *self, guint i)
{
  return g_ptr_array_index (self->view_columns, i);
}

/* Widths can only be known once the view has its font. */
static void
measure (BvListColumns *self)
{
  for (guint i = 0; i < self->columns->len; i++) {
    BvColumnFit *column = get_column (self, i);
    int chosen = bv_column_widths_load (self->kind, column->field);

    if (chosen >= BV_COLUMN_FIT_NARROWEST && (int) i != self->main)
      bv_column_fit_set_width (column, chosen);
    bv_column_fit_measure (column, GTK_WIDGET (self->view));
  }
  self->measured = TRUE;
}

static void
set_folded (BvListColumns *self, guint64 folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  if (folded != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->view), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->view), "folded");
  for (guint i = 0; i < self->cells->len; i++)
    bv_cell_set_folded (g_ptr_array_index (self->cells, i), folded);
}

static void
cell_destroyed_cb (GtkWidget *cell, BvListColumns *self)
{
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvListColumns *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = bv_cell_new (self->kind, i);

  gtk_list_item_set_child (item, cell);
  if (i != get_column (self, (guint) self->main)->index)
    return;
  bv_cell_set_folded (BV_CELL (cell), self->folded);
  /* Not at teardown: GTK takes the child out of the item before. */
  g_signal_connect_object (cell, "destroy", G_CALLBACK (cell_destroyed_cb), self, 0);
  g_ptr_array_add (self->cells, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  bv_cell_set_record (BV_CELL (gtk_list_item_get_child (item)),
                      BV_RECORD (gtk_list_item_get_item (item)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  bv_cell_set_record (BV_CELL (gtk_list_item_get_child (item)), NULL);
}

typedef struct
{
  BvListColumns *columns; /* borrowed */
  const BvField *field;
} Probe;

/* Never sorts anything: GTK 4.8 has no way to ask which heading was clicked, but it calls the
 * compare function of that column first. */
static int
note_column (gconstpointer a, gconstpointer b, gpointer data)
{
  Probe *probe = data;

  if (probe->columns->probed == NULL)
    probe->columns->probed = probe->field;
  return -1;
}

static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, BvListColumns *self)
{
  g_signal_emit (self, sort_changed_signal, 0);
}

static void
store_widths (gpointer data)
{
  BvListColumns *self = data;

  self->store_id = 0;
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->chosen)
      bv_column_widths_store (self->kind, get_column (self, i)->field, get_column (self, i)->width);
  /* The main column takes what is left again. */
  self->applying = TRUE;
  gtk_column_view_column_set_fixed_width (get_view_column (self, self->main), -1);
  self->applying = FALSE;
}

static guint
find_column (BvListColumns *self, const BvField *field)
{
  guint i = 0;

  while (get_column (self, i)->field != field)
    i++;
  return i;
}

static int
get_main_width (BvListColumns *self)
{
  int width = self->fitted_width - self->mark_width;

  for (guint i = 0; i < self->columns->len; i++)
    if ((int) i != self->main && !get_column (self, i)->hidden)
      width -= get_column (self, i)->width;
  return width;
}

static int
find_next_shown (BvListColumns *self, guint i)
{
  while (++i < self->columns->len)
    if (!get_column (self, i)->hidden)
      return i;
  return -1;
}

/* Every edge is a divider: what one column wins by dragging, the next one loses, so that the edge
 * stays under the pointer and the table never grows wider than its place. */
static void
width_changed_cb (GtkColumnViewColumn *dragged, GParamSpec *pspec, BvListColumns *self)
{
  int width = gtk_column_view_column_get_fixed_width (dragged), next, won;
  guint i;

  if (self->applying || width < 0 || !g_ptr_array_find (self->view_columns, dragged, &i))
    return;
  next = find_next_shown (self, i);
  won = width - ((int) i == self->main ? get_main_width (self) : get_column (self, i)->width);
  if ((int) i != self->main)
    bv_column_fit_set_width (get_column (self, i), width);
  if (next >= 0 && next != self->main) {
    bv_column_fit_set_width (get_column (self, next), get_column (self, next)->width - won);
    self->applying = TRUE;
    gtk_column_view_column_set_fixed_width (get_view_column (self, next),
                                            get_column (self, next)->width);
    self->applying = FALSE;
  }
  g_clear_handle_id (&self->store_id, g_source_remove);
  self->store_id = g_timeout_add_once (400, store_widths, self);
}

static GtkListItemFactory *
create_factory (BvListColumns *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

static void
build_column (BvListColumns *self, guint index)
{
  BvColumnFit fit = { .field = &self->kind->fields[index], .index = index, .hidden = TRUE };
  guint place = self->columns->len;
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (
      bv_field_get_label (fit.field), create_factory (self, index));
  Probe *probe = g_new (Probe, 1);
  g_autoptr (GtkSorter) sorter = NULL;

  *probe = (Probe){ self, fit.field };
  sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, probe, g_free));
  if (fit.field->flags & BV_FIELD_LISTED)
    gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  if ((fit.field->flags & BV_FIELD_MAIN) && self->main < 0) {
    self->main = place;
    gtk_column_view_column_set_expand (column, TRUE);
  }
  g_array_append_val (self->columns, fit);
  g_ptr_array_add (self->view_columns, column);
  gtk_column_view_append_column (self->view, column);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (width_changed_cb), self, 0);
}

static void
bv_list_columns_finalize (GObject *object)
{
  BvListColumns *self = BV_LIST_COLUMNS (object);

  g_clear_handle_id (&self->store_id, g_source_remove);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->view_columns);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (bv_list_columns_parent_class)->finalize (object);
}

static void
bv_list_columns_class_init (BvListColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_list_columns_finalize;
  sort_changed_signal = g_signal_new ("sort-changed",
                                      G_TYPE_FROM_CLASS (klass),
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      0);
}

static void
bv_list_columns_init (BvListColumns *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (BvColumnFit));
  self->view_columns = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->main = -1;
}

/* The columns of @fields first, in their order, then those that are off. */
static void
order_columns (BvListColumns *self, GPtrArray *fields)
{
  const BvField *main = get_column (self, (guint) self->main)->field;
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (BvColumnFit));
  GPtrArray *view_columns = g_ptr_array_new ();

  for (guint i = 0; i < fields->len + self->columns->len; i++) {
    gboolean wanted = i < fields->len;
    guint from = wanted ? find_column (self, g_ptr_array_index (fields, i)) : i - fields->len;
    BvColumnFit column = *get_column (self, from);

    column.off = !wanted;
    if (!wanted && g_ptr_array_find (fields, column.field, NULL))
      continue;
    g_array_append_val (columns, column);
    g_ptr_array_add (view_columns, get_view_column (self, from));
  }
  g_array_unref (self->columns);
  g_ptr_array_unref (self->view_columns);
  self->columns = columns;
  self->view_columns = view_columns;
  self->main = (int) find_column (self, main);
}

/* GTK moves a column that it has already. */
static void
place_columns (BvListColumns *self)
{
  guint place = 0;

  for (guint i = 0; i < self->columns->len; i++) {
    gtk_column_view_insert_column (self->view, place++, get_view_column (self, i));
    if ((int) i == self->main && self->mark != NULL)
      gtk_column_view_insert_column (self->view, place++, self->mark);
  }
}

void
bv_list_columns_set_fields (BvListColumns *self, GPtrArray *fields)
{
  int width = self->fitted_width;

  order_columns (self, fields);
  place_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_column_set_visible (get_view_column (self, i), !get_column (self, i)->off);
  self->fitted_width = 0;
  if (self->measured)
    bv_list_columns_fit (self, width);
}

BvListColumns *
bv_list_columns_new (const BvKind *kind, GtkColumnView *view)
{
  g_autoptr (GPtrArray) fields = NULL;
  BvListColumns *self = g_object_new (BV_TYPE_LIST_COLUMNS, NULL);

  self->kind = kind;
  self->view = view;
  for (guint i = 0; i < kind->n_fields; i++)
    if (bv_column_layout_can_show (&kind->fields[i]))
      build_column (self, i);
  g_assert (self->main >= 0);
  fields = bv_column_layout_load (kind);
  bv_list_columns_set_fields (self, fields);
  g_signal_connect_object (
      gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sorter_changed_cb), self, 0);
  return self;
}

static GtkLabel *
find_label (GtkWidget *widget, const char *text)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* GTK has no word for the alignment of a heading: numbers stand on the right, so does theirs. */
static void
align_headings (BvListColumns *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (guint i = 0; i < self->columns->len; i++) {
    const BvField *field = get_column (self, i)->field;
    GtkLabel *label = find_label (header, bv_field_get_label (field));

    if (label == NULL)
      continue;
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
    bv_tooltip_set (GTK_WIDGET (label), bv_field_get_label (field));
    if (!bv_field_is_number (field))
      continue;
    gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (label)), GTK_ALIGN_END);
  }
}

gboolean
bv_list_columns_needs_fit (BvListColumns *self, int width)
{
  return !self->measured || width != self->fitted_width;
}

void
bv_list_columns_fit (BvListColumns *self, int width)
{
  guint64 folded = 0;

  if (!bv_list_columns_needs_fit (self, width))
    return;
  if (!self->measured)
    measure (self);
  self->fitted_width = width;
  bv_column_fit_share ((BvColumnFit *) self->columns->data,
                       self->columns->len,
                       self->main,
                       self->mark_width > NARROW_MARK ? width - self->mark_width : width);
  self->applying = TRUE;
  for (guint i = 0; i < self->columns->len; i++) {
    const BvColumnFit *column = get_column (self, i);
    gboolean free = (int) i == self->main || column->hidden;

    /* GTK 4.8 keeps room for a hidden column of fixed width. */
    gtk_column_view_column_set_fixed_width (get_view_column (self, i), free ? -1 : column->width);
    gtk_column_view_column_set_visible (get_view_column (self, i), !column->hidden);
    if (bv_column_fit_is_folded (column))
      folded |= G_GUINT64_CONSTANT (1) << column->index;
  }
  self->applying = FALSE;
  align_headings (self);
  set_folded (self, folded);
}

guint64
bv_list_columns_get_folded (BvListColumns *self)
{
  return self->folded;
}

GPtrArray *
bv_list_columns_dup_fields (BvListColumns *self)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < self->columns->len; i++)
    if (!get_column (self, i)->off)
      g_ptr_array_add (fields, (gpointer) get_column (self, i)->field);
  return fields;
}

const BvField *
bv_list_columns_get_sort (BvListColumns *self, gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  self->probed = NULL;
  ordering = gtk_sorter_compare (sorter, a, b);
  *descending = ordering == GTK_ORDERING_LARGER;
  return ordering == GTK_ORDERING_EQUAL ? NULL : self->probed;
}

void
bv_list_columns_show_sort (BvListColumns *self, const BvField *field, gboolean descending)
{
  GtkColumnViewColumn *column = bv_list_columns_get_column (self, field);

  if (column != NULL)
    gtk_column_view_sort_by_column (
        self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

GtkColumnViewColumn *
bv_list_columns_get_column (BvListColumns *self, const BvField *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->field == field)
      return get_view_column (self, i);
  return NULL;
}

void
bv_list_columns_add_mark (BvListColumns *self, BvListMark *mark, int width)
{
  g_autoptr (GtkColumnViewColumn) column = bv_list_mark_create_column (mark, width);
  g_autoptr (GListModel) shown = NULL;
  guint place = 0;

  g_object_get (self->view, "columns", &shown, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++) {
    g_autoptr (GObject) one = g_list_model_get_item (shown, i);
    if ((gpointer) one == (gpointer) get_view_column (self, self->main))
      place = i + 1;
  }
  gtk_column_view_insert_column (self->view, place, column);
  self->mark = column;
  self->mark_width += width;
}
