/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the score sheet: subject, one for each content, sums. */
#include "config.h"

#include "bv-score-columns.h"

#include "bv-record.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define POINTS_WIDTH 82 /* pixels: six contents fit beside the rest on a screen of 1366 */
#define LONGEST_TOOLTIP 600
/* What a column shows, kept with it. */
#define COLUMN "bv-score-column"

typedef struct
{
  int column;
  BvScoreColumnsFunc created;
  gpointer owner;
} Maker;

/* What follows after the contents. */
static const struct
{
  int column;
  const char *title;
  int width;
} facts[] = {
  { BV_SCORE_COLUMN_SUM, N_ ("Sum of\nthis stage"), 80 },
  { BV_SCORE_COLUMN_SCORERS, N_ ("Sheets"), 60 },
  { BV_SCORE_COLUMN_MEDIAN, N_ ("Median"), 66 },
  { BV_SCORE_COLUMN_SPREAD, N_ ("Spread"), 60 },
  { BV_SCORE_COLUMN_ADJUSTMENT, N_ ("Bonus,\npenalty"), 80 },
  { BV_SCORE_COLUMN_TOTAL, N_ ("Total\nthat counts"), 80 },
  { BV_SCORE_COLUMN_MISSING, N_ ("Cells\nmissing"), 60 },
};

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Maker *maker)
{
  GtkWidget *cell = bv_score_cell_new (maker->column);

  gtk_list_item_set_child (item, cell);
  if (maker->column >= 0)
    maker->created (BV_SCORE_CELL (cell), maker->owner);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bv_score_cell_set_row (BV_SCORE_CELL (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item),
                         gtk_list_item_get_position (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bv_score_cell_set_row (BV_SCORE_CELL (gtk_list_item_get_child (item)), NULL, 0);
}

static GtkColumnViewColumn *
add_column (GtkColumnView *view, const Maker *pattern, int column, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Maker *maker = g_memdup2 (pattern, sizeof (Maker));
  g_autoptr (GtkColumnViewColumn) made = NULL;

  maker->column = column;
  g_signal_connect_data (
      factory, "setup", G_CALLBACK (setup_cb), maker, (GClosureNotify) (void (*) (void)) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  made = gtk_column_view_column_new (title, factory);
  g_object_set_data (G_OBJECT (made), COLUMN, GINT_TO_POINTER (column));
  if (width > 0)
    gtk_column_view_column_set_fixed_width (made, width);
  gtk_column_view_append_column (view, made);
  return made;
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *found = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* Of the two parts of a heading the greatest points on top are lighter than the title. */
static void
style_label (GtkLabel *label, gboolean numeric, gboolean light)
{
  const char *text = gtk_label_get_text (label);
  const char *end = strchr (text, '\n');
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *parts[3] = { pango_attr_weight_new (PANGO_WEIGHT_NORMAL),
                               pango_attr_foreground_alpha_new (G_MAXUINT16 / 10 * 6),
                               pango_attr_scale_new (0.9) };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    parts[i]->start_index = 0;
    parts[i]->end_index = end != NULL ? (guint) (end - text) : 0;
    pango_attr_list_insert (attributes, parts[i]);
  }
  if (light)
    gtk_label_set_attributes (label, attributes);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, 3);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (label, numeric ? 1 : 0);
  gtk_label_set_justify (label, numeric ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (label), GTK_ALIGN_CENTER);
}

static char *
dup_tooltip (BvOffice *office, BvAssessment *assessment, guint criterion)
{
  guint n;
  gint64 id = bv_assessment_get_criteria (assessment, &n)[criterion].id;
  g_autoptr (BvRecord) record = bv_office_load (office, &bv_criterion_kind, id, NULL);
  const char *name = bv_assessment_get_criterion_name (assessment, criterion);
  const char *content = record != NULL ? bv_record_get_text (record, "content") : "";
  g_autofree char *cut = NULL;

  if (*content == '\0')
    return g_strdup (name);
  if (g_utf8_strlen (content, -1) <= LONGEST_TOOLTIP)
    return g_strdup_printf ("%s\n\n%s", name, content);
  cut = g_utf8_substring (content, 0, LONGEST_TOOLTIP);
  return g_strdup_printf ("%s\n\n%s…", name, cut);
}

/* GTK has no word for headings of two lines, their alignment or their tooltips. */
static void
style_headings (GtkColumnView *view, BvAssessment *assessment, BvOffice *office, guint n_before)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));
  guint n_criteria;
  guint index = 0;

  bv_assessment_get_criteria (assessment, &n_criteria);
  for (; heading != NULL; heading = gtk_widget_get_next_sibling (heading), index++) {
    GtkLabel *label = find_label (heading);

    if (label == NULL)
      continue;
    style_label (
        label, index == 0 || index >= n_before, index >= n_before && index - n_before < n_criteria);
    if (index >= n_before && index - n_before < n_criteria) {
      g_autofree char *tooltip = dup_tooltip (office, assessment, index - n_before);
      bv_tooltip_set (heading, tooltip);
    }
  }
}

static void
add_criteria (GtkColumnView *view, const Maker *pattern, BvAssessment *assessment)
{
  guint n;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (assessment, &n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *maximum = bv_points_format (criteria[i].maximum);
    g_autofree char *most = g_strdup_printf (_ ("at most %s"), maximum);
    g_autofree char *title = g_strdup_printf (
        "%s\n%s", most, bv_assessment_get_criterion_name (assessment, i));

    gtk_column_view_column_set_expand (add_column (view, pattern, (int) i, title, POINTS_WIDTH),
                                       TRUE);
  }
}

static gboolean
is_shown (int column, BvStage stage, gboolean has_members)
{
  switch (column) {
  case BV_SCORE_COLUMN_SCORERS:
  case BV_SCORE_COLUMN_MEDIAN:
  case BV_SCORE_COLUMN_SPREAD:
    return stage == BV_STAGE_COUNCIL && has_members;
  case BV_SCORE_COLUMN_ADJUSTMENT:
    return stage < BV_N_STAGES && !(stage == BV_STAGE_COUNCIL && has_members);
  case BV_SCORE_COLUMN_TOTAL: /* while scoring, a member is not told what the others gave */
    return stage != BV_SCORE_MEMBER;
  case BV_SCORE_COLUMN_MISSING:
    return stage != BV_SCORE_OFFICIAL && !(stage == BV_STAGE_COUNCIL && has_members);
  default:
    return TRUE;
  }
}

/* Columns that have sense at @stage; a hidden one would keep others from filling the width. */
static void
add_facts (GtkColumnView *view, const Maker *pattern, BvStage stage, gboolean has_members)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (is_shown (facts[i].column, stage, has_members))
      add_column (view, pattern, facts[i].column, _ (facts[i].title), facts[i].width);
}

void
bv_score_columns_build (GtkColumnView *view,
                        BvAssessment *assessment,
                        BvOffice *office,
                        BvStage stage,
                        BvScoreColumnsFunc created,
                        gpointer owner)
{
  Maker pattern = { 0, created, owner };
  gboolean compares = stage == BV_SCORE_OFFICIAL;
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkColumnViewColumn *subject;

  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
    gtk_column_view_remove_column (view, column);
  }
  /* Translators: the number of a row, as short as can be. */
  add_column (view, &pattern, BV_SCORE_COLUMN_NUMBER, C_ ("row number", "No."), 40);
  subject = add_column (view, &pattern, BV_SCORE_COLUMN_SUBJECT, _ ("Subject"), 200);
  gtk_column_view_column_set_expand (subject, TRUE);
  if (compares)
    add_column (view, &pattern, BV_SCORE_COLUMN_STAGE, _ ("Stage"), 120);
  add_criteria (view, &pattern, assessment);
  add_facts (view, &pattern, stage, bv_assessment_get_member_sheets (assessment) != NULL);
  style_headings (view, assessment, office, compares ? 3 : 2);
}

int
bv_score_columns_get (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), COLUMN));
}
