/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one row of the office itself, in an editor of its own. */
#include "config.h"

#include "bv-office-data-page.h"

#include "bv-inspector.h"

#include <glib/gi18n-lib.h>

struct _BvOfficeDataPage
{
  BvPage parent_instance;

  BvInspector *inspector; /* borrowed */
};

G_DEFINE_FINAL_TYPE (BvOfficeDataPage, bv_office_data_page, BV_TYPE_PAGE)

static void
show_office (BvOfficeDataPage *self)
{
  GError *error = NULL;
  g_autoptr (BvRecord) own = bv_office_get_own (bv_page_get_office (BV_PAGE (self)), &error);

  if (own == NULL) {
    bv_page_report (BV_PAGE (self), error);
    return;
  }
  bv_inspector_edit (self->inspector, own);
  bv_page_set_subtitle (BV_PAGE (self), bv_record_get_text (own, "name"));
}

static void
bv_office_data_page_load (BvPage *page)
{
  BvOfficeDataPage *self = BV_OFFICE_DATA_PAGE (page);

  bv_inspector_set_office (self->inspector, bv_page_get_office (page));
  bv_page_set_n_selected (page, 0);
  show_office (self);
}

static gboolean
bv_office_data_page_flush (BvPage *page)
{
  return bv_inspector_flush (BV_OFFICE_DATA_PAGE (page)->inspector);
}

static void
bv_office_data_page_edit (BvPage *page)
{
  bv_inspector_focus_first (BV_OFFICE_DATA_PAGE (page)->inspector);
}

static void
bv_office_data_page_class_init (BvOfficeDataPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  page_class->load = bv_office_data_page_load;
  page_class->flush = bv_office_data_page_flush;
  page_class->edit = bv_office_data_page_edit;
}

static void
bv_office_data_page_init (BvOfficeDataPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->inspector = BV_INSPECTOR (bv_inspector_new ());
  bv_inspector_set_page (self->inspector, BV_PAGE (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->inspector));
  adw_bin_set_child (ADW_BIN (self), clamp);
}
