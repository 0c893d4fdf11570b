/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a session of the council stands: presence, votes needed and given, and the next step up to
 * the seal. */
#include "config.h"

#include "bv-voting-section.h"

#include "bv-council-session.h"
#include "bv-counting-window.h"
#include "bv-pill.h"
#include "bv-text-label.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvVotingSection
{
  BvSection parent_instance;

  /* Owned */
  BvCouncilSession *session; /* nullable */

  /* Borrowed references: children */
  GtkWidget *presence;
  GtkWidget *notes;
  GtkWidget *lines;
  GtkWidget *buttons;
  GtkWidget *prepare_button, *count_buttons[BV_N_ENTRIES], *seal_button;
  GtkWidget *sealed_buttons;
  GtkWidget *reason_box, *reason;
};

G_DEFINE_FINAL_TYPE (BvVotingSection, bv_voting_section, BV_TYPE_SECTION)

/* What is shown */

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = bv_text_label_new (text, css_class);

  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_note (BvVotingSection *self, const char *icon, const char *css_class, const char *text)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, css_class);
  gtk_box_append (GTK_BOX (note), image);
  gtk_box_append (GTK_BOX (note), create_label (text, NULL));
  gtk_box_append (GTK_BOX (self->notes), note);
}

static void
show_notes (BvVotingSection *self)
{
  GPtrArray *warnings = bv_council_session_get_warnings (self->session);
  GPtrArray *obstacles = bv_council_session_get_obstacles (self->session);
  gboolean sealed = bv_council_session_is_sealed (self->session);

  empty (self->notes);
  for (guint i = 0; !sealed && i < warnings->len; i++)
    add_note (self, "dialog-warning-symbolic", "warning", g_ptr_array_index (warnings, i));
  for (guint i = 0; !sealed && i < obstacles->len; i++)
    add_note (self, "dialog-information-symbolic", "dim-label", g_ptr_array_index (obstacles, i));
  if (sealed) {
    g_autofree char *text = g_strdup_printf (_ ("Sealed: %.12s…"),
                                             bv_council_session_get_seal (self->session));
    add_note (self, "changes-prevent-symbolic", "success", text);
    bv_tooltip_set (self->notes, bv_council_session_get_seal (self->session));
  } else
    bv_tooltip_set (self->notes, NULL);
}

static void
show_presence (BvVotingSection *self)
{
  const BvBallotPresence *presence = bv_council_session_get_presence (self->session);
  g_autofree char *text = g_strdup_printf (
      bv_council_session_is_quorum_confirmed (self->session)
          ? _ ("Present %d of %d · written opinions %d · at least %d must be present")
          : _ ("Present %d of %d · written opinions %d · at least %d must be present (to be "
               "confirmed)"),
      (int) presence->n_present,
      (int) presence->n_members,
      (int) presence->n_written,
      (int) bv_council_session_get_quorum (self->session));

  gtk_label_set_label (GTK_LABEL (self->presence), text);
}

static GtkWidget *
create_outcome (const BvSessionLine *line)
{
  const BvField *field = bv_kind_find_field (&bv_ballot_kind, "outcome");
  const BvChoice *choice = &field->choices[line->result.outcome];
  GtkWidget *pill = bv_pill_new ();

  bv_pill_set (BV_PILL (pill), _ (choice->label), choice->tone);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

static char *
dup_votes (const BvSessionLine *line)
{
  g_autofree char *share = bv_share_format (line->share);
  g_autofree char *need = g_strdup_printf (line->share_confirmed
                                               ? _ ("%d of %d votes needed (%s)")
                                               : _ ("%d of %d votes needed (%s, to be confirmed)"),
                                           (int) line->result.need,
                                           (int) line->result.base,
                                           share);

  /* why it comes early, where it does */
  if (!line->agreed && g_str_equal (line->agenda, "disagreement"))
    return g_strdup_printf ("%s · %s · %s", line->award_form, need, _ ("Members disagree"));
  if (line->agreed)
    return g_strdup_printf (_ ("%s · %d for · %s"), line->award_form, (int) line->result.yes, need);
  return g_strdup_printf ("%s · %s", line->award_form, need);
}

static void
lower_cb (GtkButton *button, BvVotingSection *self)
{
  guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "line"));
  gint64 *form = g_object_get_data (G_OBJECT (button), "form");
  GError *error = NULL;

  if (bv_council_session_lower (self->session, line, *form, &error))
    bv_section_toast (BV_SECTION (self), _ ("Put to the vote again for the lower form"), TRUE);
  else
    bv_section_report (BV_SECTION (self), error);
}

static void
add_lower_button (BvVotingSection *self, GtkWidget *box, guint index)
{
  const BvSessionLine *line = bv_council_session_get_line (self->session, index);
  gint64 form = bv_council_session_find_lower_form (self->session, index);
  GtkWidget *button;
  g_autofree char *label = NULL;

  if (!form || (line->result.reachable && line->result.outcome != BV_BALLOT_FAILED)
      || bv_council_session_is_sealed (self->session)
      || !bv_section_is_writable (BV_SECTION (self)))
    return;
  label = g_strdup_printf (
      _ ("Vote for “%s” instead"),
      bv_office_get_name (bv_section_get_office (BV_SECTION (self)), &bv_award_form_kind, form));
  button = gtk_button_new_with_label (label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  bv_tooltip_set (button, label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "line", GUINT_TO_POINTER (index));
  g_object_set_data_full (G_OBJECT (button), "form", g_memdup2 (&form, sizeof form), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (lower_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_line (BvVotingSection *self, guint index)
{
  const BvSessionLine *line = bv_council_session_get_line (self->session, index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = create_label (line->subject, NULL);
  g_autofree char *votes = dup_votes (line);
  g_autofree char *recused = NULL;

  gtk_widget_add_css_class (row, "bv-field");
  gtk_label_set_wrap (GTK_LABEL (name), FALSE); /* leaves the pill its room */
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  bv_tooltip_set (name, line->subject);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), create_outcome (line));
  gtk_box_append (GTK_BOX (row), head);
  gtk_box_append (GTK_BOX (row), create_label (votes, "caption"));
  if (*line->recused) {
    recused = g_strdup_printf (_ ("Leaves this line: %s"), line->recused);
    gtk_box_append (GTK_BOX (row), create_label (recused, "caption"));
  }
  add_lower_button (self, row, index);
  gtk_box_append (GTK_BOX (self->lines), row);
}

static void
show_lines (BvVotingSection *self)
{
  guint n = bv_council_session_get_n_lines (self->session);

  empty (self->lines);
  gtk_widget_set_visible (self->lines, n > 0);
  for (guint i = 0; i < n; i++)
    add_line (self, i);
}

static void
suggest (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* One button is the next step, and looks like it. */
static void
show_buttons (BvVotingSection *self)
{
  gboolean sealed = bv_council_session_is_sealed (self->session);
  gboolean writable = bv_section_is_writable (BV_SECTION (self));
  gboolean listed = bv_council_session_get_n_lines (self->session) > 0;
  gboolean ready = bv_council_session_get_obstacles (self->session)->len == 0;
  BvBallotBox box;
  gboolean first = bv_council_session_get_box (self->session, 0, &box);
  gboolean second = bv_council_session_get_box (self->session, 1, &box);

  gtk_widget_set_visible (self->buttons, writable && !sealed);
  gtk_widget_set_visible (self->sealed_buttons, writable && sealed);
  gtk_widget_set_visible (self->reason_box, FALSE);
  gtk_widget_set_sensitive (self->count_buttons[0], listed);
  gtk_widget_set_sensitive (self->count_buttons[1], listed && first);
  gtk_widget_set_sensitive (self->seal_button, ready);
  suggest (self->prepare_button, !listed);
  suggest (self->count_buttons[0], listed && !first);
  suggest (self->count_buttons[1], first && !second);
  suggest (self->seal_button, ready);
}

static void
bv_voting_section_refresh (BvSection *section)
{
  BvVotingSection *self = BV_VOTING_SECTION (section);
  gint64 id = bv_section_get_owner_id (section);
  GError *error = NULL;

  g_clear_object (&self->session);
  if (id != 0) {
    self->session = bv_council_session_load (bv_section_get_office (section), id, &error);
    if (!self->session)
      bv_section_report (section, error);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), self->session != NULL);
  if (!self->session)
    return;
  show_presence (self);
  show_notes (self);
  show_lines (self);
  show_buttons (self);
}

/* Steps */

static void
prepare_cb (BvVotingSection *self)
{
  GError *error = NULL;
  int n = bv_council_session_prepare (self->session, &error);

  if (n < 0)
    bv_section_report (BV_SECTION (self), error);
  else if (n == 0)
    bv_section_toast (BV_SECTION (self), _ ("Agenda and attendance are complete already"), FALSE);
  else
    bv_section_toast (BV_SECTION (self), _ ("Agenda and attendance drawn up"), TRUE);
}

static void
count_cb (GtkButton *button, BvVotingSection *self)
{
  guint entry = GTK_WIDGET (button) == self->count_buttons[1];
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  bv_counting_window_open (GTK_WINDOW (root), self->session, entry);
}

static void
seal_cb (BvVotingSection *self)
{
  GError *error = NULL;

  if (bv_council_session_seal (self->session, &error))
    bv_section_toast (BV_SECTION (self), _ ("The session is sealed"), FALSE);
  else
    bv_section_report (BV_SECTION (self), error);
}

static void
compare_cb (BvVotingSection *self)
{
  g_autoptr (GPtrArray) differences = bv_council_session_compare (self->session);
  g_autofree char *message = NULL;

  if (differences->len == 0) {
    bv_section_toast (
        BV_SECTION (self), _ ("Computed again: everything is as it was sealed"), FALSE);
    return;
  }
  message = g_strdup_printf (ngettext ("%u line differs from what was sealed: %s",
                                       "%u lines differ from what was sealed: %s",
                                       differences->len),
                             differences->len,
                             (const char *) g_ptr_array_index (differences, 0));
  bv_section_toast (BV_SECTION (self), message, FALSE);
}

static void
ask_reason_cb (BvVotingSection *self)
{
  gtk_widget_set_visible (self->sealed_buttons, FALSE);
  gtk_widget_set_visible (self->reason_box, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_grab_focus (self->reason);
}

static void
cancel_cb (BvVotingSection *self)
{
  show_buttons (self);
}

static void
reopen_cb (BvVotingSection *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  GError *error = NULL;

  if (bv_council_session_reopen (self->session, reason, &error))
    bv_section_toast (BV_SECTION (self), _ ("The session is open again"), TRUE);
  else
    bv_section_report (BV_SECTION (self), error);
}

/* Building */

static void
bv_voting_section_dispose (GObject *object)
{
  g_clear_object (&BV_VOTING_SECTION (object)->session);
  G_OBJECT_CLASS (bv_voting_section_parent_class)->dispose (object);
}

static void
bv_voting_section_class_init (BvVotingSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_voting_section_dispose;
  BV_SECTION_CLASS (klass)->refresh = bv_voting_section_refresh;
}

static GtkWidget *
append_button (GtkWidget *box, const char *label, GCallback callback, gpointer self, gboolean swap)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  if (swap)
    g_signal_connect_swapped (button, "clicked", callback, self);
  else
    g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
create_pair (GtkWidget *parent)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_box_append (GTK_BOX (parent), pair);
  return pair;
}

static void
build_steps (BvVotingSection *self)
{
  GtkWidget *pair;

  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->prepare_button = append_button (
      self->buttons, _ ("Draw up _agenda and attendance"), G_CALLBACK (prepare_cb), self, TRUE);
  pair = create_pair (self->buttons);
  self->count_buttons[0] = append_button (
      pair, _ ("_First count…"), G_CALLBACK (count_cb), self, FALSE);
  self->count_buttons[1] = append_button (
      pair, _ ("S_econd count…"), G_CALLBACK (count_cb), self, FALSE);
  self->seal_button = append_button (
      self->buttons, _ ("_Seal the session"), G_CALLBACK (seal_cb), self, TRUE);
  gtk_box_append (GTK_BOX (self), self->buttons);
}

static void
build_sealed (BvVotingSection *self)
{
  GtkWidget *pair;

  self->sealed_buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->sealed_buttons), TRUE);
  append_button (
      self->sealed_buttons, _ ("_Compute again and compare"), G_CALLBACK (compare_cb), self, TRUE);
  append_button (self->sealed_buttons, _ ("_Reopen…"), G_CALLBACK (ask_reason_cb), self, TRUE);
  self->reason_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Reason for reopening"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason for reopening"), -1);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (reopen_cb), self);
  gtk_box_append (GTK_BOX (self->reason_box), self->reason);
  pair = create_pair (self->reason_box);
  append_button (pair, _ ("_Cancel"), G_CALLBACK (cancel_cb), self, TRUE);
  append_button (pair, _ ("_Reopen"), G_CALLBACK (reopen_cb), self, TRUE);
  gtk_box_append (GTK_BOX (self), self->sealed_buttons);
  gtk_box_append (GTK_BOX (self), self->reason_box);
}

static void
bv_voting_section_init (BvVotingSection *self)
{
  bv_section_set_heading (BV_SECTION (self), _ ("Votes"));
  self->presence = create_label ("", NULL);
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->lines, "card");
  gtk_widget_add_css_class (self->lines, "bv-card");
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_append (GTK_BOX (self), self->presence);
  gtk_box_append (GTK_BOX (self), self->notes);
  build_steps (self);
  build_sealed (self);
  gtk_box_append (GTK_BOX (self), self->lines);
}

GtkWidget *
bv_voting_section_new (BvOffice *office)
{
  BvVotingSection *self = g_object_new (BV_TYPE_VOTING_SECTION, NULL);

  bv_section_set_office (BV_SECTION (self), office);
  return GTK_WIDGET (self);
}
