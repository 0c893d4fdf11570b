/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a proposal: may its subject have its form? */
#include "config.h"

#include "bv-conditions-section.h"

#include "bv-condition-light.h"
#include "bv-condition-list.h"

#include <glib/gi18n-lib.h>

struct _BvConditionsSection
{
  BvSection parent_instance;

  /* Borrowed references: children */
  BvConditionLight *light;
  GtkWidget *list; /* nullable */
};

G_DEFINE_FINAL_TYPE (BvConditionsSection, bv_conditions_section, BV_TYPE_SECTION)

static void
done_cb (BvConditionList *list, const char *message, BvSection *self)
{
  bv_section_toast (self, message, TRUE);
}

static void
failed_cb (BvConditionList *list, const GError *error, BvSection *self)
{
  bv_section_report (self, g_error_copy (error));
}

static void
show_card (BvConditionsSection *self, BvRecord *proposal, BvEligibilityBook *book)
{
  BvOffice *office = bv_section_get_office (BV_SECTION (self));
  g_autoptr (BvEligibilityCard) card = bv_eligibility_book_open_card (
      book,
      bv_record_get_integer (proposal, "subject_id"),
      bv_record_get_integer (proposal, "award_form_id"),
      bv_record_get_id (proposal));

  bv_condition_light_set_verdict (self->light, &card->verdict);
  self->list = bv_condition_list_new (
      office, bv_record_get_integer (proposal, "movement_id"), card);
  g_signal_connect_object (self->list, "done", G_CALLBACK (done_cb), self, 0);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, 0);
  gtk_box_append (GTK_BOX (self), self->list);
}

static void
bv_conditions_section_refresh (BvSection *section)
{
  BvConditionsSection *self = BV_CONDITIONS_SECTION (section);
  BvRecord *proposal = bv_section_get_owner (section);
  gboolean stored = bv_section_get_owner_id (section) != 0;
  g_autoptr (BvEligibilityBook) book = NULL;
  GError *error = NULL;

  if (self->list)
    gtk_box_remove (GTK_BOX (self), self->list);
  self->list = NULL;
  if (stored)
    book = bv_eligibility_book_load (
        bv_section_get_office (section), bv_record_get_integer (proposal, "movement_id"), &error);
  if (error)
    bv_section_report (section, error);
  gtk_widget_set_visible (GTK_WIDGET (self), book != NULL);
  if (book)
    show_card (self, proposal, book);
}

static void
bv_conditions_section_class_init (BvConditionsSectionClass *klass)
{
  BV_SECTION_CLASS (klass)->refresh = bv_conditions_section_refresh;
}

static void
bv_conditions_section_init (BvConditionsSection *self)
{
  bv_section_set_heading (BV_SECTION (self), _ ("Eligibility"));
  self->light = BV_CONDITION_LIGHT (bv_condition_light_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->light));
}

GtkWidget *
bv_conditions_section_new (BvOffice *office)
{
  BvConditionsSection *self = g_object_new (BV_TYPE_CONDITIONS_SECTION, NULL);

  bv_section_set_office (BV_SECTION (self), office);
  return GTK_WIDGET (self);
}
