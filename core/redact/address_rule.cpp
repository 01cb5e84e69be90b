// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules.h"

namespace goldpan::redact {

std::optional<PiiSpan> matchAddress(const Site&) {
    return std::nullopt;
}

} // namespace goldpan::redact
