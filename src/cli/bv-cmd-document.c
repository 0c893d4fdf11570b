/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document FILE NAME --output OUT: an official document as PDF or as text to edit. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-document-file.h"
#include "bv-document-type.h"
#include "bv-error.h"
#include "bv-fold.h"
#include "bv-typesetter.h"

#include <glib/gi18n-lib.h>

static char *output, *movement, *subject, *session, *decision;
static gboolean rulers;

static const GOptionEntry options[] = {
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &output,
    N_ ("the file to write: .pdf, or .fodt for a word processor"),
    N_ ("OUT") },
  { "movement",
    0,
    0,
    G_OPTION_ARG_STRING,
    &movement,
    N_ ("title of the movement; the newest when not given"),
    N_ ("NAME") },
  { "subject",
    0,
    0,
    G_OPTION_ARG_STRING,
    &subject,
    N_ ("the unit or person it is about"),
    N_ ("NAME") },
  { "session",
    0,
    0,
    G_OPTION_ARG_STRING,
    &session,
    N_ ("the session of the council; the newest when not given"),
    N_ ("NAME") },
  { "decision",
    0,
    0,
    G_OPTION_ARG_STRING,
    &decision,
    N_ ("number of the decision; the newest when not given; all certificates of it"),
    N_ ("NUMBER") },
  { "rulers",
    0,
    0,
    G_OPTION_ARG_NONE,
    &rulers,
    N_ ("a certificate between rulers, to measure how far it is off the printed sheet"),
    NULL },
  { NULL },
};

static void
list_types (void)
{
  const BvDocumentType *const *types = bv_document_type_get_all ();

  for (guint i = 0; types[i]; i++)
    bv_cmd_say ("%-16s %s", types[i]->name, bv_document_type_get_title (types[i]));
}

static const char *
get_wanted (const BvDocumentType *type)
{
  switch (type->about) {
  case BV_ABOUT_DEPARTMENT:
  case BV_ABOUT_PERSON:
  case BV_ABOUT_AWARD:
    return subject;
  case BV_ABOUT_SESSION:
    return session;
  case BV_ABOUT_DECISION:
    return decision;
  case BV_ABOUT_MOVEMENT:
  default:
    return NULL;
  }
}

/* The whole name, or the part of it before what tells it apart. */
static gboolean
is_called (const char *name, const char *folded)
{
  g_auto (GStrv) parts = g_strsplit (name, " · ", 2);
  g_autofree char *whole = bv_fold (name);
  g_autofree char *first = bv_fold (parts[0]);

  return g_str_equal (whole, folded) || g_str_equal (first, folded);
}

/* 0 without @error: a blank form. */
static gint64
find_about (const BvDocumentType *type, BvOffice *office, gint64 movement_id, GError **error)
{
  const char *wanted = get_wanted (type);
  g_autoptr (GPtrArray) rows = bv_document_type_list_rows (type, office, movement_id, error);
  g_autofree char *folded = wanted ? bv_fold (wanted) : NULL;

  for (guint i = 0; rows && i < rows->len; i++) {
    const BvAboutRow *row = g_ptr_array_index (rows, i);
    if (wanted ? is_called (row->name, folded) : !type->blank)
      return row->id;
  }
  if (rows && wanted)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("“%s” cannot be made about “%s”: it is not in this file."),
                 bv_document_type_get_title (type),
                 wanted);
  return 0;
}

/* All awards of the decision that was named, or the one row that was found; owned. */
static GArray *
find_rows (const BvDocumentType *type, BvOffice *office, gint64 movement_id, GError **error)
{
  gboolean whole = type->together && decision && !subject;
  g_autoptr (GError) local = NULL;
  gint64 about = find_about (whole ? &bv_decision_document : type, office, movement_id, &local);
  GArray *ids;

  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (whole)
    return bv_document_type_find_together (type, office, about, error);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (about)
    g_array_append_val (ids, about);
  return ids;
}

static gboolean
make (BvOffice *office, const char *path, const BvDocumentType *type, GError **error)
{
  gint64 movement_id = bv_cmd_find_movement (office, movement, error);
  g_autoptr (GArray) ids = movement_id ? find_rows (type, office, movement_id, error) : NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *notice = NULL;
  BvIssue issue = { .movement_id = movement_id, .path = output };

  if (!ids)
    return FALSE;
  document = bv_document_type_build (
      type,
      office,
      &(BvDocumentOrder){ movement_id, (gint64 *) (gpointer) ids->data, ids->len, rulers },
      error);
  if (!document
      || !bv_document_file_write (document, output, &issue.n_pages, NULL, NULL, NULL, error))
    return FALSE;
  hash = bv_document_dup_hash (document);
  issue.title = bv_document_get_title (document);
  issue.medium = bv_document_file_get_medium (output);
  issue.fingerprint = hash;
  issue.document = bv_document_get_source_type (document);
  issue.about = bv_document_get_source_about (document);
  bv_office_close (office, NULL);
  bv_cmd_say (_ ("The document is in “%s”."), output);
  notice = bv_typesetter_dup_notice (&bv_layout_profile_decree_30);
  if (notice)
    bv_cmd_say ("%s", notice);
  if (!rulers)
    bv_cmd_register (path, &issue);
  return TRUE;
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = NULL;
  const BvDocumentType *type;

  if (g_str_equal (arguments[0], "list")) {
    list_types ();
    return TRUE;
  }
  if (!arguments[1] || !output) {
    g_set_error_literal (
        error,
        BV_ERROR,
        BV_ERROR_INVALID,
        _ ("Name the document and the file to write: document FILE NAME --output OUT.pdf. "
           "“bang-vang-cli document list” names the documents."));
    return FALSE;
  }
  type = bv_document_type_find (arguments[1], error);
  office = type ? bv_cmd_open_to_read (arguments[0], error) : NULL;
  return office && make (office, arguments[0], type, error);
}

const BvCmd bv_cmd_document = {
  .name = "document",
  .arguments = N_ ("FILE NAME | list"),
  .summary = N_ ("write an official document as PDF or text to edit"),
  .n_arguments = 2,
  .n_optional = 1,
  .options = options,
  .run = run,
};
