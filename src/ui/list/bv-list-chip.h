/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something above a table that narrows its list: a value, a period, a yes or no. */
#pragma once
#include "bv-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_LIST_CHIP (bv_list_chip_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvListChip, bv_list_chip, BV, LIST_CHIP, AdwBin)

/* Signal "changed": the user chose something else. */

struct _BvListChipClass
{
  AdwBinClass parent_class;

  /* where names come from; what was chosen is forgotten when either differs */
  void (*set_context) (BvListChip *self, BvOffice *office, gint64 movement_id);
  void (*clear) (BvListChip *self);
  /* writes what is chosen into @query, or takes it out of it */
  void (*apply) (BvListChip *self, BvQuery *query);
  /* chooses what @query says, everything when it says nothing */
  void (*take) (BvListChip *self, const BvQuery *query);
  /* "Status: Verified"; owned, %NULL when everything is shown */
  char *(*dup_text) (BvListChip *self);
  /* what is chosen, to be kept and chosen again; owned, %NULL when everything is shown */
  char *(*dup_state) (BvListChip *self);
  /* chooses a state that was kept; one that has no sense any more chooses everything */
  void (*take_state) (BvListChip *self, const char *state);
};

/** bv_list_chip_set_name: what its state is kept under: the field's name. */
void bv_list_chip_set_name (BvListChip *self, const char *name);
const char *bv_list_chip_get_name (BvListChip *self);
/** bv_list_chip_show_chosen: whether it stands out, because it narrows. */
void bv_list_chip_show_chosen (BvListChip *self, gboolean chosen);
/** bv_list_chip_changed: for chips: the user chose something. */
void bv_list_chip_changed (BvListChip *self);

void bv_list_chip_set_context (BvListChip *self, BvOffice *office, gint64 movement_id);
/** bv_list_chip_clear: shows everything. */
void bv_list_chip_clear (BvListChip *self);
void bv_list_chip_apply (BvListChip *self, BvQuery *query);
void bv_list_chip_take (BvListChip *self, const BvQuery *query);
char *bv_list_chip_dup_text (BvListChip *self);
char *bv_list_chip_dup_state (BvListChip *self);
void bv_list_chip_take_state (BvListChip *self, const char *state);

G_END_DECLS
