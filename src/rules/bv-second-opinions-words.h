/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second opinions in the words of somebody who never took a course in statistics. */
#pragma once

#include "bv-second-opinions.h"

G_BEGIN_DECLS

/**
 * BvSecondOpinionsReason:
 * @tone: BV_FIRMNESS_FIRM where it speaks for the order, BV_FIRMNESS_SENSITIVE where against,
 *   BV_FIRMNESS_TIE for the tie, BV_FIRMNESS_NONE where it only tells
 * @text: one sentence
 */
typedef struct
{
  BvFirmness tone;
  char *text;
} BvSecondOpinionsReason;

/* "Firm", "Sensitive", "Tie"; "" without a boundary. Translated. */
const char *bv_second_opinions_words_light (BvFirmness light);
/* What the light means, in one sentence. Translated. */
const char *bv_second_opinions_words_meaning (BvFirmness light);
/* Short name of @method for the head of a column. Translated. */
const char *bv_second_opinions_words_method (BvOpinionMethod method);
/* What @method does, in one sentence. Translated. */
const char *bv_second_opinions_words_about (BvOpinionMethod method);
/* Returns: (transfer full) (nullable): why @method is absent; %NULL when it is there. */
char *bv_second_opinions_words_absent (const BvSecondOpinions *self, BvOpinionMethod method);

/* Returns: (transfer full) (element-type BvSecondOpinionsReason): what the light of @boundary rests
 * on, the weightiest first. */
GPtrArray *bv_second_opinions_words_explain (const BvSecondOpinions *self, guint boundary);

G_END_DECLS
