/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip under the preview. */
#include "config.h"

#include "bv-import-question.h"

#include <glib/gi18n-lib.h>

/* More namesakes than this have to be told apart in the table itself. */
#define MOST_ANSWERS 4
#define ID_KEY "bv-id"

struct _BvImportQuestion
{
  AdwBin parent_instance;
  int row;

  /* Owned */
  BvImportJob *job;

  /* Borrowed references: children */
  GtkLabel *label;
  GtkBox *answers;
};

G_DEFINE_FINAL_TYPE (BvImportQuestion, bv_import_question, ADW_TYPE_BIN)

static void
answer_cb (GtkButton *button, BvImportQuestion *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), ID_KEY);

  bv_import_job_decide (self->job, (guint) self->row, *id);
}

static void
add_answer (BvImportQuestion *self, const char *text, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (answer_cb), self);
  gtk_box_append (self->answers, button);
}

static void
add_answers (BvImportQuestion *self, BvImport *import)
{
  const GArray *candidates = bv_import_get_candidates (import, (guint) self->row);
  BvOffice *office = bv_import_job_get_office (self->job);

  for (guint i = 0; candidates && i < MIN (candidates->len, MOST_ANSWERS); i++) {
    gint64 id = g_array_index (candidates, gint64, i);
    /* Translators: the answer that a row of a table is somebody who is there already. */
    g_autofree char *text = g_strdup_printf (
        _ ("It is “%s”"), bv_office_get_name (office, bv_import_job_get_kind (self->job), id));

    add_answer (self, text, id);
  }
  if (candidates)
    add_answer (self, _ ("Somebody new"), 0);
}

void
bv_import_question_set_row (BvImportQuestion *self, int row)
{
  BvImport *import = bv_import_job_get_import (self->job);
  const char *message = NULL;
  GtkWidget *answer;
  gboolean asked;

  g_return_if_fail (BV_IS_IMPORT_QUESTION (self));

  self->row = row;
  while ((answer = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_box_remove (self->answers, answer);
  if (import && row >= 0 && (guint) row < bv_import_get_n_rows (import)) {
    bv_import_get_verdict (import, (guint) row, &message);
    add_answers (self, import);
  }
  asked = gtk_widget_get_first_child (GTK_WIDGET (self->answers)) != NULL;
  gtk_label_set_label (self->label, message ? message : asked ? _ ("Decided as you said.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL || asked);
}

static void
bv_import_question_dispose (GObject *object)
{
  g_clear_object (&BV_IMPORT_QUESTION (object)->job);
  G_OBJECT_CLASS (bv_import_question_parent_class)->dispose (object);
}

static void
bv_import_question_class_init (BvImportQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_import_question_dispose;
}

static void
bv_import_question_init (BvImportQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->row = -1;
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->answers = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_valign (GTK_WIDGET (self->answers), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->answers));
  gtk_widget_add_css_class (box, "bv-import-question");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
bv_import_question_new (BvImportJob *job)
{
  BvImportQuestion *self = g_object_new (BV_TYPE_IMPORT_QUESTION, NULL);

  self->job = g_object_ref (job);
  return GTK_WIDGET (self);
}
