/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices on the left, the first page on the right; what was chosen is remembered for the office.
 */
#include "config.h"

#include "bv-workbook-window-private.h"

#include "bv-dialogs.h"
#include "bv-query.h"
#include "bv-reading.h"
#include "bv-record.h"
#include "bv-settings.h"
#include "bv-sheet-preview.h"
#include "bv-tooltip.h"
#include "bv-workbook.h"

#include <glib/gi18n-lib.h>

enum { EXPORT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvWorkbookWindow, bv_workbook_window, BV_TYPE_TASK_WINDOW)

/* What is chosen */

static guint
get_sheets (BvWorkbookWindow *self)
{
  guint sheets = 0;

  for (guint i = 0; i < BV_N_WORKBOOK_SHEETS; i++)
    if (gtk_check_button_get_active (self->sheets[i]))
      sheets |= 1u << i;
  return sheets;
}

/* NULL when all are chosen. */
static GArray *
list_forms (BvWorkbookWindow *self, gboolean chosen)
{
  GArray *forms = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->forms->len; i++)
    if (gtk_check_button_get_active (self->form_checks->pdata[i]) == chosen)
      g_array_append_val (forms, g_array_index (self->forms, gint64, i));
  return forms;
}

BvWorkbookChoice *
bv_workbook_window_dup_choice (BvWorkbookWindow *self)
{
  BvWorkbookChoice *choice = g_new0 (BvWorkbookChoice, 1);

  g_return_val_if_fail (BV_IS_WORKBOOK_WINDOW (self), choice);
  choice->sheets = get_sheets (self);
  choice->split = gtk_check_button_get_active (self->split);
  choice->forms = list_forms (self, TRUE);
  if (choice->forms->len == self->forms->len)
    g_clear_pointer (&choice->forms, g_array_unref);
  return choice;
}

gint64
bv_workbook_window_get_movement (BvWorkbookWindow *self)
{
  guint place = gtk_drop_down_get_selected (self->movement);

  return place < self->movements->len ? g_array_index (self->movements, gint64, place) : 0;
}

gboolean
bv_workbook_window_get_open_when_done (BvWorkbookWindow *self)
{
  return gtk_check_button_get_active (self->open);
}

static gboolean
is_complete (BvWorkbookWindow *self)
{
  g_autoptr (GArray) forms = list_forms (self, TRUE);

  return get_sheets (self) != 0 && (self->forms->len == 0 || forms->len > 0)
         && *gtk_editable_get_text (GTK_EDITABLE (self->name)) != '\0';
}

/* One place decides what can be pressed, and draws anew. */
void
_bv_workbook_window_sync (BvWorkbookWindow *self)
{
  if (self->filling)
    return;
  bv_task_window_set_ready (BV_TASK_WINDOW (self), is_complete (self));
  _bv_workbook_window_draw_soon (self);
}

gboolean
bv_workbook_window_has_preview (BvWorkbookWindow *self)
{
  return bv_sheet_preview_get_picture (BV_SHEET_PREVIEW (self->preview)) != NULL;
}

/* Filling */

static char *
dup_short_title (BvOffice *office, gint64 movement_id)
{
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, movement_id, NULL);
  const char *title = movement != NULL ? bv_record_get_text (movement, "short_title") : "";

  return g_strdup (*title != '\0' ? title
                                  : bv_office_get_name (office, &bv_movement_kind, movement_id));
}

static gboolean
is_left_out (BvWorkbookWindow *self, gint64 form)
{
  for (guint i = 0; i < self->memory->forms_left_out->len; i++)
    if (g_array_index (self->memory->forms_left_out, gint64, i) == form)
      return TRUE;
  return FALSE;
}

GtkWidget *
_bv_workbook_window_create_check (BvWorkbookWindow *self, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (_bv_workbook_window_sync), self);
  return check;
}

static void
fill_forms (BvWorkbookWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->form_box))) != NULL)
    gtk_box_remove (self->form_box, child);
  g_ptr_array_set_size (self->form_checks, 0);
  g_clear_pointer (&self->forms, g_array_unref);
  self->forms = bv_workbook_list_forms (self->office, bv_workbook_window_get_movement (self), NULL);
  if (self->forms == NULL)
    self->forms = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->forms->len; i++) {
    gint64 form = g_array_index (self->forms, gint64, i);
    const char *name = bv_office_get_name (self->office, &bv_award_form_kind, form);

    child = _bv_workbook_window_create_check (self, name);
    gtk_check_button_set_use_underline (GTK_CHECK_BUTTON (child), FALSE); /* it is a name */
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), !is_left_out (self, form));
    gtk_box_append (self->form_box, child);
    g_ptr_array_add (self->form_checks, child);
  }
  if (self->forms->len == 0)
    gtk_box_append (self->form_box, gtk_label_new (_ ("Nobody is proposed yet.")));
}

static void
suggest_name (BvWorkbookWindow *self)
{
  g_autofree char *name = bv_workbook_suggest_name (self->office,
                                                    bv_workbook_window_get_movement (self));

  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
}

void
_bv_workbook_window_movement_cb (BvWorkbookWindow *self)
{
  if (self->filling)
    return;
  fill_forms (self);
  suggest_name (self);
  _bv_workbook_window_sync (self);
}

static void
fill_movements (BvWorkbookWindow *self, gint64 movement_id)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_movement_kind);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->movements = bv_query_run (query, self->office, NULL);
  if (self->movements == NULL)
    self->movements = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->movements->len; i++)
    gtk_string_list_take (
        names, dup_short_title (self->office, g_array_index (self->movements, gint64, i)));
  gtk_drop_down_set_model (self->movement, G_LIST_MODEL (names));
  for (guint i = 0; i < self->movements->len; i++)
    if (g_array_index (self->movements, gint64, i) == movement_id)
      gtk_drop_down_set_selected (self->movement, i);
}

static void
show_folder (BvWorkbookWindow *self)
{
  gtk_label_set_text (self->folder, self->memory->folder);
  bv_tooltip_set (GTK_WIDGET (self->folder), self->memory->folder);
}

static void
fill (BvWorkbookWindow *self, gint64 movement_id)
{
  self->filling = TRUE;
  self->memory = bv_export_memory_load (bv_office_get_path (self->office));
  if (!g_file_test (self->memory->folder, G_FILE_TEST_IS_DIR)) {
    g_autoptr (GFile) folder = bv_settings_dup_folder ();

    g_free (self->memory->folder);
    self->memory->folder = g_file_get_path (folder);
  }
  fill_movements (self, movement_id);
  fill_forms (self);
  for (guint i = 0; i < BV_N_WORKBOOK_SHEETS; i++)
    gtk_check_button_set_active (self->sheets[i], !(self->memory->sheets_left_out & 1u << i));
  gtk_check_button_set_active (self->split, self->memory->split);
  gtk_check_button_set_active (self->open, self->memory->open_when_done);
  suggest_name (self);
  show_folder (self);
  self->filling = FALSE;
  _bv_workbook_window_sync (self);
}

/* Callbacks */

static void
remember (BvWorkbookWindow *self)
{
  BvExportMemory *memory = self->memory;

  memory->sheets_left_out = BV_WORKBOOK_ALL_SHEETS & ~get_sheets (self);
  g_array_unref (memory->forms_left_out);
  memory->forms_left_out = list_forms (self, FALSE);
  memory->split = gtk_check_button_get_active (self->split);
  memory->open_when_done = gtk_check_button_get_active (self->open);
  bv_export_memory_save (memory, bv_office_get_path (self->office));
}

/* A path typed as the name goes where it says. */
static GFile *
dup_target (BvWorkbookWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autofree char *name = g_str_has_suffix (typed, ".xlsx") ? g_strdup (typed)
                                                            : g_strconcat (typed, ".xlsx", NULL);

  if (g_path_is_absolute (name))
    return g_file_new_for_path (name);
  g_strdelimit (name, "/\\", '_');
  return g_file_new_build_filename (self->memory->folder, name, NULL);
}

static void
finish (gpointer owner)
{
  BvWorkbookWindow *self = owner;
  g_autoptr (GFile) target = dup_target (self);

  remember (self);
  g_signal_emit (self, signals[EXPORT], 0, target);
  gtk_window_close (GTK_WINDOW (self));
}

/* A drive may have been taken out since the folder was chosen. */
static gboolean
check_folder (BvWorkbookWindow *self, GFile *target)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *text = NULL;

  if (folder != NULL && g_file_test (g_file_peek_path (folder), G_FILE_TEST_IS_DIR))
    return TRUE;
  text = g_strdup_printf (_ ("The folder “%s” is not there any more. Choose another one."),
                          folder != NULL ? g_file_peek_path (folder) : "");
  bv_dialogs_inform (GTK_WINDOW (self), _ ("That did not work"), text);
  return FALSE;
}

void
bv_workbook_window_accept (BvWorkbookWindow *self)
{
  g_autoptr (GFile) target = NULL;
  BvWorkbookChoice *choice;
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;
  gboolean there = FALSE;

  g_return_if_fail (BV_IS_WORKBOOK_WINDOW (self));
  if (!is_complete (self))
    return;
  target = dup_target (self);
  if (!check_folder (self, target))
    return;
  choice = bv_workbook_window_dup_choice (self);
  files = bv_workbook_list_files (self->office,
                                  bv_workbook_window_get_movement (self),
                                  choice,
                                  g_file_peek_path (target),
                                  &error);
  _bv_workbook_window_free_choice (choice);
  if (files == NULL) {
    bv_dialogs_inform (GTK_WINDOW (self), _ ("That did not work"), error->message);
    return;
  }
  for (guint i = 0; files[i] != NULL; i++)
    there |= g_file_test (files[i], G_FILE_TEST_EXISTS);
  if (there)
    bv_dialogs_confirm (GTK_WINDOW (self),
                        _ ("Replace the file that is there?"),
                        _ ("A file of this name is in the folder already. It is replaced only when "
                           "the new one is complete."),
                        _ ("_Replace"),
                        TRUE,
                        finish,
                        self);
  else
    finish (self);
}

static void
accept (BvTaskWindow *window)
{
  bv_workbook_window_accept (BV_WORKBOOK_WINDOW (window));
}

static void
sheets_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWorkbookWindow *self = BV_WORKBOOK_WINDOW (widget);

  for (guint i = 0; i < BV_N_WORKBOOK_SHEETS; i++)
    gtk_check_button_set_active (self->sheets[i], g_variant_get_boolean (parameter));
}

static void
forms_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvWorkbookWindow *self = BV_WORKBOOK_WINDOW (widget);

  for (guint i = 0; i < self->form_checks->len; i++)
    gtk_check_button_set_active (self->form_checks->pdata[i], g_variant_get_boolean (parameter));
}

void
bv_workbook_window_set_sheet (BvWorkbookWindow *self, BvWorkbookSheet sheet, gboolean chosen)
{
  gtk_check_button_set_active (self->sheets[sheet], chosen);
}

void
bv_workbook_window_set_folder (BvWorkbookWindow *self, GFile *folder)
{
  g_free (self->memory->folder);
  self->memory->folder = g_file_get_path (folder);
  show_folder (self);
}

static void
folder_chosen (gpointer owner, GFile *folder)
{
  bv_workbook_window_set_folder (BV_WORKBOOK_WINDOW (owner), folder);
}

static void
folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_path (BV_WORKBOOK_WINDOW (widget)->memory->folder);

  bv_dialogs_choose_folder (
      GTK_WINDOW (widget), _ ("Folder for the workbook"), folder, folder_chosen, widget);
}

static void
bv_workbook_window_dispose (GObject *object)
{
  BvWorkbookWindow *self = BV_WORKBOOK_WINDOW (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  bv_reading_stop (&self->reading);
  g_clear_pointer (&self->memory, bv_export_memory_free);
  g_clear_pointer (&self->movements, g_array_unref);
  g_clear_pointer (&self->forms, g_array_unref);
  g_clear_pointer (&self->form_checks, g_ptr_array_unref);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_workbook_window_parent_class)->dispose (object);
}

static void
bv_workbook_window_class_init (BvWorkbookWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_workbook_window_dispose;
  BV_TASK_WINDOW_CLASS (klass)->accept = accept;
  gtk_widget_class_install_action (widget_class, "workbook.folder", NULL, folder_action);
  gtk_widget_class_install_action (widget_class, "workbook.sheets", "b", sheets_action);
  gtk_widget_class_install_action (widget_class, "workbook.forms", "b", forms_action);
  signals[EXPORT] = g_signal_new ("export",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_FILE);
}

static void
bv_workbook_window_init (BvWorkbookWindow *self)
{
  self->form_checks = g_ptr_array_new ();
  self->filling = TRUE;
  _bv_workbook_window_build (self);
}

GtkWidget *
bv_workbook_window_new (GtkWindow *parent, BvOffice *office, gint64 movement_id)
{
  BvWorkbookWindow *self = g_object_new (
      BV_TYPE_WORKBOOK_WINDOW, "transient-for", parent, "title", _ ("Export proposals"), NULL);

  self->office = g_object_ref (office);
  fill (self, movement_id);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
