/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of what left the office: which document, when, by whom, from which state. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * BvIssue:
 * @document: (nullable): its type, as the kind of issues names it
 * @about: (nullable): ids of the rows it speaks of, a space between
 * @title: what it is, as a person reads it
 * @medium: "print", "pdf", "fodt", "xlsx" or "csv"
 * @n_pages: 0 when it has none
 * @path: (nullable): where it was saved
 * @fingerprint: hash of what it says
 */
typedef struct
{
  gint64 movement_id;
  const char *document;
  const char *about;
  const char *title;
  const char *medium;
  guint n_pages;
  const char *path;
  const char *fingerprint;
} BvIssue;

/** bv_issue_register_add: one line of the register, as one undoable step. */
gboolean bv_issue_register_add (BvOffice *office, const BvIssue *issue, GError **error);
/** bv_issue_register_dup_fingerprint: hash of everything that was entered for @movement_id, the
 * register aside; owned. */
char *bv_issue_register_dup_fingerprint (BvOffice *office, gint64 movement_id, GError **error);

G_END_DECLS
