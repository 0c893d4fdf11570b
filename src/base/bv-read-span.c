/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many small reads under one lock. */
#include "config.h"

#include "bv-read-span.h"

/* Shorter than a person notices. */
#define LONGEST (50 * G_TIME_SPAN_MILLISECOND)

void
bv_read_span_begin (BvReadSpan *self, BvDatabase *database)
{
  g_return_if_fail (BV_IS_DATABASE (database));

  self->database = bv_database_in_transaction (database) ? NULL : database;
  self->since = g_get_monotonic_time ();
  if (self->database != NULL)
    bv_database_exec (self->database, "BEGIN", NULL);
}

void
bv_read_span_breathe (BvReadSpan *self)
{
  BvDatabase *database = self->database;

  if (database == NULL || g_get_monotonic_time () - self->since < LONGEST)
    return;
  bv_read_span_end (self);
  bv_read_span_begin (self, database);
}

void
bv_read_span_end (BvReadSpan *self)
{
  if (self->database != NULL && bv_database_in_transaction (self->database))
    bv_database_exec (self->database, "COMMIT", NULL);
  self->database = NULL;
}
