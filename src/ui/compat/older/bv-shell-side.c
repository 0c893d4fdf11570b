/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shell of libadwaita 1.2: an AdwFlap. */
#include "config.h"

#include "bv-shell-private.h"

const char *const _bv_shell_folded = "folded";
const char *const _bv_shell_shown = "reveal-flap";

GtkWidget *
_bv_shell_split (AdwApplicationWindow *window, GtkWidget *sidebar, GtkWidget *content)
{
  AdwFlap *flap = ADW_FLAP (adw_flap_new ());

  adw_flap_set_separator (flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_flap (flap, sidebar);
  adw_flap_set_content (flap, content);
  return GTK_WIDGET (flap);
}
