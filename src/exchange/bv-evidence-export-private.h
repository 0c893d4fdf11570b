/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What listing, index and packing of exported evidence share. */
#pragma once
#include "bv-evidence-export.h"

/* Stands first in the folder. */
#define BV_EVIDENCE_INDEX "00 - Danh mục minh chứng.xlsx"

/** BvEvidenceFile: one line of the index: an achievement with one of its files, or with none. */
typedef struct
{
  gint64 attachment_id; /* 0: the achievement has no file */
  gint64 size;
  char *content;
  char *achievement;
  char *role; /* "Chủ trì" or "Phối hợp" */
  char *document_number;
  char *document_date;
  char *status;
  char *name; /* in the folder; nullable */
} BvEvidenceFile;

/** bv_evidence_index_write: the sheet of @files (BvEvidenceFile) to @path. */
gboolean bv_evidence_index_write (BvOffice *office,
                                  const char *path,
                                  const char *subject,
                                  const char *movement,
                                  GPtrArray *files,
                                  GError **error);
/** bv_evidence_zip_write: packs all files of @folder into @target. */
gboolean bv_evidence_zip_write (const char *folder,
                                const char *target,
                                BvExportProgress progress,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);
