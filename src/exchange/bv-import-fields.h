/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column of a table can hold: a field of the kind, or a value of one field by the cells of
 * another, as “Năm sinh” over “Nam” and “Nữ” does. */
#pragma once
#include "bv-kind.h"

G_BEGIN_DECLS

/** bv_import_fields_count: how many things a column may hold: the kind's fields come first. */
guint bv_import_fields_count (const BvKind *kind);
/** bv_import_fields_get: borrowed, for ever. */
const BvField *bv_import_fields_get (const BvKind *kind, guint index);
/** bv_import_fields_find: the one called @name, or %NULL. */
const BvField *bv_import_fields_find (const BvKind *kind, const char *name);
/**
 * bv_import_fields_resolve: the field of the kind that the cells of @column fill: @column itself,
 * unless every filled cell tells another field (@told, borrowed) as well: it has the value @value.
 */
const BvField *bv_import_fields_resolve (const BvKind *kind,
                                         const BvField *column,
                                         const BvField **told,
                                         const char **value);

G_END_DECLS
