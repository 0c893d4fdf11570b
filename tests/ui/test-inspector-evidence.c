/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence below the form of an achievement: files come in, by hand or pasted, and go out. */
#include "config.h"

#include "test-clipboard.h"
#include "test-inspector-sections.h"

#include "bv-attachment-pieces.h"
#include "bv-attachment.h"
#include "bv-evidence-exporter.h"
#include "bv-evidence-section.h"

/* Adds @files (strings, in the folder) and waits until they are stored. */
static void
add_files (Fixture *fixture, GtkWidget *section, const char *const *files)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files[i]; i++)
    g_ptr_array_add (items, g_file_new_build_filename (fixture->folder, files[i], NULL));
  bv_evidence_section_add (BV_EVIDENCE_SECTION (section), items);
  WAIT_FOR (!bv_evidence_section_is_reading (BV_EVIDENCE_SECTION (section)));
  settle ();
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Báo cáo.pdf", NULL);
  g_autofree char *film = g_malloc0 (BV_ATTACHMENT_PIECES_FROM);
  GtkWidget *section;
  gint64 piece = 0;
  guint before;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4", -1, NULL));
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvEvidenceSection");
  before = count_steps (fixture);
  add_files (fixture, section, (const char *[]){ "Báo cáo.pdf", NULL });
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 1);
  g_assert_nonnull (find_button (section, "Báo cáo.pdf"));

  /* two files are one step */
  add_files (fixture, section, (const char *[]){ "Báo cáo.pdf", "Báo cáo.pdf", NULL });
  g_assert_cmpuint (count_steps (fixture), ==, before + 2);
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 3);

  g_signal_emit_by_name (find_type (section, "BvEvidenceRow"), "remove");
  settle ();
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 2);

  /* what would hold up the window is stored before the step, which then only names it */
  g_assert_true (g_file_set_contents (path, film, BV_ATTACHMENT_PIECES_FROM, NULL));
  add_files (fixture, section, (const char *[]){ "Báo cáo.pdf", NULL });
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 3);
  g_assert_true (bv_database_query_integer (
      bv_office_get_database (fixture->office), "SELECT id FROM content_piece", &piece, NULL));
  g_remove (path);
}

/* A file that is not there, an empty one and a folder do not keep the good ones out. */
static void
test_evidence_failures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = g_build_filename (fixture->folder, "tốt.txt", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "rỗng.txt", NULL);
  GtkWidget *section;
  guint before;

  g_assert_true (g_file_set_contents (good, "một", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", -1, NULL));
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvEvidenceSection");
  before = count_steps (fixture);
  g_test_expect_message (NULL, G_LOG_LEVEL_INFO, "không có.txt: *");
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*1 *3*rỗng.txt*không có.txt*");
  add_files (
      fixture, section, (const char *[]){ "rỗng.txt", "tốt.txt", "không có.txt", ".", NULL });
  g_test_assert_expected_messages ();
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 1);

  /* nothing good: no step at all */
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*rỗng.txt*");
  add_files (fixture, section, (const char *[]){ "rỗng.txt", NULL });
  g_test_assert_expected_messages ();
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_remove (good);
  g_remove (empty);
}

static GdkTexture *
make_texture (void)
{
  g_autofree guint32 *pixels = g_new (guint32, 300 * 200);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 300 * 200; i++)
    pixels[i] = 0xff3584e4 + i % 7;
  bytes = g_bytes_new (pixels, 300 * 200 * sizeof *pixels);
  return gdk_memory_texture_new (300, 200, GDK_MEMORY_DEFAULT, bytes, 300 * sizeof *pixels);
}

static gboolean
has_picture (GtkWidget *section)
{
  GtkWidget *image = find_type (find_type (section, "BvEvidenceRow"), "GtkImage");

  return gtk_image_get_storage_type (GTK_IMAGE (image)) == GTK_IMAGE_PAINTABLE;
}

/* Ctrl+V with a picture on the clipboard: a PNG named by the minute, with its thumbnail. */
static void
test_evidence_paste (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = make_texture ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BvRecord) attachment = NULL;
  GtkWidget *section;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvEvidenceSection");
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (section), texture);
  gtk_widget_grab_focus (find_button (section, "Add files…"));
  g_assert_true (press (fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  WAIT_FOR (count_rows (section, "BvEvidenceRow") == 1);
  ids = bv_attachment_list (fixture->office, fixture->achievement, NULL);
  attachment = load (fixture, &bv_attachment_kind, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (bv_record_get_text (attachment, "media_type"), ==, "image/png");
  g_assert_true (g_str_has_suffix (bv_record_get_text (attachment, "name"), ".png"));
  WAIT_FOR (has_picture (section));
}

/* A file copied in the file manager is evidence wherever the keyboard is in the form: a field would
 * take it for its address. Copied text goes to the field. */
static void
test_evidence_paste_anywhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Báo cáo.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *section;

  g_assert_true (g_file_set_contents (path, "một", -1, NULL));
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvEvidenceSection");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (section), "Việc");
  focus (fixture, "title");
  g_assert_false (press (fixture, GDK_KEY_v, GDK_CONTROL_MASK)); /* left to the field */
  copy_file (section, file);
  g_assert_true (press (fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  WAIT_FOR (count_rows (section, "BvEvidenceRow") == 1);
  g_remove (path);
}

/* From the achievement and from whoever achieved it; the second time it is in the way of itself. */
static void
test_evidence_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Minh chứng.zip", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("một", 4);
  GtkWidget *exporter;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  exporter = find_section (fixture, "BvEvidenceExporter");
  g_assert_false (gtk_widget_get_visible (exporter)); /* nothing to export */
  bv_attachment_add_bytes (fixture->office, fixture->achievement, "Báo cáo.txt", bytes, NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (exporter));

  edit (fixture, &bv_department_kind, fixture->bureau);
  exporter = find_section (fixture, "BvEvidenceExporter");
  g_assert_true (gtk_widget_get_visible (exporter));
  bv_evidence_exporter_write (BV_EVIDENCE_EXPORTER (exporter), target, TRUE);
  WAIT_FOR (!bv_evidence_exporter_is_running (BV_EVIDENCE_EXPORTER (exporter)));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_remove (path);

  edit (fixture, &bv_department_kind, fixture->division);
  g_assert_false (gtk_widget_get_visible (find_section (fixture, "BvDossierSection")));
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function)                                                                        \
  g_test_add ("/evidence/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("files", test_evidence);
  ADD ("failures", test_evidence_failures);
  ADD ("export", test_evidence_export);
  ADD ("paste", test_evidence_paste);
  ADD ("paste-anywhere", test_evidence_paste_anywhere);
#undef ADD
  return g_test_run ();
}
