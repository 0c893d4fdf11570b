/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of a kind: declared once, read by storage, lists, forms, search, Excel, history and
 * command line. */
#pragma once
#include "bv-value.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct BvKind BvKind;
typedef struct BvField BvField;

/** BvFieldType: how a value is stored, typed and shown. */
typedef enum {
  BV_FIELD_TEXT,      /* one line of text */
  BV_FIELD_PARAGRAPH, /* several lines of text */
  BV_FIELD_NAME,      /* full name of a person */
  BV_FIELD_INTEGER,
  BV_FIELD_DECIMAL,   /* integer of hundredths: points, targets */
  BV_FIELD_PERCENT,   /* integer of basis points: 1500 is 15 % */
  BV_FIELD_DATE,      /* text YYYY-MM-DD */
  BV_FIELD_BOOLEAN,   /* 0 or 1 */
  BV_FIELD_CHOICE,    /* text: one of choices */
  BV_FIELD_REFERENCE, /* id of a row of another kind */
  BV_FIELD_SUBJECT,   /* id of a department or a person */
} BvFieldType;

typedef enum {
  BV_FIELD_REQUIRED = 1 << 0,
  BV_FIELD_LISTED = 1 << 1,   /* a column of the list page */
  BV_FIELD_SEARCHED = 1 << 2, /* in the search index */
  BV_FIELD_KEYED = 1 << 3,    /* has a collation key in <name>_key */
  BV_FIELD_MAIN = 1 << 4,     /* the column that takes the room left */
  BV_FIELD_MINOR = 1 << 5,    /* the column that goes first when the window is narrow */
  BV_FIELD_CONTEXT = 1 << 6,  /* filled from the movement in hand, not shown in the form */
  BV_FIELD_OWNER = 1 << 7,    /* this row belongs to the referenced one and goes with it */
  BV_FIELD_DERIVED = 1 << 8,  /* written by the program, shown read-only */
  BV_FIELD_POINTS = 1 << 9,   /* two decimals in lists, so that a column lines up */
  BV_FIELD_PLAIN = 1 << 10,   /* a number that names something, a year: written without dots */
  BV_FIELD_ALONE = 1 << 11,   /* says something of its row alone, or is changed by steps of its own:
                                 never given to several rows at once */
  BV_FIELD_YEAR_ENOUGH = 1 << 12, /* a date of which the year alone may be known: then YYYY */
} BvFieldFlags;

/** BvChoice: a stored word, its label, and a tone for its pill (NULL, "success", "warning",
 * "error", "accent"). */
typedef struct
{
  const char *value;
  const char *label;
  const char *tone;
} BvChoice;

struct BvField
{
  const char *name; /* column name */
  BvFieldType type;
  const char *label; /* N_() */
  const char *hint;  /* N_(), nullable: what to type */
  const char *group; /* N_(), nullable: heading in the form; NULL goes on with the field before */
  guint flags;       /* BvFieldFlags */
  gint64 minimum;    /* numbers; 0 when not said */
  gint64 maximum;    /* numbers: greatest value, texts: greatest length; 0 = default */
  const BvChoice *choices; /* ended by { NULL } */
  const BvKind *kind;      /* what a reference points to */
  const char *initial;     /* stored form of the value in a new row, nullable */
  guint width;             /* list column in characters; 0 = by type */
};

/** bv_field_get_label: translated, borrowed. */
const char *bv_field_get_label (const BvField *field);
/** bv_field_get_choice: the choice stored as @value, or %NULL. */
const BvChoice *bv_field_get_choice (const BvField *field, const char *value);
gboolean bv_field_is_text (const BvField *field);
gboolean bv_field_is_number (const BvField *field);
/** bv_field_format: @value as a person reads it, without looking anything up: references give their
 * id. Owned. */
char *bv_field_format (const BvField *field, const BvValue *value);
/**
 * bv_field_parse: what a person typed or pasted, for every type but references and subjects (those
 * need the office: bv_reference_find()). Blank gives NULL. @error is %BV_ERROR_INVALID with a
 * sentence naming the field.
 */
gboolean bv_field_parse (const BvField *field, const char *typed, BvValue *value, GError **error);
/** bv_field_parse_within: the same in a row that speaks of the period from @first to @last (ISO, ""
 * or %NULL when unknown): a day without a year is the one in it or nearest to it. */
gboolean bv_field_parse_within (const BvField *field,
                                const char *typed,
                                const char *first,
                                const char *last,
                                BvValue *value,
                                GError **error);
/** bv_field_check: limits of type, length, range and choice, and whether required. */
gboolean bv_field_check (const BvField *field, const BvValue *value, GError **error);

G_END_DECLS
