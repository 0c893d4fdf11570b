/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that a test needs. */
#pragma once
#include "bv-office.h"
#include "bv-record.h"

/** test_save: saves @record, which it takes; its id. */
static inline gint64
test_save (BvOffice *office, BvRecord *record)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  bv_office_save (office, record, &error);
  g_assert_no_error (error);
  id = bv_record_get_id (record);
  g_object_unref (record);
  return id;
}
