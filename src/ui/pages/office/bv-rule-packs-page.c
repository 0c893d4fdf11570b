/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs on the left with what can be done with them, the parameters of the chosen one on the right.
 */
#include "config.h"

#include "bv-rule-packs-page.h"

#include "bv-date.h"
#include "bv-dialogs.h"
#include "bv-rule-book.h"
#include "bv-rule-file.h"
#include "bv-rule-form.h"
#include "bv-rule-movements.h"

#include <glib/gi18n-lib.h>

#define LIST_WIDTH 340

struct _BvRulePacksPage
{
  BvPage parent_instance;

  /* Owned */
  GPtrArray *entries; /* BvRuleEntry, nullable until loaded */
  char *code;         /* of the pack that is shown */

  /* Borrowed references: children */
  GtkWidget *list;
  BvRuleMovements *movements;
  GtkWidget *copy, *export, *import;
  GtkWidget *banner;
  BvRuleForm *form;
};

G_DEFINE_FINAL_TYPE (BvRulePacksPage, bv_rule_packs_page, BV_TYPE_PAGE)

static const BvRuleEntry *
get_shown (BvRulePacksPage *self)
{
  for (guint i = 0; self->entries && i < self->entries->len; i++) {
    const BvRuleEntry *entry = g_ptr_array_index (self->entries, i);
    if (g_strcmp0 (entry->pack->code, self->code) == 0)
      return entry;
  }
  return NULL;
}

static BvOffice *
get_office (BvRulePacksPage *self)
{
  return bv_page_get_office (BV_PAGE (self));
}

static void
empty (GtkWidget *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)))
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

/* The list of packs */

static char *
describe_time (const BvRulePack *pack, gboolean shipped)
{
  g_autofree char *from = bv_date_format (pack->valid_from);
  g_autofree char *to = bv_date_format (pack->valid_to);
  g_autofree char *time = *to ? g_strdup_printf ("%s – %s", from, to)
                              : g_strdup_printf (_ ("from %s"), from);

  return g_strdup_printf (
      "%s · %s", time, shipped ? _ ("comes with the program") : _ ("of the office"));
}

static GtkWidget *
create_pack_row (const BvRuleEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  guint n = bv_rule_pack_count_unconfirmed (entry->pack);
  g_autofree char *time = describe_time (entry->pack, entry->id == 0);
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u to be confirmed", "%u to be confirmed", n), n);
  g_autofree char *title = g_markup_escape_text (entry->pack->title, -1);
  g_autofree char *subtitle = n ? g_markup_printf_escaped ("%s\n%s", time, count)
                                : g_markup_escape_text (time, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
show_form (BvRulePacksPage *self)
{
  const BvRuleEntry *entry = get_shown (self);
  gboolean writable = bv_office_is_writable (get_office (self));

  if (!entry)
    return;
  gtk_widget_set_visible (self->banner, entry->id == 0);
  gtk_widget_set_sensitive (self->copy, writable && entry->id == 0);
  gtk_widget_set_sensitive (self->import, writable);
  bv_page_set_n_selected (BV_PAGE (self), entry->id != 0);
  bv_page_set_subtitle (BV_PAGE (self), entry->pack->title);
  bv_rule_form_show (self->form, entry->pack, writable && entry->id != 0);
}

static void
show_packs (BvRulePacksPage *self)
{
  empty (self->list);
  for (guint i = 0; i < self->entries->len; i++) {
    const BvRuleEntry *entry = g_ptr_array_index (self->entries, i);
    GtkWidget *row = create_pack_row (entry);
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    if (entry == get_shown (self))
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  }
}

static void
reload (BvRulePacksPage *self)
{
  GError *error = NULL;
  g_autoptr (BvRulePack) now = NULL;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = bv_rule_book_list (get_office (self), &error);
  if (!self->entries) {
    bv_page_report (BV_PAGE (self), error);
    return;
  }
  if (!get_shown (self)) {
    now = bv_rule_book_choose (get_office (self), NULL, NULL);
    g_free (self->code);
    self->code = now ? g_strdup (now->code) : NULL;
  }
  show_packs (self);
  bv_rule_movements_show (self->movements, get_office (self), self->entries);
  show_form (self);
}

/* Callbacks */

static void
select_cb (GtkListBox *list, GtkListBoxRow *row, BvRulePacksPage *self)
{
  const BvRuleEntry *entry = g_ptr_array_index (self->entries,
                                                (guint) gtk_list_box_row_get_index (row));

  bv_rule_form_flush (self->form);
  g_free (self->code);
  self->code = g_strdup (entry->pack->code);
  show_form (self);
}

static gboolean
save (BvRulePacksPage *self, const BvRulePack *pack, gint64 id)
{
  GError *error = NULL;
  g_autofree char *code = g_strdup (pack->code);

  if (!bv_rule_book_save (get_office (self), pack, id, &error)) {
    bv_page_report (BV_PAGE (self), error);
    return FALSE;
  }
  g_free (self->code);
  self->code = g_steal_pointer (&code);
  reload (self);
  return TRUE;
}

static void
edited_cb (BvRuleForm *form, BvRulePack *pack, BvRulePacksPage *self)
{
  const BvRuleEntry *entry = get_shown (self);

  if (entry && entry->id)
    save (self, pack, entry->id);
}

static void
refused_cb (BvRuleForm *form, GError *error, BvRulePacksPage *self)
{
  bv_page_report (BV_PAGE (self), g_error_copy (error));
}

static void
confirmed_cb (BvRuleForm *form, const char *parameter, const char *document, BvRulePacksPage *self)
{
  GError *error = NULL;

  if (bv_rule_book_confirm (get_office (self), self->code, parameter, document, &error))
    bv_page_toast (BV_PAGE (self), _ ("Confirmed"), TRUE);
  else
    bv_page_report (BV_PAGE (self), error);
}

static void
rebase_cb (BvRuleMovements *movements,
           gint64 id,
           const char *code,
           const char *reason,
           BvRulePacksPage *self)
{
  GError *error = NULL;
  g_autoptr (BvRulePack) pack = bv_rule_book_find (get_office (self), code, &error);

  if (pack && bv_rule_book_rebase (get_office (self), id, pack, reason, &error))
    bv_page_toast (BV_PAGE (self), _ ("The movement goes by the other rule pack now"), TRUE);
  else
    bv_page_report (BV_PAGE (self), error);
}

static void
copy_cb (BvRulePacksPage *self)
{
  const BvRuleEntry *entry = get_shown (self);
  g_autoptr (BvRulePack) pack = entry ? bv_rule_pack_ref (entry->pack) : NULL;

  if (!pack || entry->id)
    return;
  if (save (self, pack, 0))
    bv_page_toast (BV_PAGE (self),
                   _ ("The office has its own copy now; movements launched keep theirs"),
                   TRUE);
}

static GtkFileFilter *
create_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Rule packs"));
  gtk_file_filter_add_suffix (filter, "json");
  return filter;
}

static void
write_file (gpointer owner, GFile *file)
{
  BvRulePacksPage *self = owner;
  const BvRuleEntry *entry = get_shown (self);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *told = g_strdup_printf (_ ("Exported “%s”"), name);
  GError *error = NULL;

  if (entry && bv_rule_file_write (entry->pack, file, &error))
    bv_page_toast (BV_PAGE (self), told, FALSE);
  else if (error)
    bv_page_report (BV_PAGE (self), error);
}

static void
export_cb (BvRulePacksPage *self)
{
  g_autoptr (GtkFileFilter) filter = create_filter ();
  g_autofree char *name = g_strconcat (self->code, ".json", NULL);

  bv_rule_form_flush (self->form);
  bv_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        _ ("Export the rule pack"),
                        filter,
                        NULL,
                        name,
                        write_file,
                        self);
}

/* A file stands in for the office's pack with its code. */
static void
read_file (gpointer owner, GFile *file)
{
  BvRulePacksPage *self = owner;
  GError *error = NULL;
  g_autoptr (BvRulePack) pack = bv_rule_file_read (file, &error);
  gint64 id = 0;

  if (!pack) {
    bv_page_report (BV_PAGE (self), error);
    return;
  }
  for (guint i = 0; i < self->entries->len; i++) {
    const BvRuleEntry *entry = g_ptr_array_index (self->entries, i);
    if (g_str_equal (entry->pack->code, pack->code))
      id = entry->id;
  }
  if (save (self, pack, id))
    bv_page_toast (
        BV_PAGE (self), _ ("The rule pack was read in; movements launched keep theirs"), TRUE);
}

static void
import_cb (BvRulePacksPage *self)
{
  g_autoptr (GtkFileFilter) filter = create_filter ();

  bv_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        _ ("Read in a rule pack"),
                        filter,
                        NULL,
                        read_file,
                        self);
}

/* The page */

static void
bv_rule_packs_page_load (BvPage *page)
{
  bv_page_set_n_selected (page, 0);
  reload (BV_RULE_PACKS_PAGE (page));
}

static void
bv_rule_packs_page_changed (BvPage *page, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = g_ptr_array_index (changes, i);
    if (change->kind == &bv_rule_pack_kind || change->kind == &bv_movement_kind) {
      reload (BV_RULE_PACKS_PAGE (page));
      return;
    }
  }
}

static gboolean
bv_rule_packs_page_flush (BvPage *page)
{
  bv_rule_form_flush (BV_RULE_PACKS_PAGE (page)->form);
  return TRUE;
}

/* What the office added or copied can go again; the shipped pack stands in its place. */
static void
bv_rule_packs_page_delete_rows (BvPage *page)
{
  BvRulePacksPage *self = BV_RULE_PACKS_PAGE (page);
  const BvRuleEntry *entry = get_shown (self);
  GError *error = NULL;
  gint64 id = entry ? entry->id : 0;

  if (!id)
    return;
  if (bv_office_remove (get_office (self), &bv_rule_pack_kind, &id, 1, &error))
    bv_page_toast (page, _ ("Rule pack deleted; movements launched keep theirs"), TRUE);
  else
    bv_page_report (page, error);
}

static void
bv_rule_packs_page_finalize (GObject *object)
{
  BvRulePacksPage *self = BV_RULE_PACKS_PAGE (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self->code);
  G_OBJECT_CLASS (bv_rule_packs_page_parent_class)->finalize (object);
}

static void
bv_rule_packs_page_class_init (BvRulePacksPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_rule_packs_page_finalize;
  page_class->load = bv_rule_packs_page_load;
  page_class->changed = bv_rule_packs_page_changed;
  page_class->flush = bv_rule_packs_page_flush;
  page_class->delete_rows = bv_rule_packs_page_delete_rows;
}

static GtkWidget *
add_button (BvRulePacksPage *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
create_list (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}

static void
append_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
create_side (BvRulePacksPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = create_list (_ ("Rule packs"));
  self->movements = BV_RULE_MOVEMENTS (bv_rule_movements_new ());
  g_signal_connect (self->movements, "asked", G_CALLBACK (rebase_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (select_cb), self);
  self->copy = add_button (self, buttons, _ ("Copy to edit"), G_CALLBACK (copy_cb));
  self->export = add_button (self, buttons, _ ("Export to a file…"), G_CALLBACK (export_cb));
  self->import = add_button (self, buttons, _ ("Read in from a file…"), G_CALLBACK (import_cb));
  append_heading (box, _ ("Rule packs"));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), buttons);
  append_heading (box, _ ("Movements and their rules"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->movements));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  return scroller;
}

static GtkWidget *
create_main (BvRulePacksPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->banner = gtk_label_new (
      _ ("This pack comes with the program and cannot be changed. Copy it to edit its figures; "
         "figures can be confirmed here at once."));
  gtk_label_set_wrap (GTK_LABEL (self->banner), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->banner), 0);
  gtk_widget_set_margin_start (self->banner, 18);
  gtk_widget_set_margin_end (self->banner, 18);
  gtk_widget_set_margin_top (self->banner, 18);
  gtk_widget_add_css_class (self->banner, "dim-label");
  self->form = BV_RULE_FORM (bv_rule_form_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->form), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->form), TRUE);
  g_signal_connect (self->form, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (self->form, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect (self->form, "confirmed", G_CALLBACK (confirmed_cb), self);
  gtk_box_append (GTK_BOX (box), self->banner);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  return box;
}

static void
bv_rule_packs_page_init (BvRulePacksPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), create_side (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), create_main (self));
  adw_bin_set_child (ADW_BIN (self), box);
}
