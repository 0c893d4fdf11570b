/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list of the overview: a title, a few lines that lead somewhere, and how many more. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_TODO_CARD (bv_todo_card_get_type ())
G_DECLARE_FINAL_TYPE (BvTodoCard, bv_todo_card, BV, TODO_CARD, GtkBox)

/* Signal "activated" (page, id): a line was pressed. */

/** bv_todo_card_new: both translated; @nothing is shown while the list is empty. */
GtkWidget *bv_todo_card_new (const char *title, const char *nothing);
void bv_todo_card_clear (BvTodoCard *self);
/** bv_todo_card_add: leads to row @id of @page. @tone as in bv_pill_set(); @state may be empty. */
void bv_todo_card_add (BvTodoCard *self,
                       const char *title,
                       const char *subtitle,
                       const char *state,
                       const char *tone,
                       const char *page,
                       gint64 id);
/** bv_todo_card_finish: how many there are in all, shown or not. */
void bv_todo_card_finish (BvTodoCard *self, guint n_all);
/** bv_todo_card_has_room: whether another line would be shown. */
gboolean bv_todo_card_has_room (BvTodoCard *self);

G_END_DECLS
