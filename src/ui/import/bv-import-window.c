/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a source, looking at what it holds, writing it. */
#include "config.h"

#include "bv-import-window.h"

#include "bv-action-button.h"
#include "bv-dialogs.h"
#include "bv-import-filter.h"
#include "bv-import-layout.h"
#include "bv-import-mapping.h"
#include "bv-settings.h"
#include "bv-stack.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define MAPPING_WIDTH 260

struct _BvImportWindow
{
  BvTaskWindow parent_instance;

  /* Owned */
  BvImportJob *job;

  /* Borrowed references: children */
  AdwWindowTitle *title;
  GtkWidget *choose, *problem, *progress_box, *done, *open;
  GtkLabel *problem_label;
  GtkProgressBar *progress;
  GtkStack *stack;
  BvImportPreview *preview;
};

enum { IMPORTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvImportWindow, bv_import_window, BV_TYPE_TASK_WINDOW)

static void
chosen (gpointer owner, GFile *file)
{
  bv_import_job_open (BV_IMPORT_WINDOW (owner)->job, file);
}

static void
choose_cb (BvImportWindow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = bv_settings_dup_folder ();
  static const char *const patterns[] = { "*.xlsx", "*.xlsm", "*.csv", "*.tsv", "*.txt",
                                          "*.XLSX", "*.CSV",  "*.xls", "*.xlsb" };

  gtk_file_filter_set_name (filter, _ ("Excel workbooks and tables of text"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  bv_dialogs_open_file (
      GTK_WINDOW (self), _ ("Choose the table to import"), filter, folder, chosen, self);
}

static void
paste_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvImportWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && self->job != NULL)
    bv_import_job_paste (self->job, text);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (widget), NULL, paste_cb, g_object_ref (widget));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_cb (BV_IMPORT_WINDOW (widget));
}

static void
accept (BvTaskWindow *window)
{
  bv_import_job_write (BV_IMPORT_WINDOW (window)->job);
}

static void
stop_cb (BvImportWindow *self)
{
  bv_import_job_cancel (self->job);
}

static void
open_errors_cb (BvImportWindow *self)
{
  bv_dialogs_show_file (GTK_WINDOW (self), bv_import_job_get_errors_file (self->job));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvImportWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || bv_import_job_get_state (self->job) == BV_IMPORT_JOB_WRITING)
    return FALSE;
  bv_import_job_open (self->job, files->data);
  return TRUE;
}

static char *
describe_done (BvImportWindow *self)
{
  guint n = bv_import_job_count_writable (self->job);

  return g_strdup_printf (ngettext ("%u row was imported", "%u rows were imported", n), n);
}

/* Nothing more to say than that it is done: the list shows it. */
static void
finish (BvImportWindow *self)
{
  g_autofree char *message = describe_done (self);
  GFile *file = bv_import_job_get_errors_file (self->job);
  const char *problem = bv_import_job_get_problem (self->job);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  guint n_bad;

  g_signal_emit (self, signals[IMPORTED], 0, message);
  if (file == NULL && problem == NULL) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  n_bad = bv_import_count (bv_import_job_get_import (self->job), BV_IMPORT_ERROR)
          + bv_import_count (bv_import_job_get_import (self->job), BV_IMPORT_ASK);
  if (file != NULL)
    text = g_strdup_printf (
        ngettext ("%u row could not be imported. It is in “%s” with the reason: mend it there and "
                  "import that file.",
                  "%u rows could not be imported. They are in “%s” with the reasons: mend them "
                  "there and import that file.",
                  n_bad),
        n_bad,
        g_file_peek_path (file));
  markup = g_markup_escape_text (text != NULL ? text : problem, -1);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->done), message);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->done), markup);
  gtk_widget_set_visible (self->open, file != NULL);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (self->open);
}

static void
show_state (BvImportWindow *self, BvImportJobState state)
{
  const char *child = bv_import_job_get_columns (self->job) != NULL ? "preview" : "choose";
  gboolean busy = state == BV_IMPORT_JOB_JUDGING || state == BV_IMPORT_JOB_WRITING;

  if (state == BV_IMPORT_JOB_READING)
    child = "reading";
  gtk_stack_set_visible_child_name (self->stack, child);
  gtk_widget_set_visible (self->progress_box, busy);
  gtk_progress_bar_set_text (self->progress,
                             state == BV_IMPORT_JOB_WRITING ? _ ("Writing the rows…")
                                                            : _ ("Looking at the rows…"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->preview), state != BV_IMPORT_JOB_WRITING);
}

static void
show_accept (BvImportWindow *self, BvImportJobState state)
{
  GtkWidget *button = bv_task_window_get_accept (BV_TASK_WINDOW (self));
  guint n = bv_import_job_count_writable (self->job);
  g_autofree char *label = g_strdup_printf (ngettext ("_Import %u row", "_Import %u rows", n), n);

  gtk_button_set_label (GTK_BUTTON (button), n > 0 ? label : _ ("_Import"));
  bv_task_window_set_ready (BV_TASK_WINDOW (self), n > 0 && state == BV_IMPORT_JOB_READY);
  gtk_widget_set_visible (button, state != BV_IMPORT_JOB_DONE);
}

static void
changed_cb (BvImportWindow *self)
{
  BvImportJobState state = bv_import_job_get_state (self->job);
  BvSource *source = bv_import_job_get_source (self->job);
  const char *problem = bv_import_job_get_problem (self->job);

  adw_window_title_set_subtitle (self->title, source != NULL ? bv_source_get_name (source) : "");
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL && state != BV_IMPORT_JOB_DONE);
  gtk_widget_set_visible (self->choose, state != BV_IMPORT_JOB_DONE);
  show_state (self, state);
  show_accept (self, state);
  if (state == BV_IMPORT_JOB_DONE)
    finish (self);
  else if (state == BV_IMPORT_JOB_READY && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->preview), GTK_DIR_TAB_FORWARD);
}

static void
progress_cb (BvImportWindow *self)
{
  gtk_progress_bar_set_fraction (self->progress, bv_import_job_get_progress (self->job));
}

static gboolean
bv_import_window_close_request (GtkWindow *window)
{
  bv_import_job_cancel (BV_IMPORT_WINDOW (window)->job);
  return GTK_WINDOW_CLASS (bv_import_window_parent_class)->close_request (window);
}

static void
bv_import_window_dispose (GObject *object)
{
  BvImportWindow *self = BV_IMPORT_WINDOW (object);

  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
  G_OBJECT_CLASS (bv_import_window_parent_class)->dispose (object);
}

static void
bv_import_window_class_init (BvImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_import_window_dispose;
  BV_TASK_WINDOW_CLASS (klass)->accept = accept;
  GTK_WINDOW_CLASS (klass)->close_request = bv_import_window_close_request;
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
  signals[IMPORTED] = g_signal_new ("imported",
                                    G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    1,
                                    G_TYPE_STRING);
}

static void
fill_header (BvImportWindow *self)
{
  AdwHeaderBar *header = bv_task_window_get_header (BV_TASK_WINDOW (self));

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  adw_header_bar_set_title_widget (header, GTK_WIDGET (self->title));
  self->choose = bv_action_button_new (_ ("_Another file…"), "import.choose", NULL);
  bv_tooltip_set (self->choose, _ ("Choose a table (Ctrl+O)"));
  adw_header_bar_pack_start (header, self->choose);
  bv_tooltip_set (bv_task_window_get_accept (BV_TASK_WINDOW (self)),
                  _ ("Write the rows (Ctrl+Enter)"));
}

static GtkWidget *
build_problem (BvImportWindow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->problem = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->problem_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem_label, TRUE);
  gtk_label_set_xalign (self->problem_label, 0);
  gtk_box_append (GTK_BOX (self->problem), icon);
  gtk_box_append (GTK_BOX (self->problem), GTK_WIDGET (self->problem_label));
  gtk_widget_add_css_class (self->problem, "bv-banner");
  gtk_widget_set_visible (self->problem, FALSE);
  return self->problem;
}

static GtkWidget *
build_progress (BvImportWindow *self)
{
  GtkWidget *cancel = bv_action_button_new (_ ("_Cancel"), NULL, NULL);

  self->progress_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (stop_cb), self);
  gtk_box_append (GTK_BOX (self->progress_box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (self->progress_box), cancel);
  gtk_widget_add_css_class (self->progress_box, "bv-import-question");
  gtk_widget_set_visible (self->progress_box, FALSE);
  return self->progress_box;
}

static GtkWidget *
build_status (const char *icon_name, const char *title, const char *text, GtkWidget *button)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), text);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

static GtkWidget *
build_preview (BvImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (_ ("Columns of the table"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "bv-import-heading");
  gtk_box_append (GTK_BOX (left), heading);
  gtk_box_append (GTK_BOX (left), bv_import_mapping_new (self->job));
  gtk_widget_set_size_request (left, MAPPING_WIDTH, -1);
  self->preview = BV_IMPORT_PREVIEW (bv_import_preview_new (self->job));
  gtk_box_append (GTK_BOX (right), bv_import_filter_new (self->job, self->preview));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->preview));
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_add_css_class (right, "bv-list-side");
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), right);
  return box;
}

static void
build_stack (BvImportWindow *self)
{
  GtkWidget *choose = bv_action_button_new (
      _ ("Choose a _file…"), "import.choose", "suggested-action");
  GtkWidget *spinner = gtk_spinner_new ();

  self->stack = GTK_STACK (bv_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  self->open = bv_action_button_new (_ ("_Open the file"), NULL, "suggested-action");
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_errors_cb), self);
  self->done = build_status ("object-select-symbolic", "", "", self->open);
  gtk_stack_add_named (
      self->stack,
      build_status ("x-office-spreadsheet-symbolic",
                    _ ("Excel, CSV or copied cells"),
                    _ ("Choose a file or drop it here. Or copy cells in Excel and press Ctrl+V. "
                       "Nothing is written before you have seen it."),
                    choose),
      "choose");
  gtk_stack_add_named (self->stack, spinner, "reading");
  gtk_stack_add_named (self->stack, build_preview (self), "preview");
  gtk_stack_add_named (self->stack, self->done, "done");
}

static void
build (BvImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_box_append (GTK_BOX (box), build_problem (self));
  gtk_box_append (GTK_BOX (box), bv_import_layout_new (self->job));
  build_stack (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), build_progress (self));
  bv_task_window_build (BV_TASK_WINDOW (self), _ ("_Close"), _ ("_Import"), box);
  fill_header (self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
bv_import_window_init (BvImportWindow *self)
{
}

GtkWidget *
bv_import_window_new (GtkWindow *parent, BvOffice *office, const BvKind *kind, gint64 movement_id)
{
  BvImportWindow *self = g_object_new (BV_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  /* Translators: %s is the title of a list: "Staff". */
  g_autofree char *title = g_strdup_printf (_ ("Import into “%s”"), bv_kind_get_plural (kind));

  self->job = bv_import_job_new (office, kind, movement_id);
  build (self);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 680);
  g_signal_connect_swapped (self->job, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->job, "progress", G_CALLBACK (progress_cb), self);
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return GTK_WIDGET (self);
}

BvImportJob *
bv_import_window_get_job (BvImportWindow *self)
{
  return self->job;
}

BvImportPreview *
bv_import_window_get_preview (BvImportWindow *self)
{
  return self->preview;
}
