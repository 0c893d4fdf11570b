/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value as SQLite keeps it: nothing, an integer, a text or bytes. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BV_VALUE_NULL,
  BV_VALUE_INTEGER,
  BV_VALUE_TEXT,
  BV_VALUE_BLOB,
} BvValueType;

typedef struct
{
  BvValueType type;
  union {
    gint64 integer;
    char *text;
    GBytes *blob;
  };
} BvValue;

#define BV_VALUE_INIT                                                                              \
  {                                                                                                \
    BV_VALUE_NULL,                                                                                 \
    {                                                                                              \
      0                                                                                            \
    }                                                                                              \
  }

/** bv_value_clear: makes @value NULL and frees what it held. */
void bv_value_clear (BvValue *value);
/** bv_value_copy: @copy (whatever it held is freed) becomes equal to @value. */
void bv_value_copy (const BvValue *value, BvValue *copy);
void bv_value_set_integer (BvValue *value, gint64 integer);
/** bv_value_set_text: copies @text; %NULL and "" both make the value NULL, as an empty cell does.
 */
void bv_value_set_text (BvValue *value, const char *text);
/** bv_value_take_blob: owns @blob; %NULL makes the value NULL. */
void bv_value_take_blob (BvValue *value, GBytes *blob);
gboolean bv_value_equal (const BvValue *a, const BvValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvValue, bv_value_clear)

G_END_DECLS
