/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of the inspector that belongs to one row but is not one of its fields. */
#pragma once
#include "bv-page.h"
#include "bv-record.h"

G_BEGIN_DECLS

#define BV_TYPE_SECTION (bv_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvSection, bv_section, BV, SECTION, GtkBox)

struct _BvSectionClass
{
  GtkBoxClass parent_class;

  /* the owner is another row now, or it or its children were changed */
  void (*refresh) (BvSection *self);
  /* saves what is typed; FALSE when it cannot be saved; nullable */
  gboolean (*flush) (BvSection *self, gboolean focus);
  /* nullable */
  gboolean (*is_dirty) (BvSection *self);
  /* takes what was copied when it is for no field; nullable */
  gboolean (*paste) (BvSection *self);
};

/** bv_section_set_heading: translated. */
void bv_section_set_heading (BvSection *self, const char *heading);
void bv_section_set_office (BvSection *self, BvOffice *office);
BvOffice *bv_section_get_office (BvSection *self);
/** bv_section_set_page: where messages go; nullable, borrowed. */
void bv_section_set_page (BvSection *self, BvPage *page);
/** bv_section_get_movement: the movement in hand on the page; 0 without one. */
gint64 bv_section_get_movement (BvSection *self);
/** bv_section_set_owner: the row this section belongs to; a section without a stored one hides. */
void bv_section_set_owner (BvSection *self, BvRecord *owner);
/** bv_section_get_owner: borrowed, nullable. */
BvRecord *bv_section_get_owner (BvSection *self);
gint64 bv_section_get_owner_id (BvSection *self);
gboolean bv_section_is_writable (BvSection *self);
void bv_section_refresh (BvSection *self);
gboolean bv_section_flush (BvSection *self, gboolean focus);
gboolean bv_section_is_dirty (BvSection *self);
/** bv_section_paste: %FALSE when what was copied is not for this section. */
gboolean bv_section_paste (BvSection *self);

/** bv_section_toast: a short message, with "Undo" when @undo. */
void bv_section_toast (BvSection *self, const char *message, gboolean undo);
/** bv_section_show_page: goes to the row @id of page @name. */
void bv_section_show_page (BvSection *self, const char *name, gint64 id);
/** bv_section_report: takes @error. */
void bv_section_report (BvSection *self, GError *error);

G_END_DECLS
