/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs of GTK 4.10, libadwaita 1.5 and newer. */
#include "config.h"

#include "bv-dialogs-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef GFile *(*Finish) (GtkFileDialog *, GAsyncResult *, GError **);

typedef struct
{
  BvDialogsFunc func;
  BvDialogsFileFunc file_func;
  BvDialogsFilesFunc files_func;
  Finish finish;
  gpointer owner;
} Answer;

static Answer *
take_answer (BvDialogsFunc func, BvDialogsFileFunc file_func, Finish finish, gpointer owner)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->func = func;
  answer->file_func = file_func;
  answer->finish = finish;
  answer->owner = g_object_ref (owner);
  return answer;
}

static void
free_answer (Answer *answer)
{
  g_object_unref (answer->owner);
  g_free (answer);
}

/* The heading of AdwAlertDialog is measured as one line, of which GTK warns when it is longer than
 * the dialog is wide: it stands above the body instead, where it wraps. */
static AdwAlertDialog *
create_alert (const char *heading, const char *body)
{
  g_autofree char *text = g_markup_printf_escaped (
      "<span size=\"larger\" weight=\"bold\">%s</span>\n\n%s", heading, body);
  AdwDialog *dialog = adw_alert_dialog_new (NULL, text);

  adw_alert_dialog_set_body_use_markup (ADW_ALERT_DIALOG (dialog), TRUE);
  adw_dialog_set_title (dialog, heading);
  return ADW_ALERT_DIALOG (dialog);
}

static void
confirm_response_cb (AdwAlertDialog *dialog, const char *response, Answer *answer)
{
  if (g_str_equal (response, "yes"))
    answer->func (answer->owner);
  free_answer (answer);
}

static void
file_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GFile) file = answer->finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file != NULL)
    answer->file_func (answer->owner, file);
  free_answer (answer);
}

static void
files_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (
      GTK_FILE_DIALOG (dialog), result, NULL);

  if (files != NULL)
    answer->files_func (answer->owner, files);
  free_answer (answer);
}

static GtkFileDialog *
create_file_dialog (const char *title, GtkFileFilter *filter, GFile *folder)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  if (filter != NULL) {
    g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

    g_list_store_append (filters, filter);
    gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  }
  return dialog;
}

void
bv_dialogs_confirm (GtkWindow *parent,
                    const char *heading,
                    const char *body,
                    const char *answer,
                    gboolean destructive,
                    BvDialogsFunc func,
                    gpointer owner)
{
  AdwAlertDialog *dialog = create_alert (heading, body);

  adw_alert_dialog_add_response (dialog, "no", _ ("_Cancel"));
  adw_alert_dialog_add_response (dialog, "yes", answer);
  adw_alert_dialog_set_response_appearance (
      dialog, "yes", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, destructive ? "no" : "yes");
  adw_alert_dialog_set_close_response (dialog, "no");
  g_signal_connect (
      dialog, "response", G_CALLBACK (confirm_response_cb), take_answer (func, NULL, NULL, owner));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
}

void
bv_dialogs_inform (GtkWindow *parent, const char *heading, const char *body)
{
  AdwAlertDialog *dialog = create_alert (heading, body);

  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (dialog, "close");
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
}

void
bv_dialogs_open_file (GtkWindow *parent,
                      const char *title,
                      GtkFileFilter *filter,
                      GFile *folder,
                      BvDialogsFileFunc func,
                      gpointer owner)
{
  g_autoptr (GtkFileDialog) dialog = create_file_dialog (title, filter, folder);

  gtk_file_dialog_open (dialog,
                        parent,
                        NULL,
                        file_chosen_cb,
                        take_answer (NULL, func, gtk_file_dialog_open_finish, owner));
}

void
bv_dialogs_open_files (GtkWindow *parent,
                       const char *title,
                       BvDialogsFilesFunc func,
                       gpointer owner)
{
  g_autoptr (GtkFileDialog) dialog = create_file_dialog (title, NULL, NULL);
  Answer *answer = take_answer (NULL, NULL, NULL, owner);

  answer->files_func = func;
  gtk_file_dialog_open_multiple (dialog, parent, NULL, files_chosen_cb, answer);
}

void
bv_dialogs_save_file (GtkWindow *parent,
                      const char *title,
                      GtkFileFilter *filter,
                      GFile *folder,
                      const char *name,
                      BvDialogsFileFunc func,
                      gpointer owner)
{
  g_autoptr (GtkFileDialog) dialog = create_file_dialog (title, filter, folder);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog,
                        parent,
                        NULL,
                        file_chosen_cb,
                        take_answer (NULL, func, gtk_file_dialog_save_finish, owner));
}

void
bv_dialogs_choose_folder (
    GtkWindow *parent, const char *title, GFile *folder, BvDialogsFileFunc func, gpointer owner)
{
  g_autoptr (GtkFileDialog) dialog = create_file_dialog (title, NULL, folder);

  gtk_file_dialog_select_folder (
      dialog,
      parent,
      NULL,
      file_chosen_cb,
      take_answer (NULL, func, gtk_file_dialog_select_folder_finish, owner));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkFileLauncher *launcher = GTK_FILE_LAUNCHER (source);
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (launcher, result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    _bv_dialogs_report_unopened (parent, gtk_file_launcher_get_file (launcher), error);
}

void
bv_dialogs_show_file (GtkWindow *parent, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, parent, NULL, shown_cb, g_object_ref (parent));
}
