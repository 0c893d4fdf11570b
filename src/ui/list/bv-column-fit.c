/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of a list share the room there is: which give way, and who gets what is left. */
#include "config.h"

#include "bv-column-fit.h"

#include <glib/gi18n-lib.h>

#define MAIN_CHARACTERS 40        /* the least for a sentence */
#define COMFORTABLE_CHARACTERS 56 /* before what it belongs to gets a column of its own */
#define NAME_CHARACTERS 28
#define PADDING 24         /* of a cell, both sides */
#define SORT_ARROW 20      /* beside the heading */
#define WIDEST_HEADING 128 /* longer ones are cut and shown whole in a tooltip */
#define PILL_PADDING 12    /* around a state; it is set a little smaller than the text measured */

static gboolean
is_state (const BvField *field)
{
  if (field->type != BV_FIELD_CHOICE)
    return FALSE;
  for (const BvChoice *choice = field->choices; choice->value != NULL; choice++)
    if (choice->tone != NULL)
      return TRUE;
  return FALSE;
}

/* Texts and names that read well in the second line; dates, numbers and states keep a column. */
static gboolean
can_fold (const BvField *field)
{
  return bv_field_is_text (field) || field->type == BV_FIELD_REFERENCE
         || field->type == BV_FIELD_SUBJECT
         || (field->type == BV_FIELD_CHOICE && !is_state (field));
}

static gboolean
is_name (const BvField *field)
{
  return field->type == BV_FIELD_NAME || field->type == BV_FIELD_REFERENCE;
}

static int
count_characters (const BvField *field)
{
  if (field->width > 0)
    return field->width;
  if (field->flags & BV_FIELD_MAIN)
    return is_name (field) ? NAME_CHARACTERS : MAIN_CHARACTERS;
  if (field->type == BV_FIELD_DATE)
    return 10;
  if (field->type == BV_FIELD_BOOLEAN || bv_field_is_number (field))
    return 8;
  return 16;
}

/* Names and sentences, which are cut first; codes and labels are short by nature. */
static gboolean
can_stretch (const BvField *field)
{
  return can_fold (field) && field->type != BV_FIELD_CHOICE && count_characters (field) >= 14;
}

static int
measure_characters (const BvField *field, GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  gboolean figure = field->type == BV_FIELD_DATE || bv_field_is_number (field);
  int width = figure ? pango_font_metrics_get_approximate_digit_width (metrics)
                     : pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return count_characters (field) * PANGO_PIXELS_CEIL (width);
}

static int
measure_bold (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", text);
  int width;

  pango_layout_set_markup (layout, markup, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* The longest word of a choice is known: a state must never be cut. */
static int
measure_choices (const BvField *field, GtkWidget *widget)
{
  int width = 0;

  if (field->type != BV_FIELD_CHOICE || field->choices == NULL)
    return 0;
  for (const BvChoice *choice = field->choices; choice->value != NULL; choice++) {
    int pill = choice->tone != NULL ? PILL_PADDING : 0;

    width = MAX (width, pill + measure_bold (widget, _ (choice->label)));
  }
  return width;
}

/* What folds first: what a row belongs to, then its other texts, at last who it is about. */
static int
rank_folding (const BvField *field)
{
  if (field->type == BV_FIELD_REFERENCE)
    return 0;
  return field->type == BV_FIELD_SUBJECT ? 2 : 1;
}

/* The next column to give way: minor ones from the right, then texts. -1: none is left. */
static int
find_victim (const BvColumnFit *columns, int n_columns, int main_index)
{
  int victim = -1;

  for (int i = n_columns - 1; i >= 0; i--)
    if (!columns[i].hidden && i != main_index && (columns[i].field->flags & BV_FIELD_MINOR))
      return i;
  for (int i = 0; i < n_columns; i++) {
    if (columns[i].hidden || i == main_index || !can_fold (columns[i].field))
      continue;
    if (victim < 0 || rank_folding (columns[i].field) < rank_folding (columns[victim].field))
      victim = i;
  }
  for (int i = n_columns - 1; victim < 0 && i >= 0; i--)
    if (!columns[i].hidden && i != main_index && !is_state (columns[i].field))
      victim = i;
  return victim;
}

static gboolean
is_sentence (const BvField *field)
{
  return count_characters (field) == MAIN_CHARACTERS;
}

/* What a column would take if nothing in it were cut. */
static int
get_ideal (const BvColumnFit *column, gboolean is_main)
{
  if (column->chosen)
    return column->width;
  if (!is_main)
    return column->ideal;
  return is_sentence (column->field) ? column->natural * COMFORTABLE_CHARACTERS / MAIN_CHARACTERS
                                     : column->natural;
}

static int
sum_ideals (const BvColumnFit *columns, guint n_columns, guint main_index)
{
  int sum = 0;

  for (guint i = 0; i < n_columns; i++)
    if (i == main_index || !columns[i].hidden)
      sum += get_ideal (&columns[i], i == main_index);
  return sum;
}

static void
hide_minor (BvColumnFit *columns, guint n_columns, guint main_index, int width)
{
  for (int i = n_columns - 1; i >= 0; i--)
    if (sum_ideals (columns, n_columns, main_index) > width
        && (columns[i].field->flags & BV_FIELD_MINOR))
      columns[i].hidden = TRUE;
}

static void
fold_references (BvColumnFit *columns, guint n_columns, guint main_index, int width)
{
  for (guint i = 0; i < n_columns; i++)
    if (sum_ideals (columns, n_columns, main_index) > width && i != main_index
        && columns[i].field->type == BV_FIELD_REFERENCE)
      columns[i].hidden = TRUE;
}

/* Before names and sentences are cut, minor columns go, and what a row belongs to folds. Below a
 * sentence it reads well, so there it goes first. */
static void
make_comfortable (BvColumnFit *columns, guint n_columns, guint main_index, int width)
{
  if (is_sentence (columns[main_index].field))
    fold_references (columns, n_columns, main_index, width);
  hide_minor (columns, n_columns, main_index, width);
  fold_references (columns, n_columns, main_index, width);
}

/* The room left goes to what is cut, sentences, names, texts and headings, in parts of what each
 * wants; what nobody wants is the main column's, which expands. */
static void
share_surplus (BvColumnFit *columns, guint n_columns, guint main_index, int surplus)
{
  int wanted = 0;

  for (guint i = 0; i < n_columns; i++)
    if (!columns[i].hidden)
      wanted += get_ideal (&columns[i], i == main_index) - columns[i].width;
  for (guint i = 0; wanted > 0 && i < n_columns; i++)
    if (!columns[i].hidden && i != main_index)
      columns[i].width += (get_ideal (&columns[i], FALSE) - columns[i].width)
                          * MIN (surplus, wanted) / wanted;
}

void
bv_column_fit_measure (BvColumnFit *column, GtkWidget *widget)
{
  const BvField *field = column->field;
  int heading = SORT_ARROW + measure_bold (widget, bv_field_get_label (field));
  int content = MAX (measure_characters (field, widget), measure_choices (field, widget));

  column->natural = MAX (content, MIN (heading, WIDEST_HEADING)) + PADDING;
  column->ideal = MAX (can_stretch (field) ? content * 7 / 4 : content, heading) + PADDING;
  if (!column->chosen)
    column->width = column->natural;
}

void
bv_column_fit_share (BvColumnFit *columns, guint n_columns, guint main_index, int width)
{
  int needed = 0, victim;

  for (guint i = 0; i < n_columns; i++) {
    columns[i].hidden = columns[i].off;
    if (!columns[i].chosen)
      columns[i].width = columns[i].natural;
  }
  make_comfortable (columns, n_columns, main_index, width);
  for (guint i = 0; i < n_columns; i++)
    needed += columns[i].hidden ? 0 : columns[i].width;
  while (needed > width && (victim = find_victim (columns, n_columns, main_index)) >= 0) {
    columns[victim].hidden = TRUE;
    needed -= columns[victim].width;
  }
  share_surplus (columns, n_columns, main_index, MAX (0, width - needed));
}

gboolean
bv_column_fit_is_folded (const BvColumnFit *column)
{
  return column->hidden && !column->off && !(column->field->flags & BV_FIELD_MINOR)
         && can_fold (column->field);
}

void
bv_column_fit_set_width (BvColumnFit *column, int width)
{
  column->chosen = TRUE;
  column->width = MAX (width, BV_COLUMN_FIT_NARROWEST);
}
