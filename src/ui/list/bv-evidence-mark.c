/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sign in a list at rows that nothing proves. Which rows have files is read once and again when
 * files come or go. */
#include "config.h"

#include "bv-evidence-mark.h"

#include "bv-attachment.h"
#include "bv-id-set.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct BvEvidenceMark
{
  BvPage *page; /* borrowed */

  /* Owned */
  BvListMark *mark;
  BvIdSet *proved; /* nullable until looked at */
};

static void
load (BvEvidenceMark *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = bv_attachment_list_proved (bv_page_get_office (self->page), &error);

  if (ids == NULL) {
    g_message ("evidence: %s", error->message);
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  }
  self->proved = bv_id_set_new (ids);
}

static gboolean
is_proved (BvEvidenceMark *self, BvRecord *record)
{
  if (bv_kind_get_field_index (bv_record_get_kind (record), "document_number") >= 0
      && !bv_record_is_null (record, "document_number"))
    return TRUE;
  if (self->proved == NULL)
    load (self);
  return bv_id_set_contains (self->proved, bv_record_get_id (record));
}

static void
show (GtkWidget *widget, BvRecord *record, gpointer data)
{
  BvEvidenceMark *self = data;

  gtk_widget_set_visible (widget,
                          bv_page_get_office (self->page) != NULL && !is_proved (self, record));
}

static GtkWidget *
create (void)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  const char *text = _ ("No evidence yet: neither the number of a document nor a file");

  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_set_halign (icon, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  bv_tooltip_set (icon, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return icon;
}

BvEvidenceMark *
bv_evidence_mark_new (BvPage *page)
{
  BvEvidenceMark *self = g_new0 (BvEvidenceMark, 1);

  self->page = page;
  /* Translators: head of a narrow column, short for "evidence". */
  self->mark = bv_list_mark_new (C_ ("column", "Ev."), create, show, self);
  return self;
}

void
bv_evidence_mark_free (BvEvidenceMark *self)
{
  g_clear_object (&self->mark);
  g_clear_pointer (&self->proved, bv_id_set_free);
  g_free (self);
}

BvListMark *
bv_evidence_mark_get_column (BvEvidenceMark *self)
{
  return self->mark;
}

void
bv_evidence_mark_follow (BvEvidenceMark *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((const BvChange *) g_ptr_array_index (changes, i))->kind == &bv_attachment_kind) {
      g_clear_pointer (&self->proved, bv_id_set_free);
      break;
    }
  bv_list_mark_refresh (self->mark);
}
