/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going to anything: the palette over the window, and what comes of a choice. */
#include "config.h"

#include "bv-record.h"
#include "bv-window-private.h"

#include <glib/gi18n-lib.h>

/* A row of another movement is shown in its own. */
static gboolean
choose_movement (BvWindow *self, const BvKind *kind, gint64 id)
{
  g_autoptr (BvRecord) record = NULL;
  BvPage *page = bv_content_get_page (self->content);
  gint64 movement;

  if (!(kind->flags & BV_KIND_IN_MOVEMENT))
    return TRUE;
  record = bv_office_load (self->office, kind, id, NULL);
  movement = record != NULL ? bv_record_get_integer (record, "movement_id") : 0;
  if (movement == 0 || movement == bv_sidebar_get_movement (self->sidebar))
    return movement != 0;
  if (page != NULL && !bv_page_flush (page))
    return FALSE;
  bv_sidebar_set_movement (self->sidebar, movement);
  return TRUE;
}

gboolean
bv_window_go_to (BvWindow *self, const BvKind *kind, gint64 id)
{
  const BvPageInfo *page = bv_go_places_get_page (kind);

  g_return_val_if_fail (BV_IS_WINDOW (self), FALSE);

  if (self->office == NULL || !choose_movement (self, kind, id)
      || !bv_go_places_find_row (self->office, &kind, &id) || !choose_movement (self, kind, id))
    return FALSE;
  if (page == NULL)
    page = bv_go_places_get_page (kind);
  bv_window_show_page (self, page->name, id);
  return g_strcmp0 (bv_content_get_page_name (self->content), page->name) == 0;
}

static void
carry_out (BvWindow *self, const BvCommand *command)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (command->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static void
chosen_cb (BvWindow *self, const BvGoTarget *target)
{
  g_assert (BV_IS_WINDOW (self));

  if (target->command != NULL)
    carry_out (self, target->command);
  else if (target->page != NULL)
    bv_window_enter_page (self, target->page->name, target->tab != NULL ? target->tab->name : NULL);
  else if (!bv_window_go_to (self, target->kind, target->id))
    bv_content_toast (self->content, _ ("This row is not there any more."), FALSE);
}

void
bv_window_build_palette (BvWindow *self)
{
  self->palette = BV_PALETTE (bv_palette_new ());
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->palette));
  g_signal_connect_object (
      self->palette, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

void
bv_window_open_palette (BvWindow *self)
{
  g_autoptr (GPtrArray) commands = bv_keys_list_commands ();

  for (guint i = commands->len; i > 0; i--) {
    const BvCommand *command = g_ptr_array_index (commands, i - 1);

    if (!bv_window_is_enabled (self, command->action))
      g_ptr_array_remove_index (commands, i - 1);
  }
  bv_palette_open (self->palette, self->office, bv_sidebar_get_movement (self->sidebar), commands);
}
