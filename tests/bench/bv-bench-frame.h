/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a window has drawn. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_bench_frame_wait: runs the main loop until @widget's window has drawn its next frame. */
void bv_bench_frame_wait (GtkWidget *widget);
/** bv_bench_frame_settle: runs the main loop until nothing is left to do. */
void bv_bench_frame_settle (void);
/**
 * bv_bench_frame_report: prints to @fd when the first window of @application has drawn its first
 * frame, then closes it once all is done, and says when that was: "frame settled", in milliseconds.
 */
void bv_bench_frame_report (GtkApplication *application);

G_END_DECLS
