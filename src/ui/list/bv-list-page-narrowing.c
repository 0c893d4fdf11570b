/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What narrows a list, as something that can be kept: words and chips. */
#include "config.h"

#include "bv-list-chip.h"
#include "bv-list-page-private.h"

#define SEARCH "(search)"

char *
bv_list_page_dup_key (BvListPage *self)
{
  BvListPageClass *klass = BV_LIST_PAGE_GET_CLASS (self);

  return klass->confined_value != NULL
             ? g_strdup_printf ("%s/%s", klass->kind->table, klass->confined_value)
             : g_strdup (klass->kind->table);
}

GVariant *
bv_list_page_dup_narrowing (BvListPage *self)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (priv->search));
  GVariantBuilder states;

  g_variant_builder_init (&states, G_VARIANT_TYPE ("a{ss}"));
  if (words[strspn (words, " ")] != '\0')
    g_variant_builder_add (&states, "{ss}", SEARCH, words);
  for (guint i = 0; i < priv->chips->len; i++) {
    BvListChip *chip = g_ptr_array_index (priv->chips, i);
    g_autofree char *state = bv_list_chip_dup_state (chip);

    if (state != NULL)
      g_variant_builder_add (&states, "{ss}", bv_list_chip_get_name (chip), state);
  }
  return g_variant_ref_sink (g_variant_builder_end (&states));
}

void
bv_list_page_take_narrowing (BvListPage *self, GVariant *states)
{
  BvListPagePrivate *priv = bv_list_page_get_private (self);
  const char *state;

  if (priv->list == NULL || !bv_list_page_flush (BV_PAGE (self)))
    return;
  for (guint i = 0; i < priv->chips->len; i++) {
    BvListChip *chip = g_ptr_array_index (priv->chips, i);

    if (g_variant_lookup (states, bv_list_chip_get_name (chip), "&s", &state))
      bv_list_chip_take_state (chip, state);
    else
      bv_list_chip_clear (chip);
  }
  if (!g_variant_lookup (states, SEARCH, "&s", &state))
    state = "";
  gtk_editable_set_text (GTK_EDITABLE (priv->search), state);
  bv_list_page_edit_row (self, NOTHING_EDITED);
  bv_list_page_refresh (self);
  bv_list_page_select_first (self);
  bv_list_table_focus_row (priv->table);
}
