/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person or a department has proved, to be taken out in one go. */
#include "config.h"

#include "bv-dossier-section.h"

#include "bv-evidence-exporter.h"

struct _BvDossierSection
{
  BvSection parent_instance;

  /* Borrowed reference: a child */
  BvEvidenceExporter *exporter;
};

G_DEFINE_FINAL_TYPE (BvDossierSection, bv_dossier_section, BV_TYPE_SECTION)

static void
failed_cb (BvSection *self, const GError *error)
{
  bv_section_report (self, g_error_copy (error));
}

static void
bv_dossier_section_refresh (BvSection *section)
{
  BvDossierSection *self = BV_DOSSIER_SECTION (section);

  bv_evidence_exporter_set_subject (
      self->exporter, bv_section_get_owner_id (section), bv_section_get_movement (section));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (GTK_WIDGET (self->exporter)));
}

static void
bv_dossier_section_class_init (BvDossierSectionClass *klass)
{
  BV_SECTION_CLASS (klass)->refresh = bv_dossier_section_refresh;
}

static void
bv_dossier_section_init (BvDossierSection *self)
{
}

GtkWidget *
bv_dossier_section_new (BvOffice *office)
{
  BvDossierSection *self = g_object_new (BV_TYPE_DOSSIER_SECTION, NULL);

  bv_section_set_office (BV_SECTION (self), office);
  bv_section_set_heading (BV_SECTION (self), bv_kind_get_plural (&bv_attachment_kind));
  self->exporter = BV_EVIDENCE_EXPORTER (bv_evidence_exporter_new (office));
  gtk_widget_add_css_class (GTK_WIDGET (self->exporter), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self->exporter), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (self->exporter, "failed", G_CALLBACK (failed_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->exporter));
  return GTK_WIDGET (self);
}
