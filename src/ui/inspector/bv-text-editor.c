/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of text in a quiet entry; numbers stand at the right. */
#include "config.h"

#include "bv-text-editor.h"

#include "bv-preedit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Borrowed references: children */
  GtkWidget *box;
  GtkWidget *entry;
  BvPreedit *preedit;
} BvTextEditorPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (BvTextEditor, bv_text_editor, BV_TYPE_EDITOR)

#define PRIV(self) ((BvTextEditorPrivate *) bv_text_editor_get_instance_private (self))

static void
bv_text_editor_prepare (BvEditor *editor)
{
  BvTextEditorPrivate *priv = PRIV (BV_TEXT_EDITOR (editor));
  const BvField *field = bv_editor_get_field (editor);

  bv_editor_set_control (editor, priv->entry);
  if (field->hint)
    gtk_entry_set_placeholder_text (GTK_ENTRY (priv->entry), _ (field->hint));
  if (bv_field_is_number (field)) {
    gtk_editable_set_alignment (GTK_EDITABLE (priv->entry), 1.0);
    gtk_widget_add_css_class (priv->entry, "numeric");
  }
}

static void
bv_text_editor_show (BvEditor *editor, const BvValue *value)
{
  g_autofree char *text = bv_field_format (bv_editor_get_field (editor), value);

  bv_text_editor_set_text (BV_TEXT_EDITOR (editor), text);
}

static gboolean
bv_text_editor_read (BvEditor *editor, BvValue *value, GError **error)
{
  BvTextEditorPrivate *priv = PRIV (BV_TEXT_EDITOR (editor));

  return bv_office_parse (bv_editor_get_office (editor),
                          bv_editor_get_movement (editor),
                          bv_editor_get_field (editor),
                          gtk_editable_get_text (GTK_EDITABLE (priv->entry)),
                          value,
                          error);
}

static void
bv_text_editor_settle (BvEditor *editor)
{
  bv_preedit_settle (PRIV (BV_TEXT_EDITOR (editor))->preedit);
}

static void
bv_text_editor_set_writable (BvEditor *editor, gboolean writable)
{
  BvTextEditorPrivate *priv = PRIV (BV_TEXT_EDITOR (editor));
  GtkWidget *child = gtk_widget_get_next_sibling (priv->entry);

  gtk_editable_set_editable (GTK_EDITABLE (priv->entry), writable);
  for (; child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, writable);
}

static void
bv_text_editor_class_init (BvTextEditorClass *klass)
{
  BvEditorClass *editor_class = BV_EDITOR_CLASS (klass);

  editor_class->prepare = bv_text_editor_prepare;
  editor_class->show = bv_text_editor_show;
  editor_class->read = bv_text_editor_read;
  editor_class->settle = bv_text_editor_settle;
  editor_class->set_writable = bv_text_editor_set_writable;
}

static void
bv_text_editor_init (BvTextEditor *self)
{
  BvTextEditorPrivate *priv = PRIV (self);

  priv->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  priv->entry = gtk_entry_new ();
  gtk_widget_add_css_class (priv->entry, "bv-quiet");
  gtk_widget_set_hexpand (priv->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->entry), 1);
  gtk_box_append (GTK_BOX (priv->box), priv->entry);
  adw_bin_set_child (ADW_BIN (self), priv->box);

  priv->preedit = bv_preedit_watch (priv->entry);
  g_signal_connect_swapped (priv->entry, "changed", G_CALLBACK (bv_editor_touch), self);
  g_signal_connect_swapped (priv->preedit, "composing", G_CALLBACK (bv_editor_touch), self);
  g_signal_connect_swapped (priv->entry, "activate", G_CALLBACK (bv_editor_advance), self);
}

GtkEntry *
bv_text_editor_get_entry (BvTextEditor *self)
{
  return GTK_ENTRY (PRIV (self)->entry);
}

void
bv_text_editor_append (BvTextEditor *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (PRIV (self)->box), widget);
}

void
bv_text_editor_set_text (BvTextEditor *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (PRIV (self)->entry);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;
  /* Undo in the text must not bring back the row shown before. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
}
