/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One open office file: its database, history, search, and who holds it. */
#pragma once
#include "bv-database.h"
#include "bv-kind.h"

G_BEGIN_DECLS

#define BV_TYPE_OFFICE (bv_office_get_type ())
G_DECLARE_FINAL_TYPE (BvOffice, bv_office, BV, OFFICE, GObject)

typedef struct _BvHistory BvHistory;

#define BV_OFFICE_EXTENSION ".bangvang"
#define BV_OFFICE_MEDIA_TYPE "application/x-bangvang"
#define BV_OFFICE_APPLICATION_ID 0x42564E47 /* "BVNG" */

typedef enum {
  BV_OFFICE_OPEN_DEFAULT = 0,
  BV_OFFICE_OPEN_READ_ONLY = 1 << 0, /* never take the lock */
  BV_OFFICE_OPEN_NO_BACKUP = 1 << 1, /* no daily and closing backups: tests, command line reads */
  /* for a thread of the program that has the file open already: read-only, and its header is not
   * looked at again. Closing a file that was opened past SQLite takes away the locks that other
   * threads hold on it. */
  BV_OFFICE_OPEN_AGAIN = 1 << 2 | BV_OFFICE_OPEN_READ_ONLY | BV_OFFICE_OPEN_NO_BACKUP,
} BvOfficeOpenFlags;

/**
 * bv_office_create: makes the new file @path with one office row and the award forms of the law,
 * and opens it.
 * @path must not exist. @superior, @place, @head may be %NULL. @actor is who is named in the
 * history; %NULL = login name.
 */
BvOffice *bv_office_create (const char *path,
                            const char *name,
                            const char *superior,
                            const char *place,
                            const char *head,
                            const char *actor,
                            BvOfficeOpenFlags flags,
                            GError **error);
/**
 * bv_office_open: opens @path. When somebody else holds it, it opens read-only and
 * bv_office_get_holder() names them. Errors: NOT_OFFICE, NEWER, DAMAGED, READ_ONLY …, each with a
 * sentence that names the file.
 */
BvOffice *
bv_office_open (const char *path, const char *actor, BvOfficeOpenFlags flags, GError **error);
/** bv_office_close: backup when something was changed, then lock and database are released. */
gboolean bv_office_close (BvOffice *self, GError **error);

const char *bv_office_get_path (BvOffice *self);
BvDatabase *bv_office_get_database (BvOffice *self);
BvHistory *bv_office_get_history (BvOffice *self);
gboolean bv_office_is_writable (BvOffice *self);
/** bv_office_backs_up: whether changes are followed by backups: not when reading only or opened
 * without. */
gboolean bv_office_backs_up (BvOffice *self);
/** bv_office_get_holder: "Hà trên may-01, từ 14:02 ngày 05/06/2024", or %NULL when nobody else
 * holds the file. */
const char *bv_office_get_holder (BvOffice *self);
/** bv_office_is_held_elsewhere: whether the holder sits at another computer. */
gboolean bv_office_is_held_elsewhere (BvOffice *self);
/**
 * bv_office_take_over: turns a read-only view into a writing one when the holder has left, or, with
 * @discard, when a person knows that the other computer which holds it does not write any more.
 */
gboolean bv_office_take_over (BvOffice *self, gboolean discard, GError **error);
const char *bv_office_get_actor (BvOffice *self);
void bv_office_set_actor (BvOffice *self, const char *actor);
/** bv_office_get_file_number: tells this file from all others, wherever it lies; copies share it.
 */
gint64 bv_office_get_file_number (BvOffice *self);
/** bv_office_new_id: an id no other row of any kind in any file has; 0 with @error. */
gint64 bv_office_new_id (BvOffice *self, GError **error);

/** bv_office_load: the row, owned; %BV_ERROR_NOT_FOUND when it is gone. */
BvRecord *bv_office_load (BvOffice *self, const BvKind *kind, gint64 id, GError **error);
/** bv_office_get_own: the single row of the office itself, owned. */
BvRecord *bv_office_get_own (BvOffice *self, GError **error);
/** bv_office_load_into: loads @n_ids rows in one go; a missing row gives NULL. Displays are filled.
 */
gboolean bv_office_load_many (BvOffice *self,
                              const BvKind *kind,
                              const gint64 *ids,
                              guint n_ids,
                              BvRecord **records,
                              GError **error);
/** bv_office_check: derives and checks @record as bv_office_save() would; nothing is written. */
gboolean bv_office_check (BvOffice *self, BvRecord *record, GError **error);
/**
 * bv_office_save: inserts (id 0) or updates the changed fields after deriving and checking, as one
 * undoable step, or as part of the step that is open. Nothing is written when @error is set.
 */
gboolean bv_office_save (BvOffice *self, BvRecord *record, GError **error);
/** bv_office_save_joined: the same, as one step with step @joined if that was the last one; for a
 * row that refers to one which was made for it. */
gboolean bv_office_save_joined (BvOffice *self, BvRecord *record, gint64 joined, GError **error);
/** bv_office_remove: deletes the rows and all that depends on them as one step (or part of the open
 * one). */
gboolean bv_office_remove (
    BvOffice *self, const BvKind *kind, const gint64 *ids, guint n_ids, GError **error);
/** bv_office_count_dependants: rows that would go with @id, or -1 with @error. */
gint64 bv_office_count_dependants (BvOffice *self, const BvKind *kind, gint64 id, GError **error);

/** bv_office_forget_names: rows were changed here or elsewhere, so that names that were kept are
 * read again. Those borrowed before are gone. */
void bv_office_forget_names (BvOffice *self);

/**
 * bv_office_get_name: how the row is called in one line ("Nguyễn Văn An", "3. Cải cách hành
 * chính"); cached, borrowed until the row changes; "" for id 0. Namesakes get birth year and
 * department.
 */
const char *bv_office_get_name (BvOffice *self, const BvKind *kind, gint64 id);
/** bv_office_get_name_on: how the row was called on @day (ISO; nullable or "": today): departments
 * by the name they had, namesakes by where they worked. */
const char *bv_office_get_name_on (BvOffice *self, const BvKind *kind, gint64 id, const char *day);
/** bv_office_get_subject_name: the same for a department or a person. */
const char *bv_office_get_subject_name (BvOffice *self, gint64 id);
const char *bv_office_get_subject_name_on (BvOffice *self, gint64 id, const char *day);
/** bv_office_get_subject_kind: department or person; %NULL when @id is neither. */
const BvKind *bv_office_get_subject_kind (BvOffice *self, gint64 id);
/** bv_office_parse: what was typed or pasted into a row of the movement, 0 for none: as
 * bv_field_parse(), a day without a year being the one in the movement's period or nearest to it.
 */
gboolean bv_office_parse (BvOffice *self,
                          gint64 movement_id,
                          const BvField *field,
                          const char *typed,
                          BvValue *value,
                          GError **error);
/** bv_office_get_closing: the last day of a movement (ISO), "" when it has none or @movement_id is
 * 0; borrowed like a name. */
const char *bv_office_get_closing (BvOffice *self, gint64 movement_id);
/** bv_office_display: one field of @record as a list shows it, references by the name of the day
 * that the row speaks of: the last one of its movement; owned. */
char *bv_office_display (BvOffice *self, BvRecord *record, const BvField *field);

G_END_DECLS
