/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked at before a zip or XML library sees it, because it would take those too long or
 * too much memory. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** BvPackageGuard: where in the XML one stands; all zero at the beginning of a part. */
typedef struct
{
  char quote;
  guint8 state;
  guint n_attributes;
  gsize length; /* of the tag that is open */
} BvPackageGuard;

/** bv_package_guard_check: %FALSE once a tag is longer, or has more attributes, than any
 * workbook's: comparing each with each would take for ever. */
gboolean bv_package_guard_check (BvPackageGuard *self, const char *data, gsize size);
/** bv_package_guard_directory: whether @bytes end with a zip directory of a sensible size. */
gboolean bv_package_guard_directory (GBytes *bytes);

G_END_DECLS
