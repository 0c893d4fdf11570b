/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the register: whether the document would say the same today. */
#include "config.h"

#include "bv-issue-section.h"

#include "bv-issue-comparison.h"

#include <glib/gi18n-lib.h>

struct _BvIssueSection
{
  BvSection parent_instance;

  /* Borrowed references: children */
  GtkWidget *icon;
  GtkWidget *text;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (BvIssueSection, bv_issue_section, BV_TYPE_SECTION)

static const struct
{
  const char *icon_name, *css_class, *text;
} states[] = {
  [BV_ISSUE_SAME] = { "object-select-symbolic",
                      "success",
                      N_ ("Unchanged: drawn up today it would say the same.") },
  [BV_ISSUE_CHANGED] = { "dialog-warning-symbolic",
                         "warning",
                         N_ ("The content has changed since: drawn up today it would say something "
                             "else than what was given out.") },
  [BV_ISSUE_GONE] = { "dialog-warning-symbolic",
                      "warning",
                      N_ ("What it speaks of is not in the file any more, so that it cannot be "
                          "compared.") },
  [BV_ISSUE_UNKNOWN]
  = { "dialog-information-symbolic",
      "dim-label",
      N_ ("It cannot be compared: a list as it was filtered and sorted then, or registered by an "
          "older version.") },
};

static void
show_state (BvIssueSection *self, BvIssueState state, gint64 n_steps)
{
  g_autofree char *more = g_strdup_printf (
      ngettext ("%d change was logged since.", "%d changes were logged since.", (gulong) n_steps),
      (int) n_steps);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), states[state].icon_name);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_remove_css_class (self->icon, states[i].css_class);
  gtk_widget_add_css_class (self->icon, states[state].css_class);
  gtk_label_set_label (GTK_LABEL (self->text), _ (states[state].text));
  gtk_label_set_label (GTK_LABEL (self->more), more);
  gtk_widget_set_visible (self->more, state == BV_ISSUE_CHANGED && n_steps > 0);
}

static void
bv_issue_section_refresh (BvSection *section)
{
  BvRecord *issue = bv_section_get_owner (section);
  gboolean stored = bv_section_get_owner_id (section) != 0;

  gtk_widget_set_visible (GTK_WIDGET (section), stored);
  if (stored)
    show_state (BV_ISSUE_SECTION (section),
                bv_issue_comparison_run (bv_section_get_office (section), issue),
                bv_issue_comparison_count_steps (bv_section_get_office (section), issue));
}

static void
bv_issue_section_class_init (BvIssueSectionClass *klass)
{
  BV_SECTION_CLASS (klass)->refresh = bv_issue_section_refresh;
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
bv_issue_section_init (BvIssueSection *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  bv_section_set_heading (BV_SECTION (self), _ ("Compared with today"));
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  self->text = create_label (NULL);
  self->more = create_label ("dim-label");
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->text);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->more);
}

GtkWidget *
bv_issue_section_new (BvOffice *office)
{
  BvIssueSection *self = g_object_new (BV_TYPE_ISSUE_SECTION, NULL);

  bv_section_set_office (BV_SECTION (self), office);
  return GTK_WIDGET (self);
}
