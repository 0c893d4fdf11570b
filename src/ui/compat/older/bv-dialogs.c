/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs of GTK 4.8 and libadwaita 1.2. */
#include "config.h"

#include "bv-dialogs-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  BvDialogsFunc func;
  BvDialogsFileFunc file_func;
  BvDialogsFilesFunc files_func; /* nullable: one file */
  gpointer owner;
} Answer;

static Answer *
take_answer (BvDialogsFunc func, BvDialogsFileFunc file_func, gpointer owner)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->func = func;
  answer->file_func = file_func;
  answer->owner = g_object_ref (owner);
  return answer;
}

static void
free_answer (Answer *answer)
{
  g_object_unref (answer->owner);
  g_free (answer);
}

/* The answer may close the window that was asked, which the dialog would remember beyond its
 * end. */
static void
confirm_response_cb (AdwMessageDialog *dialog, const char *response, Answer *answer)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "yes"))
    answer->func (answer->owner);
  free_answer (answer);
}

static void
file_response_cb (GtkNativeDialog *dialog, int response, Answer *answer)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && answer->files_func != NULL)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  else if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (files != NULL)
    answer->files_func (answer->owner, files);
  if (file != NULL)
    answer->file_func (answer->owner, file);
  free_answer (answer);
  g_object_unref (dialog);
}

static void
choose (GtkWindow *parent,
        const char *title,
        GtkFileChooserAction action,
        GtkFileFilter *filter,
        GFile *folder,
        const char *name,
        Answer *answer)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      title, parent, action, NULL, _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, answer->files_func != NULL);
  if (filter != NULL)
    gtk_file_chooser_add_filter (chooser, filter);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  g_signal_connect (native, "response", G_CALLBACK (file_response_cb), answer);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
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
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_response (dialog, "no", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "yes", answer);
  adw_message_dialog_set_response_appearance (
      dialog, "yes", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "no" : "yes");
  adw_message_dialog_set_close_response (dialog, "no");
  g_signal_connect (
      dialog, "response", G_CALLBACK (confirm_response_cb), take_answer (func, NULL, owner));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
bv_dialogs_inform (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
bv_dialogs_open_file (GtkWindow *parent,
                      const char *title,
                      GtkFileFilter *filter,
                      GFile *folder,
                      BvDialogsFileFunc func,
                      gpointer owner)
{
  choose (parent,
          title,
          GTK_FILE_CHOOSER_ACTION_OPEN,
          filter,
          folder,
          NULL,
          take_answer (NULL, func, owner));
}

void
bv_dialogs_open_files (GtkWindow *parent,
                       const char *title,
                       BvDialogsFilesFunc func,
                       gpointer owner)
{
  Answer *answer = take_answer (NULL, NULL, owner);

  answer->files_func = func;
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL, NULL, answer);
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
  choose (parent,
          title,
          GTK_FILE_CHOOSER_ACTION_SAVE,
          filter,
          folder,
          name,
          take_answer (NULL, func, owner));
}

void
bv_dialogs_choose_folder (
    GtkWindow *parent, const char *title, GFile *folder, BvDialogsFileFunc func, gpointer owner)
{
  choose (parent,
          title,
          GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
          NULL,
          folder,
          NULL,
          take_answer (NULL, func, owner));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = data;
  GtkWindow *parent = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (parent, result, &error))
    _bv_dialogs_report_unopened (parent, file, error);
}

void
bv_dialogs_show_file (GtkWindow *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (file));
}
