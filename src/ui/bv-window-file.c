/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an office file comes into the window: opened, created, as a sample, and taken over. */
#include "config.h"

#include "bv-create-dialog.h"
#include "bv-dialogs.h"
#include "bv-error.h"
#include "bv-sample.h"
#include "bv-settings.h"
#include "bv-window-private.h"

#include <glib/gi18n-lib.h>

static void
remember (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) BV_OFFICE_MEDIA_TYPE,
    .app_name = (char *) "Bảng Vàng",
    .app_exec = (char *) "bang-vang %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
report (BvWindow *self, const GError *error)
{
  if (self->office == NULL)
    bv_welcome_set_error (self->welcome, error->message);
  else
    bv_content_report (self->content, error);
}

/* A window that has its office already leaves it alone and opens another one. */
static BvWindow *
find_free_window (BvWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return self->office == NULL ? self : bv_window_new (application);
}

static void
open_cb (gpointer owner, GFile *file)
{
  BvWindow *window = find_free_window (owner);

  bv_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
created_cb (BvWindow *self, BvOffice *office)
{
  g_autoptr (GFile) file = g_file_new_for_path (bv_office_get_path (office));
  BvWindow *window = find_free_window (self);

  remember (file);
  bv_window_take_office (window, g_object_ref (office));
  gtk_window_present (GTK_WINDOW (window));
}

static char *
choose_sample_path (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "bang-vang", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_READ_ONLY,
                 _ ("The folder “%s” cannot be made. Free some room or ask who looks after this "
                    "computer."),
                 folder);
    return NULL;
  }
  return g_build_filename (folder, "co-quan-mau" BV_OFFICE_EXTENSION, NULL);
}

static gboolean
make_sample (const char *path, GError **error)
{
  g_autofree char *actor = bv_settings_dup_actor ();

  return g_file_test (path, G_FILE_TEST_EXISTS) || bv_sample_create (path, actor, error);
}

void
bv_window_choose_file (BvWindow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) folder = bv_settings_dup_folder ();

  gtk_file_filter_set_name (filter, _ ("Office files"));
  gtk_file_filter_add_pattern (filter, "*" BV_OFFICE_EXTENSION);
  bv_dialogs_open_file (
      GTK_WINDOW (self), _ ("Open an office file"), filter, folder, open_cb, self);
}

void
bv_window_create_office (BvWindow *self)
{
  BvCreateDialog *dialog = bv_create_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
bv_window_open_sample (BvWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = choose_sample_path (&error);
  g_autoptr (GFile) file = NULL;

  if (path == NULL || !make_sample (path, &error)) {
    report (self, error);
    return;
  }
  file = g_file_new_for_path (path);
  open_cb (self, file);
}

gboolean
bv_window_has_file (BvWindow *self, GFile *file)
{
  g_autoptr (GFile) own = NULL;

  g_return_val_if_fail (BV_IS_WINDOW (self), FALSE);

  if (self->office == NULL || file == NULL)
    return self->office == NULL && file == NULL;
  own = g_file_new_for_path (bv_office_get_path (self->office));
  return g_file_equal (own, file);
}

gboolean
bv_window_open (BvWindow *self, GFile *file)
{
  g_autofree char *actor = bv_settings_dup_actor ();
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;
  BvOffice *office;

  g_return_val_if_fail (BV_IS_WINDOW (self), FALSE);

  if (bv_window_has_file (self, file))
    return TRUE;
  if (g_file_peek_path (file) == NULL)
    g_set_error (&error,
                 BV_ERROR,
                 BV_ERROR_FAILED,
                 _ ("“%s” is not on this computer. Copy it to a folder here and open the copy."),
                 uri);
  office = error == NULL
               ? bv_office_open (g_file_peek_path (file), actor, BV_OFFICE_OPEN_DEFAULT, &error)
               : NULL;
  if (office == NULL) {
    report (self, error);
    return FALSE;
  }
  remember (file);
  bv_window_take_office (self, office);
  return TRUE;
}

static void
take_over (BvWindow *self, gboolean discard)
{
  g_autoptr (GError) error = NULL;

  if (!bv_office_take_over (self->office, discard, &error)) {
    bv_content_report (self->content, error);
    return;
  }
  bv_window_update_banner (self);
  bv_window_update_actions (self);
  bv_content_toast (self->content, _ ("You can write in this file now"), FALSE);
}

static void
discard_cb (gpointer owner)
{
  take_over (owner, TRUE);
}

/* Nothing tells whether a program on another computer has died: a person has to know. */
void
bv_window_take_over (BvWindow *self)
{
  g_autofree char *body = NULL;

  if (!bv_office_is_held_elsewhere (self->office)) {
    take_over (self, FALSE);
    return;
  }
  body = g_strdup_printf (
      _ ("%s has not closed this file. Take over only if that computer is off or the program there "
         "has ended. If somebody still works there, the program will refuse what they enter from "
         "now on."),
      bv_office_get_holder (self->office));
  bv_dialogs_confirm (GTK_WINDOW (self),
                      _ ("Take over the right to write?"),
                      body,
                      _ ("Take over"),
                      TRUE,
                      discard_cb,
                      self);
}

void
bv_window_update_banner (BvWindow *self)
{
  const char *holder = bv_office_get_holder (self->office);
  g_autofree char *text = NULL;

  if (!bv_office_is_writable (self->office) && holder != NULL)
    text = g_strdup_printf (
        _ ("Open elsewhere: %s. You can look at everything, but not change it yet."), holder);
  else if (!bv_office_is_writable (self->office))
    text = g_strdup (_ ("This file cannot be written. You can look at everything, but not change "
                        "it."));
  bv_content_set_banner (self->content, text);
}
