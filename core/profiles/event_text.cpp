// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/event_text.h"

#include "core/base/byte_order_mark.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::profiles {
namespace {

std::string_view withoutMark(std::string_view text) {
    text.remove_prefix(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    return text;
}

std::string_view takeLine(std::string_view& rest) {
    const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end);
    rest.remove_prefix(rest.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest.size()));
    return line;
}

} // namespace

bool looksLikeEvents(std::string_view text) {
    static constexpr std::array<std::string_view, 5> kBegins{"data:", "event:", "id:", "retry:", ":"};
    text = withoutMark(text);
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(begin);
    return std::ranges::any_of(kBegins, [&](auto word) { return text.starts_with(word); });
}

std::vector<std::string> eventData(std::string_view events) {
    std::vector<std::string> out;
    std::string data;
    bool open = false;
    const auto flush = [&] {
        if (std::exchange(open, false)) {
            out.push_back(std::exchange(data, {}));
        }
    };
    events = withoutMark(events);
    while (!events.empty()) {
        auto line = takeLine(events);
        if (line.empty()) {
            flush();
        } else if (line.starts_with("data:")) {
            line.remove_prefix(5);
            line.remove_prefix(line.starts_with(' ') ? 1 : 0);
            if (open) {
                data.push_back('\n');
            }
            data += line;
            open = true;
        }
    }
    flush();
    return out;
}

} // namespace goldpan::profiles
