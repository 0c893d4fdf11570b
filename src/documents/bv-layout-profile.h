/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of official documents as data: paper, margins, sizes, spacing of each kind of text. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** BvTextStyle: what a text is in a document; the profile says how it looks. */
typedef enum {
  BV_TEXT_SUPERIOR, /* heading, left: the superior body */
  BV_TEXT_ISSUER,   /* heading, left: the issuing body */
  BV_TEXT_NATION,   /* heading, right: the name of the State */
  BV_TEXT_MOTTO,    /* heading, right: the motto */
  BV_TEXT_NUMBER,   /* number and symbol */
  BV_TEXT_PLACE,    /* place and date */
  BV_TEXT_TITLE,    /* type of the document */
  BV_TEXT_SUBJECT,  /* what it is about */
  BV_TEXT_ADDRESSEE,
  BV_TEXT_BASIS, /* a legal ground */
  BV_TEXT_SECTION,
  BV_TEXT_BODY,
  BV_TEXT_PLAIN,  /* body without first-line indent */
  BV_TEXT_CENTRE, /* body, centred */
  BV_TEXT_ARTICLE,
  BV_TEXT_NOTE,
  BV_TEXT_HEAD,  /* heading of a table column */
  BV_TEXT_CELL,  /* text of a table */
  BV_TEXT_GROUP, /* heading of a group of rows */
  BV_TEXT_RECIPIENTS,
  BV_TEXT_RECIPIENT,
  BV_TEXT_AUTHORITY, /* signature: whose signature it is */
  BV_TEXT_SIGN_NOTE, /* signature: "(Ký, ghi rõ họ tên)" */
  BV_TEXT_SIGNER,    /* signature: name */
  BV_TEXT_PAGE_NUMBER,
  BV_N_TEXT_STYLES
} BvTextStyle;

typedef enum { BV_ALIGN_LEFT, BV_ALIGN_CENTRE, BV_ALIGN_RIGHT, BV_ALIGN_JUSTIFY } BvAlign;

/**
 * BvTextLook:
 * @size: in points
 * @indent: of the first line, in millimetres
 * @before: space above, in points; none at the top of a page
 * @pitch: distance of lines as a multiple of @size
 * @keep: stays on one page with what follows
 */
typedef struct
{
  double size;
  gboolean bold, italic;
  BvAlign align;
  double indent;
  double before;
  double pitch;
  gboolean keep;
} BvTextLook;

/** BvLayoutProfile: lengths in millimetres unless said otherwise. */
typedef struct
{
  const char *name;
  const char *font;            /* what the document asks for */
  const char *const *families; /* faces as wide as it, best first, ended by NULL */
  double page_width, page_height;
  double top, bottom, left, right;
  double number_baseline;        /* of the page number, from the upper edge */
  double heading_left;           /* share of the width that the left half of the heading takes */
  double signature_space;        /* room for the signature itself */
  double cell_padding_x;         /* points */
  double cell_padding_y;         /* points */
  double rule_width, grid_width; /* points */
  BvTextLook looks[BV_N_TEXT_STYLES];
} BvLayoutProfile;

/** bv_layout_profile_decree_30: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
extern const BvLayoutProfile bv_layout_profile_decree_30;

/** bv_layout_profile_scale: @profile with letters and the space between them times @scale. */
BvLayoutProfile bv_layout_profile_scale (const BvLayoutProfile *profile, double scale);
/** bv_layout_profile_points: millimetres in points. */
double bv_layout_profile_points (double millimetres);

G_END_DECLS
