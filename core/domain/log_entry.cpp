// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/log_entry.h"

#include <algorithm>

namespace goldpan {

void normalizeTags(std::vector<std::string>& tags) {
    std::ranges::sort(tags);
    const auto doubles = std::ranges::unique(tags);
    tags.erase(doubles.begin(), doubles.end());
}

} // namespace goldpan
