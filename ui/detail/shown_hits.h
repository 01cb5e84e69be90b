// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the hits of a filter stand in a read-only view, by position in its document. Values, found on any
// thread.
#pragma once

#include "core/queue/text_hits.h"

#include <QString>

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::ui {

/// One text under its heading.
struct Section {
    QString heading; ///< "" for none
    std::string body;
};

/// What a view shows now.
struct ShownTexts {
    struct Place {
        std::size_t limit = 0; ///< bytes of the body that are shown
        int at = 0;            ///< its first character in the document
    };
    std::shared_ptr<const std::vector<Section>> sections;
    std::vector<Place> places; ///< of the first sections; those without one are not shown
};

struct ShownHit {
    int begin = 0;
    int end = 0; ///< exclusive
    bool operator==(const ShownHit&) const = default;
};

/// More than people look at; each costs the view a little.
inline constexpr std::size_t kMostHits = 1000;

[[nodiscard]] std::vector<ShownHit> hitsIn(const ShownTexts& shown, const queue::TextHits& wanted,
                                           queue::TextField field, const std::stop_token& stop);

} // namespace goldpan::ui
