/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonus money and the table of base salaries. */
#include "config.h"

#include "bv-bonus.h"

#include <string.h>

#include "bv-points.h"

/* The product is in thousandths of a đồng; the result counts in steps of 10 000 đồng. */
#define STEP 10000
#define STEP_MILLI ((BvInt128) STEP * 1000)

typedef struct
{
  const char *valid_from;
  gint64 amount;
  const char *source;
} BaseSalary;

/* The newest first. The names of legal texts are never translated. */
static const BaseSalary base_salaries[] = {
  { "2026-07-01", 2530000, "NĐ 161/2026/NĐ-CP" },
  { "2024-07-01", 2340000, "NĐ 73/2024/NĐ-CP" },
  { "2023-07-01", 1800000, "NĐ 24/2023/NĐ-CP" },
  { "2019-07-01", 1490000, "NĐ 38/2019/NĐ-CP" },
};

static gboolean
is_date (const char *text)
{
  int parts[3];

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  parts[0] = (int) g_ascii_strtoll (text, NULL, 10);
  parts[1] = (int) g_ascii_strtoll (text + 5, NULL, 10);
  parts[2] = (int) g_ascii_strtoll (text + 8, NULL, 10);
  return g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]);
}

static const BaseSalary *
find_base_salary (const char *date)
{
  if (!is_date (date))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (base_salaries); i++)
    if (strcmp (date, base_salaries[i].valid_from) >= 0)
      return &base_salaries[i];
  return NULL;
}

gint64
bv_bonus_amount (gint64 coefficient, gint64 base_salary, BvBonusRounding rounding)
{
  BvInt128 product = (BvInt128) coefficient * base_salary;
  BvInt128 amount;

  if (coefficient < 0 || base_salary < 0)
    return -1;
  product += rounding == BV_BONUS_NEAREST ? STEP_MILLI / 2 : STEP_MILLI - 1;
  amount = product / STEP_MILLI * STEP;
  return amount > G_MAXINT64 ? -1 : (gint64) amount;
}

gint64
bv_bonus_base_salary (const char *decision_date)
{
  const BaseSalary *found = find_base_salary (decision_date);

  return found ? found->amount : -1;
}

const char *
bv_bonus_base_salary_source (const char *decision_date)
{
  const BaseSalary *found = find_base_salary (decision_date);

  return found ? found->source : NULL;
}
