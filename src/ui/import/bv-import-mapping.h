/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table, each with a sample of what stands in it and the field it is taken for. */
#pragma once
#include "bv-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_IMPORT_MAPPING (bv_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (BvImportMapping, bv_import_mapping, BV, IMPORT_MAPPING, AdwBin)

GtkWidget *bv_import_mapping_new (BvImportJob *job);

G_END_DECLS
