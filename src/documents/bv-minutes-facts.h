/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What minutes of a session must name: who left which line, who wrote instead of coming, and whose
 * conditions were set aside. Each writes nothing where there is nothing to name. */
#pragma once
#include "bv-draft.h"

G_BEGIN_DECLS

/** bv_minutes_facts_add_recusals: who did not vote on whom, and why. */
gboolean bv_minutes_facts_add_recusals (BvDraft *draft, BvCouncilSession *session, GError **error);
/** bv_minutes_facts_add_written: whose opinion in writing counts, and when it came. */
gboolean bv_minutes_facts_add_written (BvDraft *draft, GError **error);
/** bv_minutes_facts_add_exceptions: which condition was set aside for whom, why and by which
 * document. */
gboolean bv_minutes_facts_add_exceptions (BvDraft *draft, GError **error);

G_END_DECLS
