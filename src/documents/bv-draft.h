/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document while it is drawn up: the facts it needs, the office's own wording, what is said so
 * far. */
#pragma once
#include "bv-assessment.h"
#include "bv-council-session.h"
#include "bv-document-type.h"
#include "bv-record.h"

G_BEGIN_DECLS

/* What stands where a fact is missing, to be written over by hand. */
#define BV_DRAFT_DOTS "…………………"
#define BV_DRAFT_NUMBER_ROOM "        "

struct _BvDraft
{
  const BvDocumentType *type;
  BvOffice *office;
  gint64 movement_id;
  gint64 about_id;         /* the first of them */
  const gint64 *about_ids; /* borrowed */
  guint n_about;
  gboolean rulers;
  BvRecord *own, *movement;
  BvDocument *document;

  BvAssessment *assessment; /* when first asked for */
  GHashTable *subjects;     /* id: BvAssessed */
  GHashTable *values;       /* folded placeholder: its text */
  GHashTable *wordings;     /* sentence: the office's own text */
};

/** bv_draft_set: the value of placeholder @name; %NULL or "" leaves dots. */
void bv_draft_set (BvDraft *self, const char *name, const char *text);
/** bv_draft_dup_sentence: with its placeholders filled in, as markup; owned. */
char *bv_draft_dup_sentence (BvDraft *self, const char *name);
/** bv_draft_dup_plain: the same as plain text; owned. */
char *bv_draft_dup_plain (BvDraft *self, const char *name);
/** bv_draft_say: adds the sentence, one paragraph for each line. */
void bv_draft_say (BvDraft *self, BvTextStyle style, const char *name);

/** bv_draft_get_assessment: loaded once; %NULL with @error. */
BvAssessment *bv_draft_get_assessment (BvDraft *self, GError **error);
/** bv_draft_get_subject: how the movement assessed @subject_id, or %NULL. */
const BvAssessed *bv_draft_get_subject (BvDraft *self, gint64 subject_id);
/** bv_draft_dup_closing: the day whose posts and names count: the last one of the movement, else
 * today; owned. */
char *bv_draft_dup_closing (BvDraft *self);
/** bv_draft_dup_department: its name on that day; owned. */
char *bv_draft_dup_department (BvDraft *self, gint64 department_id);
/** bv_draft_dup_subject_name: without what tells namesakes apart; owned. */
char *bv_draft_dup_subject_name (BvDraft *self, gint64 subject_id);

/** bv_draft_find_post: what @person_id was on the closing day of the movement; "" for id 0. */
gboolean bv_draft_find_post (
    BvDraft *self, gint64 person_id, char **job_title, char **department, GError **error);

/** bv_draft_dup_number: "Số: 05/QĐ-SNgV"; room for the number when @number is "". */
char *bv_draft_dup_number (BvDraft *self, const char *number, const char *symbol);
/** bv_draft_dup_place: "Lạng Sơn, ngày 05 tháng 02 năm 2026", with room to write when @day is "".
 */
char *bv_draft_dup_place (BvDraft *self, const char *day);
/** bv_draft_add_heading: of the office, with number and place. */
void bv_draft_add_heading (BvDraft *self, const char *number, const char *symbol, const char *day);
/** bv_draft_add_bases: the legal grounds of the movement, each on its line, then @more (nullable).
 */
void bv_draft_add_bases (BvDraft *self, const char *more);
/** bv_draft_add_title: type of the document and what it is about, with the line below. */
void bv_draft_add_title (BvDraft *self, const char *title, const char *subject);
/** bv_draft_dup_council: name of the council of @session; owned. */
char *bv_draft_dup_council (BvDraft *self, BvRecord *session);
/** bv_draft_dup_long_day: "ngày 05 tháng 9 năm 2024", room to write when @day is ""; owned. */
char *bv_draft_dup_long_day (const char *day);
/** bv_draft_begin_minutes: heading and title of minutes of the session @about_id, and the values of
 * its placeholders. Those that are @numbered have room for a number before their symbol (Nghị định
 * 30/2020, annex III, form of Biên bản). */
gboolean
bv_draft_begin_minutes (BvDraft *self, const char *title, gboolean numbered, GError **error);
/** bv_draft_sign_council: signature of the council's chair, with @recipients (one on a line). */
gboolean bv_draft_sign_council (BvDraft *self, const char *recipients, GError **error);
/** bv_draft_dup_recipients: lines as documents list them, "- a;" … "- z."; owned. */
char *bv_draft_dup_recipients (const char *lines);
/** BV_DRAFT_SIGNATURE: the sentences with which an office says who signs: the head, or "KT. …"
 * above a deputy, "TL. …", "TUQ. …", each line of it on its own. */
#define BV_DRAFT_SIGNATURE                                                                         \
  { "authority", N_ ("Who signs (KT., TL., TUQ. on a line of its own)"), "{chức danh}" },          \
  {                                                                                                \
    "signer", N_ ("Name of the signer"), "{thủ trưởng}"                                       \
  }
/** bv_draft_dup_authority: whose signature it is, in capitals: @title (nullable) of a decision,
 * else the own sentence; a deputy signs for the head; owned. */
char *bv_draft_dup_authority (BvDraft *self, const char *title);
/** bv_draft_dup_signer: @name (nullable), else the own sentence; owned. */
char *bv_draft_dup_signer (BvDraft *self, const char *name);
/** bv_draft_sign: signature by those two, with @recipients (one on a line). */
void bv_draft_sign (BvDraft *self, const char *recipients, const char *title, const char *name);
/** bv_draft_dup_upper: in capitals; owned. */
char *bv_draft_dup_upper (const char *text);
/** bv_draft_dup_cell: plain text as markup of a cell; owned. */
char *bv_draft_dup_cell (const char *text);

G_END_DECLS
