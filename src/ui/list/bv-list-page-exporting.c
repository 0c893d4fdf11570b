/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the office of a list as it is shown: filter, order and columns. */
#include "config.h"

#include "bv-list-chip.h"
#include "bv-list-page-private.h"

#include <glib/gi18n-lib.h>

static void
add_narrowing (BvListPage *self, BvListExport *list)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const char *words = bv_record_list_get_query (priv->list)->search;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  for (guint i = 0; i < priv->chips->len; i++) {
    char *text = bv_list_chip_dup_text (g_ptr_array_index (priv->chips, i));

    if (text != NULL)
      g_ptr_array_add (parts, text);
  }
  if (words != NULL && *words != '\0')
    g_ptr_array_add (parts, g_strdup_printf (_ ("With the words: “%s”"), words));
  if (parts->len == 0)
    return;
  g_ptr_array_add (parts, NULL);
  line = g_strjoinv (" · ", (char **) parts->pdata);
  bv_list_export_add_line (list, line);
}

/* Only an order of the user's own is worth a line. */
static void
add_sort (BvListPage *self, BvListExport *list)
{
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  gboolean descending;
  const BvField *field = bv_list_table_get_sort (bv_list_page_get_private (self)->table,
                                                 &descending);
  g_autofree char *line = NULL;

  if (field == NULL
      || (g_strcmp0 (field->name, kind->order_field) == 0 && descending == kind->order_descending))
    return;
  line = g_strdup_printf (descending ? _ ("In order of: %s, from the last to the first")
                                     : _ ("In order of: %s"),
                          bv_field_get_label (field));
  bv_list_export_add_line (list, line);
}

BvListExport *
bv_list_page_make_export (BvPage *page)
{
  BvListPage *self = BV_LIST_PAGE (page);
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const BvKind *kind = BV_LIST_PAGE_GET_CLASS (self)->kind;
  g_autoptr (GPtrArray) fields = bv_list_table_dup_fields (priv->table);
  BvListExport *list;
  GArray *ids;
  guint n;

  if (priv->list == NULL)
    return NULL;
  list = bv_list_export_new (bv_kind_get_plural (kind));
  if (kind->flags & BV_KIND_IN_MOVEMENT)
    bv_list_export_set_movement (list, bv_page_get_office (page), bv_page_get_movement (page));
  add_narrowing (self, list);
  add_sort (self, list);
  for (guint i = 0; i < fields->len; i++)
    bv_list_export_add_column (list, g_ptr_array_index (fields, i), NULL);
  while (bv_record_list_is_partial (priv->list))
    bv_list_page_refresh (self);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  n = bv_record_list_get_n_rows (priv->list);
  for (guint i = 0; i < n; i++) {
    gint64 id = bv_record_list_get_id (priv->list, i);

    g_array_append_val (ids, id);
  }
  bv_list_export_take_ids (list, kind, ids);
  return list;
}
