/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule packs: the shipped ones, there and back, and each kind of wrong line named. */
#include "config.h"

#include "bv-error.h"
#include "bv-language.h"
#include "bv-rule-pack-edit.h"

#include <stdio.h>
#include <string.h>

static const char *const codes[] = { "2024", "2025", "2026q4" };

static char *
load (const char *code)
{
  g_autofree char *name = g_strconcat (code, ".json", NULL);
  g_autofree char *path = g_build_filename (RULES_DIR, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static BvRulePack *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BvRulePack *pack = bv_rule_pack_parse (text, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

/* The files themselves are as the program writes them, so a look at them is a look at the truth. */
static void
test_round_trip (gconstpointer data)
{
  g_autofree char *text = load (data);
  g_autoptr (BvRulePack) pack = parse (text);
  g_autoptr (BvRulePack) copy = bv_rule_pack_copy (pack);
  g_autofree char *again = bv_rule_pack_to_json (pack);
  g_autofree char *copied = bv_rule_pack_to_json (copy);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (copied, ==, text);
  g_assert_cmpstr (pack->code, ==, data);
}

static void
test_facts (void)
{
  g_autofree char *text = load ("2024");
  g_autoptr (BvRulePack) pack = parse (text);
  const BvRuleAward *award = bv_rule_pack_find_award (pack, "GK_CN");

  g_assert_cmpint (pack->awards->len, ==, 19);
  g_assert_cmpint (award->coefficient, ==, 300);
  g_assert_cmpint (award->decider, ==, BV_DECIDER_DIRECTOR);
  g_assert_true (award->vote_share.more && award->vote_share.denominator == 2);
  g_assert_null (bv_rule_pack_find_award (pack, "GK"));
  award = bv_rule_pack_find_award (pack, "KNC_B");
  g_assert_true (award->is_maximum && award->vote_share.denominator == 0);
  g_assert_true (bv_rule_pack_is_valid_on (pack, "2025-06-30"));
  g_assert_false (bv_rule_pack_is_valid_on (pack, "2025-07-01"));
  g_assert_cmpint (pack->ranking.chain.n_steps, ==, 4);
  g_assert_cmpint (pack->ranking.chain.steps[3], ==, BV_TIE_ACHIEVEMENTS);
  g_assert_cmpint (pack->conditions.least_months, ==, 10);
}

static void
test_salaries (void)
{
  static const struct
  {
    const char *date;
    gint64 amount;
    const char *source;
  } vectors[] = {
    { "2019-07-01", 1490000, "NĐ 38/2019/NĐ-CP" },  { "2023-06-30", 1490000, "NĐ 38/2019/NĐ-CP" },
    { "2023-07-01", 1800000, "NĐ 24/2023/NĐ-CP" },  { "2024-06-30", 1800000, "NĐ 24/2023/NĐ-CP" },
    { "2024-07-01", 2340000, "NĐ 73/2024/NĐ-CP" },  { "2024-09-05", 2340000, "NĐ 73/2024/NĐ-CP" },
    { "2026-06-30", 2340000, "NĐ 73/2024/NĐ-CP" },  { "2026-07-01", 2530000, "NĐ 161/2026/NĐ-CP" },
    { "2031-01-01", 2530000, "NĐ 161/2026/NĐ-CP" },
  };
  static const char *const none[] = { NULL,          "",           "2024",       "05/09/2024",
                                      "2024-9-5",    "2024-02-30", "2024-13-01", "2024-00-10",
                                      "2024-09-05x", "20x4-09-05", "0000-01-01", "2019-06-30" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autofree char *text = load (codes[i]);
    g_autoptr (BvRulePack) pack = parse (text);
    for (guint j = 0; j < G_N_ELEMENTS (vectors); j++) {
      const BvRuleSalary *salary = bv_rule_pack_find_salary (pack, vectors[j].date);
      g_assert_cmpint (salary->amount, ==, vectors[j].amount);
      g_assert_cmpstr (salary->source, ==, vectors[j].source);
    }
    for (guint j = 0; j < G_N_ELEMENTS (none); j++)
      g_assert_null (bv_rule_pack_find_salary (pack, none[j]));
  }
}

/* Changes keep the marks true: a figure that changes waits again, a row takes its marks along. */
static void
test_editing (void)
{
  g_autofree char *text = load ("2024");
  g_autoptr (BvRulePack) pack = parse (text);
  g_autoptr (BvRulePack) copy = bv_rule_pack_copy (pack);
  const BvRuleGroup *awards = bv_rule_group_find ("awards");
  const BvRuleGroup *salaries = bv_rule_group_find ("salaries");
  gpointer row = bv_rule_group_find_row (awards, copy, "LDTT");
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *again = NULL;

  g_assert_true (
      bv_rule_pack_edit_set (copy,
                             awards,
                             row,
                             bv_rule_group_find_field (awards, "coefficient_thousandths"),
                             "0,4",
                             &error));
  g_assert_true (bv_rule_pack_is_award_unconfirmed (copy, "LDTT", "coefficient_thousandths"));
  g_assert_true (bv_rule_pack_edit_confirm (
      copy, "awards.LDTT.coefficient_thousandths", " 12/QĐ-SNgV ", &error));
  g_assert_cmpstr (
      bv_rule_pack_get_document (copy, "awards.LDTT.coefficient_thousandths"), ==, "12/QĐ-SNgV");
  g_assert_true (bv_rule_pack_edit_set (
      copy, awards, row, bv_rule_group_find_field (awards, "code"), "LD.TT", &error));
  g_assert_cmpstr (
      bv_rule_pack_get_document (copy, "awards.LD.TT.coefficient_thousandths"), ==, "12/QĐ-SNgV");
  g_assert_nonnull (bv_rule_pack_edit_add (copy, salaries, "2027-01-01", &error));
  g_assert_cmpstr (bv_rule_pack_find_salary (copy, "2026-12-31")->valid_to, ==, "2026-12-31");
  g_assert_true (bv_rule_pack_is_unconfirmed (copy, "salaries.2027-01-01.amount"));
  told = bv_rule_pack_edit_compare (pack, copy);
  g_assert_cmpint (told->len, ==, 5);

  /* what is wrong leaves everything as it was */
  again = bv_rule_pack_to_json (copy);
  g_assert_null (bv_rule_pack_edit_add (copy, salaries, "2026-07-01", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (bv_rule_pack_edit_set (
      copy, awards, row, bv_rule_group_find_field (awards, "code"), "GK_CN", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (bv_rule_pack_edit_confirm (copy, "vote.quorum", "  ", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  {
    g_autofree char *now = bv_rule_pack_to_json (copy);
    g_assert_cmpstr (now, ==, again);
  }
  /* a pack that was edited can be read again */
  g_clear_error (&error);
  g_assert_true (bv_rule_pack_edit_remove (copy, awards, row, &error));
  g_assert_false (bv_rule_pack_is_award_unconfirmed (copy, "LD.TT", "vote_share"));
  g_free (g_steal_pointer (&again));
  again = bv_rule_pack_to_json (copy);
  bv_rule_pack_unref (parse (again));
}

/* What no text in force says is marked; what one does is not. */
static void
test_marks (void)
{
  g_autofree char *old_text = load ("2024");
  g_autofree char *new_text = load ("2026q4");
  g_autoptr (BvRulePack) old = parse (old_text);
  g_autoptr (BvRulePack) new = parse (new_text);
  g_autofree char *words = bv_rule_group_describe_parameter (new, "awards.GK_CN.vote_share");

  g_assert_true (bv_rule_pack_is_unconfirmed (old, "vote.quorum"));
  g_assert_true (bv_rule_pack_is_unconfirmed (old, "ranking.women_percent"));
  g_assert_true (bv_rule_pack_is_award_unconfirmed (old, "GK_CN", "coefficient_thousandths"));
  g_assert_false (bv_rule_pack_is_award_unconfirmed (old, "LDTT", "coefficient_thousandths"));
  /* known from the decree of 2025 on */
  g_assert_true (bv_rule_pack_is_award_unconfirmed (old, "BK_T_CN", "coefficient_thousandths"));
  g_assert_false (bv_rule_pack_is_award_unconfirmed (new, "BK_T_CN", "coefficient_thousandths"));
  g_assert_true (bv_rule_pack_is_unconfirmed (new, "texts.L2026A"));
  g_assert_cmpint (new->conditions.fighter_first, ==, BV_STANDARD_EXCELLENT);
  g_assert_true (bv_rule_pack_is_unconfirmed (new, "conditions.fighter_first"));
  g_assert_cmpstr (words, ==, "Titles and forms of commendation › GK_CN › Share of votes needed");
}

static void
test_refusal (void)
{
  static const char *const refused[] = {
    "BẰNG KHEN của Giám đốc sở (tập thể)",
    "Bằng khen Sở",
    "Cờ thi đua Sở",
    "Chiến sĩ thi đua cấp Sở",
    "Chiến sĩ thi đua Sở X",
    "Lao động tiên tiến cấp tỉnh",
  };
  g_autofree char *text = load ("2025");
  g_autoptr (BvRulePack) pack = parse (text);

  g_assert_nonnull (bv_rule_pack_find_refusal (pack, "bang khen cua GIÁM ĐỐC sở"));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_nonnull (bv_rule_pack_find_refusal (pack, refused[i]));
  for (guint i = 0; i < pack->awards->len; i++)
    g_assert_null (bv_rule_pack_find_refusal (
        pack, ((BvRuleAward *) g_ptr_array_index (pack->awards, i))->name));
}

/* What the head of an office decides is what the pack says, whatever else the name adds. */
static void
test_decided_by_head (void)
{
  static const char *const decided[] = { "Giấy khen đột xuất",
                                         "LAO ĐỘNG TIÊN TIẾN năm 2025",
                                         "Giấy khen của Sở" };
  g_autofree char *text = load ("2025");
  g_autoptr (BvRulePack) pack = parse (text);
  g_autofree char *known = bv_rule_pack_dup_refusal (pack, "Bằng khen của Sở", TRUE);
  g_autofree char *unknown = bv_rule_pack_dup_refusal (pack, "Huân chương của ngành", TRUE);

  g_assert_true (g_str_has_prefix (known, "Theo Luật"));
  g_assert_cmpstr (unknown,
                   ==,
                   "there is no “Huân chương của ngành”: the head of the office decides Lao động "
                   "tiên tiến, Chiến sĩ thi đua cơ sở, Tập thể lao động tiên tiến, Giấy khen, "
                   "nothing else");
  g_assert_null (bv_rule_pack_dup_refusal (pack, "Huân chương của ngành", FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    g_assert_null (bv_rule_pack_dup_refusal (pack, decided[i], TRUE));
}

/* Wrong lines */

typedef struct
{
  const char *path;
  const char *before; /* stands once, or is the first of several */
  const char *after;
  const char *says; /* part of the sentence, after the line */
} Slip;

static const Slip slips[] = {
  { "comma", "\"2024\",\n", "\"2024\"\n", "cannot be read as JSON" },
  { "missing", "    \"quorum\": \"2/3\",\n", "", "vote.quorum: is missing" },
  { "missing-group", "\"money\"", "\"monney\"", "monney: is not a parameter" },
  { "unknown", "\"quorum\"", "\"quorumm\"", "quorumm: is not a parameter" },
  { "twice",
    "\"good_hundredths\": 7000",
    "\"good_hundredths\": 7000, \"good_hundredths\": 7100",
    "good_hundredths: stands twice" },
  { "text", "\"Lao động tiên tiến\"", "7", "awards.0.name: must be a text" },
  { "date",
    "\"issued_on\": \"2022-06-15\"",
    "\"issued_on\": \"2022-06-31\"",
    "texts.0.issued_on: must be a date" },
  { "switch",
    "\"is_maximum\": true",
    "\"is_maximum\": 1",
    "awards.18.is_maximum: must be true or false" },
  { "number",
    "\"women_percent\": 70",
    "\"women_percent\": 70.5",
    "ranking.women_percent: must be a whole number" },
  { "range",
    "\"women_percent\": 70",
    "\"women_percent\": 170",
    "ranking.women_percent: must lie between 1 and 100" },
  { "none",
    "\"women_percent\": 70",
    "\"women_percent\": null",
    "ranking.women_percent: must be a whole number" },
  { "share", "\"quorum\": \"2/3\"", "\"quorum\": \"3/2\"", "vote.quorum: must be a share" },
  { "share-percent", "\"quorum\": \"2/3\"", "\"quorum\": 67", "vote.quorum: must be a share" },
  { "word",
    "\"base\": \"all\"",
    "\"base\": \"some\"",
    "vote.base: must be one of the words of this parameter: \"all\", \"present\"" },
  { "chain", "[\"women\",", "[\"criteria\",", "ranking.tie_chain: must be a list of words" },
  { "period",
    "\"valid_to\": \"2025-06-30\"",
    "\"valid_to\": \"2023-06-30\"",
    "valid_to: lies before" },
  { "code-twice",
    "\"code\": \"T01\"",
    "\"code\": \"N98\"",
    "texts.N98.code: stands in an earlier row" },
  { "reference", "\"L2022 Đ22\"", "\"L2002 Đ22\"", "“L2002” is not among the legal texts" },
  { "decider",
    "\"decider\": \"province-chairman\"",
    "\"decider\": \"director\"",
    "awards.CSTDT.decider: the head of the office decides" },
  { "refused",
    "\"Lao động tiên tiến\"",
    "\"Chiến sĩ thi đua cấp Sở\"",
    "awards.LDTT.name: Theo Luật" },
  { "salary",
    "\"valid_from\": \"2023-07-01\"",
    "\"valid_from\": \"2023-06-30\"",
    "salaries.2023-06-30.valid_from: begins before" },
  { "bands",
    "\"good_hundredths\": 7000",
    "\"good_hundredths\": 9000",
    "scoring.good_hundredths: must be lower" },
  { "cap",
    "\"cap_hundredths\": 10000",
    "\"cap_hundredths\": 8000",
    "scoring.cap_hundredths: must not be lower" },
  { "mark", "\"vote.quorum\": null", "\"vote.quarum\": null", "vote.quarum: is marked though" },
  { "mark-value", "\"vote.quorum\": null", "\"vote.quorum\": true", "vote.quorum: must be null" },
  { "format", "\"format\": 1", "\"format\": 2", "format: the pack was made for a newer version" },
  { "other", "\"format\": 1,", "", "format: this is not a rule pack" },
};

/* The first line of the change, from 1. */
static guint
count_lines (const char *text, const char *until)
{
  guint line = 1;

  for (const char *each = text; each < until; each++)
    line += *each == '\n';
  return line;
}

static void
test_slip (gconstpointer data)
{
  const Slip *slip = data;
  g_autofree char *text = load ("2024");
  const char *place = strstr (text, slip->before);
  g_autoptr (GString) wrong = g_string_new (text);
  g_autoptr (BvRulePack) pack = NULL;
  g_autoptr (GError) error = NULL;
  guint line, told;

  g_assert_nonnull (place);
  g_string_erase (wrong, place - text, (gssize) strlen (slip->before));
  g_string_insert (wrong, place - text, slip->after);
  line = count_lines (text, place);
  pack = bv_rule_pack_parse (wrong->str, -1, &error);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_null (pack);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, slip->says));
  g_assert_cmpint (sscanf (error->message, "Line %u", &told), ==, 1);
  /* what is missing is told at the brace that lacks it; a comma at the next thing */
  if (*slip->after == '\0')
    g_assert_cmpuint (told, <=, line);
  else
    g_assert_cmpuint (told - line, <=, 1);
}

static void
test_nonsense (void)
{
  static const char *const texts[] = {
    "", "[]", "{}", "7", "null", "{\"format\": \"1\"}", "{\"format\": 1}"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (bv_rule_pack_parse (texts[i], -1, &error));
    g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
    g_assert_true (g_str_has_prefix (error->message, "Line "));
  }
}

/* What people read and type in the forms. */
static void
test_fields (void)
{
  g_autofree char *text = load ("2024");
  g_autoptr (BvRulePack) pack = parse (text);
  g_autoptr (BvRulePack) copy = bv_rule_pack_copy (pack);
  const BvRuleGroup *awards = bv_rule_group_find ("awards");
  const BvRuleField *share = bv_rule_group_find_field (awards, "vote_share");
  const BvRuleField *money = bv_rule_group_find_field (awards, "coefficient_thousandths");
  gpointer row = bv_rule_group_find_row (awards, copy, "CSTDCS");
  g_autofree char *shown = bv_rule_field_format (money, row);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (shown, ==, "1");
  g_assert_true (bv_rule_field_parse (money, row, "0,35", &error));
  g_assert_cmpint (((BvRuleAward *) row)->coefficient, ==, 350);
  g_assert_true (bv_rule_field_parse (share, row, ">1/2", &error));
  g_assert_true (bv_rule_field_parse (share, row, " ", &error));
  g_assert_true (bv_rule_field_is_none (share, row));
  g_assert_false (bv_rule_field_parse (share, row, "67 %", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_false (bv_rule_field_equal (share, row, bv_rule_pack_find_award (pack, "CSTDCS")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bv_language_init ("en");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autofree char *path = g_strconcat ("/rule-pack/round-trip/", codes[i], NULL);
    g_test_add_data_func (path, codes[i], test_round_trip);
  }
  g_test_add_func ("/rule-pack/facts", test_facts);
  g_test_add_func ("/rule-pack/salaries", test_salaries);
  g_test_add_func ("/rule-pack/editing", test_editing);
  g_test_add_func ("/rule-pack/marks", test_marks);
  g_test_add_func ("/rule-pack/refusal", test_refusal);
  g_test_add_func ("/rule-pack/decided-by-head", test_decided_by_head);
  g_test_add_func ("/rule-pack/fields", test_fields);
  g_test_add_func ("/rule-pack/nonsense", test_nonsense);
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++) {
    g_autofree char *path = g_strconcat ("/rule-pack/slip/", slips[i].path, NULL);
    g_test_add_data_func (path, &slips[i], test_slip);
  }
  return g_test_run ();
}
