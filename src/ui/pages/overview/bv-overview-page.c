/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the movement stands at a glance, and what waits to be done. Reading a large file takes a
 * while: a thread with a connection of its own does it, and the page shows the last state
 * meanwhile.
 */
#include "config.h"

#include "bv-overview-page.h"

#include "bv-counter-card.h"
#include "bv-coverage-matrix.h"
#include "bv-date.h"
#include "bv-number.h"
#include "bv-overview.h"
#include "bv-reading.h"
#include "bv-stack.h"
#include "bv-todo-card.h"
#include "bv-week-chart.h"

#include <glib/gi18n-lib.h>

enum { PLEDGES, ACHIEVEMENTS, KEPT, INCOMPLETE, PROPOSALS, N_COUNTERS };

struct _BvOverviewPage
{
  BvPage parent_instance;

  /* Owned */
  BvOverview *overview;  /* nullable until read */
  GCancellable *reading; /* nullable */

  /* Borrowed references: parts of the widget */
  GtkStack *stack;
  BvCounterCard *counters[N_COUNTERS];
  BvCoverageMatrix *matrix;
  BvTodoCard *due, *silent;
  BvWeekChart *chart;
};

G_DEFINE_FINAL_TYPE (BvOverviewPage, bv_overview_page, BV_TYPE_PAGE)

/* In the thread */

static void
free_overview (gpointer data)
{
  bv_overview_free (data);
}

static gpointer
read_overview (BvOffice *office, gpointer movement_id, GCancellable *cancellable, GError **error)
{
  g_autofree char *today = bv_date_today ();

  return bv_overview_load (office, *(gint64 *) movement_id, today, error);
}

/* What is shown */

static void
set_counter (BvOverviewPage *self, guint counter, guint figure, const char *detail, gboolean urgent)
{
  g_autofree char *text = bv_number_format_integer (figure);

  bv_counter_card_set (self->counters[counter], text, detail, urgent);
}

static void
show_counters (BvOverviewPage *self)
{
  const BvOverviewCounts *counts = bv_overview_get_counts (self->overview);
  guint percent = counts->n_pledges > 0 ? counts->n_kept * 100 / counts->n_pledges : 0;
  g_autofree char *pledging = g_strdup_printf (
      _ ("by %u of %u subjects"), counts->n_pledging, counts->n_subjects);
  g_autofree char *waiting = g_strdup_printf (
      _ ("%u waiting · %u returned"), counts->n_waiting, counts->n_returned);
  g_autofree char *kept = g_strdup_printf (_ ("%u %% of the pledges"), percent);
  g_autofree char *complete = g_strdup_printf (_ ("%u of %u have all points"),
                                               counts->n_subjects - counts->n_incomplete,
                                               counts->n_subjects);

  set_counter (self, PLEDGES, counts->n_pledges, pledging, FALSE);
  set_counter (self,
               ACHIEVEMENTS,
               counts->n_achievements,
               waiting,
               counts->n_waiting + counts->n_returned > 0);
  set_counter (self, KEPT, counts->n_kept, kept, FALSE);
  set_counter (self, INCOMPLETE, counts->n_incomplete, complete, counts->n_incomplete > 0);
  set_counter (self,
               PROPOSALS,
               counts->n_proposals,
               counts->n_proposals > 0 ? _ ("in the list for the council")
                                       : _ ("none drawn up yet"),
               FALSE);
}

static void
show_due (BvOverviewPage *self)
{
  const BvOverviewCounts *counts = bv_overview_get_counts (self->overview);
  guint n;
  const BvDue *due = bv_overview_get_due (self->overview, &n);

  bv_todo_card_clear (self->due);
  for (guint i = 0; i < n && bv_todo_card_has_room (self->due); i++) {
    g_autofree char *day = bv_date_format (due[i].due_on);

    bv_todo_card_add (self->due,
                      due[i].subject,
                      due[i].commitment,
                      day,
                      due[i].overdue ? "error" : "warning",
                      "pledges",
                      due[i].pledge_id);
  }
  bv_todo_card_finish (self->due, counts->n_overdue + counts->n_due_soon);
}

static const char *
tell_missing (const BvSilent *silent)
{
  if (silent->no_pledge && silent->no_achievement)
    return _ ("nothing yet");
  return silent->no_pledge ? _ ("no pledge") : _ ("no achievement");
}

static void
show_silent (BvOverviewPage *self)
{
  guint n;
  const BvSilent *silent = bv_overview_get_silent (self->overview, &n);

  bv_todo_card_clear (self->silent);
  for (guint i = 0; i < n && bv_todo_card_has_room (self->silent); i++)
    bv_todo_card_add (self->silent,
                      silent[i].name,
                      *silent[i].department != '\0' ? silent[i].department : _ ("Collective"),
                      tell_missing (&silent[i]),
                      silent[i].no_pledge ? "warning" : NULL,
                      *silent[i].department != '\0' ? "staff" : "departments",
                      silent[i].subject_id);
  bv_todo_card_finish (self->silent, n);
}

static void
show_overview (BvOverviewPage *self)
{
  const BvOverviewCounts *counts = bv_overview_get_counts (self->overview);
  g_autofree char *subtitle = NULL;
  guint n_weeks;
  const BvWeek *weeks = bv_overview_get_weeks (self->overview, &n_weeks);

  show_counters (self);
  bv_coverage_matrix_show (self->matrix, self->overview);
  show_due (self);
  show_silent (self);
  bv_week_chart_show (self->chart, weeks, n_weeks);
  if (counts->n_overdue > 0)
    subtitle = g_strdup_printf (
        ngettext ("%u pledge overdue", "%u pledges overdue", counts->n_overdue), counts->n_overdue);
  bv_page_set_subtitle (BV_PAGE (self), subtitle != NULL ? subtitle : "");
  gtk_stack_set_visible_child_name (self->stack, "overview");
}

static void
take_overview (gpointer owner, gpointer overview, GError *error)
{
  BvOverviewPage *self = owner;

  if (overview == NULL) {
    bv_page_report (BV_PAGE (self), g_error_copy (error));
    return;
  }
  bv_coverage_matrix_show (self->matrix, NULL);
  g_clear_pointer (&self->overview, bv_overview_free);
  self->overview = overview;
  show_overview (self);
}

static const BvReading reading = { read_overview, g_free, free_overview, take_overview };

static void
refresh (BvOverviewPage *self)
{
  BvPage *page = BV_PAGE (self);
  gint64 movement_id = bv_page_get_movement (page);

  if (movement_id == 0) {
    bv_reading_stop (&self->reading);
    gtk_stack_set_visible_child_name (self->stack, "empty");
    bv_page_set_subtitle (page, "");
    return;
  }
  bv_reading_start (&reading,
                    self,
                    &self->reading,
                    bv_page_get_office (page),
                    g_memdup2 (&movement_id, sizeof movement_id));
}

/* Callbacks */

static const BvField *
find_field (const BvKind *kind, const char *name)
{
  return bv_kind_find_field (kind, name);
}

static void
show_achievements (BvOverviewPage *self, BvQuery *query, const char *status)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  bv_value_set_text (&value, status);
  if (status != NULL)
    bv_query_set_filter (query, find_field (&bv_achievement_kind, "status"), &value);
  bv_page_show_rows (BV_PAGE (self), "achievements", query);
}

static void
cell_cb (BvCoverageMatrix *matrix,
         gint64 department_id,
         gint64 criterion_id,
         guint step,
         BvOverviewPage *self)
{
  const BvKind *kind = step == BV_COVERAGE_PLEDGED ? &bv_pledge_kind : &bv_achievement_kind;
  g_autoptr (BvQuery) query = bv_query_new (kind);
  g_auto (BvValue) criterion = BV_VALUE_INIT;

  if (step == BV_COVERAGE_SCORED) {
    bv_page_show (BV_PAGE (self), "scores", department_id);
    return;
  }
  bv_value_set_integer (&criterion, criterion_id);
  query->movement_id = bv_page_get_movement (BV_PAGE (self));
  bv_query_set_department (query, find_field (kind, "subject_id"), department_id);
  bv_query_set_filter (query, find_field (kind, "criterion_id"), &criterion);
  if (step == BV_COVERAGE_PLEDGED)
    bv_page_show_rows (BV_PAGE (self), "pledges", query);
  else
    show_achievements (self, query, step == BV_COVERAGE_VERIFIED ? "verified" : NULL);
}

static void
counter_cb (GtkButton *button, BvOverviewPage *self)
{
  static const char *const pages[N_COUNTERS] = {
    "pledges", "achievements", "pledges", "scores", "proposals"
  };
  guint counter = 0;

  while (counter + 1 < N_COUNTERS && GTK_BUTTON (self->counters[counter]) != button)
    counter++;
  if (counter == ACHIEVEMENTS && self->overview != NULL
      && bv_overview_get_counts (self->overview)->n_waiting > 0) {
    g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
    show_achievements (self, query, "waiting");
  } else {
    bv_page_show (BV_PAGE (self), pages[counter], 0);
  }
}

static void
todo_cb (BvTodoCard *card, const char *page, gint64 id, BvOverviewPage *self)
{
  bv_page_show (BV_PAGE (self), page, id);
}

static void
movements_cb (GtkButton *button, BvOverviewPage *self)
{
  bv_page_show (BV_PAGE (self), "movements", 0);
}

/* What a page does */

static void
bv_overview_page_load (BvPage *page)
{
  refresh (BV_OVERVIEW_PAGE (page));
}

static void
bv_overview_page_changed (BvPage *page, GPtrArray *changes)
{
  refresh (BV_OVERVIEW_PAGE (page));
}

static void
bv_overview_page_dispose (GObject *object)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (object);

  bv_reading_stop (&self->reading);
  if (self->overview != NULL)
    bv_coverage_matrix_show (self->matrix, NULL);
  g_clear_pointer (&self->overview, bv_overview_free);
  G_OBJECT_CLASS (bv_overview_page_parent_class)->dispose (object);
}

static BvListExport *
bv_overview_page_make_export (BvPage *page)
{
  BvListExport *list = bv_coverage_matrix_make_export (BV_OVERVIEW_PAGE (page)->matrix);

  if (list != NULL)
    bv_list_export_set_movement (list, bv_page_get_office (page), bv_page_get_movement (page));
  return list;
}

/* The report tells what the overview counts. */
static void
bv_overview_page_print (BvPage *page)
{
  bv_page_draw_up (page, "report");
}

static void
bv_overview_page_class_init (BvOverviewPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_overview_page_dispose;
  page_class->load = bv_overview_page_load;
  page_class->movement_changed = bv_overview_page_load;
  page_class->changed = bv_overview_page_changed;
  page_class->make_export = bv_overview_page_make_export;
  page_class->print = bv_overview_page_print;
}

static GtkWidget *
build_counters (BvOverviewPage *self)
{
  const char *const labels[N_COUNTERS] = { _ ("Pledges"),
                                           _ ("Achievements"),
                                           _ ("Pledges with a verified result"),
                                           _ ("Lacking points"),
                                           _ ("Award proposals") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < N_COUNTERS; i++) {
    self->counters[i] = BV_COUNTER_CARD (bv_counter_card_new (labels[i]));
    g_signal_connect (self->counters[i], "clicked", G_CALLBACK (counter_cb), self);
    gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->counters[i]));
  }
  return row;
}

static GtkWidget *
build_lists (BvOverviewPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  self->due = BV_TODO_CARD (
      bv_todo_card_new (_ ("Due without a verified result"),
                        _ ("No pledge is overdue, and none falls due within seven days.")));
  self->silent = BV_TODO_CARD (bv_todo_card_new (
      _ ("Has not sent everything"), _ ("Everybody has sent pledges and achievements.")));
  g_signal_connect (self->due, "activated", G_CALLBACK (todo_cb), self);
  g_signal_connect (self->silent, "activated", G_CALLBACK (todo_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->due));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->silent));
  return row;
}

static GtkWidget *
build_overview (BvOverviewPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->matrix = BV_COVERAGE_MATRIX (bv_coverage_matrix_new ());
  self->chart = BV_WEEK_CHART (bv_week_chart_new ());
  g_signal_connect (self->matrix, "activated", G_CALLBACK (cell_cb), self);
  gtk_widget_add_css_class (box, "bv-overview");
  gtk_box_append (GTK_BOX (box), build_counters (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->matrix));
  gtk_box_append (GTK_BOX (box), build_lists (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static GtkWidget *
build_empty (BvOverviewPage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Go to movements"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "bv-movement-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("No movement yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (status),
      _ ("Create an emulation movement first, then write down what belongs to it."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect (button, "clicked", G_CALLBACK (movements_cb), self);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static void
bv_overview_page_init (BvOverviewPage *self)
{
  self->stack = GTK_STACK (bv_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, adw_bin_new (), "waiting");
  gtk_stack_add_named (self->stack, build_overview (self), "overview");
  gtk_stack_add_named (self->stack, build_empty (self), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  bv_page_set_has_rows (BV_PAGE (self), FALSE);
}

gboolean
bv_overview_page_is_ready (BvOverviewPage *self)
{
  g_return_val_if_fail (BV_IS_OVERVIEW_PAGE (self), FALSE);
  return self->reading == NULL;
}
