/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence in and out of the office file, kept once, undone, thrown out. */
#include "config.h"

#include "bv-attachment-pieces.h"
#include "bv-attachment.h"
#include "bv-check.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "test-folder.h"

#include <string.h>
#include <unistd.h>

typedef struct
{
  BvOffice *office;
  gint64 achievement;
} Fixture;

static gint64
save (BvOffice *office, BvRecord *record)
{
  g_autoptr (GError) error = NULL;

  bv_office_save (office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gint64
add_achievement (BvOffice *office)
{
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
  g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);
  g_autoptr (BvRecord) achievement = bv_record_new (&bv_achievement_kind);

  bv_record_set_text (movement, "title", "Phong trào thi đua");
  bv_record_set_text (person, "full_name", "Nguyễn Văn An");
  bv_record_set_integer (criterion, "movement_id", save (office, movement));
  bv_record_set_text (criterion, "title", "Cải cách hành chính");
  bv_record_set_integer (criterion, "max_points", 1000);
  bv_record_set_integer (achievement, "movement_id", bv_record_get_id (movement));
  bv_record_set_integer (achievement, "subject_id", save (office, person));
  bv_record_set_integer (achievement, "criterion_id", save (office, criterion));
  bv_record_set_text (achievement, "title", "Rút ngắn thời gian giải quyết hồ sơ");
  return save (office, achievement);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  test_folder_make ();
  path = test_folder_path ("office.bangvang");
  fixture->office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  fixture->achievement = add_achievement (fixture->office);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = bv_check_run (fixture->office, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (findings->len, ==, 0);
  g_assert_finalize_object (fixture->office);
  test_folder_remove ();
}

static gint64
count (BvOffice *office, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  bv_database_query_integer (bv_office_get_database (office), sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

static GFile *
make_file (const char *name, gsize size, guint seed)
{
  g_autofree char *path = test_folder_path (name);
  g_autofree char *data = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    data[i] = (char) (i * 31 + seed + i / 1000);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  return g_file_new_for_path (path);
}

/* As the window does; @hold decides whether the file is read once or twice. */
static gint64
try_to_add (Fixture *fixture,
            gint64 achievement,
            GFile *file,
            gsize hold,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (BvAttachmentSource) source = bv_attachment_source_read (file, hold, NULL, NULL, error);

  return source
             ? bv_attachment_add_source (fixture->office, achievement, source, cancellable, error)
             : 0;
}

static gint64
add (Fixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  gint64 id = try_to_add (fixture, fixture->achievement, file, G_MAXINT, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
assert_same_content (GFile *a, GFile *b)
{
  g_autoptr (GBytes) of_a = g_file_load_bytes (a, NULL, NULL, NULL);
  g_autoptr (GBytes) of_b = g_file_load_bytes (b, NULL, NULL, NULL);

  g_assert_true (g_bytes_equal (of_a, of_b));
}

static void
test_in_and_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("Quyết định 15.pdf", 700001, 1);
  g_autofree char *path = test_folder_path ("out.pdf");
  g_autoptr (GFile) out = g_file_new_for_path (path);
  gint64 id = add (fixture, file);
  g_autoptr (BvRecord) record = bv_office_load (fixture->office, &bv_attachment_kind, id, NULL);
  g_autoptr (GArray) ids = bv_attachment_list (fixture->office, fixture->achievement, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bv_record_get_text (record, "name"), ==, "Quyết định 15.pdf");
  g_assert_cmpint (bv_record_get_integer (record, "size"), ==, 700001);
  g_assert_cmpstr (bv_record_get_text (record, "media_type"), ==, "application/pdf");
  g_assert_cmpint (strlen (bv_record_get_text (record, "sha256")), ==, 64);
  g_assert_cmpint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, id);
  g_assert_true (bv_attachment_save (fixture->office, id, out, NULL, &error));
  g_assert_no_error (error);
  assert_same_content (file, out);
}

static void
test_kept_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) one = make_file ("one.pdf", 5000, 7);
  g_autoptr (GFile) same = make_file ("same.pdf", 5000, 7);
  g_autoptr (GFile) other = make_file ("other.pdf", 5000, 8);
  g_autoptr (GBytes) bytes = g_file_load_bytes (one, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  add (fixture, one);
  add (fixture, same);
  add (fixture, other);
  g_assert_cmpint (
      bv_attachment_add_bytes (fixture->office, fixture->achievement, "bytes.pdf", bytes, &error),
      >,
      0);
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content"), ==, 2);
  ids = bv_attachment_list (fixture->office, fixture->achievement, NULL);
  g_assert_cmpint (ids->len, ==, 4);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (GFile) file = make_file ("undo.pdf", 3000, 3);
  g_autofree char *path = test_folder_path ("again.pdf");
  g_autoptr (GFile) out = g_file_new_for_path (path);
  gint64 id = add (fixture, file);
  g_autofree char *title = bv_history_dup_undo_title (history);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (title, ==, "Attach: undo.pdf");
  g_assert_true (bv_history_undo (history, &error));
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM attachment"), ==, 0);
  g_assert_true (bv_history_redo (history, &error));
  g_assert_true (bv_attachment_save (fixture->office, id, out, NULL, &error));
  assert_same_content (file, out);
}

static void
assert_refused (Fixture *fixture, GFile *file, int code, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 steps = count (fixture->office, "SELECT count(*) FROM history");
  gint64 contents = count (fixture->office, "SELECT count(*) FROM content");

  g_assert_cmpint (try_to_add (fixture, fixture->achievement, file, 0, NULL, &error), ==, 0);
  g_assert_error (error, BV_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM history"), ==, steps);
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content"), ==, contents);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) empty = make_file ("empty.pdf", 0, 0);
  g_autoptr (GFile) folder = g_file_new_for_path (test_folder);
  g_autofree char *nowhere_path = test_folder_path ("nowhere.pdf");
  g_autoptr (GFile) nowhere = g_file_new_for_path (nowhere_path);
  g_autoptr (GFile) large = make_file ("large.pdf", 1, 0);
  g_autofree char *large_path = g_file_get_path (large);

  assert_refused (fixture, empty, BV_ERROR_INVALID, "empty.pdf");
  assert_refused (fixture, folder, BV_ERROR_INVALID, "bang-vang");
  assert_refused (fixture, nowhere, BV_ERROR_NOT_FOUND, "nowhere.pdf");
  /* A hole in the file: large, and nothing on the disk. */
  g_assert_cmpint (truncate (large_path, BV_ATTACHMENT_MAXIMUM + 1), ==, 0);
  assert_refused (fixture, large, BV_ERROR_INVALID, "256");
}

static void
test_no_such_achievement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("lost.pdf", 3000, 3);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (try_to_add (fixture, 12345, file, 0, NULL, &error), ==, 0);
  g_assert_nonnull (error);
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content"), ==, 0);
  g_assert_false (bv_history_is_open (bv_office_get_history (fixture->office)));
}

static void
test_inside_a_step (Fixture *fixture, gconstpointer data)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (GFile) file = make_file ("inside.pdf", 3000, 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_true (bv_history_begin (history, "Nhập", &error));
  g_assert_cmpint (try_to_add (fixture, fixture->achievement, file, 0, cancellable, &error), ==, 0);
  g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (bv_history_is_open (history));
  g_assert_cmpint (try_to_add (fixture, fixture->achievement, file, 0, NULL, &error), >, 0);
  g_assert_true (bv_history_commit (history, &error));
  g_assert_true (bv_history_undo (history, &error));
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM attachment"), ==, 0);
}

static void
test_target_survives (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("source.pdf", 3000000, 3);
  g_autoptr (GFile) target = make_file ("target.pdf", 10, 1);
  g_autoptr (GBytes) before = g_file_load_bytes (target, NULL, NULL, NULL);
  g_autoptr (GBytes) after = NULL;
  gint64 id = add (fixture, file);
  g_autoptr (GError) error = NULL;
  guint n_files = test_folder_count (test_folder);

  /* As in a file that lost it. */
  g_assert_true (bv_database_exec (
      bv_office_get_database (fixture->office), "UPDATE content SET sha256 = 'x' || sha256", NULL));
  g_assert_false (bv_attachment_save (fixture->office, id, target, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_NOT_FOUND);
  after = g_file_load_bytes (target, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (test_folder_count (test_folder), ==, n_files);
  g_assert_true (bv_database_exec (bv_office_get_database (fixture->office),
                                   "UPDATE content SET sha256 = substr (sha256, 2)",
                                   NULL));
}

/* Adds @file and takes it back, which another step then makes final. */
static void
add_in_vain (Fixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);

  add (fixture, file);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  bv_record_set_text (department, "name", "Văn phòng");
  save (fixture->office, department);
}

static void
remove_again (Fixture *fixture, GFile *file)
{
  gint64 id = add (fixture, file);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_office_remove (fixture->office, &bv_attachment_kind, &id, 1, &error));
}

static void
test_purge (Fixture *fixture, gconstpointer data)
{
  BvDatabase *database = bv_office_get_database (fixture->office);
  g_autoptr (GFile) kept = make_file ("kept.pdf", 300000, 1);
  g_autoptr (GFile) undoable = make_file ("undoable.pdf", 300000, 2);
  g_autoptr (GFile) old = make_file ("old.pdf", 300000, 3);
  g_autoptr (GFile) forgotten = make_file ("forgotten.pdf", 700000, 4);
  g_autoptr (GCancellable) stopped = g_cancellable_new ();
  const char *pages = "SELECT page_count FROM pragma_page_count";
  gint64 n_pages;
  const char *path = bv_office_get_path (fixture->office);
  g_autoptr (GError) error = NULL;
  BvAttachmentSpare spare;

  add (fixture, kept);
  add_in_vain (fixture, forgotten);
  remove_again (fixture, old);
  /* As after a migration: not undone any more, but the deleted rows still bring it back. */
  g_assert_true (bv_database_exec (database, "UPDATE history SET schema = 0", &error));
  remove_again (fixture, undoable);
  g_assert_true (bv_attachment_purge_measure (fixture->office, &spare, &error));
  g_assert_cmpint (spare.kept, ==, 600000);
  g_assert_cmpint (spare.freed, >=, 700000);
  n_pages = count (fixture->office, pages);
  g_cancellable_cancel (stopped);
  g_assert_cmpint (bv_attachment_purge (path, stopped, &error), ==, -1);
  g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (count (fixture->office, pages), ==, n_pages);
  g_assert_cmpint (bv_attachment_purge (bv_office_get_path (fixture->office), NULL, &error),
                   >=,
                   650000); /* whole pages */
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content"), ==, 3);
  g_assert_true (bv_attachment_purge_measure (fixture->office, &spare, &error));
  g_assert_cmpint (spare.kept, ==, 600000);
  g_assert_cmpint (spare.freed, ==, 0);
  g_assert_cmpint (bv_attachment_purge (bv_office_get_path (fixture->office), NULL, &error), ==, 0);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_no_error (error);
}

/* Six pieces, the last of them short. */
#define LARGE (20 * 1024 * 1024 + 7)

static gpointer
store_in_thread (gpointer data)
{
  BvAttachmentSource *source = data;
  g_autofree char *path = g_build_filename (test_folder, "office.bangvang", NULL);
  GError *error = NULL;

  bv_attachment_pieces_store (path, source, NULL, NULL, &error);
  return error;
}

/* A content that is stored in a thread: meanwhile others write, nothing is seen of it, and adding
 * the row does not write it once more. */
static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("large.pdf", LARGE, 5);
  g_autofree char *path = test_folder_path ("out.pdf");
  g_autoptr (GFile) out = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAttachmentSource) source = bv_attachment_source_read (file, 0, NULL, NULL, &error);
  gint64 steps = count (fixture->office, "SELECT count(*) FROM history");
  GThread *thread = g_thread_new ("storing", store_in_thread, source);
  BvAttachmentSpare spare;
  gint64 id;

  for (guint i = 0; i < 20; i++) {
    g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);

    bv_record_set_text (department, "name", "Văn phòng");
    save (fixture->office, department);
  }
  g_assert_null (g_thread_join (thread));
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content_piece"), ==, 6);
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM history"), ==, steps + 20);
  g_assert_null (store_in_thread (source)); /* known by now */
  id = bv_attachment_add_source (fixture->office, fixture->achievement, source, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content"), ==, 1);
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content_piece"), ==, 6);
  g_assert_true (bv_attachment_save (fixture->office, id, out, NULL, &error));
  assert_same_content (file, out);
  g_assert_true (bv_office_remove (fixture->office, &bv_attachment_kind, &id, 1, &error));
  g_assert_true (bv_attachment_purge_measure (fixture->office, &spare, &error));
  g_assert_cmpint (spare.kept, ==, LARGE);
}

/* Pieces without a content are nothing: a cancelled storing leaves none, those of a killed program
 * go when the file is made smaller. */
static void
test_lost_pieces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("large.pdf", LARGE, 5);
  g_autofree char *path = g_build_filename (test_folder, "office.bangvang", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAttachmentSource) source = bv_attachment_source_read (file, 0, NULL, NULL, &error);
  BvAttachmentSpare spare;

  g_cancellable_cancel (cancellable);
  g_assert_false (bv_attachment_pieces_store (path, source, NULL, cancellable, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content_piece"), ==, 0);
  g_assert_true (bv_database_exec (
      bv_office_get_database (fixture->office),
      "INSERT INTO content_piece (content_id, data) VALUES (7, zeroblob (500000))",
      &error));
  g_assert_true (bv_attachment_purge_measure (fixture->office, &spare, &error));
  g_assert_cmpint (spare.freed, >=, 500000);
  g_assert_cmpint (bv_attachment_purge (bv_office_get_path (fixture->office), NULL, &error),
                   >=,
                   480000); /* whole pages */
  g_assert_cmpint (count (fixture->office, "SELECT count(*) FROM content_piece"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/attachment/in-and-out", test_in_and_out);
  ADD ("/attachment/kept-once", test_kept_once);
  ADD ("/attachment/undo", test_undo);
  ADD ("/attachment/refused", test_refused);
  ADD ("/attachment/no-such-achievement", test_no_such_achievement);
  ADD ("/attachment/inside-a-step", test_inside_a_step);
  ADD ("/attachment/target-survives", test_target_survives);
  ADD ("/attachment/purge", test_purge);
  ADD ("/attachment/pieces", test_pieces);
  ADD ("/attachment/lost-pieces", test_lost_pieces);
#undef ADD
  return g_test_run ();
}
