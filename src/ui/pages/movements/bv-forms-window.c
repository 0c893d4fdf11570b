/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of forms with their outcome, and one button for all. */
#include "config.h"

#include "bv-forms-window.h"

#include "bv-action-button.h"
#include "bv-department-form-answer.h"
#include "bv-dialogs.h"
#include "bv-pill.h"
#include "bv-settings.h"
#include "bv-stack.h"

#include <glib/gi18n-lib.h>

#define MOST_PROBLEMS 50 /* shown of one form */

struct _BvFormsWindow
{
  BvTaskWindow parent_instance;

  /* Owned */
  BvOffice *office;
  GPtrArray *answers; /* BvDepartmentFormAnswer */
  GHashTable *rows;   /* path -> its row in the list, borrowed; NULL when the form is taken */

  /* Borrowed references: children */
  GtkStack *stack;
  GtkWidget *choose;
  GtkListBox *list;
};

enum { ACCEPTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvFormsWindow, bv_forms_window, BV_TYPE_TASK_WINDOW)

static void
show_state (BvFormsWindow *self)
{
  guint n = self->answers->len;
  g_autofree char *label = g_strdup_printf (ngettext ("_Take in %u form", "_Take in %u forms", n),
                                            n);

  gtk_button_set_label (GTK_BUTTON (bv_task_window_get_accept (BV_TASK_WINDOW (self))),
                        n > 0 ? label : _ ("_Take in"));
  bv_task_window_set_ready (BV_TASK_WINDOW (self), n > 0);
  gtk_stack_set_visible_child_name (
      self->stack,
      gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL ? "list" : "choose");
}

static void
add_line (AdwExpanderRow *row, const char *text)
{
  GtkWidget *line = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_widget_add_css_class (line, "bv-import-question");
  adw_expander_row_add_row (row, line);
}

static GtkWidget *
create_plain_row (const char *subtitle, GtkWidget *pill)
{
  GtkWidget *row = adw_action_row_new ();

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  return row;
}

static GtkWidget *
create_folded_row (const char *subtitle, GtkWidget *pill, char **lines)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), pill);
  for (guint i = 0; lines[i] != NULL && i < MOST_PROBLEMS; i++)
    add_line (ADW_EXPANDER_ROW (row), lines[i]);
  return row;
}

/* @lines (nullable) are folded away below the row. */
static GtkWidget *
create_row (
    const char *title, const char *subtitle, const char *word, const char *tone, char **lines)
{
  GtkWidget *pill = bv_pill_new ();
  g_autofree char *safe = g_markup_escape_text (title, -1);
  g_autofree char *below = g_markup_escape_text (subtitle, -1);
  GtkWidget *row;

  bv_pill_set (BV_PILL (pill), word, tone);
  bv_pill_keep_whole (BV_PILL (pill));
  row = lines != NULL && lines[0] != NULL ? create_folded_row (below, pill, lines)
                                          : create_plain_row (below, pill);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe);
  return row;
}

static void
list_answer (BvFormsWindow *self, BvDepartmentFormAnswer *answer)
{
  guint n_bad = bv_department_form_answer_count (answer, BV_IMPORT_ERROR);
  g_auto (GStrv) problems = bv_department_form_answer_dup_problems (answer);
  /* Translators: what a form holds. */
  g_autofree char *subtitle = g_strdup_printf (
      _ ("%s · new %u, changed %u, already there %u, with errors %u"),
      bv_department_form_get_title (bv_department_form_answer_get_type_of (answer)),
      bv_department_form_answer_count (answer, BV_IMPORT_NEW),
      bv_department_form_answer_count (answer, BV_IMPORT_UPDATE),
      bv_department_form_answer_count (answer, BV_IMPORT_SAME),
      n_bad);
  GtkWidget *row = create_row (
      bv_office_get_name (
          self->office, &bv_department_kind, bv_department_form_answer_get_department (answer)),
      subtitle,
      n_bad ? _ ("With errors") : _ ("Good"),
      n_bad ? "warning" : "success",
      problems);

  gtk_list_box_append (self->list, row);
}

/* The same file chosen twice is read once, unless it was refused: it may have been mended since. */
static gboolean
is_listed (BvFormsWindow *self, const char *path)
{
  gpointer row;

  if (!g_hash_table_lookup_extended (self->rows, path, NULL, &row))
    return FALSE;
  if (row != NULL)
    gtk_list_box_remove (self->list, row);
  return row == NULL;
}

static void
list_refused (BvFormsWindow *self, const char *path, const char *reason)
{
  g_autofree char *name = g_path_get_basename (path);
  GtkWidget *row = create_row (name, reason, _ ("Refused"), "error", NULL);

  gtk_list_box_append (self->list, row);
  g_hash_table_insert (self->rows, g_strdup (path), row);
}

static void
add_file (BvFormsWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  const char *path = g_file_peek_path (file);
  BvDepartmentFormAnswer *answer;

  if (is_listed (self, path))
    return;
  answer = bv_department_form_answer_open (self->office, path, NULL, &error);
  if (answer != NULL) {
    g_ptr_array_add (self->answers, answer);
    list_answer (self, answer);
    g_hash_table_insert (self->rows, g_strdup (path), NULL);
  } else {
    list_refused (self, path, error->message);
  }
  show_state (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* All workbooks in it, in the order of their names; drafts of programs that have them open aside.
 */
static void
add_folder (BvFormsWindow *self, GFile *folder)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xlsx") && *name != '~' && *name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    g_autoptr (GFile) file = g_file_get_child (folder, names->pdata[i]);

    add_file (self, file);
  }
}

void
bv_forms_window_add (BvFormsWindow *self, GFile *file)
{
  g_return_if_fail (BV_IS_FORMS_WINDOW (self));

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    add_folder (self, file);
  else
    add_file (self, file);
}

void
bv_forms_window_accept (BvFormsWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n = self->answers->len;

  if (n == 0)
    return;
  if (!bv_department_form_answer_accept (
          self->office, (BvDepartmentFormAnswer **) self->answers->pdata, n, &error)) {
    bv_dialogs_inform (GTK_WINDOW (self), _ ("That did not work"), error->message);
    return;
  }
  message = g_strdup_printf (ngettext ("%u form was taken in", "%u forms were taken in", n), n);
  g_signal_emit (self, signals[ACCEPTED], 0, message);
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen (gpointer owner, GFile *file)
{
  bv_forms_window_add (BV_FORMS_WINDOW (owner), file);
}

static void
file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = bv_settings_dup_folder ();

  bv_dialogs_open_file (
      GTK_WINDOW (widget), _ ("Choose a form that came back"), NULL, folder, file_chosen, widget);
}

static void
folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = bv_settings_dup_folder ();

  bv_dialogs_choose_folder (GTK_WINDOW (widget),
                            _ ("Choose the folder with the forms that came back"),
                            folder,
                            file_chosen,
                            widget);
}

static void
accept (BvTaskWindow *window)
{
  bv_forms_window_accept (BV_FORMS_WINDOW (window));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvFormsWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = files; file != NULL; file = file->next)
    bv_forms_window_add (self, file->data);
  return files != NULL;
}

static void
bv_forms_window_dispose (GObject *object)
{
  BvFormsWindow *self = BV_FORMS_WINDOW (object);

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_forms_window_parent_class)->dispose (object);
}

static void
bv_forms_window_class_init (BvFormsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_forms_window_dispose;
  BV_TASK_WINDOW_CLASS (klass)->accept = accept;
  gtk_widget_class_install_action (widget_class, "forms.file", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "forms.folder", NULL, folder_action);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "forms.file", NULL);
  signals[ACCEPTED] = g_signal_new ("accepted",
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

static GtkWidget *
build_choose (BvFormsWindow *self)
{
  GtkWidget *status = adw_status_page_new ();

  self->choose = bv_action_button_new (_ ("Choose a f_older…"), "forms.folder", "suggested-action");
  gtk_widget_add_css_class (self->choose, "pill");
  gtk_widget_set_halign (self->choose, GTK_ALIGN_CENTER);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "bv-department-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Forms that came back"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _ ("Choose the folder that they lie in, or drop several files "
                                      "here. Nothing is written before "
                                      "you have seen what they hold."));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), self->choose);
  return status;
}

static GtkWidget *
build_list (BvFormsWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Forms that came back"), -1);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  gtk_widget_set_margin_top (clamp, 18);
  gtk_widget_set_margin_bottom (clamp, 18);
  gtk_widget_set_margin_start (clamp, 18);
  gtk_widget_set_margin_end (clamp, 18);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
bv_forms_window_init (BvFormsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_department_form_answer_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stack = GTK_STACK (bv_stack_new ());
  gtk_stack_add_named (self->stack, build_choose (self), "choose");
  gtk_stack_add_named (self->stack, build_list (self), "list");
  bv_task_window_build (
      BV_TASK_WINDOW (self), _ ("_Close"), _ ("_Take in"), GTK_WIDGET (self->stack));
  adw_header_bar_pack_end (bv_task_window_get_header (BV_TASK_WINDOW (self)),
                           bv_action_button_new (_ ("Add a _file…"), "forms.file", NULL));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_window_set_default_size (GTK_WINDOW (self), 820, 600);
  show_state (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->choose);
}

GtkWidget *
bv_forms_window_new (GtkWindow *parent, BvOffice *office)
{
  BvFormsWindow *self = g_object_new (
      BV_TYPE_FORMS_WINDOW, "transient-for", parent, "title", _ ("Take in forms"), NULL);

  self->office = g_object_ref (office);
  return GTK_WIDGET (self);
}
