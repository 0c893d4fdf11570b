/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents an office can draw up: what each is about, its own sentences, how it is built. */
#pragma once
#include "bv-document.h"
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct _BvDraft BvDraft;

/** BvAbout: which row a document speaks of, beside the movement. */
typedef enum {
  BV_ABOUT_MOVEMENT,
  BV_ABOUT_DEPARTMENT,
  BV_ABOUT_PERSON,
  BV_ABOUT_SESSION,
  BV_ABOUT_DECISION,
  BV_ABOUT_AWARD,
} BvAbout;

/** BvSentence: a fixed sentence that an office may word its own way. */
typedef struct
{
  const char *name;
  const char *label; /* N_() */
  const char *text;  /* as delivered, in Vietnamese; "\n" parts paragraphs */
} BvSentence;

/** BvPlaceholder: what may stand between braces in a sentence. */
typedef struct
{
  const char *name;    /* "phong trào" */
  const char *meaning; /* N_() */
} BvPlaceholder;

typedef struct
{
  const char *name;  /* for the command line and the file: "launch" */
  const char *title; /* N_() */
  const char *hint;  /* N_(): what it is for, one sentence */
  BvAbout about;
  gboolean blank;                    /* makes sense without the row: a form to be filled in */
  gboolean together;                 /* one sheet for each row: several rows are one job */
  const BvSentence *sentences;       /* ended by NULL, nullable */
  const BvPlaceholder *placeholders; /* of its own, ended by NULL, nullable */
  gboolean (*build) (BvDraft *draft, GError **error);
} BvDocumentType;

/** bv_document_type_get_all: in the order of the work, ended by %NULL. */
const BvDocumentType *const *bv_document_type_get_all (void);
/** bv_document_type_find: by name or title, accents aside; @error lists what there is. */
const BvDocumentType *bv_document_type_find (const char *name, GError **error);
/** bv_document_type_get_title: translated, borrowed. */
const char *bv_document_type_get_title (const BvDocumentType *type);
/** bv_document_type_get_general: placeholders that every sentence may use, ended by NULL. */
const BvPlaceholder *bv_document_type_get_general (void);

/** BvAboutRow: something a document can speak of. */
typedef struct
{
  gint64 id;
  char *name;
} BvAboutRow;
/** bv_document_type_list_rows: what a document of this type can be about in @movement_id, in the
 * order of their pages (GPtrArray of BvAboutRow), owned; %NULL with @error. */
GPtrArray *bv_document_type_list_rows (const BvDocumentType *type,
                                       BvOffice *office,
                                       gint64 movement_id,
                                       GError **error);

/**
 * BvDocumentOrder: what a document is to speak of.
 * @about_ids: the rows; none or 0 for a form to be filled in or the whole movement. Only a document
 * whose @together is set takes more than one.
 * @rulers: a sheet to measure on: what goes onto printed sheets, between rulers
 */
typedef struct
{
  gint64 movement_id;
  const gint64 *about_ids;
  guint n_about;
  gboolean rulers;
} BvDocumentOrder;

/** bv_document_type_build: draws it up from the office's data. */
BvDocument *bv_document_type_build (const BvDocumentType *type,
                                    BvOffice *office,
                                    const BvDocumentOrder *order,
                                    GError **error);
/** bv_document_type_find_together: rows that one would print with @about_id, itself among them: the
 * awards of its decision, or those of the decision @about_id (GArray of gint64), owned; %NULL with
 * @error. Only for types with @together. */
GArray *bv_document_type_find_together (const BvDocumentType *type,
                                        BvOffice *office,
                                        gint64 about_id,
                                        GError **error);
/** bv_document_type_suggest_name: for the file, without extension; owned. */
char *bv_document_type_suggest_name (const BvDocumentType *type,
                                     BvOffice *office,
                                     gint64 movement_id,
                                     gint64 about_id);

/* One for each file bv-<name>-document.c. */
extern const BvDocumentType bv_launch_document, bv_unit_pledge_document, bv_person_pledge_document,
    bv_nominations_document, bv_ballot_document, bv_counting_document, bv_minutes_document,
    bv_submission_document, bv_report_document, bv_decision_document, bv_certificate_document;

G_END_DECLS
