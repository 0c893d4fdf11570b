/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a kind's list: which of them have room, how wide they are, which one sorts. */
#include "config.h"

#include "bv-list-columns.h"

#include "bv-cell.h"
#include "bv-column-widths.h"

#include <glib/gi18n-lib.h>

#define MAIN_CHARACTERS 42
#define NAME_CHARACTERS 26
#define PADDING 24         /* of a cell, both sides */
#define NARROWEST 48       /* pixels a column can be dragged to */
#define SORT_ARROW 20      /* beside the heading */
#define WIDEST_HEADING 128 /* longer ones are cut and shown whole in a tooltip */
#define PILL_PADDING 12    /* around a state; it is set a little smaller than the text measured */

typedef struct
{
  const BvField *field;
  guint index;
  GtkColumnViewColumn *column; /* owned by the view */
  int width;                   /* what it takes; the least for the main column */
  int natural;                 /* what it takes when there is no room to spare */
  int ideal;                   /* beyond it more room does not help */
  gboolean chosen;             /* the user dragged it */
  gboolean hidden;
} Column;

struct _BvListColumns
{
  GObject parent_instance;

  const BvKind *kind;
  GtkColumnView *view; /* borrowed: it outlives this object */
  GArray *columns;     /* owned, Column */
  GPtrArray *cells;    /* borrowed BvCell of the main column that are alive */
  int main;            /* index into columns */
  int fitted_width;
  guint64 folded;
  gboolean measured;
  gboolean applying;
  guint store_id;

  /* What the sort probe noted last. */
  const BvField *probed;
};

static guint sort_changed_signal;

G_DEFINE_FINAL_TYPE (BvListColumns, bv_list_columns, G_TYPE_OBJECT)

static Column *
get_column (BvListColumns *self, guint i)
{
  return &g_array_index (self->columns, Column, i);
}

static gboolean
is_minor (const Column *column)
{
  return (column->field->flags & BV_FIELD_MINOR) != 0;
}

/* Texts and names that read well in the second line; dates, numbers and states keep a column. */
static gboolean
can_fold (const Column *column)
{
  return bv_field_is_text (column->field) || column->field->type == BV_FIELD_REFERENCE
         || column->field->type == BV_FIELD_SUBJECT;
}

static int
count_characters (const BvField *field)
{
  if (field->width > 0)
    return field->width;
  if (field->flags & BV_FIELD_MAIN)
    return field->type == BV_FIELD_NAME ? NAME_CHARACTERS : MAIN_CHARACTERS;
  if (field->type == BV_FIELD_DATE)
    return 10;
  if (field->type == BV_FIELD_BOOLEAN || bv_field_is_number (field))
    return 8;
  return 16;
}

/* Names and sentences, which are cut first; codes and labels are short by nature. */
static gboolean
can_stretch (const Column *column)
{
  return can_fold (column) && count_characters (column->field) >= 14;
}

static gboolean
is_figure (const BvField *field)
{
  return field->type == BV_FIELD_DATE || bv_field_is_number (field);
}

static int
measure_markup (BvListColumns *self, const char *format, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GString) markup = g_string_new (format);
  int width;

  g_string_replace (markup, "@", escaped, 1);
  pango_layout_set_markup (layout, markup->str, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* The longest word of a choice is known: a state must never be cut. */
static int
measure_choices (BvListColumns *self, const BvField *field)
{
  int width = 0;

  if (field->type != BV_FIELD_CHOICE || field->choices == NULL)
    return 0;
  for (const BvChoice *choice = field->choices; choice->value != NULL; choice++)
    width = MAX (width, measure_markup (self, "<b>@</b>", _ (choice->label)));
  return width + PILL_PADDING;
}

/* Widths can only be known once the view has its font. */
static void
measure (BvListColumns *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));

  for (guint i = 0; i < self->columns->len; i++) {
    Column *column = get_column (self, i);
    int chosen = bv_column_widths_load (self->kind, column->field);
    int heading = SORT_ARROW
                  + measure_markup (self, "<b>@</b>", bv_field_get_label (column->field));

    column->width = count_characters (column->field)
                    * (is_figure (column->field) ? digit : character);
    column->width = MAX (column->width, measure_choices (self, column->field));
    column->ideal = can_stretch (column) ? column->width * 7 / 4 : column->width;
    column->ideal = MAX (column->ideal, heading) + PADDING;
    column->width = MAX (column->width, MIN (heading, WIDEST_HEADING)) + PADDING;
    column->natural = column->width;
    column->chosen = chosen >= NARROWEST && (int) i != self->main;
    if (column->chosen)
      column->width = chosen;
  }
  pango_font_metrics_unref (metrics);
  self->measured = TRUE;
}

/* What folds first: what a row belongs to, then its other texts, at last who it is about. */
static int
rank_folding (const Column *column)
{
  if (column->field->type == BV_FIELD_REFERENCE)
    return 0;
  return column->field->type == BV_FIELD_SUBJECT ? 2 : 1;
}

/* The next column to give way: minor ones from the right, then texts. -1: none is left. */
static int
choose_victim (BvListColumns *self, const gboolean *hidden)
{
  int victim = -1;

  for (int i = self->columns->len - 1; i >= 0; i--)
    if (!hidden[i] && i != self->main && is_minor (get_column (self, i)))
      return i;
  for (int i = 0; i < (int) self->columns->len; i++) {
    if (hidden[i] || i == self->main || !can_fold (get_column (self, i)))
      continue;
    if (victim < 0
        || rank_folding (get_column (self, i)) < rank_folding (get_column (self, victim)))
      victim = i;
  }
  if (victim >= 0)
    return victim;
  for (int i = self->columns->len - 1; i >= 0; i--)
    if (!hidden[i] && i != self->main && get_column (self, i)->field->type != BV_FIELD_CHOICE)
      return i;
  return -1;
}

/* On wide windows up to half of the room left goes to what is cut: names, texts and headings. The
 * main column keeps the rest. */
static void
share_surplus (BvListColumns *self, int surplus, const gboolean *hidden)
{
  int wanted = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (!hidden[i] && (int) i != self->main && !get_column (self, i)->chosen)
      wanted += get_column (self, i)->ideal - get_column (self, i)->natural;
  if (wanted == 0)
    return;
  for (guint i = 0; i < self->columns->len; i++) {
    Column *column = get_column (self, i);

    if (hidden[i] || (int) i == self->main || column->chosen)
      continue;
    column->width += (column->ideal - column->natural) * MIN (surplus / 2, wanted) / wanted;
  }
}

static void
choose_hidden (BvListColumns *self, int width, gboolean *hidden)
{
  int needed = 0, victim;

  for (guint i = 0; i < self->columns->len; i++) {
    Column *column = get_column (self, i);

    hidden[i] = FALSE;
    if (!column->chosen)
      column->width = column->natural;
    needed += column->width;
  }
  while (needed > width && (victim = choose_victim (self, hidden)) >= 0) {
    hidden[victim] = TRUE;
    needed -= get_column (self, victim)->width;
  }
  share_surplus (self, MAX (0, width - needed), hidden);
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
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvListColumns *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = bv_cell_new (self->kind, get_column (self, i)->index);

  gtk_list_item_set_child (item, cell);
  if ((int) i != self->main)
    return;
  bv_cell_set_folded (BV_CELL (cell), self->folded);
  g_ptr_array_add (self->cells, cell);
}

static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *item, BvListColumns *self)
{
  g_ptr_array_remove_fast (self->cells, gtk_list_item_get_child (item));
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
  gtk_column_view_column_set_fixed_width (get_column (self, self->main)->column, -1);
  self->applying = FALSE;
}

static int
get_main_width (BvListColumns *self)
{
  int width = self->fitted_width;

  for (guint i = 0; i < self->columns->len; i++)
    if ((int) i != self->main && !get_column (self, i)->hidden)
      width -= get_column (self, i)->width;
  return width;
}

static Column *
get_next_shown (BvListColumns *self, guint i)
{
  while (++i < self->columns->len)
    if (!get_column (self, i)->hidden)
      return get_column (self, i);
  return NULL;
}

static void
set_chosen (Column *column, int width)
{
  column->chosen = TRUE;
  column->width = width;
}

/* Every edge is a divider: what one column wins by dragging, the next one loses, so that the edge
 * stays under the pointer and the table never grows wider than its place. */
static void
width_changed_cb (GtkColumnViewColumn *dragged, GParamSpec *pspec, BvListColumns *self)
{
  guint i = 0;
  int width = gtk_column_view_column_get_fixed_width (dragged), won;
  Column *next;

  if (self->applying || width < 0)
    return;
  while (get_column (self, i)->column != dragged)
    i++;
  next = get_next_shown (self, i);
  won = width - ((int) i == self->main ? get_main_width (self) : get_column (self, i)->width);
  if ((int) i != self->main)
    set_chosen (get_column (self, i), width);
  if (next != NULL && next != get_column (self, self->main)) {
    set_chosen (next, MAX (NARROWEST, next->width - won));
    self->applying = TRUE;
    gtk_column_view_column_set_fixed_width (next->column, next->width);
    self->applying = FALSE;
  }
  g_clear_handle_id (&self->store_id, g_source_remove);
  self->store_id = g_timeout_add_once (400, store_widths, self);
}

static void
build_column (BvListColumns *self, guint index)
{
  Column column = { .field = &self->kind->fields[index], .index = index };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Probe *probe = g_new (Probe, 1);
  g_autoptr (GtkSorter) sorter = NULL;
  guint place = self->columns->len;

  *probe = (Probe){ self, column.field };
  sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, probe, g_free));
  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (place));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  column.column = gtk_column_view_column_new (bv_field_get_label (column.field), factory);
  gtk_column_view_column_set_sorter (column.column, sorter);
  gtk_column_view_column_set_resizable (column.column, TRUE);
  if ((column.field->flags & BV_FIELD_MAIN) && self->main < 0) {
    self->main = place;
    gtk_column_view_column_set_expand (column.column, TRUE);
  }
  g_array_append_val (self->columns, column);
  gtk_column_view_append_column (self->view, column.column);
  g_signal_connect_object (
      column.column, "notify::fixed-width", G_CALLBACK (width_changed_cb), self, 0);
  g_object_unref (column.column);
}

static void
bv_list_columns_finalize (GObject *object)
{
  BvListColumns *self = BV_LIST_COLUMNS (object);

  g_clear_handle_id (&self->store_id, g_source_remove);
  g_array_unref (self->columns);
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
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->cells = g_ptr_array_new ();
  self->main = -1;
}

BvListColumns *
bv_list_columns_new (const BvKind *kind, GtkColumnView *view)
{
  BvListColumns *self = g_object_new (BV_TYPE_LIST_COLUMNS, NULL);

  self->kind = kind;
  self->view = view;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_LISTED)
      build_column (self, i);
  g_assert (self->main >= 0);
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
    gtk_widget_set_tooltip_text (GTK_WIDGET (label), bv_field_get_label (field));
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
  g_autofree gboolean *hidden = g_new (gboolean, self->columns->len);
  guint64 folded = 0;

  if (!bv_list_columns_needs_fit (self, width))
    return;
  if (!self->measured)
    measure (self);
  self->fitted_width = width;
  choose_hidden (self, width, hidden);
  self->applying = TRUE;
  for (guint i = 0; i < self->columns->len; i++) {
    Column *column = get_column (self, i);

    column->hidden = hidden[i];
    /* GTK 4.8 keeps room for a hidden column of fixed width. */
    gtk_column_view_column_set_fixed_width (
        column->column, (int) i == self->main || hidden[i] ? -1 : column->width);
    gtk_column_view_column_set_visible (column->column, !hidden[i]);
    if (hidden[i] && !is_minor (column) && can_fold (column))
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
      return get_column (self, i)->column;
  return NULL;
}
