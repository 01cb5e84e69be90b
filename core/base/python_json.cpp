// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/python_json.h"

#include "core/base/json_surrogates.h"

#include <algorithm>
#include <array>

namespace goldpan {
namespace {

constexpr std::array<std::string_view, 3> kWords{"NaN", "-Infinity", "Infinity"};

std::string withoutNonFinite(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    bool quoted = false;
    while (!json.empty()) {
        const auto* const word =
            quoted ? kWords.end() : std::ranges::find_if(kWords, [json](std::string_view each) {
                return json.starts_with(each);
            });
        if (word != kWords.end()) {
            out += "null";
            json.remove_prefix(word->size());
            continue;
        }
        const std::size_t step = quoted && json.front() == '\\' && json.size() > 1 ? 2 : 1;
        quoted = quoted != (json.front() == '"');
        out += json.substr(0, step);
        json.remove_prefix(step);
    }
    return out;
}

} // namespace

std::string strictJson(std::string_view python) {
    const bool hasWord = std::ranges::any_of(
        kWords, [python](std::string_view word) { return python.find(word) != std::string_view::npos; });
    std::string json = hasWord ? withoutNonFinite(python) : std::string(python);
    replaceLoneSurrogates(json);
    return json;
}

} // namespace goldpan
