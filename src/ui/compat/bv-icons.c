/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK loads icons in threads, and remembers them as long as somebody has them. Where a widget gave
 * its icon up meanwhile, the thread is the last to have it; a widget that asks for the same icon
 * while the thread lets it go is handed one that is going, and the program crashes. It happened in
 * one start of some hundreds. An icon that lives longer than its loading goes in the main thread,
 * where nobody asks for it meanwhile. */
#include "config.h"

#include "bv-icons.h"

#include <gtk/gtk.h>

/* Far longer than any icon takes. */
#define SECONDS 5

static void (*construct) (GObject *icon);

static gboolean
let_go_cb (gpointer icon)
{
  return G_SOURCE_REMOVE;
}

static void
keep (GObject *icon)
{
  construct (icon);
  g_timeout_add_seconds_full (
      G_PRIORITY_LOW, SECONDS, let_go_cb, g_object_ref (icon), g_object_unref);
}

/* No signal tells of a new icon, so its class does. */
void
bv_icons_keep (void)
{
  GObjectClass *klass = g_type_class_ref (GTK_TYPE_ICON_PAINTABLE);

  if (construct)
    return;
  construct = klass->constructed;
  klass->constructed = keep;
}
