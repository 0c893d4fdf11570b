/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window for one task: its header gives it up or carries it out, and so do Escape and Ctrl+Enter.
 */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_TASK_WINDOW (bv_task_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvTaskWindow, bv_task_window, BV, TASK_WINDOW, AdwWindow)

/**
 * BvTaskWindowClass:
 * @accept: carries the task out; called only while the window is ready
 */
struct _BvTaskWindowClass
{
  AdwWindowClass parent_class;

  void (*accept) (BvTaskWindow *self);
};

/** bv_task_window_build: the header with its two buttons, whose labels have mnemonics, above
 * @content; called once. */
void bv_task_window_build (BvTaskWindow *self,
                           const char *close,
                           const char *accept,
                           GtkWidget *content);
/** bv_task_window_set_ready: whether the task can be carried out now. */
void bv_task_window_set_ready (BvTaskWindow *self, gboolean ready);
/** bv_task_window_get_header: for what stands there besides the two buttons. */
AdwHeaderBar *bv_task_window_get_header (BvTaskWindow *self);
/** bv_task_window_get_accept: the button that carries the task out. */
GtkWidget *bv_task_window_get_accept (BvTaskWindow *self);

G_END_DECLS
