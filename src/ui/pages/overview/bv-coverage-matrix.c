/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Departments × contents: how many subjects of each have come how far; a press leads to the rows.
 */
#include "config.h"

#include "bv-coverage-matrix.h"

#include "bv-segments.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvCoverageMatrix
{
  AdwBin parent_instance;

  /* Borrowed references */
  const BvOverview *overview; /* nullable */
  BvSegments *steps;
  GtkGrid *grid;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (BvCoverageMatrix, bv_coverage_matrix, ADW_TYPE_BIN)

static const char *const step_labels[BV_N_COVERAGES] = {
  N_ ("Pledged"),
  N_ ("With evidence"),
  N_ ("Verified"),
  N_ ("Scored"),
};

/* Where a cell stands, kept with its button. */
static GQuark
get_place_quark (void)
{
  return g_quark_from_static_string ("bv-coverage-place");
}

static const BvScoringCriterion *
get_criteria (BvCoverageMatrix *self, guint *n)
{
  return bv_assessment_get_criteria (bv_overview_get_assessment (self->overview), n);
}

static void
cell_cb (GtkButton *button, BvCoverageMatrix *self)
{
  guint n;
  const BvScoringCriterion *criteria = get_criteria (self, &n);
  guint place = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (button), get_place_quark ()));

  g_signal_emit (self,
                 activated_signal,
                 0,
                 bv_overview_get_department (self->overview, place / n)->id,
                 criteria[place % n].id,
                 bv_segments_get_chosen (self->steps));
}

static const char *
get_department_name (BvCoverageMatrix *self, guint department)
{
  const char *name = bv_overview_get_department (self->overview, department)->name;

  return *name != '\0' ? name : _ ("Without a department");
}

static const char *
get_level (guint done, guint all)
{
  if (done == 0)
    return "none";
  if (done == all)
    return "full";
  return done * 2 < all ? "low" : "high";
}

/* "Văn phòng Sở · 3. Cải cách hành chính: 6/7 đã đăng ký, …": the whole cell in words. */
static char *
describe (BvCoverageMatrix *self, guint department, guint criterion)
{
  const BvCoverage *cell = bv_overview_get_coverage (self->overview, department, criterion);
  GString *text = g_string_new (bv_overview_get_department (self->overview, department)->name);

  g_string_append_printf (
      text,
      " · %s",
      bv_assessment_get_criterion_name (bv_overview_get_assessment (self->overview), criterion));
  for (guint step = 0; step < BV_N_COVERAGES; step++)
    g_string_append_printf (
        text, "\n%s: %u/%u", _ (step_labels[step]), cell->n_done[step], cell->n_subjects);
  return g_string_free (text, FALSE);
}

static GtkWidget *
create_cell (BvCoverageMatrix *self, guint department, guint criterion, guint n_criteria)
{
  const BvCoverage *cell = bv_overview_get_coverage (self->overview, department, criterion);
  guint done = cell->n_done[bv_segments_get_chosen (self->steps)];
  g_autofree char *text = g_strdup_printf ("%u/%u", done, cell->n_subjects);
  g_autofree char *words = describe (self, department, criterion);
  GtkWidget *button;

  if (cell->n_subjects == 0) {
    GtkWidget *nothing = gtk_label_new ("–");

    bv_tooltip_set (nothing, _ ("This content concerns nobody here"));
    gtk_widget_add_css_class (nothing, "dim-label");
    return nothing;
  }
  button = gtk_button_new_with_label (text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-coverage-cell");
  gtk_widget_add_css_class (button, get_level (done, cell->n_subjects));
  bv_tooltip_set (button, words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_qdata (G_OBJECT (button),
                      get_place_quark (),
                      GUINT_TO_POINTER (department * n_criteria + criterion));
  g_signal_connect (button, "clicked", G_CALLBACK (cell_cb), self);
  return button;
}

static GtkWidget *
create_heading (const char *text, int lines, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  bv_tooltip_set (label, text);
  return label;
}

static void
attach_headings (BvCoverageMatrix *self, guint n_criteria)
{
  BvAssessment *assessment = bv_overview_get_assessment (self->overview);

  gtk_grid_attach (self->grid, create_heading (_ ("Department"), 1, 0), 0, 0, 1, 1);
  for (guint i = 0; i < n_criteria; i++) {
    GtkWidget *heading = create_heading (bv_assessment_get_criterion_name (assessment, i), 3, 0.5);

    gtk_label_set_width_chars (GTK_LABEL (heading), 12);
    gtk_label_set_max_width_chars (GTK_LABEL (heading), 16);
    gtk_widget_set_hexpand (heading, TRUE);
    gtk_grid_attach (self->grid, heading, (int) i + 1, 0, 1, 1);
  }
  for (int i = 0; i <= (int) n_criteria; i++) {
    GtkWidget *heading = gtk_grid_get_child_at (self->grid, i, 0);

    gtk_widget_set_valign (heading, GTK_ALIGN_END);
    gtk_widget_add_css_class (heading, "bv-coverage-heading");
  }
}

static void
attach_department (BvCoverageMatrix *self, guint department, guint n_criteria)
{
  GtkWidget *name = create_heading (get_department_name (self, department), 2, 0);

  gtk_label_set_width_chars (GTK_LABEL (name), 26);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 26);
  gtk_grid_attach (self->grid, name, 0, (int) department + 1, 1, 1);
  for (guint i = 0; i < n_criteria; i++)
    gtk_grid_attach (self->grid,
                     create_cell (self, department, i, n_criteria),
                     (int) i + 1,
                     (int) department + 1,
                     1,
                     1);
}

static void
fill (BvCoverageMatrix *self)
{
  GtkWidget *child;
  guint n;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  if (self->overview == NULL)
    return;
  get_criteria (self, &n);
  attach_headings (self, n);
  for (guint i = 0; i < bv_overview_get_n_departments (self->overview); i++)
    attach_department (self, i, n);
}

static void
step_cb (BvSegments *segments, BvCoverageMatrix *self)
{
  fill (self);
}

static void
bv_coverage_matrix_class_init (BvCoverageMatrixClass *klass)
{
  activated_signal = g_signal_new ("activated",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   3,
                                   G_TYPE_INT64,
                                   G_TYPE_INT64,
                                   G_TYPE_UINT);
}

static GtkWidget *
build_heading (BvCoverageMatrix *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ ("How far each department has come"));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  self->steps = BV_SEGMENTS (bv_segments_new (_ ("What is counted")));
  for (guint i = 0; i < BV_N_COVERAGES; i++)
    bv_segments_add (self->steps, _ (step_labels[i]));
  g_signal_connect (self->steps, "changed", G_CALLBACK (step_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->steps));
  return line;
}

static void
bv_coverage_matrix_init (BvCoverageMatrix *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_grid_set_column_spacing (self->grid, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "bv-coverage");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_widget_add_css_class (scrolled, "card");
  gtk_box_append (GTK_BOX (box), build_heading (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
bv_coverage_matrix_new (void)
{
  return g_object_new (BV_TYPE_COVERAGE_MATRIX, NULL);
}

void
bv_coverage_matrix_show (BvCoverageMatrix *self, const BvOverview *overview)
{
  g_return_if_fail (BV_IS_COVERAGE_MATRIX (self));

  self->overview = overview;
  fill (self);
}

/* Not "6/7", which a spreadsheet takes for a day of the year. */
static void
add_cell (BvCoverageMatrix *self, BvListExport *list, guint department, guint criterion)
{
  const BvCoverage *cell = bv_overview_get_coverage (self->overview, department, criterion);
  g_autofree char *text = g_strdup_printf (
      _ ("%u of %u"), cell->n_done[bv_segments_get_chosen (self->steps)], cell->n_subjects);

  bv_list_export_add_text (list, cell->n_subjects > 0 ? text : "–");
}

BvListExport *
bv_coverage_matrix_make_export (BvCoverageMatrix *self)
{
  static const BvField department = { "department", BV_FIELD_TEXT, .flags = BV_FIELD_MAIN };
  static const BvField coverage = { "coverage", BV_FIELD_TEXT, .width = 14 };
  BvListExport *list;
  guint n;

  g_return_val_if_fail (BV_IS_COVERAGE_MATRIX (self), NULL);

  if (self->overview == NULL)
    return NULL;
  get_criteria (self, &n);
  list = bv_list_export_new (_ ("How far each department has come"));
  bv_list_export_add_line (list, bv_segments_get_label (self->steps));
  bv_list_export_add_column (list, &department, _ ("Department"));
  for (guint i = 0; i < n; i++)
    bv_list_export_add_column (
        list,
        &coverage,
        bv_assessment_get_criterion_name (bv_overview_get_assessment (self->overview), i));
  for (guint i = 0; i < bv_overview_get_n_departments (self->overview); i++) {
    bv_list_export_add_text (list, get_department_name (self, i));
    for (guint j = 0; j < n; j++)
      add_cell (self, list, i, j);
  }
  return list;
}
