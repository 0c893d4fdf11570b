/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question to which a thread finds the answer beside the window. Only the last question counts:
 * asking another one, or stopping, leaves the one before without an answer. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * BvReading: one sort of question.
 * @read: in the thread, with a connection of its own to the file (%NULL when none was asked for);
 *   gives the answer, or %NULL with an error
 * @free_question: of what was asked
 * @free_answer: of an answer that nobody waits for any more
 * @take: in the window; @answer is taken, and %NULL when @error says why
 */
typedef struct
{
  gpointer (*read) (BvOffice *office, gpointer question, GCancellable *cancellable, GError **error);
  GDestroyNotify free_question;
  GDestroyNotify free_answer;
  void (*take) (gpointer owner, gpointer answer, GError *error);
} BvReading;

/** bv_reading_start: asks @question (taken) for @owner, a GObject that keeps @current as long as it
 * lives: not %NULL while there is a question open. @office: nullable. */
void bv_reading_start (const BvReading *reading,
                       gpointer owner,
                       GCancellable **current,
                       BvOffice *office,
                       gpointer question);
void bv_reading_stop (GCancellable **current);

G_END_DECLS
