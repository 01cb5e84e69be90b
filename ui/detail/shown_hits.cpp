// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/shown_hits.h"

#include "ui/common/visible_text.h"

namespace goldpan::ui {

std::vector<ShownHit> hitsIn(const ShownTexts& shown, const queue::TextHits& wanted, queue::TextField field,
                             const std::stop_token& stop) {
    std::vector<ShownHit> out;
    for (std::size_t i = 0; i < shown.places.size() && !stop.stop_requested(); ++i) {
        const std::string_view body = (*shown.sections)[i].body;
        const ShownTexts::Place& place = shown.places[i];
        // The whole text is searched, as a pattern may end where the view does not; what is not shown has no
        // place.
        const auto hits = wanted.find(body, field, kMostHits - out.size(), stop);
        std::vector<std::size_t> bytes;
        for (const queue::TextSpan& hit : hits) {
            bytes.insert(bytes.end(), {hit.begin, hit.end});
        }
        if (bytes.empty()) {
            continue;
        }
        const auto places = makeVisible(body, place.limit, bytes).places;
        for (std::size_t at = 0; at < places.size(); at += 2) {
            if (places[at] < places[at + 1]) {
                out.push_back({place.at + places[at], place.at + places[at + 1]});
            }
        }
    }
    return out;
}

} // namespace goldpan::ui
