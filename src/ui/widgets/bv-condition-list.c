/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of conditions of one candidate: what is in the way first, then what is met. Setting a
 * condition aside is one undoable step. */
#include "config.h"

#include "bv-condition-list.h"

#include "bv-condition-light.h"
#include "bv-condition-row.h"
#include "bv-date.h"
#include "bv-record.h"
#include "bv-text-label.h"

#include <glib/gi18n-lib.h>

struct _BvConditionList
{
  GtkBox parent_instance;

  /* Owned */
  BvOffice *office;

  /* Borrowed references */
  GtkWidget *rows[BV_N_CHECKS]; /* nullable */

  gint64 movement_id, subject_id, award_form_id;
  gint64 overrides[BV_N_CHECKS];
};

enum { DONE, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvConditionList, bv_condition_list, GTK_TYPE_BOX)

static void
finish (BvConditionList *self, gboolean done, const char *message, GError *error)
{
  if (done)
    g_signal_emit (self, signals[DONE], 0, message);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  g_clear_error (&error);
}

static BvEligibilityCheck
get_check (BvConditionRow *row)
{
  return (BvEligibilityCheck) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "check"));
}

/* The list may go while the office tells everybody: it is held. */
static void
set_aside_cb (BvConditionRow *row,
              const char *decided_by,
              const char *reason,
              const char *document_number,
              BvConditionList *self)
{
  g_autoptr (BvConditionList) held = g_object_ref (self);
  g_autoptr (BvRecord) override = bv_record_new (&bv_eligibility_override_kind);
  g_autofree char *today = bv_date_today ();
  BvEligibilityCheck check = get_check (row);
  GError *error = NULL;
  gboolean done;

  bv_record_set_integer (override, "movement_id", self->movement_id);
  bv_record_set_integer (override, "subject_id", self->subject_id);
  if (self->award_form_id != 0)
    bv_record_set_integer (override, "award_form_id", self->award_form_id);
  bv_record_set_text (override, "check_name", bv_eligibility_check_name (check));
  bv_record_set_text (override, "decided_by", decided_by);
  bv_record_set_text (override, "reason", reason);
  bv_record_set_text (override, "document_number", document_number);
  bv_record_set_text (override, "decided_on", today);
  done = bv_office_save (self->office, override, &error);
  finish (held, done, _ ("The condition is set aside; the reason goes with it"), error);
}

static void
restore_cb (BvConditionRow *row, BvConditionList *self)
{
  g_autoptr (BvConditionList) held = g_object_ref (self);
  gint64 id = self->overrides[get_check (row)];
  GError *error = NULL;
  gboolean done = bv_office_remove (self->office, &bv_eligibility_override_kind, &id, 1, &error);

  finish (held, done, _ ("The exception has ended"), error);
}

static void
bv_condition_list_finalize (GObject *object)
{
  g_clear_object (&BV_CONDITION_LIST (object)->office);
  G_OBJECT_CLASS (bv_condition_list_parent_class)->finalize (object);
}

static void
bv_condition_list_class_init (BvConditionListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_condition_list_finalize;
  signals[DONE] = g_signal_new (
      "done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new (
      "failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bv_condition_list_init (BvConditionList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

static void
add_place (BvConditionList *self, const BvEligibilityCard *card)
{
  g_autofree char *text = NULL;

  if (card->place_now == NULL)
    return;
  text = g_strdup_printf (_ ("On the closing date: %s. Today: %s."), card->place, card->place_now);
  gtk_box_append (GTK_BOX (self), bv_text_label_new (text, "dim-label"));
}

static void
add_row (BvConditionList *self, GtkWidget *box, const BvEligibilityCardLine *line)
{
  BvEligibilityCheck check = line->line->check;
  GtkWidget *row = bv_condition_row_new (line, bv_office_is_writable (self->office));

  g_object_set_data (G_OBJECT (row), "check", GUINT_TO_POINTER (check));
  g_signal_connect (row, "set-aside", G_CALLBACK (set_aside_cb), self);
  g_signal_connect (row, "restore", G_CALLBACK (restore_cb), self);
  if (gtk_widget_get_first_child (box) != NULL)
    gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), row);
  self->rows[check] = row;
  self->overrides[check] = line->override != NULL ? line->override->id : 0;
}

/* Conditions that are met, or those that are not. */
static void
add_group (BvConditionList *self, const BvEligibilityCard *card, gboolean met, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *heading = NULL;
  guint n = 0;

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "bv-card");
  g_object_ref_sink (box);
  for (guint i = 0; i < card->lines->len; i++) {
    const BvEligibilityCardLine *line = &g_array_index (card->lines, BvEligibilityCardLine, i);

    if ((line->line->result == BV_ELIGIBILITY_PASSED) != met)
      continue;
    add_row (self, box, line);
    n++;
  }
  if (n > 0) {
    heading = g_strdup_printf ("%s (%u)", title, n);
    gtk_box_append (GTK_BOX (self), bv_text_label_new (heading, "heading"));
    gtk_box_append (GTK_BOX (self), box);
  }
  g_object_unref (box);
}

GtkWidget *
bv_condition_list_new (BvOffice *office, gint64 movement_id, const BvEligibilityCard *card)
{
  BvConditionList *self = g_object_new (BV_TYPE_CONDITION_LIST, NULL);

  self->office = g_object_ref (office);
  self->movement_id = movement_id;
  self->subject_id = card->subject_id;
  self->award_form_id = card->award_form_id;
  add_place (self, card);
  add_group (self, card, FALSE, _ ("To be looked at"));
  add_group (self, card, TRUE, _ ("Met"));
  return GTK_WIDGET (self);
}

GtkWidget *
bv_condition_list_find (BvConditionList *self, BvEligibilityCheck check)
{
  g_return_val_if_fail (check < BV_N_CHECKS, NULL);
  return self->rows[check];
}
