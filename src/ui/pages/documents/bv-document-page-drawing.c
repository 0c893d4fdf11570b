/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages are drawn up in a thread: a list of hundreds of pages does not make the window stand
 * still. */
#include "config.h"

#include "bv-document-page-private.h"
#include "bv-error.h"
#include "bv-escape.h"

#include <glib/gi18n-lib.h>

#define LOOK_INTERVAL 100 /* milliseconds */
/* What is drawn within so many looks needs no bar. */
#define LOOKS_WITHOUT_BAR 4

struct _BvDrawing
{
  char *path; /* of the office */
  const BvDocumentType *type;
  GArray *rows;
  BvDocumentOrder order; /* of @rows */
  int per_mille;         /* atomic */
};

static void
free_drawing (gpointer data)
{
  BvDrawing *drawing = data;

  g_free (drawing->path);
  g_array_unref (drawing->rows);
  g_free (drawing);
}

/* In the thread */

static void
note_progress (double fraction, gpointer data)
{
  g_atomic_int_set (&((BvDrawing *) data)->per_mille, (int) (fraction * 1000));
}

/* Everything is read at once: the pages are laid out when the file is closed again. */
static BvDocument *
build (BvDrawing *drawing, GError **error)
{
  g_autoptr (BvOffice) office = bv_office_open (drawing->path, NULL, BV_OFFICE_OPEN_AGAIN, error);
  BvDocument *document;

  if (office == NULL)
    return NULL;
  document = bv_document_type_build (drawing->type, office, &drawing->order, error);
  bv_office_close (office, NULL);
  return document;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (BvDocument) document = build (data, &error);
  BvPageLayout *layout = NULL;

  if (document != NULL)
    layout = bv_page_layout_new (
        document, &bv_layout_profile_decree_30, note_progress, data, cancellable, &error);
  if (layout != NULL)
    g_task_return_pointer (task, layout, (GDestroyNotify) bv_page_layout_unref);
  else
    g_task_return_error (task, error);
}

/* In the window */

static gboolean
look_cb (gpointer data)
{
  BvDocumentPage *self = data;

  gtk_progress_bar_set_fraction (self->progress,
                                 g_atomic_int_get (&self->drawing->per_mille) / 1000.0);
  gtk_revealer_set_reveal_child (self->drawing_bar, ++self->n_looks >= LOOKS_WITHOUT_BAR);
  return G_SOURCE_CONTINUE;
}

static void
forget_then (BvDocumentPage *self)
{
  if (self->free_then_data != NULL)
    self->free_then_data (self->then_data);
  self->then = NULL;
  self->then_data = NULL;
  self->free_then_data = NULL;
}

static void
forget_drawing (BvDocumentPage *self)
{
  self->drawing = NULL;
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_revealer_set_reveal_child (self->drawing_bar, FALSE);
}

void
_bv_document_page_stop_drawing (BvDocumentPage *self)
{
  forget_then (self);
  if (self->drawing == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  forget_drawing (self);
}

static void
show_problem (BvDocumentPage *self, const char *sentence, gboolean again)
{
  bv_page_preview_set_layout (self->preview, NULL);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem), sentence);
  gtk_widget_set_visible (self->again, again);
  gtk_stack_set_visible_child (self->stack, self->problem);
}

static void
do_then (BvDocumentPage *self)
{
  BvDocumentPageFunc then = self->then;

  if (then != NULL && _bv_document_page_get_document (self) != NULL)
    then (self, self->then_data);
  forget_then (self);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvDocumentPage *self = BV_DOCUMENT_PAGE (source);
  g_autoptr (GError) error = NULL;
  BvPageLayout *layout = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_task_data (G_TASK (result)) != self->drawing) {
    g_clear_pointer (&layout, bv_page_layout_unref); /* something else is wanted by now */
    return;
  }
  forget_drawing (self);
  if (layout != NULL) {
    bv_page_preview_set_layout (self->preview, layout);
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->preview));
  } else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, _ ("The pages were not drawn to the end."), TRUE);
  else
    show_problem (self, error->message, FALSE);
  do_then (self);
  _bv_document_page_sync_buttons (self);
}

static BvDrawing *
create_drawing (BvDocumentPage *self)
{
  BvPage *page = BV_PAGE (self);
  BvDrawing *drawing = g_new0 (BvDrawing, 1);

  drawing->path = g_strdup (bv_office_get_path (bv_page_get_office (page)));
  drawing->type = self->type;
  drawing->rows = _bv_document_page_dup_rows (self);
  drawing->order = (BvDocumentOrder){
    .movement_id = bv_page_get_movement (page),
    .about_ids = (const gint64 *) (gpointer) drawing->rows->data,
    .n_about = drawing->rows->len,
    .rulers = _bv_document_page_is_trial (self),
  };
  return drawing;
}

static void
start_drawing (BvDocumentPage *self)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  self->drawing = create_drawing (self);
  self->n_looks = 0;
  self->look_id = g_timeout_add (LOOK_INTERVAL, look_cb, self);
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_task_data (task, self->drawing, free_drawing);
  g_task_run_in_thread (task, draw_in_thread);
}

void
_bv_document_page_refresh (BvDocumentPage *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->drawing != NULL) {
    g_cancellable_cancel (self->cancellable);
    forget_drawing (self);
  }
  if (self->type == NULL)
    return;
  if (bv_page_get_movement (BV_PAGE (self)) == 0)
    show_problem (self, _ ("Add a movement first, under “Movement and contents”."), FALSE);
  else
    start_drawing (self);
  _bv_document_page_sync_buttons (self);
}

static gboolean
refresh_cb (gpointer data)
{
  BvDocumentPage *self = data;

  self->refresh_id = 0;
  _bv_document_page_refresh (self);
  return G_SOURCE_REMOVE;
}

void
_bv_document_page_refresh_soon (BvDocumentPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

void
_bv_document_page_when_drawn (BvDocumentPage *self,
                              BvDocumentPageFunc func,
                              gpointer data,
                              GDestroyNotify free_data)
{
  forget_then (self);
  self->then = func;
  self->then_data = data;
  self->free_then_data = free_data;
  if (self->refresh_id == 0 && self->drawing == NULL)
    do_then (self);
}

gboolean
bv_document_page_is_drawing (BvDocumentPage *self)
{
  g_return_val_if_fail (BV_IS_DOCUMENT_PAGE (self), FALSE);
  return self->refresh_id != 0 || self->drawing != NULL;
}

void
bv_document_page_cancel_drawing (BvDocumentPage *self)
{
  g_return_if_fail (BV_IS_DOCUMENT_PAGE (self));

  forget_then (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* Building */

static void
cancel_cb (GtkButton *button, BvDocumentPage *self)
{
  bv_document_page_cancel_drawing (self);
}

static void
again_cb (GtkButton *button, BvDocumentPage *self)
{
  _bv_document_page_refresh (self);
}

GtkWidget *
_bv_document_page_build_drawing_bar (BvDocumentPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Drawing the pages…"));
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  g_signal_connect (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  bv_escape_presses (GTK_BUTTON (cancel));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_widget_add_css_class (box, "bv-export-bar");
  self->drawing_bar = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->drawing_bar, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->drawing_bar, box);
  return GTK_WIDGET (self->drawing_bar);
}

GtkWidget *
_bv_document_page_build_again (BvDocumentPage *self)
{
  self->again = gtk_button_new_with_mnemonic (_ ("_Draw them again"));
  gtk_widget_set_halign (self->again, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->again, "pill");
  g_signal_connect (self->again, "clicked", G_CALLBACK (again_cb), self);
  return self->again;
}
