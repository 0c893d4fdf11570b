/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office's documents: drawn up and printed, and the register of what was issued. */
#include "config.h"

#include "bv-documents-page.h"

#include "bv-document-page.h"
#include "bv-error.h"
#include "bv-issue-list-page.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

struct _BvDocumentsPage
{
  BvTabsPage parent_instance;
};

static const BvTab tabs[] = {
  { "write", N_ ("Draw up and print"), bv_document_page_get_type },
  { "register", N_ ("Register of documents"), bv_issue_list_page_get_type },
  { NULL },
};

G_DEFINE_FINAL_TYPE (BvDocumentsPage, bv_documents_page, BV_TYPE_TABS_PAGE)

/* What @id stands for on sheets: a decision is all its awards. */
static GArray *
find_sheets (BvPage *page, const BvDocumentType *type, gint64 id, GError **error)
{
  GArray *ids = bv_document_type_find_together (type, bv_page_get_office (page), id, error);

  if (ids != NULL && ids->len == 0)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("No award was written from this decision yet. Write the awards from the "
                    "proposals first, under “Awards by this decision”."));
  return ids;
}

static void
choose_sheets (BvPage *page, BvDocumentPage *shown, const BvDocumentType *type, gint64 decision_id)
{
  GError *error = NULL;
  g_autoptr (GArray) sheets = find_sheets (page, type, decision_id, &error);

  if (error != NULL)
    bv_page_report (page, error);
  else
    bv_document_page_choose_rows (
        shown, type, (const gint64 *) (gpointer) sheets->data, sheets->len);
}

/* A pledge stands on the form of whoever made it. */
static void
choose_pledge (BvPage *page, BvDocumentPage *shown, gint64 subject_id)
{
  const BvKind *kind = bv_office_get_subject_kind (bv_page_get_office (page), subject_id);

  bv_document_page_choose (shown,
                           kind == &bv_person_kind ? &bv_person_pledge_document
                                                   : &bv_unit_pledge_document,
                           subject_id);
}

static void
choose (BvPage *page, const BvDocumentType *type, const gint64 *ids, guint n_ids)
{
  BvDocumentPage *shown = BV_DOCUMENT_PAGE (bv_tabs_page_get_shown (BV_TABS_PAGE (page)));
  BvOffice *office = bv_page_get_office (page);
  g_autoptr (BvRecord) decision = NULL;
  g_autoptr (BvRecord) pledge = NULL;

  if (type->about == BV_ABOUT_AWARD && n_ids == 1)
    decision = bv_office_load (office, &bv_decision_kind, ids[0], NULL);
  if (type->about == BV_ABOUT_DEPARTMENT || type->about == BV_ABOUT_PERSON)
    pledge = n_ids > 0 ? bv_office_load (office, &bv_pledge_kind, ids[0], NULL) : NULL;
  if (decision != NULL)
    choose_sheets (page, shown, type, ids[0]);
  else if (pledge != NULL)
    choose_pledge (page, shown, bv_record_get_integer (pledge, "subject_id"));
  else
    bv_document_page_choose_rows (shown, type, ids, type->about == BV_ABOUT_MOVEMENT ? 0 : n_ids);
}

static void
bv_documents_page_draw_up (BvPage *page, const char *name, const gint64 *ids, guint n_ids)
{
  const BvDocumentType *type = bv_document_type_find (name, NULL);

  g_return_if_fail (type != NULL);

  if (bv_tabs_page_show (BV_TABS_PAGE (page), "write"))
    choose (page, type, ids, n_ids);
}

static void
bv_documents_page_class_init (BvDocumentsPageClass *klass)
{
  BV_PAGE_CLASS (klass)->draw_up = bv_documents_page_draw_up;
  BV_TABS_PAGE_CLASS (klass)->tabs = tabs;
}

static void
bv_documents_page_init (BvDocumentsPage *self)
{
}
