/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence card of an achievement. */
#include "config.h"

#include "bv-evidence-section.h"

#include "bv-attachment.h"
#include "bv-dialogs.h"
#include "bv-error.h"
#include "bv-evidence-exporter.h"
#include "bv-evidence-intake.h"
#include "bv-evidence-reading.h"
#include "bv-evidence-row.h"
#include "bv-history.h"
#include "bv-thumbnails.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _BvEvidenceSection
{
  BvSection parent_instance;

  /* Borrowed references: children */
  GtkWidget *card;
  GtkWidget *intake;
  GtkWidget *exporter;

  /* Owned */
  BvThumbnails *thumbnails;
};

G_DEFINE_FINAL_TYPE (BvEvidenceSection, bv_evidence_section, BV_TYPE_SECTION)

static GtkWindow *
get_window (BvEvidenceSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* A copy that the system's program shows and cannot change: what is proved stays as it was. */
static GFile *
save_copy (BvEvidenceSection *self, BvRecord *attachment, GError **error)
{
  g_autofree char *name = g_path_get_basename (bv_record_get_text (attachment, "name"));
  g_autofree char *folder = g_dir_make_tmp ("bang-vang-XXXXXX", error);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (!folder)
    return NULL;
  path = g_build_filename (folder, *name == '.' ? "minh-chung" : name, NULL);
  file = g_file_new_for_path (path);
  if (!bv_attachment_save (bv_section_get_office (BV_SECTION (self)),
                           bv_record_get_id (attachment),
                           file,
                           NULL,
                           error))
    return NULL;
  if (g_chmod (path, 0400) != 0)
    g_message ("%s stays writable", path);
  return g_steal_pointer (&file);
}

static void
open_cb (BvEvidenceRow *row, BvEvidenceSection *self)
{
  GError *error = NULL;
  g_autoptr (GFile) file = save_copy (self, bv_evidence_row_get_attachment (row), &error);

  if (!file) {
    bv_section_report (BV_SECTION (self), error);
    return;
  }
  bv_dialogs_show_file (get_window (self), file);
}

static void
remove_cb (BvEvidenceRow *row, BvEvidenceSection *self)
{
  BvRecord *attachment = bv_evidence_row_get_attachment (row);
  gint64 id = bv_record_get_id (attachment);
  g_autofree char *message = g_strdup_printf (_ ("Removed “%s”"),
                                              bv_record_get_text (attachment, "name"));
  GError *error = NULL;

  gtk_widget_child_focus (self->intake, GTK_DIR_TAB_FORWARD);
  if (!bv_office_remove (
          bv_section_get_office (BV_SECTION (self)), &bv_attachment_kind, &id, 1, &error)) {
    bv_section_report (BV_SECTION (self), error);
    return;
  }
  bv_section_toast (BV_SECTION (self), message, TRUE);
}

/* Adding what was read */

static gboolean
store_sources (BvEvidenceSection *self, gint64 owner, GPtrArray *sources, GError **error)
{
  BvOffice *office = bv_section_get_office (BV_SECTION (self));
  BvHistory *history = bv_office_get_history (office);

  if (!bv_history_begin (history, _ ("Add evidence"), error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!bv_attachment_add_source (office, owner, g_ptr_array_index (sources, i), NULL, error)) {
      bv_history_abort (history);
      return FALSE;
    }
  return bv_history_commit (history, error);
}

/* One failure is told as it is; of several, what came in and what did not. */
static void
report_failures (BvEvidenceSection *self, GPtrArray *failures, guint n_added)
{
  const GError *first = g_ptr_array_index (failures, 0);
  g_autoptr (GString) all = NULL;

  if (failures->len == 1 && !n_added) {
    bv_section_report (BV_SECTION (self), g_error_copy (first));
    return;
  }
  all = g_string_new (NULL);
  g_string_printf (all, ngettext ("%u file was added.", "%u files were added.", n_added), n_added);
  g_string_append_printf (
      all, ngettext (" This one was not:", " These %u were not:", failures->len), failures->len);
  for (guint i = 0; i < failures->len; i++)
    g_string_append_printf (
        all, "\n• %s", ((const GError *) g_ptr_array_index (failures, i))->message);
  bv_section_report (BV_SECTION (self), g_error_new_literal (BV_ERROR, BV_ERROR_FAILED, all->str));
}

static void
read_cb (BvEvidenceIntake *intake,
         BvEvidenceReading *reading,
         gint64 owner,
         BvEvidenceSection *self)
{
  GPtrArray *sources = bv_evidence_reading_get_sources (reading);
  GPtrArray *failures = bv_evidence_reading_get_failures (reading);
  g_autofree char *message = NULL;
  GError *error = NULL;

  if (sources->len && !store_sources (self, owner, sources, &error)) {
    bv_section_report (BV_SECTION (self), error);
    return;
  }
  bv_section_refresh (BV_SECTION (self));
  if (failures->len) {
    report_failures (self, failures, sources->len);
    return;
  }
  message = g_strdup_printf (ngettext ("%u file added", "%u files added", sources->len),
                             sources->len);
  bv_section_toast (BV_SECTION (self), message, TRUE);
}

static void
failed_cb (BvSection *self, const GError *error)
{
  bv_section_report (self, g_error_copy (error));
}

static void
told_cb (BvEvidenceIntake *intake, const char *message, BvEvidenceSection *self)
{
  bv_section_toast (BV_SECTION (self), message, FALSE);
}

/* Rows */

/* The same paper twice is allowed, but it should not happen unseen. Owned, nullable. */
static char *
dup_twin (BvEvidenceSection *self, BvRecord *attachment)
{
  BvOffice *office = bv_section_get_office (BV_SECTION (self));
  gint64 twin = bv_attachment_find_twin (office, attachment);

  if (!twin)
    return NULL;
  if (twin == bv_section_get_owner_id (BV_SECTION (self)))
    return g_strdup (_ ("Here twice, under this or another name"));
  /* Translators: %s is an achievement. */
  return g_strdup_printf (_ ("Also proves “%s”"),
                          bv_office_get_name (office, &bv_achievement_kind, twin));
}

static void
thumbnail_ready_cb (BvThumbnails *thumbnails, const char *sha256, BvEvidenceSection *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->card); child;
       child = gtk_widget_get_next_sibling (child)) {
    BvRecord *attachment = BV_IS_EVIDENCE_ROW (child)
                               ? bv_evidence_row_get_attachment (BV_EVIDENCE_ROW (child))
                               : NULL;

    if (attachment && g_strcmp0 (bv_record_get_text (attachment, "sha256"), sha256) == 0)
      bv_evidence_row_show_picture (BV_EVIDENCE_ROW (child),
                                    bv_thumbnails_get (thumbnails, attachment));
  }
}

static void
append_row (BvEvidenceSection *self, BvRecord *attachment)
{
  g_autofree char *twin = dup_twin (self, attachment);
  GtkWidget *row = bv_evidence_row_new (
      attachment, twin, bv_section_is_writable (BV_SECTION (self)));
  GdkTexture *picture = bv_thumbnails_get (self->thumbnails, attachment);

  gtk_box_insert_child_after (
      GTK_BOX (self->card), row, gtk_widget_get_prev_sibling (self->intake));
  if (picture)
    bv_evidence_row_show_picture (BV_EVIDENCE_ROW (row), picture);
  else
    bv_thumbnails_ask (self->thumbnails, attachment);
  g_signal_connect (row, "open", G_CALLBACK (open_cb), self);
  g_signal_connect (row, "remove", G_CALLBACK (remove_cb), self);
}

static void
clear_rows (BvEvidenceSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->card)) != self->intake)
    gtk_box_remove (GTK_BOX (self->card), child);
}

static void
bv_evidence_section_refresh (BvSection *section)
{
  BvEvidenceSection *self = BV_EVIDENCE_SECTION (section);
  BvOffice *office = bv_section_get_office (section);
  gint64 owner = bv_section_get_owner_id (section);
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  clear_rows (self);
  bv_thumbnails_forget (self->thumbnails);
  gtk_widget_set_visible (self->intake, bv_section_is_writable (section));
  bv_evidence_intake_set_owner (
      BV_EVIDENCE_INTAKE (self->intake), bv_office_get_path (office), owner);
  if (!owner)
    return;
  ids = bv_attachment_list (office, owner, &error);
  if (!ids) {
    bv_section_report (section, error);
    return;
  }
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) attachment = bv_office_load (
        office, &bv_attachment_kind, g_array_index (ids, gint64, i), NULL);

    if (attachment)
      append_row (self, attachment);
  }
  bv_evidence_exporter_set_subject (
      BV_EVIDENCE_EXPORTER (self->exporter),
      bv_record_get_integer (bv_section_get_owner (section), "subject_id"),
      bv_record_get_integer (bv_section_get_owner (section), "movement_id"));
  gtk_widget_set_visible (GTK_WIDGET (self), ids->len || bv_section_is_writable (section));
}

static gboolean
bv_evidence_section_paste (BvSection *section)
{
  return bv_evidence_intake_paste (BV_EVIDENCE_INTAKE (BV_EVIDENCE_SECTION (section)->intake));
}

static void
bv_evidence_section_dispose (GObject *object)
{
  BvEvidenceSection *self = BV_EVIDENCE_SECTION (object);

  if (self->thumbnails)
    g_signal_handlers_disconnect_by_data (self->thumbnails, self);
  g_clear_object (&self->thumbnails);
  G_OBJECT_CLASS (bv_evidence_section_parent_class)->dispose (object);
}

static void
bv_evidence_section_class_init (BvEvidenceSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_evidence_section_dispose;
  BV_SECTION_CLASS (klass)->refresh = bv_evidence_section_refresh;
  BV_SECTION_CLASS (klass)->paste = bv_evidence_section_paste;
}

static void
bv_evidence_section_init (BvEvidenceSection *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "bv-card");
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  self->intake = bv_evidence_intake_new ();
  gtk_box_append (GTK_BOX (self->card), self->intake);
  gtk_box_append (GTK_BOX (self), self->card);
  g_signal_connect (self->intake, "read", G_CALLBACK (read_cb), self);
  g_signal_connect (self->intake, "told", G_CALLBACK (told_cb), self);
  bv_evidence_intake_watch (BV_EVIDENCE_INTAKE (self->intake), GTK_WIDGET (self));
}

GtkWidget *
bv_evidence_section_new (BvOffice *office)
{
  BvEvidenceSection *self = g_object_new (BV_TYPE_EVIDENCE_SECTION, NULL);

  self->thumbnails = bv_thumbnails_new (office);
  g_signal_connect (self->thumbnails, "ready", G_CALLBACK (thumbnail_ready_cb), self);
  self->exporter = bv_evidence_exporter_new (office);
  g_signal_connect_swapped (self->exporter, "failed", G_CALLBACK (failed_cb), self);
  gtk_box_append (GTK_BOX (self), self->exporter);
  bv_section_set_office (BV_SECTION (self), office);
  bv_section_set_heading (BV_SECTION (self), bv_kind_get_plural (&bv_attachment_kind));
  return GTK_WIDGET (self);
}

void
bv_evidence_section_add (BvEvidenceSection *self, GPtrArray *items)
{
  bv_evidence_intake_take (BV_EVIDENCE_INTAKE (self->intake), items);
}

gboolean
bv_evidence_section_is_reading (BvEvidenceSection *self)
{
  return bv_evidence_intake_is_reading (BV_EVIDENCE_INTAKE (self->intake));
}
