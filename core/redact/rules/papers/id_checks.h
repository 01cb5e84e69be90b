// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdChecks: numbers of states that tell themselves, by a form with a check that chance seldom meets, as the
// states publish them. Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/pii_span.h"

#include <optional>
#include <string_view>

namespace goldpan::redact {

/// What paper the whole of `shown` is, as written, without a word beside it.
[[nodiscard]] std::optional<PiiType> tellsItself(std::string_view shown);

/// "2019-2024", "12/03/2025": no paper is numbered so.
[[nodiscard]] bool isDateLike(std::string_view shown);

} // namespace goldpan::redact
