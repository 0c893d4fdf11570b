/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One open office file. */
#include "config.h"

#include "bv-office.h"

#include "bv-backup.h"
#include "bv-error.h"
#include "bv-history-private.h"
#include "bv-lock.h"
#include "bv-migration.h"
#include "bv-names.h"
#include "bv-office-file.h"
#include "bv-office-private.h"
#include "bv-record.h"
#include "bv-schema.h"
#include "bv-search.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _BvOffice
{
  GObject parent_instance;

  /* Owned */
  char *path;
  char *actor;
  char *holder; /* who has it open elsewhere, nullable */
  BvLock *lock; /* NULL: reading only */
  BvDatabase *database;
  BvHistory *history;
  BvNames *names;

  BvOfficeOpenFlags flags;
  gint64 file_number;
  gint64 next_number;
  gboolean changed; /* since it was opened: closing makes a backup */
};

G_DEFINE_FINAL_TYPE (BvOffice, bv_office, G_TYPE_OBJECT)

/* Opening */

static BvOffice *
new_office (const char *path, const char *actor, BvOfficeOpenFlags flags)
{
  BvOffice *self = g_object_new (BV_TYPE_OFFICE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->flags = flags;
  bv_office_set_actor (self, actor);
  return self;
}

static gboolean
load_counter (BvOffice *self, GError **error)
{
  return bv_database_query_integer (
             self->database, "SELECT file_number FROM file", &self->file_number, error)
         && bv_database_query_integer (
             self->database, "SELECT next_number FROM file", &self->next_number, error);
}

static gboolean
attach (BvOffice *self, GError **error)
{
  self->history = _bv_history_new (self, self->database);
  return load_counter (self, error);
}

/* A place that cannot be written, and a file somebody else holds, are still shown. */
static gboolean
take_lock (BvOffice *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->flags & BV_OFFICE_OPEN_READ_ONLY)
    return TRUE;
  g_clear_pointer (&self->holder, g_free);
  self->lock = bv_lock_take (self->path, &self->holder, &local);
  if (self->lock || g_error_matches (local, BV_ERROR, BV_ERROR_LOCKED)
      || g_error_matches (local, BV_ERROR, BV_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_file_writable (const char *path)
{
  return g_access (path, W_OK) == 0;
}

/* Only a writer can bring a file to the newest version, and what is read is read as the newest. */
static gboolean
check_readable (BvOffice *self, GError **error)
{
  int version = bv_migration_get_version (self->database, error);
  g_autofree char *name = NULL;

  if (version < 0 || version == bv_schema_get_version ())
    return version >= 0;
  name = g_filename_display_basename (self->path);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_READ_ONLY,
               _ ("“%s” comes from an older version of Bảng Vàng and has to be opened once where "
                  "it can be changed."),
               name);
  return FALSE;
}

static gboolean
open_database (BvOffice *self, GError **error)
{
  if (self->lock && !is_file_writable (self->path))
    g_clear_pointer (&self->lock, bv_lock_release);
  self->database = bv_database_open (
      self->path, self->lock ? BV_DATABASE_READ_WRITE : BV_DATABASE_READ_ONLY, error);
  if (!self->database)
    return FALSE;
  if (!self->lock)
    return check_readable (self, error);
  return bv_office_file_prepare (self->database, error) && bv_search_renew (self, error);
}

BvOffice *
bv_office_open (const char *path, const char *actor, BvOfficeOpenFlags flags, GError **error)
{
  g_autoptr (BvOffice) self = new_office (path, actor, flags);

  if ((flags & BV_OFFICE_OPEN_AGAIN) != BV_OFFICE_OPEN_AGAIN
      && !bv_office_file_probe (self->path, error))
    return NULL;
  if (!take_lock (self, error) || !open_database (self, error) || !attach (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
bv_office_is_held_elsewhere (BvOffice *self)
{
  g_return_val_if_fail (BV_IS_OFFICE (self), FALSE);
  return !self->lock && bv_lock_is_foreign (self->path);
}

gboolean
bv_office_take_over (BvOffice *self, gboolean discard, GError **error)
{
  g_autoptr (BvDatabase) writing = NULL;
  BvLock *lock;

  g_return_val_if_fail (BV_IS_OFFICE (self), FALSE);
  if (self->lock)
    return TRUE;
  if (discard && !bv_lock_discard (self->path, error))
    return FALSE;
  g_clear_pointer (&self->holder, g_free);
  lock = bv_lock_take (self->path, &self->holder, error);
  if (!lock)
    return FALSE;
  writing = bv_database_open (self->path, BV_DATABASE_READ_WRITE, error);
  if (!writing || !bv_office_file_prepare (writing, error)) {
    bv_lock_release (lock);
    return FALSE;
  }
  g_clear_pointer (&self->holder, g_free);
  self->lock = lock;
  g_clear_object (&self->history);
  bv_database_close (self->database);
  g_set_object (&self->database, writing);
  bv_names_forget (self->names);
  return attach (self, error) && bv_search_renew (self, error);
}

/* Founding */

typedef struct
{
  const char *name;
  const char *superior;
  const char *place;
  const char *head;
} Founding;

static gboolean
insert_own (BvOffice *self, const Founding *founding, GError **error)
{
  g_autoptr (BvRecord) own = bv_record_new (&bv_office_kind);

  bv_record_set_text (own, "name", founding->name);
  bv_record_set_text (own, "superior", founding->superior);
  bv_record_set_text (own, "place", founding->place);
  bv_record_set_text (own, "head_name", founding->head);
  bv_record_set_id (own, bv_office_new_id (self, error));
  for (guint i = 0; i < bv_office_kind.n_fields; i++) {
    const BvField *field = &bv_office_kind.fields[i];
    if (!bv_field_check (field, bv_record_get_value (own, field->name), error))
      return FALSE;
  }
  return bv_database_begin (self->database, error) && bv_store_insert (self->database, own, error)
         && _bv_office_keep_counter (self, error) && bv_search_rebuild (self, error)
         && bv_database_commit (self->database, error);
}

static void
let_go_of_database (BvOffice *self)
{
  g_clear_object (&self->history);
  if (self->database)
    bv_database_close (self->database);
  g_clear_object (&self->database);
}

static gboolean
write_founding (BvOffice *self, const char *unfinished, const Founding *founding, GError **error)
{
  gboolean done;

  self->database = bv_database_open (
      unfinished, BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, error);
  done = self->database && bv_office_file_found (self->database, error) && attach (self, error)
         && insert_own (self, founding, error) && bv_office_file_mark_clean (self->database, error);
  if (!done && self->database)
    bv_database_rollback (self->database);
  let_go_of_database (self);
  return done;
}

static gboolean
move_founded (BvOffice *self, const char *unfinished, GError **error)
{
  g_autofree char *shown = NULL;

  if (g_rename (unfinished, self->path) == 0)
    return TRUE;
  shown = g_filename_display_basename (self->path);
  g_set_error (
      error,
      BV_ERROR,
      BV_ERROR_READ_ONLY,
      _ ("“%s” could not be written: this folder cannot be changed. Choose another place."),
      shown);
  return FALSE;
}

/* Under another name until it is whole: a power cut never leaves half an office under the name
 * asked for. */
static gboolean
found (BvOffice *self, const Founding *founding, GError **error)
{
  g_autofree char *unfinished = g_strconcat (self->path, ".new", NULL);

  self->lock = bv_lock_take (self->path, &self->holder, error);
  if (!self->lock)
    return FALSE;
  g_remove (unfinished);
  if (write_founding (self, unfinished, founding, error) && move_founded (self, unfinished, error))
    return open_database (self, error) && attach (self, error);
  g_remove (unfinished);
  return FALSE;
}

BvOffice *
bv_office_create (const char *path,
                  const char *name,
                  const char *superior,
                  const char *place,
                  const char *head,
                  const char *actor,
                  BvOfficeOpenFlags flags,
                  GError **error)
{
  const Founding founding = { name, superior, place, head };
  g_autoptr (BvOffice) self = new_office (path, actor, flags);

  if (g_file_test (self->path, G_FILE_TEST_EXISTS)) {
    g_autofree char *shown = g_filename_display_basename (self->path);
    g_set_error (
        error, BV_ERROR, BV_ERROR_FAILED, _ ("“%s” exists already. Choose another name."), shown);
    return NULL;
  }
  return found (self, &founding, error) ? g_steal_pointer (&self) : NULL;
}

/* Closing */

static void
backup_on_close (BvOffice *self)
{
  g_autoptr (GError) error = NULL;

  if (self->changed && bv_office_backs_up (self) && !bv_backup_make (self, "close", &error))
    g_warning ("Backup of %s: %s", self->path, error->message);
}

gboolean
bv_office_close (BvOffice *self, GError **error)
{
  gboolean clean = TRUE;

  g_return_val_if_fail (BV_IS_OFFICE (self), FALSE);
  if (!self->database)
    return TRUE;
  if (self->history && bv_history_is_open (self->history))
    bv_history_abort (self->history);
  if (self->lock && self->history) {
    backup_on_close (self);
    clean = bv_office_file_mark_clean (self->database, error);
  }
  g_clear_object (&self->history);
  bv_database_close (self->database);
  g_clear_object (&self->database);
  g_clear_pointer (&self->lock, bv_lock_release);
  return clean;
}

static void
bv_office_finalize (GObject *object)
{
  BvOffice *self = BV_OFFICE (object);
  g_autoptr (GError) error = NULL;

  if (!bv_office_close (self, &error))
    g_info ("Closing %s: %s", self->path, error->message);
  g_clear_pointer (&self->lock, bv_lock_release);
  g_free (self->path);
  g_free (self->actor);
  g_free (self->holder);
  bv_names_free (self->names);
  G_OBJECT_CLASS (bv_office_parent_class)->finalize (object);
}

static void
bv_office_class_init (BvOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_office_finalize;
}

static void
bv_office_init (BvOffice *self)
{
  self->names = bv_names_new (self);
}

void
bv_office_forget_names (BvOffice *self)
{
  g_return_if_fail (BV_IS_OFFICE (self));
  bv_names_forget (self->names);
}

/* What the history asks */

gboolean
_bv_office_keep_counter (BvOffice *self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      self->database, "UPDATE file SET next_number = ?1", error);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, self->next_number);
  return bv_statement_run (statement, error);
}

void
_bv_office_changed (BvOffice *self)
{
  g_autoptr (GError) error = NULL;
  gboolean first = !self->changed;

  self->changed = TRUE;
  if (first && bv_office_backs_up (self) && !bv_backup_exists_today (self)
      && !bv_backup_make (self, "day", &error))
    g_warning ("Backup of %s: %s", self->path, error->message);
}

/* Facts */

const char *
bv_office_get_path (BvOffice *self)
{
  return self->path;
}

BvDatabase *
bv_office_get_database (BvOffice *self)
{
  return self->database;
}

BvHistory *
bv_office_get_history (BvOffice *self)
{
  return self->history;
}

gboolean
bv_office_is_writable (BvOffice *self)
{
  g_return_val_if_fail (BV_IS_OFFICE (self), FALSE);
  return self->lock != NULL;
}

gboolean
_bv_office_check_writer (BvOffice *self, GError **error)
{
  if (!self->lock)
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_READ_ONLY,
                         _ ("The file is open for reading only, so nothing can be changed."));
  else if (!bv_lock_is_held (self->lock))
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_LOCKED,
                         _ ("Somebody at another computer has taken over the right to write in "
                            "this file, so nothing was changed here. Close the file and open it "
                            "again."));
  else
    return TRUE;
  return FALSE;
}

gint64
bv_office_get_file_number (BvOffice *self)
{
  g_return_val_if_fail (BV_IS_OFFICE (self), 0);
  return self->file_number;
}

gboolean
bv_office_backs_up (BvOffice *self)
{
  g_return_val_if_fail (BV_IS_OFFICE (self), FALSE);
  return self->lock && !(self->flags & BV_OFFICE_OPEN_NO_BACKUP);
}

const char *
bv_office_get_holder (BvOffice *self)
{
  return self->holder;
}

const char *
bv_office_get_actor (BvOffice *self)
{
  return self->actor;
}

void
bv_office_set_actor (BvOffice *self, const char *actor)
{
  const char *login = g_get_real_name ();

  g_free (self->actor);
  if (actor && *actor)
    self->actor = g_strdup (actor);
  else
    self->actor = g_strdup (g_str_equal (login, "Unknown") || *login == '\0' ? g_get_user_name ()
                                                                             : login);
}

gint64
bv_office_new_id (BvOffice *self, GError **error)
{
  if (self->next_number >= G_MAXUINT32) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_FULL,
                         _ ("This file cannot hold more rows. Begin a new office file."));
    return 0;
  }
  return self->file_number << 32 | self->next_number++;
}

BvNames *
_bv_office_get_names (BvOffice *self)
{
  return self->names;
}
