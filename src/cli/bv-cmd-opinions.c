/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rank FILE --opinions: every list counted in other ways, boundary by boundary. */
#include "config.h"

#include "bv-cmd-opinions.h"

#include "bv-cmd-rows.h"
#include "bv-number.h"
#include "bv-opinion-source.h"
#include "bv-second-opinions-words.h"

#include <glib/gi18n-lib.h>

/* Words for programs, in the order of the enums. */
static const char *const list_words[] = { "collectives", "leaders", "staff", "individuals" };
static const char *const list_labels[] = {
  N_ ("Collectives"),
  N_ ("Individuals who lead"),
  N_ ("Individuals who do not lead"),
  N_ ("Individuals"),
};
static const char *const light_words[] = { "none", "firm", "sensitive", "tie" };
static const char *const side_words[] = { "outside", "inside", "council", "no_part" };
static const char *const side_labels[] = {
  N_ ("Outside the quota"),
  N_ ("Inside the quota"),
  N_ ("Council decides"),
  N_ ("Takes no part"),
};
static const char *const method_words[] = { "mean",  "trimmed",   "median",  "judgment",
                                            "borda", "placement", "schulze", "adjusted" };

typedef struct
{
  BvCmdRows *rows;
  BvRankList list;
  BvSecondOpinions *opinions;
  guint boundary;
  const BvOpinionBoundary *at; /* nullable: a list without quotas */
} Print;

static void
add_word (Print *self, const char *word, const char *label)
{
  bv_cmd_rows_add_text (self->rows, bv_cmd_rows_is_json (self->rows) ? word : label);
}

static void
add_head (Print *self)
{
  add_word (self, list_words[self->list], _ (list_labels[self->list]));
  bv_cmd_rows_add_text (self->rows, self->at ? self->at->name : NULL);
  if (self->at)
    add_word (self, light_words[self->at->light], bv_second_opinions_words_light (self->at->light));
  else
    bv_cmd_rows_add_null (self->rows);
}

static char *
join_reasons (Print *self)
{
  g_autoptr (GPtrArray) reasons = bv_second_opinions_words_explain (self->opinions, self->boundary);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (text,
                            "%s%s",
                            i > 0 ? " " : "",
                            ((BvSecondOpinionsReason *) g_ptr_array_index (reasons, i))->text);
  return g_string_free (text, FALSE);
}

static void
add_boundary (Print *self)
{
  g_autofree char *reasons = join_reasons (self);

  add_head (self);
  bv_cmd_rows_add_text (self->rows, reasons);
  for (guint i = 0; i < 4 + BV_N_OPINIONS + 2; i++)
    bv_cmd_rows_add_null (self->rows);
}

static void
add_ranks (Print *self, guint subject)
{
  for (guint method = 0; method < BV_N_OPINIONS; method++) {
    const guint *ranks = bv_second_opinions_get_ranks (self->opinions, (BvOpinionMethod) method);

    if (ranks)
      bv_cmd_rows_add_integer (self->rows, ranks[subject]);
    else
      bv_cmd_rows_add_null (self->rows);
  }
}

/* Hundredths of a percent in JSON. */
static void
add_share (Print *self, guint subject)
{
  g_autofree char *text = NULL;
  gint64 share;

  if (!self->at || self->at->n_draws == 0 || self->at->official[subject] == BV_OPINION_NO_PART) {
    bv_cmd_rows_add_null (self->rows);
    return;
  }
  share = (gint64) self->at->n_inside[subject] * 10000 / self->at->n_draws;
  text = bv_number_format_decimal (share, 2);
  if (bv_cmd_rows_is_json (self->rows))
    bv_cmd_rows_add_integer (self->rows, share);
  else
    bv_cmd_rows_add_text (self->rows, text);
}

static void
add_crossings (Print *self, guint subject)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint method = 0; self->at && method < BV_N_OPINIONS; method++)
    if (bv_second_opinions_crosses (
            self->opinions, self->boundary, (BvOpinionMethod) method, subject))
      g_string_append_printf (text,
                              "%s%s",
                              text->len ? ", " : "",
                              bv_cmd_rows_is_json (self->rows)
                                  ? method_words[method]
                                  : bv_second_opinions_words_method ((BvOpinionMethod) method));
  bv_cmd_rows_add_text (self->rows, text->len ? text->str : NULL);
}

static void
add_subject (Print *self, guint subject)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (self->opinions);

  add_head (self);
  bv_cmd_rows_add_null (self->rows);
  bv_cmd_rows_add_integer (self->rows, matrix->ranks[subject]);
  bv_cmd_rows_add_integer (self->rows, matrix->ids[subject]);
  bv_cmd_rows_add_text (self->rows, matrix->subject_names[subject]);
  if (self->at)
    add_word (self,
              side_words[self->at->official[subject]],
              _ (side_labels[self->at->official[subject]]));
  else
    bv_cmd_rows_add_null (self->rows);
  add_ranks (self, subject);
  add_share (self, subject);
  add_crossings (self, subject);
}

static void
add_subjects (Print *self)
{
  guint n = bv_second_opinions_get_matrix (self->opinions)->n_subjects;

  for (guint i = 0; i < n; i++)
    add_subject (self, i);
}

static void
add_list (BvCmdRows *rows, BvAssessment *assessment, BvRankList list)
{
  g_autoptr (BvSecondOpinions) opinions = bv_opinion_source_prepare (assessment, list);
  Print print = { rows, list, opinions, 0, NULL };
  guint n = bv_second_opinions_get_n_boundaries (opinions);

  bv_second_opinions_compute (opinions);
  for (print.boundary = 0; print.boundary < n; print.boundary++) {
    print.at = bv_second_opinions_get_boundary (opinions, print.boundary);
    add_boundary (&print);
    add_subjects (&print);
  }
  if (n == 0)
    add_subjects (&print);
}

gboolean
bv_cmd_opinions_print (BvAssessment *assessment, const char *format, GError **error)
{
  BvCmdColumn columns[8 + BV_N_OPINIONS + 2] = {
    { "list", _ ("List") },       { "award_form", _ ("Award form") },
    { "light", _ ("Firmness") },  { "reasons", _ ("Reasons") },
    { "rank", _ ("Rank") },       { "subject_id", "id" },
    { "subject", _ ("Subject") }, { "side", _ ("Standing") },
  };
  g_autoptr (BvCmdRows) rows = NULL;

  for (guint i = 0; i < BV_N_OPINIONS; i++)
    columns[8 + i] = (BvCmdColumn){ method_words[i],
                                    bv_second_opinions_words_method ((BvOpinionMethod) i) };
  columns[8 + BV_N_OPINIONS] = (BvCmdColumn){ "inside_share", _ ("Inside, times in 100") };
  columns[9 + BV_N_OPINIONS] = (BvCmdColumn){ "crosses", _ ("Crosses the boundary by") };
  rows = bv_cmd_rows_new (format, columns, G_N_ELEMENTS (columns), error);
  if (!rows)
    return FALSE;
  for (BvRankList list = 0; list < BV_N_RANK_LISTS; list++)
    add_list (rows, assessment, list);
  bv_cmd_rows_end (rows);
  return TRUE;
}
