/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One prepared SQL statement; bind by position from 1, read columns from 0. */
#pragma once
#include "bv-value.h"

G_BEGIN_DECLS

typedef struct BvStatement BvStatement;

/** BvStep: what a step gave; a failure is never mistaken for the end of the rows. */
typedef enum {
  BV_STEP_FAILED = -1,
  BV_STEP_DONE = 0,
  BV_STEP_ROW = 1,
} BvStep;

/** bv_statement_release: gives the statement back to its database's cache, reset and unbound. */
void bv_statement_release (BvStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvStatement, bv_statement_release)

void bv_statement_bind_integer (BvStatement *self, int index, gint64 value);
/** bv_statement_bind_text: copies @text; %NULL binds NULL. */
void bv_statement_bind_text (BvStatement *self, int index, const char *text);
void bv_statement_bind_blob (BvStatement *self, int index, GBytes *blob);
/** bv_statement_borrow_blob: without a copy; @blob, not empty, must live until the statement is
 * released. */
void bv_statement_borrow_blob (BvStatement *self, int index, GBytes *blob);
void bv_statement_bind_null (BvStatement *self, int index);
void bv_statement_bind_value (BvStatement *self, int index, const BvValue *value);

/** bv_statement_step: the next row. Sets @error when it returns %BV_STEP_FAILED. */
BvStep bv_statement_step (BvStatement *self, GError **error);
/** bv_statement_run: steps to the end, ignoring rows. */
gboolean bv_statement_run (BvStatement *self, GError **error);
/** bv_statement_reset: ready to be bound and stepped again; bindings are kept. */
void bv_statement_reset (BvStatement *self);

int bv_statement_get_n_columns (BvStatement *self);
const char *bv_statement_get_column_name (BvStatement *self, int column);
gboolean bv_statement_is_null (BvStatement *self, int column);
gint64 bv_statement_get_integer (BvStatement *self, int column);
/** bv_statement_get_text: borrowed until the next step; %NULL for NULL. */
const char *bv_statement_get_text (BvStatement *self, int column);
/** bv_statement_dup_blob: owned; %NULL for NULL. */
GBytes *bv_statement_dup_blob (BvStatement *self, int column);
void bv_statement_get_value (BvStatement *self, int column, BvValue *value);

G_END_DECLS
