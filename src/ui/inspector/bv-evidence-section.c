/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence card of an achievement. */
#include "config.h"

#include "bv-evidence-section.h"

#include "bv-attachment.h"
#include "bv-dialogs.h"
#include "bv-evidence-row.h"
#include "bv-history.h"
#include "bv-query.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _BvEvidenceSection
{
  BvSection parent_instance;

  /* Borrowed references: children */
  GtkWidget *card;
  GtkWidget *add_button;
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

  gtk_widget_grab_focus (self->add_button);
  if (!bv_office_remove (
          bv_section_get_office (BV_SECTION (self)), &bv_attachment_kind, &id, 1, &error)) {
    bv_section_report (BV_SECTION (self), error);
    return;
  }
  bv_section_toast (BV_SECTION (self), message, TRUE);
}

/* Another achievement that the same content proves already, or 0. */
static gint64
find_twin (BvOffice *office, BvRecord *attachment)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_attachment_kind);
  g_autoptr (GArray) ids = NULL;

  bv_query_set_filter (query,
                       bv_kind_find_field (&bv_attachment_kind, "sha256"),
                       bv_record_get_value (attachment, "sha256"));
  ids = bv_query_run (query, office, NULL);
  for (guint i = 0; ids && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (BvRecord) other = NULL;

    if (id == bv_record_get_id (attachment))
      continue;
    other = bv_office_load (office, &bv_attachment_kind, id, NULL);
    if (other)
      return bv_record_get_integer (other, "achievement_id");
  }
  return 0;
}

/* The same paper twice is allowed, but it should not happen unseen. */
static void
tell_twin (BvEvidenceSection *self, gint64 attachment_id)
{
  BvOffice *office = bv_section_get_office (BV_SECTION (self));
  g_autoptr (BvRecord) attachment = bv_office_load (
      office, &bv_attachment_kind, attachment_id, NULL);
  gint64 twin = attachment ? find_twin (office, attachment) : 0;
  g_autofree char *message = NULL;

  if (!twin)
    return;
  if (twin == bv_section_get_owner_id (BV_SECTION (self)))
    message = g_strdup_printf (_ ("“%s” is here already, under this or another name"),
                               bv_record_get_text (attachment, "name"));
  else
    message = g_strdup_printf (_ ("“%s” also proves “%s”"),
                               bv_record_get_text (attachment, "name"),
                               bv_office_get_name (office, &bv_achievement_kind, twin));
  bv_section_toast (BV_SECTION (self), message, TRUE);
}

static gint64
add_all (BvEvidenceSection *self, GSList *files, GError **error)
{
  BvOffice *office = bv_section_get_office (BV_SECTION (self));
  gint64 owner = bv_section_get_owner_id (BV_SECTION (self));
  gint64 last = 0;

  for (GSList *l = files; l; l = l->next) {
    last = bv_attachment_add (office, owner, l->data, NULL, error);
    if (!last)
      return 0;
  }
  return last;
}

void
bv_evidence_section_add (BvEvidenceSection *self, GSList *files)
{
  BvHistory *history = bv_office_get_history (bv_section_get_office (BV_SECTION (self)));
  GError *error = NULL;
  gint64 last;

  if (!files || !bv_section_get_owner_id (BV_SECTION (self)))
    return;
  if (!bv_history_begin (history, _ ("Add evidence"), &error)) {
    bv_section_report (BV_SECTION (self), error);
    return;
  }
  last = add_all (self, files, &error);
  if (!last)
    bv_history_abort (history);
  if (!last || !bv_history_commit (history, &error)) {
    bv_section_report (BV_SECTION (self), error);
    return;
  }
  bv_section_refresh (BV_SECTION (self));
  tell_twin (self, last);
}

static void
file_chosen_cb (gpointer owner, GFile *file)
{
  GSList files = { file, NULL };

  bv_evidence_section_add (owner, &files);
}

static void
add_cb (BvEvidenceSection *self)
{
  bv_dialogs_open_file (
      get_window (self), _ ("Choose a proving file"), NULL, NULL, file_chosen_cb, self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BvEvidenceSection *self)
{
  g_autoptr (GSList) files = NULL;

  if (!bv_section_is_writable (BV_SECTION (self)) || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  bv_evidence_section_add (self, files);
  return TRUE;
}

static void
append_row (BvEvidenceSection *self, BvRecord *attachment)
{
  GtkWidget *row = bv_evidence_row_new (attachment, bv_section_is_writable (BV_SECTION (self)));

  gtk_box_insert_child_after (
      GTK_BOX (self->card), row, gtk_widget_get_prev_sibling (self->add_button));
  g_signal_connect (row, "open", G_CALLBACK (open_cb), self);
  g_signal_connect (row, "remove", G_CALLBACK (remove_cb), self);
}

static void
clear_rows (BvEvidenceSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->card)) != self->add_button)
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
  gtk_widget_set_visible (self->add_button, bv_section_is_writable (section));
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
  gtk_widget_set_visible (GTK_WIDGET (self), ids->len || bv_section_is_writable (section));
}

static void
bv_evidence_section_class_init (BvEvidenceSectionClass *klass)
{
  BV_SECTION_CLASS (klass)->refresh = bv_evidence_section_refresh;
}

static GtkWidget *
new_add_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ ("Add a file…"));
  GtkWidget *hint = gtk_label_new (_ ("or drop it here"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), hint);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-child");
  return button;
}

static void
bv_evidence_section_init (BvEvidenceSection *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "bv-card");
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  self->add_button = new_add_button ();
  gtk_box_append (GTK_BOX (self->card), self->add_button);
  gtk_box_append (GTK_BOX (self), self->card);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
bv_evidence_section_new (BvOffice *office)
{
  BvEvidenceSection *self = g_object_new (BV_TYPE_EVIDENCE_SECTION, NULL);

  bv_section_set_office (BV_SECTION (self), office);
  bv_section_set_heading (BV_SECTION (self), bv_kind_get_plural (&bv_attachment_kind));
  return GTK_WIDGET (self);
}
