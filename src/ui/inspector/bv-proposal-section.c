/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a proposal stands on its way to a decision, and the steps that are open to it. */
#include "config.h"

#include "bv-proposal-section.h"

#include "bv-date.h"
#include "bv-proposal-flow.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

struct _BvProposalSection
{
  BvSection parent_instance;

  BvProposalEnd end; /* which of the two is being asked for a reason */

  /* Borrowed references: children */
  GtkWidget *text;
  GtkWidget *summarise, *submit, *restore;
  GtkWidget *ends; /* box of the two ways to end */
  GtkWidget *reason_box, *reason;
};

G_DEFINE_FINAL_TYPE (BvProposalSection, bv_proposal_section, BV_TYPE_SECTION)

typedef enum { DRAFTED, SUBMITTED, DECIDED, ENDED } Place;

static Place
find_place (BvRecord *proposal)
{
  const char *state = bv_record_get_text (proposal, "state");

  if (g_str_equal (state, "submitted"))
    return SUBMITTED;
  if (g_str_equal (state, "decided"))
    return DECIDED;
  return g_str_equal (state, "withdrawn") || g_str_equal (state, "refused") ? ENDED : DRAFTED;
}

/* What there is to say */

static char *
dup_vote (BvRecord *proposal)
{
  const char *outcome = bv_record_get_text (proposal, "vote_outcome");
  int yes = (int) bv_record_get_integer (proposal, "vote_yes");
  int total = (int) bv_record_get_integer (proposal, "vote_total");
  int need = (int) bv_record_get_integer (proposal, "vote_need");

  if (g_str_equal (outcome, "passed"))
    return g_strdup_printf (
        _ ("The council passed it: %d of %d votes, %d were needed. It can be submitted."),
        yes,
        total,
        need);
  if (g_str_equal (outcome, "failed"))
    return g_strdup_printf (
        _ ("The council did not pass it: %d of %d votes, %d were needed."), yes, total, need);
  return g_strdup (_ ("The council has not voted on it yet. Put it to the vote in a session, under "
                      "“Sessions and votes”."));
}

static char *
dup_text (BvRecord *proposal, Place place)
{
  g_autofree char *day = bv_date_format (bv_record_get_text (proposal, "state_on"));
  const char *reason = bv_record_get_text (proposal, "state_reason");

  if (place == SUBMITTED)
    return g_strdup_printf (_ ("Submitted on %s. It waits for the decision."), day);
  if (place == DECIDED)
    return g_strdup_printf (_ ("Rewarded on %s. The award stands in the award history."), day);
  if (place == ENDED)
    return g_strdup_printf (g_str_equal (bv_record_get_text (proposal, "state"), "withdrawn")
                                ? _ ("Withdrawn on %s: %s")
                                : _ ("Not approved on %s: %s"),
                            day,
                            reason);
  return dup_vote (proposal);
}

static void
show_buttons (BvProposalSection *self, BvRecord *proposal, Place place)
{
  gboolean writable = bv_section_is_writable (BV_SECTION (self));
  gboolean passed = g_str_equal (bv_record_get_text (proposal, "vote_outcome"), "passed");

  gtk_widget_set_visible (self->summarise, writable && place == DRAFTED);
  gtk_widget_set_visible (self->submit, writable && place == DRAFTED && passed);
  gtk_widget_set_visible (self->ends, writable && place <= SUBMITTED);
  gtk_widget_set_visible (self->restore, writable && (place == SUBMITTED || place == ENDED));
  gtk_widget_set_visible (self->reason_box, FALSE);
}

static void
bv_proposal_section_refresh (BvSection *section)
{
  BvProposalSection *self = BV_PROPOSAL_SECTION (section);
  gint64 id = bv_section_get_owner_id (section);
  GError *error = NULL;
  g_autoptr (BvRecord) proposal
      = id ? bv_office_load (bv_section_get_office (section), &bv_proposal_kind, id, &error) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), proposal != NULL);
  if (!proposal) {
    g_clear_error (&error);
    return;
  }
  text = dup_text (proposal, find_place (proposal));
  gtk_label_set_label (GTK_LABEL (self->text), text);
  show_buttons (self, proposal, find_place (proposal));
}

/* Steps */

static void
tell (BvProposalSection *self, gboolean done, const char *message, GError *error)
{
  if (done)
    bv_section_toast (BV_SECTION (self), message, TRUE);
  else
    bv_section_report (BV_SECTION (self), error);
}

static void
summarise_cb (BvProposalSection *self)
{
  BvSection *section = BV_SECTION (self);
  GError *error = NULL;
  gboolean done = bv_proposal_flow_summarise (
      bv_section_get_office (section), bv_section_get_owner_id (section), &error);

  tell (self, done, _ ("Summary written from the achievements"), error);
}

static void
submit_cb (BvProposalSection *self)
{
  BvSection *section = BV_SECTION (self);
  GError *error = NULL;
  gboolean done = bv_proposal_flow_submit (
      bv_section_get_office (section), bv_section_get_owner_id (section), &error);

  tell (self, done, _ ("The proposal is submitted"), error);
}

static void
restore_cb (BvProposalSection *self)
{
  BvSection *section = BV_SECTION (self);
  GError *error = NULL;
  gboolean done = bv_proposal_flow_restore (
      bv_section_get_office (section), bv_section_get_owner_id (section), &error);

  tell (self, done, _ ("The proposal is back on the list"), error);
}

static void
end_cb (BvProposalSection *self)
{
  BvSection *section = BV_SECTION (self);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  GError *error = NULL;
  g_autofree char *promoted = NULL;
  g_autofree char *message = NULL;
  gboolean done = bv_proposal_flow_end (bv_section_get_office (section),
                                        bv_section_get_owner_id (section),
                                        self->end,
                                        reason,
                                        &promoted,
                                        &error);

  if (done)
    message = *promoted ? g_strdup_printf (_ ("Taken off the list. In its place: %s"), promoted)
                        : g_strdup (_ ("Taken off the list. Nobody moves up"));
  tell (self, done, message, error);
}

static void
ask (BvProposalSection *self, BvProposalEnd end)
{
  self->end = end;
  gtk_widget_set_visible (self->ends, FALSE);
  gtk_widget_set_visible (self->reason_box, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_grab_focus (self->reason);
}

static void
withdraw_cb (BvProposalSection *self)
{
  ask (self, BV_PROPOSAL_WITHDRAWN);
}

static void
refuse_cb (BvProposalSection *self)
{
  ask (self, BV_PROPOSAL_REFUSED);
}

static void
cancel_cb (BvProposalSection *self)
{
  bv_section_refresh (BV_SECTION (self));
}

/* Building */

static void
bv_proposal_section_class_init (BvProposalSectionClass *klass)
{
  BV_SECTION_CLASS (klass)->refresh = bv_proposal_section_refresh;
}

static GtkWidget *
append_button (BvProposalSection *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", callback, self);
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
build_reason (BvProposalSection *self)
{
  GtkWidget *pair, *done;

  self->reason_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Reason"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (end_cb), self);
  gtk_box_append (GTK_BOX (self->reason_box), self->reason);
  pair = create_pair (self->reason_box);
  append_button (self, pair, _ ("_Cancel"), G_CALLBACK (cancel_cb));
  done = append_button (self, pair, _ ("_Take off the list"), G_CALLBACK (end_cb));
  gtk_widget_add_css_class (done, "destructive-action");
  gtk_box_append (GTK_BOX (self), self->reason_box);
}

static void
bv_proposal_section_init (BvProposalSection *self)
{
  GtkWidget *box = GTK_WIDGET (self);

  bv_section_set_heading (BV_SECTION (self), _ ("Next step"));
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_box_append (GTK_BOX (self), self->text);
  self->submit = append_button (self, box, _ ("_Submit for decision"), G_CALLBACK (submit_cb));
  gtk_widget_add_css_class (self->submit, "suggested-action");
  self->ends = create_pair (box);
  append_button (self, self->ends, _ ("_Withdraw…"), G_CALLBACK (withdraw_cb));
  append_button (self, self->ends, _ ("_Not approved…"), G_CALLBACK (refuse_cb));
  build_reason (self);
  self->restore = append_button (self, box, _ ("_Restore the proposal"), G_CALLBACK (restore_cb));
  self->summarise = append_button (
      self, box, _ ("Write the summary from the _achievements below"), G_CALLBACK (summarise_cb));
}

GtkWidget *
bv_proposal_section_new (BvOffice *office)
{
  BvProposalSection *self = g_object_new (BV_TYPE_PROPOSAL_SECTION, NULL);

  bv_section_set_office (BV_SECTION (self), office);
  return GTK_WIDGET (self);
}
