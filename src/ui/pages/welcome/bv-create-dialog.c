/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four questions and a place to save: a new office file. */
#include "config.h"

#include "bv-create-dialog.h"

#include "bv-dialogs.h"
#include "bv-settings.h"

#include <glib/gi18n-lib.h>

struct _BvCreateDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwEntryRow *name_row;
  AdwEntryRow *superior_row;
  AdwEntryRow *place_row;
  AdwEntryRow *head_row;
  GtkLabel *problem;
  GtkButton *create_button;
};

enum { CREATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (BvCreateDialog, bv_create_dialog, ADW_TYPE_WINDOW)

static char *
dup_answer (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
show_problem (BvCreateDialog *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* The office's name is the file's, but for what no file system takes. */
static char *
propose_name (BvCreateDialog *self)
{
  g_autofree char *name = dup_answer (self->name_row);

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  return g_strconcat (name, BV_OFFICE_EXTENSION, NULL);
}

static void
file_cb (gpointer owner, GFile *file)
{
  bv_create_dialog_create (owner, file);
}

static void
create_clicked_cb (BvCreateDialog *self)
{
  g_autoptr (GFile) folder = bv_settings_dup_folder ();
  g_autofree char *name = NULL;

  g_assert (BV_IS_CREATE_DIALOG (self));

  if (!bv_create_dialog_check (self))
    return;
  name = propose_name (self);
  bv_dialogs_save_file (
      GTK_WINDOW (self), _ ("Where to keep the office file"), NULL, folder, name, file_cb, self);
}

static void
changed_cb (BvCreateDialog *self)
{
  g_assert (BV_IS_CREATE_DIALOG (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  show_problem (self, NULL);
}

static void
bv_create_dialog_class_init (BvCreateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bangvang/BangVang/pages/welcome/bv-create-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCreateDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, BvCreateDialog, superior_row);
  gtk_widget_class_bind_template_child (widget_class, BvCreateDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, BvCreateDialog, head_row);
  gtk_widget_class_bind_template_child (widget_class, BvCreateDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, BvCreateDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  signals[CREATED] = g_signal_new ("created",
                                   BV_TYPE_CREATE_DIALOG,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   BV_TYPE_OFFICE);
}

static void
bv_create_dialog_init (BvCreateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BvCreateDialog *
bv_create_dialog_new (GtkWindow *parent)
{
  return g_object_new (BV_TYPE_CREATE_DIALOG, "transient-for", parent, NULL);
}

gboolean
bv_create_dialog_check (BvCreateDialog *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (BV_IS_CREATE_DIALOG (self), FALSE);

  name = dup_answer (self->name_row);
  if (*name != '\0')
    return TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->name_row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  show_problem (self, _ ("Write the name of the office first."));
  return FALSE;
}

gboolean
bv_create_dialog_create (BvCreateDialog *self, GFile *file)
{
  g_autofree char *name = dup_answer (self->name_row);
  g_autofree char *superior = dup_answer (self->superior_row);
  g_autofree char *place = dup_answer (self->place_row);
  g_autofree char *head = dup_answer (self->head_row);
  g_autofree char *actor = bv_settings_dup_actor ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (BvOffice) office = NULL;

  g_return_val_if_fail (BV_IS_CREATE_DIALOG (self), FALSE);

  if (path != NULL && !g_str_has_suffix (path, BV_OFFICE_EXTENSION)) {
    g_autofree char *bare = g_steal_pointer (&path);

    path = g_strconcat (bare, BV_OFFICE_EXTENSION, NULL);
  }
  if (path != NULL)
    office = bv_office_create (
        path, name, superior, place, head, actor, BV_OFFICE_OPEN_DEFAULT, &error);
  if (office == NULL) {
    show_problem (self,
                  error != NULL ? error->message
                                : _ ("The file must be in a folder of this computer."));
    return FALSE;
  }
  g_signal_emit (self, signals[CREATED], 0, office);
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}
