/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person or a department has proved, to be taken out in one go. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_DOSSIER_SECTION (bv_dossier_section_get_type ())
G_DECLARE_FINAL_TYPE (BvDossierSection, bv_dossier_section, BV, DOSSIER_SECTION, BvSection)

/** bv_dossier_section_new: for rows that can be scored and rewarded. */
GtkWidget *bv_dossier_section_new (BvOffice *office);

G_END_DECLS
