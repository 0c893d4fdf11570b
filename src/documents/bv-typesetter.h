/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets text in lines of one pitch, the same on paper and on the screen. */
#pragma once
#include "bv-layout-profile.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct BvTypesetter BvTypesetter;

/** bv_typesetter_new: for the calling thread alone. */
BvTypesetter *bv_typesetter_new (const BvLayoutProfile *profile);
void bv_typesetter_free (BvTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTypesetter, bv_typesetter_free)
/** bv_typesetter_check_font: %FALSE with a sentence when no font has the Vietnamese letters. */
gboolean bv_typesetter_check_font (BvTypesetter *self, GError **error);
/** bv_typesetter_dup_notice: which font stands in for that of @profile; %NULL when it need not. */
char *bv_typesetter_dup_notice (const BvLayoutProfile *profile);
/** bv_typesetter_get_pitch: distance of two lines in points. */
double bv_typesetter_get_pitch (const BvTextLook *look);
/** bv_typesetter_set: @markup broken into lines of @width points; owned. */
PangoLayout *
bv_typesetter_set (BvTypesetter *self, const char *markup, const BvTextLook *look, double width);
/** bv_typesetter_count: how many lines @markup takes in @width. */
guint
bv_typesetter_count (BvTypesetter *self, const char *markup, const BvTextLook *look, double width);
/** bv_typesetter_break: @markup with \n where its lines end; owned. What has marks inside stays. */
char *
bv_typesetter_break (BvTypesetter *self, const char *markup, const BvTextLook *look, double width);
/** bv_typesetter_measure: width of the first line in points. */
double bv_typesetter_measure (BvTypesetter *self, const char *markup, const BvTextLook *look);
/** bv_typesetter_show: @n lines of @layout from line @first on, the upper edge of the first at @y.
 */
void bv_typesetter_show (BvTypesetter *self,
                         cairo_t *cr,
                         PangoLayout *layout,
                         const BvTextLook *look,
                         double x,
                         double y,
                         guint first,
                         guint n);
/** bv_typesetter_write: sets and shows all of @markup; gives its height in points. */
double bv_typesetter_write (BvTypesetter *self,
                            cairo_t *cr,
                            const char *markup,
                            const BvTextLook *look,
                            double x,
                            double y,
                            double width);

G_END_DECLS
