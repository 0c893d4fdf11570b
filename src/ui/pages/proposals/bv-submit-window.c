/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the proposals that passed are submitted, and under what number. */
#include "config.h"

#include "bv-submit-window.h"

#include "bv-error.h"
#include "bv-proposal-flow.h"

#include <glib/gi18n-lib.h>

struct _BvSubmitWindow
{
  BvTaskWindow parent_instance;

  /* Owned */
  GArray *batches; /* BvProposalBatch */

  /* Borrowed */
  BvPage *page; /* outlives the window, which is modal */
  GtkDropDown *forms;
  GtkEditable *number;
};

G_DEFINE_FINAL_TYPE (BvSubmitWindow, bv_submit_window, BV_TYPE_TASK_WINDOW)

static gint64
get_form (BvSubmitWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->forms);

  return chosen > 0 && chosen <= self->batches->len
             ? g_array_index (self->batches, BvProposalBatch, chosen - 1).award_form_id
             : 0;
}

static void
accept (BvTaskWindow *window)
{
  BvSubmitWindow *self = BV_SUBMIT_WINDOW (window);
  GError *error = NULL;
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (self->number)));
  g_autofree char *message = NULL;
  int n = bv_proposal_flow_submit_passed (bv_page_get_office (self->page),
                                          bv_page_get_movement (self->page),
                                          get_form (self),
                                          number,
                                          &error);

  if (n < 0)
    bv_page_report (self->page, error);
  else {
    message = g_strdup_printf (
        ngettext ("%d proposal submitted", "%d proposals submitted", (gulong) n), n);
    bv_page_toast (self->page, message, TRUE);
  }
  gtk_window_close (GTK_WINDOW (self));
}

static void
bv_submit_window_finalize (GObject *object)
{
  g_clear_pointer (&BV_SUBMIT_WINDOW (object)->batches, g_array_unref);
  G_OBJECT_CLASS (bv_submit_window_parent_class)->finalize (object);
}

static void
bv_submit_window_class_init (BvSubmitWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_submit_window_finalize;
  BV_TASK_WINDOW_CLASS (klass)->accept = accept;
}

static void
bv_submit_window_init (BvSubmitWindow *self)
{
}

/* "All that passed (8)", then "Giấy khen … (2)". */
static GtkWidget *
build_forms (BvSubmitWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = 0;
  g_autofree char *all = NULL;

  for (guint i = 0; i < self->batches->len; i++)
    n += g_array_index (self->batches, BvProposalBatch, i).n;
  all = g_strdup_printf (_ ("All that passed (%u)"), n);
  gtk_string_list_append (names, all);
  for (guint i = 0; i < self->batches->len; i++) {
    const BvProposalBatch *batch = &g_array_index (self->batches, BvProposalBatch, i);
    g_autofree char *name = g_strdup_printf ("%s (%u)",
                                             bv_office_get_name (bv_page_get_office (self->page),
                                                                 &bv_award_form_kind,
                                                                 batch->award_form_id),
                                             batch->n);

    gtk_string_list_append (names, name);
  }
  self->forms = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  return GTK_WIDGET (self->forms);
}

static GtkWidget *
build_number (BvSubmitWindow *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->number = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("For example 45/TTr-SNgV"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), 100);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (accept), self);
  return entry;
}

static void
attach (GtkGrid *grid, int row, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
}

static GtkWidget *
build_fields (BvSubmitWindow *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  GtkWidget *hint = gtk_label_new (
      _ ("The number may be left blank and added to the proposals later."));

  gtk_grid_set_row_spacing (grid, 12);
  gtk_grid_set_column_spacing (grid, 12);
  gtk_widget_set_margin_top (GTK_WIDGET (grid), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (grid), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (grid), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (grid), 18);
  attach (grid, 0, _ ("_Proposals"), build_forms (self));
  attach (grid, 1, _ ("_Number of the submission"), build_number (self));
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_grid_attach (grid, hint, 0, 2, 2, 1);
  return GTK_WIDGET (grid);
}

static BvSubmitWindow *
build (BvPage *page, GArray *batches)
{
  BvSubmitWindow *self = g_object_new (BV_TYPE_SUBMIT_WINDOW, NULL);

  self->page = page;
  self->batches = g_array_ref (batches);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Submit proposals"));
  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 260);
  bv_task_window_build (BV_TASK_WINDOW (self), _ ("_Cancel"), _ ("_Submit"), build_fields (self));
  return self;
}

GtkWidget *
bv_submit_window_open (BvPage *page)
{
  GError *error = NULL;
  g_autoptr (GArray) batches = bv_proposal_flow_list_passed (
      bv_page_get_office (page), bv_page_get_movement (page), &error);
  BvSubmitWindow *self;

  if (batches != NULL && batches->len == 0)
    bv_proposal_flow_submit_passed (
        bv_page_get_office (page), bv_page_get_movement (page), 0, NULL, &error);
  if (error != NULL) {
    bv_page_report (page, error);
    return NULL;
  }
  self = build (page, batches);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
  return GTK_WIDGET (self);
}

void
bv_submit_window_submit (BvSubmitWindow *self, guint batch, const char *number)
{
  g_return_if_fail (BV_IS_SUBMIT_WINDOW (self));

  gtk_drop_down_set_selected (self->forms, batch);
  gtk_editable_set_text (self->number, number);
  accept (BV_TASK_WINDOW (self));
}
