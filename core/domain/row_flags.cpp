// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/row_flags.h"

namespace goldpan {

std::uint32_t flagsOfRow(std::span<const std::string> tags, std::optional<double> logprob,
                         const Policy& policy) {
    std::uint32_t flags = tags.empty() ? 0U : std::uint32_t{FlagTagged};
    for (const auto& tag : tags) {
        flags |= flagOfTag(tag);
    }
    return flags | (policy.isLowConfidence(logprob) ? std::uint32_t{FlagLowConfidence} : 0U);
}

} // namespace goldpan
