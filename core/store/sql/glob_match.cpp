// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/glob_match.h"

#include <ranges>

namespace goldpan::sql {

bool globMatches(std::string_view glob, std::string_view text) {
    const auto firstStar = glob.find('*');
    if (firstStar == std::string_view::npos) {
        return glob == text;
    }
    const auto lastStar = glob.rfind('*');
    const auto head = glob.substr(0, firstStar);
    const auto tail = glob.substr(lastStar + 1);
    if (text.size() < head.size() + tail.size() || !text.starts_with(head) || !text.ends_with(tail)) {
        return false;
    }
    text = text.substr(head.size(), text.size() - head.size() - tail.size());
    // Between two stars the first place that fits is as good as any: no going back.
    for (const auto part : std::views::split(glob.substr(firstStar, lastStar - firstStar), '*')) {
        const auto at = text.find(std::string_view(part));
        if (at == std::string_view::npos) {
            return false;
        }
        text.remove_prefix(at + std::ranges::size(part));
    }
    return true;
}

} // namespace goldpan::sql
