/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the row: the log is read only once somebody asks, and no further than it is
 * shown. */
#include "config.h"

#include "bv-timeline-section.h"

#include "bv-date.h"
#include "bv-row-timeline.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT_ONCE 5

struct _BvTimelineSection
{
  BvSection parent_instance;

  /* Owned */
  BvRowTimeline *timeline; /* nullable until unfolded */
  guint n_shown;

  /* Borrowed references: children */
  GtkWidget *expander;
  GtkWidget *events;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (BvTimelineSection, bv_timeline_section, BV_TYPE_SECTION)

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static char *
format_head (const BvRowEvent *event)
{
  g_autofree char *day = g_strndup (event->at, 10);
  g_autofree char *shown = bv_date_format (day);

  return strlen (event->at) < 16
             ? g_strdup_printf ("%s · %s", shown, event->actor)
             : g_strdup_printf ("%s %.5s · %s", shown, event->at + 11, event->actor);
}

static void
step_cb (GtkButton *button, BvTimelineSection *self)
{
  gint64 *step = g_object_get_data (G_OBJECT (button), "step");

  bv_section_show_page (BV_SECTION (self), "history", *step);
}

static GtkWidget *
build_head (BvTimelineSection *self, const BvRowEvent *event)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *head = format_head (event);
  g_autofree char *label = g_strdup_printf (_ ("Show the step of %s in the log"), head);
  GtkWidget *title = add_label (box, head, "dim-label");

  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "numeric");
  gtk_widget_set_hexpand (title, TRUE);
  g_object_set_data_full (
      G_OBJECT (button), "step", g_memdup2 (&event->step_id, sizeof event->step_id), g_free);
  bv_tooltip_set (button, _ ("Show the step in the log"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "bv-inline");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (step_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
add_event (BvTimelineSection *self, const BvRowEvent *event)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), build_head (self, event));
  if (event->type == BV_CHANGE_INSERT)
    add_label (box, _ ("The row was added"), NULL);
  else if (event->type == BV_CHANGE_DELETE)
    add_label (box, _ ("The row was deleted"), NULL);
  for (guint i = 0; i < event->lines->len; i++)
    add_label (box, g_ptr_array_index (event->lines, i), NULL);
  gtk_widget_add_css_class (box, "bv-event");
  gtk_box_append (GTK_BOX (self->events), box);
}

static void
show_more (BvTimelineSection *self)
{
  GPtrArray *events = bv_row_timeline_get_events (self->timeline);
  GError *error = NULL;

  if (!bv_row_timeline_read (self->timeline, AT_ONCE, &error))
    bv_section_report (BV_SECTION (self), error);
  for (; self->n_shown < events->len; self->n_shown++)
    add_event (self, g_ptr_array_index (events, self->n_shown));
  gtk_widget_set_visible (self->more, !bv_row_timeline_has_ended (self->timeline));
}

static void
forget (BvTimelineSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->events)) != NULL)
    gtk_box_remove (GTK_BOX (self->events), child);
  g_clear_pointer (&self->timeline, bv_row_timeline_free);
  self->n_shown = 0;
}

static void
bv_timeline_section_refresh (BvSection *section)
{
  BvTimelineSection *self = BV_TIMELINE_SECTION (section);
  BvRecord *owner = bv_section_get_owner (section);
  guint n_before = self->n_shown;

  forget (self);
  if (bv_section_get_owner_id (section) == 0
      || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  self->timeline = bv_row_timeline_new (
      bv_section_get_office (section), bv_record_get_kind (owner), bv_record_get_id (owner));
  show_more (self);
  while (self->n_shown < n_before && !bv_row_timeline_has_ended (self->timeline))
    show_more (self);
}

static void
expanded_cb (BvTimelineSection *self)
{
  bv_timeline_section_refresh (BV_SECTION (self));
}

static void
bv_timeline_section_finalize (GObject *object)
{
  g_clear_pointer (&BV_TIMELINE_SECTION (object)->timeline, bv_row_timeline_free);
  G_OBJECT_CLASS (bv_timeline_section_parent_class)->finalize (object);
}

static void
bv_timeline_section_class_init (BvTimelineSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_timeline_section_finalize;
  BV_SECTION_CLASS (klass)->refresh = bv_timeline_section_refresh;
}

static void
bv_timeline_section_init (BvTimelineSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("What was changed"));

  gtk_widget_add_css_class (title, "heading");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), title);
  self->events = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->events, "card");
  gtk_widget_add_css_class (self->events, "bv-card");
  self->more = gtk_button_new_with_mnemonic (_ ("Show _more"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->more, "flat");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (show_more), self);
  gtk_widget_add_css_class (box, "bv-timeline");
  gtk_box_append (GTK_BOX (box), self->events);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), box);
  /* GTK offers the keyboard to what is folded away too, which stands in no window then */
  g_object_bind_property (self->expander, "expanded", box, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  gtk_box_append (GTK_BOX (self), self->expander);
}

GtkWidget *
bv_timeline_section_new (BvOffice *office)
{
  BvTimelineSection *self = g_object_new (BV_TYPE_TIMELINE_SECTION, NULL);

  bv_section_set_office (BV_SECTION (self), office);
  return GTK_WIDGET (self);
}
