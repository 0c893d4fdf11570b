/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One parameter of a rule pack, said once: its name in the file, its place in the struct, what it
 * may be, and what a clerk calls it. Reading, writing, checking and the forms live from it. */
#pragma once
#include "bv-ballot.h"
#include "bv-ranking.h"

G_BEGIN_DECLS

typedef enum {
  BV_RULE_TEXT,    /* char * */
  BV_RULE_DATE,    /* char *, ISO */
  BV_RULE_SWITCH,  /* gboolean */
  BV_RULE_INTEGER, /* gint64, scaled by its decimals; -1 is none */
  BV_RULE_SHARE,   /* BvShare; a denominator of 0 is none */
  BV_RULE_CHOICE,  /* an enum */
  BV_RULE_CHAIN,   /* BvRuleChain */
} BvRuleType;

typedef enum {
  BV_RULE_OPTIONAL = 1 << 0,  /* may be none */
  BV_RULE_PARAGRAPH = 1 << 1, /* a text of several lines */
} BvRuleFlags;

/** BvRuleWord: a value of an enum as it is written in a pack, and what a clerk calls it. */
typedef struct
{
  const char *word;
  const char *label;
} BvRuleWord;

#define BV_RULE_CHAIN_MAXIMUM 4

/** BvRuleChain: how ties end, step by step; joint ranks follow by themselves. */
typedef struct
{
  BvTieStep steps[BV_RULE_CHAIN_MAXIMUM];
  guint n_steps;
} BvRuleChain;

/**
 * BvRuleField:
 * @name: in the file
 * @label: untranslated
 * @hint: (nullable): untranslated
 * @offset: in its struct
 * @decimals: of a BV_RULE_INTEGER: 2 for hundredths
 * @minimum: of a BV_RULE_INTEGER
 * @maximum: of a BV_RULE_INTEGER
 * @words: (nullable): of a choice or chain, ended by a %NULL word
 * @first_value: the enum value of the first of @words; the others follow
 */
typedef struct
{
  const char *name;
  BvRuleType type;
  const char *label;
  const char *hint;
  gsize offset;
  BvRuleFlags flags;
  guint decimals;
  gint64 minimum;
  gint64 maximum;
  const BvRuleWord *words;
  int first_value;
} BvRuleField;

/* The field's place in @row, cast by its type. */
#define bv_rule_field_at(field, row, type) ((type *) (gpointer) ((char *) (row) + (field)->offset))

/* Whether @row has no value there. */
gboolean bv_rule_field_is_none (const BvRuleField *field, gconstpointer row);
/* Takes the value out of @row and frees it. */
void bv_rule_field_clear (const BvRuleField *field, gpointer row);
void bv_rule_field_copy (const BvRuleField *field, gconstpointer from, gpointer to);
gboolean bv_rule_field_equal (const BvRuleField *field, gconstpointer a, gconstpointer b);
/* Returns: the number of words of @field. */
guint bv_rule_field_count_words (const BvRuleField *field);
/* Returns: the index of @word among the words of @field, or -1. */
int bv_rule_field_find_word (const BvRuleField *field, const char *word);

/* Returns: (transfer full): the value for a person: "0,3", "2/3", "01/07/2025"; "" for none. */
char *bv_rule_field_format (const BvRuleField *field, gconstpointer row);
/* Puts what a person typed into @row: a chain and a choice by their words. BV_ERROR_INVALID says
 * what is wrong and leaves @row alone. */
gboolean
bv_rule_field_parse (const BvRuleField *field, gpointer row, const char *typed, GError **error);

G_END_DECLS
