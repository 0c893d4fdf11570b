/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs that differ between the versions of GTK and libadwaita. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvDialogsFunc: what goes on after "yes"; @owner is the object given, kept alive until then. */
typedef void (*BvDialogsFunc) (gpointer owner);
/** BvDialogsFileFunc: the file that was chosen. Not called when nothing was. */
typedef void (*BvDialogsFileFunc) (gpointer owner, GFile *file);
/** BvDialogsFilesFunc: the same for one file or several, as GFile. */
typedef void (*BvDialogsFilesFunc) (gpointer owner, GListModel *files);

/** bv_dialogs_confirm: asks, with @answer as the button that does it; Esc means no. */
void bv_dialogs_confirm (GtkWindow *parent,
                         const char *heading,
                         const char *body,
                         const char *answer,
                         gboolean destructive,
                         BvDialogsFunc func,
                         gpointer owner);
/** bv_dialogs_inform: tells, with one button that closes. */
void bv_dialogs_inform (GtkWindow *parent, const char *heading, const char *body);
/** bv_dialogs_open_file: @filter and @folder are nullable. */
void bv_dialogs_open_file (GtkWindow *parent,
                           const char *title,
                           GtkFileFilter *filter,
                           GFile *folder,
                           BvDialogsFileFunc func,
                           gpointer owner);
/** bv_dialogs_open_files: the same for several at once. */
void bv_dialogs_open_files (GtkWindow *parent,
                            const char *title,
                            BvDialogsFilesFunc func,
                            gpointer owner);
/** bv_dialogs_save_file: @name is the name proposed. An existing file is asked about. */
void bv_dialogs_save_file (GtkWindow *parent,
                           const char *title,
                           GtkFileFilter *filter,
                           GFile *folder,
                           const char *name,
                           BvDialogsFileFunc func,
                           gpointer owner);
/** bv_dialogs_choose_folder: @folder is where it starts, nullable. */
void bv_dialogs_choose_folder (
    GtkWindow *parent, const char *title, GFile *folder, BvDialogsFileFunc func, gpointer owner);
/** bv_dialogs_show_file: opens @file in the program the desktop has for it. */
void bv_dialogs_show_file (GtkWindow *parent, GFile *file);

G_END_DECLS
