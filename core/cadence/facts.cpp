// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cadence/facts.h"

namespace goldpan::cadence {

void Facts::add(std::optional<Timestamp> ts, std::string_view model, const std::vector<std::string>& tags,
                bool trained) {
    ++rows;
    for (DriftWindow& window : drift) {
        window.rows += window.event.covers(ts, model) ? 1 : 0;
    }
    for (const std::string& tag : tags) {
        if (tag.starts_with(kClusterPrefix)) {
            clusters[tag] += trained ? 0 : 1; // a cluster that was trained on is still listed
        }
    }
}

} // namespace goldpan::cadence
