/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of the log as a list item. */
#include "config.h"

#include "bv-log-entry.h"

#include "bv-date.h"

#include <glib/gi18n-lib.h>

struct _BvLogEntry
{
  GObject parent_instance;

  /* Owned */
  BvHistoryStep *step;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BvLogEntry, bv_log_entry, G_TYPE_OBJECT)

static void
bv_log_entry_finalize (GObject *object)
{
  g_clear_pointer (&BV_LOG_ENTRY (object)->step, bv_history_step_free);
  G_OBJECT_CLASS (bv_log_entry_parent_class)->finalize (object);
}

static void
bv_log_entry_class_init (BvLogEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_log_entry_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_log_entry_init (BvLogEntry *self)
{
}

BvLogEntry *
bv_log_entry_load (BvHistory *history, gint64 id)
{
  BvHistoryStep *step = bv_history_load_step (history, id, NULL);
  BvLogEntry *self;

  if (step == NULL)
    return NULL;
  self = g_object_new (BV_TYPE_LOG_ENTRY, NULL);
  self->step = step;
  return self;
}

void
bv_log_entry_reload (BvLogEntry *self, BvHistory *history)
{
  BvHistoryStep *step = bv_history_load_step (history, self->step->id, NULL);

  g_return_if_fail (BV_IS_LOG_ENTRY (self));

  if (step == NULL)
    return;
  bv_history_step_free (self->step);
  self->step = step;
  g_signal_emit (self, changed_signal, 0);
}

const BvHistoryStep *
bv_log_entry_get_step (BvLogEntry *self)
{
  g_return_val_if_fail (BV_IS_LOG_ENTRY (self), NULL);
  return self->step;
}

char *
bv_log_entry_format_time (const char *at)
{
  g_autofree char *day = g_strndup (at, 10);
  g_autofree char *shown = bv_date_format (day);

  if (strlen (at) < 16)
    return g_steal_pointer (&shown);
  return g_strdup_printf ("%s %.5s", shown, at + 11);
}

char *
bv_log_entry_dup_time (BvLogEntry *self)
{
  return bv_log_entry_format_time (self->step->at);
}

const char *
bv_log_entry_get_state_label (BvLogEntry *self)
{
  switch (self->step->state) {
  case BV_STEP_STATE_UNDONE:
    return _ ("Undone");
  case BV_STEP_STATE_DROPPED:
    return _ ("Undone, then replaced");
  case BV_STEP_STATE_DONE:
  default:
    return "";
  }
}

const char *
bv_log_entry_get_state_tone (BvLogEntry *self)
{
  return self->step->state == BV_STEP_STATE_UNDONE ? "warning" : NULL;
}
