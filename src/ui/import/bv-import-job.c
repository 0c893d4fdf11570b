/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of an import, one after the other, while the main loop runs. */
#include "config.h"

#include "bv-import-job.h"

#include "bv-import-errors-file.h"
#include "bv-import-memory.h"
#include "bv-import-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows between two looks at the keyboard. */
#define PIECE 100

struct _BvImportJob
{
  GObject parent_instance;

  const BvKind *kind;
  gint64 movement_id;
  BvImportJobState state;
  guint sheet;
  gboolean bare, converting, with_hidden;
  guint left; /* rows still to be judged or written */
  guint idle_id;

  /* Owned, nullable */
  BvOffice *office;
  GFile *file;
  GCancellable *cancellable;
  BvSource *source;
  BvTable *raw;   /* as read */
  BvTable *table; /* as imported: raw, or converted */
  BvImportColumns *columns;
  BvImport *import;
  GFile *errors_file;
  char *problem;
};

enum { CHANGED, PROGRESS, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvImportJob, bv_import_job, G_TYPE_OBJECT)

static void
change (BvImportJob *self, BvImportJobState state, const GError *error)
{
  self->state = state;
  g_free (self->problem);
  self->problem = error ? g_strdup (error->message) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (BvImportJob *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
judge_cb (gpointer data)
{
  BvImportJob *self = data;
  g_autoptr (GError) error = NULL;

  if (!bv_import_judge (self->import, PIECE, &self->left, &error) || !self->left) {
    self->idle_id = 0;
    change (self, BV_IMPORT_JOB_READY, error);
    return G_SOURCE_REMOVE;
  }
  g_signal_emit (self, signals[PROGRESS], 0);
  return G_SOURCE_CONTINUE;
}

/* All that follows from the columns. */
static void
judge (BvImportJob *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->import, bv_import_free);
  self->import = bv_import_new (self->office,
                                self->movement_id,
                                self->table,
                                self->columns,
                                self->with_hidden ? BV_IMPORT_WITH_HIDDEN : BV_IMPORT_DEFAULT,
                                &error);
  if (!self->import) {
    change (self, BV_IMPORT_JOB_READY, error);
    return;
  }
  self->left = bv_import_get_n_rows (self->import);
  self->idle_id = g_idle_add (judge_cb, self);
  change (self, BV_IMPORT_JOB_JUDGING, NULL);
}

/* All that follows from the table. A layout that was mapped by hand before is mapped so again. */
static void
find_columns (BvImportJob *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->import, bv_import_free);
  g_clear_pointer (&self->columns, bv_import_columns_free);
  g_clear_pointer (&self->table, bv_table_unref);
  self->table = self->converting ? bv_table_convert (self->raw, bv_table_guess (self->raw))
                                 : bv_table_ref (self->raw);
  self->columns = bv_import_columns_find (self->kind, self->table, self->bare, &error);
  if (!self->columns) {
    change (self, BV_IMPORT_JOB_EMPTY, error);
    return;
  }
  bv_import_memory_recall (self->columns);
  judge (self);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  BvImportJob *self = BV_IMPORT_JOB (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSource) source = NULL;
  g_autoptr (BvTable) table = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  table = bv_import_reading_finish (result, &source, &self->sheet, &error);
  if (source && !self->source)
    self->source = g_steal_pointer (&source);
  if (!table) {
    change (self, BV_IMPORT_JOB_EMPTY, error);
    return;
  }
  g_clear_pointer (&self->raw, bv_table_unref);
  self->raw = g_steal_pointer (&table);
  find_columns (self);
}

/* What was there is gone; @source is taken. */
static void
start_reading (BvImportJob *self, const char *path, BvSource *source, int sheet)
{
  stop (self);
  self->converting = FALSE;
  g_clear_pointer (&self->import, bv_import_free);
  g_clear_pointer (&self->columns, bv_import_columns_free);
  g_clear_pointer (&self->raw, bv_table_unref);
  g_clear_pointer (&self->table, bv_table_unref);
  self->cancellable = g_cancellable_new ();
  bv_import_reading_start (G_OBJECT (self), path, source, sheet, self->cancellable, read_cb);
  change (self, BV_IMPORT_JOB_READING, NULL);
}

static void
bv_import_job_dispose (GObject *object)
{
  BvImportJob *self = BV_IMPORT_JOB (object);

  bv_import_job_cancel (self);
  g_clear_pointer (&self->import, bv_import_free);
  g_clear_pointer (&self->columns, bv_import_columns_free);
  g_clear_pointer (&self->raw, bv_table_unref);
  g_clear_pointer (&self->table, bv_table_unref);
  g_clear_pointer (&self->source, bv_source_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_object (&self->office);
  g_clear_object (&self->file);
  g_clear_object (&self->errors_file);
  G_OBJECT_CLASS (bv_import_job_parent_class)->dispose (object);
}

static void
bv_import_job_class_init (BvImportJobClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_import_job_dispose;
  signals[CHANGED] = g_signal_new (
      "changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PROGRESS] = g_signal_new (
      "progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_import_job_init (BvImportJob *self)
{
}

BvImportJob *
bv_import_job_new (BvOffice *office, const BvKind *kind, gint64 movement_id)
{
  BvImportJob *self = g_object_new (BV_TYPE_IMPORT_JOB, NULL);

  self->office = g_object_ref (office);
  self->kind = kind;
  self->movement_id = movement_id;
  return self;
}

const BvKind *
bv_import_job_get_kind (BvImportJob *self)
{
  return self->kind;
}

BvOffice *
bv_import_job_get_office (BvImportJob *self)
{
  return self->office;
}

void
bv_import_job_open (BvImportJob *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_set_object (&self->file, file);
  g_clear_pointer (&self->source, bv_source_free);
  self->bare = FALSE;
  start_reading (self, path ? path : g_file_peek_path (file), NULL, -1);
}

void
bv_import_job_paste (BvImportJob *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  BvSource *source = bv_source_read_cells (text, _ ("pasted cells"), &error);

  g_clear_object (&self->file);
  g_clear_pointer (&self->source, bv_source_free);
  self->bare = TRUE;
  if (source)
    start_reading (self, NULL, source, -1);
  else
    change (self, BV_IMPORT_JOB_EMPTY, error);
}

/* The source is lent to the thread meanwhile. */
void
bv_import_job_choose_sheet (BvImportJob *self, guint sheet)
{
  if (self->source && sheet != self->sheet && self->state != BV_IMPORT_JOB_WRITING)
    start_reading (self, NULL, g_steal_pointer (&self->source), (int) sheet);
}

static gboolean
can_change (BvImportJob *self)
{
  return self->columns
         && (self->state == BV_IMPORT_JOB_READY || self->state == BV_IMPORT_JOB_JUDGING);
}

void
bv_import_job_set_heading (BvImportJob *self, guint first, guint n_rows)
{
  if (!can_change (self)
      || (first == self->columns->n_above && n_rows == self->columns->n_heading_rows))
    return;
  bv_import_columns_set_rows (self->columns, self->table, first, n_rows);
  judge (self);
}

void
bv_import_job_set_field (BvImportJob *self, guint column, const BvField *field)
{
  if (!can_change (self) || self->columns->fields[column] == field)
    return;
  bv_import_columns_set_field (self->columns, column, field);
  judge (self);
}

void
bv_import_job_set_converting (BvImportJob *self, gboolean converting)
{
  if (!can_change (self) || self->converting == converting)
    return;
  self->converting = converting;
  find_columns (self);
}

void
bv_import_job_set_with_hidden (BvImportJob *self, gboolean with_hidden)
{
  if (!can_change (self) || self->with_hidden == with_hidden)
    return;
  self->with_hidden = with_hidden;
  judge (self);
}

void
bv_import_job_decide (BvImportJob *self, guint row, gint64 id)
{
  if (self->state != BV_IMPORT_JOB_READY || !self->import)
    return;
  bv_import_decide (self->import, row, id);
  change (self, BV_IMPORT_JOB_READY, NULL);
}

static void
finish (BvImportJob *self)
{
  g_autoptr (GError) error = NULL;

  if (!bv_import_end (self->import, &error)) {
    change (self, BV_IMPORT_JOB_READY, error);
    return;
  }
  bv_import_memory_keep (self->columns);
  if (bv_import_count (self->import, BV_IMPORT_ERROR)
      || bv_import_count (self->import, BV_IMPORT_ASK))
    self->errors_file = bv_import_errors_file_write (self->import, self->file, &error);
  change (self, BV_IMPORT_JOB_DONE, error);
}

static gboolean
write_cb (gpointer data)
{
  BvImportJob *self = data;
  g_autoptr (GError) error = NULL;

  if (!bv_import_write (self->import, PIECE, &self->left, &error)) {
    self->idle_id = 0;
    bv_import_abort (self->import);
    change (self, BV_IMPORT_JOB_READY, error);
    return G_SOURCE_REMOVE;
  }
  if (!self->left) {
    self->idle_id = 0;
    finish (self);
    return G_SOURCE_REMOVE;
  }
  g_signal_emit (self, signals[PROGRESS], 0);
  return G_SOURCE_CONTINUE;
}

void
bv_import_job_write (BvImportJob *self)
{
  g_autoptr (GError) error = NULL;

  if (self->state != BV_IMPORT_JOB_READY || !bv_import_job_count_writable (self))
    return;
  if (!bv_import_begin (self->import, TRUE, &error)) {
    change (self, BV_IMPORT_JOB_READY, error);
    return;
  }
  self->left = bv_import_get_n_rows (self->import);
  self->idle_id = g_idle_add (write_cb, self);
  change (self, BV_IMPORT_JOB_WRITING, NULL);
}

void
bv_import_job_cancel (BvImportJob *self)
{
  stop (self);
  if (self->state == BV_IMPORT_JOB_WRITING) {
    bv_import_abort (self->import);
    change (self, BV_IMPORT_JOB_READY, NULL);
  } else if (self->state == BV_IMPORT_JOB_READING) {
    change (self, BV_IMPORT_JOB_EMPTY, NULL);
  }
}

BvImportJobState
bv_import_job_get_state (BvImportJob *self)
{
  return self->state;
}

const char *
bv_import_job_get_problem (BvImportJob *self)
{
  return self->problem;
}

double
bv_import_job_get_progress (BvImportJob *self)
{
  guint all = self->import ? bv_import_get_n_rows (self->import) : 0;

  return all ? 1.0 - (double) self->left / all : 0;
}

BvSource *
bv_import_job_get_source (BvImportJob *self)
{
  return self->source;
}

guint
bv_import_job_get_sheet (BvImportJob *self)
{
  return self->sheet;
}

BvTable *
bv_import_job_get_table (BvImportJob *self)
{
  return self->table;
}

const BvImportColumns *
bv_import_job_get_columns (BvImportJob *self)
{
  return self->columns;
}

BvImport *
bv_import_job_get_import (BvImportJob *self)
{
  return self->import;
}

BvLegacy
bv_import_job_get_encoding (BvImportJob *self, gboolean *converting)
{
  *converting = self->converting;
  return self->raw ? bv_table_guess (self->raw) : BV_LEGACY_NONE;
}

char *
bv_import_job_dup_sample (BvImportJob *self, char **converted)
{
  BvLegacy encoding = bv_table_guess (self->raw);

  for (guint row = 0; row < bv_table_get_n_rows (self->raw); row++)
    for (guint column = 0; column < bv_table_get_n_columns (self->raw); column++) {
      const char *text = bv_table_get_own_cell (self->raw, row, column);

      if (g_str_is_ascii (text) || strlen (text) > 120)
        continue;
      *converted = bv_legacy_decode (encoding, text);
      if (g_utf8_strlen (text, -1) > 5 && !g_str_equal (*converted, text))
        return g_strdup (text);
      g_free (*converted);
    }
  *converted = g_strdup ("");
  return g_strdup ("");
}

gboolean
bv_import_job_get_with_hidden (BvImportJob *self)
{
  return self->with_hidden;
}

guint
bv_import_job_count_writable (BvImportJob *self)
{
  return self->import ? bv_import_count (self->import, BV_IMPORT_NEW)
                            + bv_import_count (self->import, BV_IMPORT_UPDATE)
                      : 0;
}

GFile *
bv_import_job_get_errors_file (BvImportJob *self)
{
  return self->errors_file;
}
