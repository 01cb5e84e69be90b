// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision makes of a row, and what the window calls it while it is under way. Pure functions.
#pragma once

#include <QString>

#include "core/domain/review_state.h"
#include "core/review/review_service.h"
#include "ui/state/row_detail.h"

namespace goldpan::ui {

[[nodiscard]] ReviewState stateAfter(review::Decision decision);
/// "Accepting"
[[nodiscard]] QString decisionText(review::Decision decision);
/// `what` with the row it is about, if that is known: by the time it fails the operator is in another row.
[[nodiscard]] QString actText(const QString& what, const RowDetailPtr& detail);

} // namespace goldpan::ui
