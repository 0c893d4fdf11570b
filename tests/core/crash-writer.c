/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works in an office file until it is killed: crash-writer FILE. A line goes out after each thing
 * that was saved: "add ID", "rename ID N", "remove ID", "import FIRST LAST". */
#include "config.h"

#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"

#include <stdio.h>

#define IMPORTED 60

static gint64
save_person (BvOffice *office, const char *name)
{
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
  g_autoptr (GError) error = NULL;

  bv_record_set_text (person, "full_name", name);
  if (bv_office_save (office, person, &error))
    return bv_record_get_id (person);
  g_printerr ("%s\n", error->message);
  return 0;
}

static gboolean
rename_person (BvOffice *office, gint64 id, guint number)
{
  g_autoptr (BvRecord) person = bv_office_load (office, &bv_person_kind, id, NULL);
  g_autofree char *title = g_strdup_printf ("Chuyên viên %u", number);

  if (!person)
    return FALSE;
  bv_record_set_text (person, "job_title", title);
  return bv_office_save (office, person, NULL);
}

/* Many rows in one step: all or nothing. */
static gboolean
import (BvOffice *office, gint64 *first, gint64 *last)
{
  BvHistory *history = bv_office_get_history (office);

  if (!bv_history_begin (history, "Nhập", NULL))
    return FALSE;
  for (guint i = 0; i < IMPORTED; i++) {
    *last = save_person (office, "Hoàng Thị Hường");
    if (i == 0)
      *first = *last;
  }
  return bv_history_commit (history, NULL);
}

static gboolean
work (BvOffice *office, guint number)
{
  gint64 first;
  gint64 last;
  gint64 id;

  if (number % 9 == 8) {
    if (!import (office, &first, &last))
      return FALSE;
    printf ("import %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", first, last);
    return TRUE;
  }
  id = save_person (office, "Nguyễn Văn Ẩn");
  if (id == 0)
    return FALSE;
  printf ("add %" G_GINT64_FORMAT "\n", id);
  if (number % 3 == 1 && rename_person (office, id, number))
    printf ("rename %" G_GINT64_FORMAT " %u\n", id, number);
  if (number % 5 == 4 && bv_office_remove (office, &bv_person_kind, &id, 1, NULL))
    printf ("remove %" G_GINT64_FORMAT "\n", id);
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_office_open (argv[1], NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);

  /* A line is out before the next thing begins. */
  setvbuf (stdout, NULL, _IOLBF, 0);
  if (!office || !bv_office_is_writable (office)) {
    g_printerr ("%s\n", error ? error->message : bv_office_get_holder (office));
    return 1;
  }
  for (guint number = 0; work (office, number); number++) {
  }
  return 1;
}
