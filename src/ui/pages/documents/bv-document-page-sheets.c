/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes onto printed sheets: several at once, moved until it meets their lines, tried between
 * rulers. */
#include "config.h"

#include "bv-document-page-private.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HUNDREDTHS 100.0
/* Millimetres that a printed sheet may be off. */
#define MOST_SHIFT 50.0
#define SHIFT_STEP 0.5
/* Turning the figure up and down is one change. */
#define KEEP_AFTER 600

static const struct
{
  const char *field, *label, *tooltip;
} shifts[] = {
  [BV_SHIFT_X] = { "certificate_x",
                   N_ ("Move right (mm)"),
                   N_ ("Millimetres to the right on the printed sheet, kept for this office") },
  [BV_SHIFT_Y] = { "certificate_y",
                   N_ ("down (mm)"),
                   N_ ("Millimetres down on the printed sheet, kept for this office") },
};

static BvOffice *
get_office (BvDocumentPage *self)
{
  return bv_page_get_office (BV_PAGE (self));
}

gboolean
_bv_document_page_is_trial (BvDocumentPage *self)
{
  return self->type != NULL && self->type->together
         && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->trial));
}

/* Where the words stand */

static gint64
read_shift (BvDocumentPage *self, guint which)
{
  return (gint64) round (gtk_spin_button_get_value (self->shifts[which]) * HUNDREDTHS);
}

static gboolean
write_shifts (BvDocumentPage *self, BvRecord *own, GError **error)
{
  BvHistory *history = bv_office_get_history (get_office (self));

  for (guint i = 0; i < BV_N_SHIFTS; i++)
    bv_record_set_integer (own, shifts[i].field, read_shift (self, i));
  if (!bv_history_begin (history, _ ("Place of words on certificates"), error))
    return FALSE;
  if (bv_office_save (get_office (self), own, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

static void
keep_shifts (BvDocumentPage *self)
{
  GError *error = NULL;
  g_autoptr (BvRecord) own = bv_office_get_own (get_office (self), &error);
  gboolean changed = FALSE;

  for (guint i = 0; own != NULL && i < BV_N_SHIFTS; i++)
    changed |= read_shift (self, i) != bv_record_get_integer (own, shifts[i].field);
  if (own == NULL || (changed && !write_shifts (self, own, &error)))
    bv_page_report (BV_PAGE (self), error);
}

static gboolean
keep_cb (gpointer data)
{
  BvDocumentPage *self = data;

  self->shift_id = 0;
  keep_shifts (self);
  return G_SOURCE_REMOVE;
}

void
_bv_document_page_flush_sheets (BvDocumentPage *self)
{
  for (guint i = 0; i < BV_N_SHIFTS; i++)
    if (gtk_widget_get_mapped (GTK_WIDGET (self->shifts[i])))
      gtk_spin_button_update (self->shifts[i]);
  if (self->shift_id == 0)
    return;
  g_clear_handle_id (&self->shift_id, g_source_remove);
  keep_shifts (self);
}

static void
shifted_cb (GtkSpinButton *button, BvDocumentPage *self)
{
  g_clear_handle_id (&self->shift_id, g_source_remove);
  self->shift_id = g_timeout_add (KEEP_AFTER, keep_cb, self);
}

static void
show_shifts (BvDocumentPage *self)
{
  g_autoptr (BvRecord) own = bv_office_get_own (get_office (self), NULL);

  for (guint i = 0; own != NULL && i < BV_N_SHIFTS; i++) {
    g_signal_handlers_block_by_func (self->shifts[i], shifted_cb, self);
    gtk_spin_button_set_value (self->shifts[i],
                               (double) bv_record_get_integer (own, shifts[i].field) / HUNDREDTHS);
    g_signal_handlers_unblock_by_func (self->shifts[i], shifted_cb, self);
    gtk_widget_set_sensitive (GTK_WIDGET (self->shifts[i]),
                              bv_office_is_writable (get_office (self)));
  }
}

/* Several at once */

static void
set_rows (BvDocumentPage *self, GArray *rows)
{
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = rows;
}

static void
whole_cb (GtkToggleButton *button, BvDocumentPage *self)
{
  GError *error = NULL;
  GArray *rows = NULL;

  if (gtk_toggle_button_get_active (button)) {
    rows = bv_document_type_find_together (self->type, get_office (self), self->about_id, &error);
    if (rows == NULL)
      bv_page_report (BV_PAGE (self), error);
  }
  set_rows (self, rows);
  _bv_document_page_sync_sheets (self);
  _bv_document_page_refresh_soon (self);
}

static guint
count_together (BvDocumentPage *self)
{
  g_autoptr (GArray) rows = self->about_id != 0 ? bv_document_type_find_together (
                                self->type, get_office (self), self->about_id, NULL)
                                                : NULL;

  return rows != NULL ? rows->len : 0;
}

static void
show_whole (BvDocumentPage *self)
{
  guint n = self->rows != NULL ? self->rows->len : count_together (self);
  g_autofree char *label = g_strdup_printf (
      self->rows != NULL ? ngettext ("%u chosen", "%u chosen", n)
                         : ngettext ("Whole decision (%u)", "Whole decision (%u)", n),
      n);

  gtk_button_set_label (GTK_BUTTON (self->whole), label);
  gtk_widget_set_sensitive (self->whole, n > 1);
  g_signal_handlers_block_by_func (self->whole, whole_cb, self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->whole), self->rows != NULL);
  g_signal_handlers_unblock_by_func (self->whole, whole_cb, self);
}

void
_bv_document_page_sync_sheets (BvDocumentPage *self)
{
  gboolean shown = self->type != NULL && self->type->together;

  gtk_widget_set_visible (self->sheets, shown);
  if (!shown)
    return;
  show_whole (self);
  if (self->shift_id == 0)
    show_shifts (self);
}

static void
trial_cb (GtkToggleButton *button, BvDocumentPage *self)
{
  _bv_document_page_refresh_soon (self);
}

/* Building */

static void
add_shift (BvDocumentPage *self, guint which)
{
  GtkWidget *button = gtk_spin_button_new_with_range (-MOST_SHIFT, MOST_SHIFT, SHIFT_STEP);
  GtkWidget *label = gtk_label_new (_ (shifts[which].label));

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (button), 1);
  bv_tooltip_set (button, _ (shifts[which].tooltip));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (shifts[which].tooltip), -1);
  g_signal_connect (button, "value-changed", G_CALLBACK (shifted_cb), self);
  self->shifts[which] = GTK_SPIN_BUTTON (button);
  gtk_box_append (GTK_BOX (self->sheets), label);
  gtk_box_append (GTK_BOX (self->sheets), button);
}

GtkWidget *
_bv_document_page_build_sheets (BvDocumentPage *self)
{
  GtkWidget *space = gtk_label_new (NULL);

  self->sheets = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->whole = gtk_toggle_button_new ();
  bv_tooltip_set (self->whole, _ ("All certificates of the decision, printed or saved as one job"));
  g_signal_connect (self->whole, "toggled", G_CALLBACK (whole_cb), self);
  self->trial = gtk_toggle_button_new_with_label (_ ("Test sheet"));
  bv_tooltip_set (
      self->trial,
      _ ("The certificate between rulers: print it on white paper and hold it against the "
         "printed sheet to measure"));
  g_signal_connect (self->trial, "toggled", G_CALLBACK (trial_cb), self);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (self->sheets), self->whole);
  gtk_box_append (GTK_BOX (self->sheets), space);
  for (guint i = 0; i < BV_N_SHIFTS; i++)
    add_shift (self, i);
  gtk_box_append (GTK_BOX (self->sheets), self->trial);
  gtk_widget_add_css_class (self->sheets, "bv-document-bar");
  gtk_widget_set_visible (self->sheets, FALSE);
  return self->sheets;
}
