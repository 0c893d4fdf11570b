/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the office file smaller, after saying by how much and what stays. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-dialogs.h"
#include "bv-window-private.h"

#include <glib/gi18n-lib.h>

static void
compact_cb (gpointer owner)
{
  BvWindow *self = BV_WINDOW (owner);
  g_autoptr (GError) error = NULL;
  g_autofree char *size = NULL;
  g_autofree char *message = NULL;
  gint64 freed;

  if (self->office == NULL)
    return;
  freed = bv_attachment_purge (self->office, &error);
  if (freed < 0) {
    bv_content_report (self->content, error);
    return;
  }
  size = g_format_size ((guint64) freed);
  /* Translators: %s is a size, such as "12.5 MB". */
  message = g_strdup_printf (_ ("The file is %s smaller now"), size);
  bv_content_toast (self->content, message, FALSE);
}

/* Takes @sentence; adds what stays in the file and why. */
static char *
add_kept (char *sentence, const BvAttachmentSpare *spare)
{
  g_autofree char *first = sentence;
  g_autofree char *size = g_format_size ((guint64) spare->kept);
  g_autofree char *kept = g_strdup_printf (_ ("Removed evidence of %s stays, because undo or the "
                                              "deleted rows can still bring it back."),
                                           size);

  return spare->kept > 0 ? g_strjoin ("\n\n", first, kept, NULL) : g_steal_pointer (&first);
}

static void
ask (BvWindow *self, const BvAttachmentSpare *spare)
{
  g_autofree char *size = g_format_size ((guint64) spare->freed);
  g_autofree char *body = add_kept (
      g_strdup_printf (_ ("About %s can be freed: room left over, and evidence that nothing names "
                          "any more. What is in the lists, can be undone or stands among the "
                          "deleted rows is not touched."),
                       size),
      spare);

  bv_dialogs_confirm (GTK_WINDOW (self),
                      _ ("Make the file smaller?"),
                      body,
                      _ ("_Make smaller"),
                      FALSE,
                      compact_cb,
                      self);
}

static void
tell_compact (BvWindow *self, const BvAttachmentSpare *spare)
{
  g_autofree char *body = add_kept (
      g_strdup (_ ("There is no room left over in the file, and all evidence in it is needed.")),
      spare);

  bv_dialogs_inform (GTK_WINDOW (self), _ ("Nothing to make smaller"), body);
}

void
bv_window_compact (BvWindow *self)
{
  g_autoptr (GError) error = NULL;
  BvAttachmentSpare spare;

  if (!bv_attachment_purge_measure (self->office, &spare, &error))
    bv_content_report (self->content, error);
  else if (spare.freed > 0)
    ask (self, &spare);
  else
    tell_compact (self, &spare);
}
