// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_surrogates.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace goldpan {
namespace {

constexpr std::size_t kEscapeBytes = 6;

std::optional<std::uint32_t> escapeAt(std::string_view json, std::size_t at) {
    const auto escape = json.substr(at < json.size() ? at : json.size(), kEscapeBytes);
    if (escape.size() < kEscapeBytes || !escape.starts_with("\\u")) {
        return std::nullopt;
    }
    std::uint32_t unit = 0;
    const auto read = std::from_chars(escape.data() + 2, escape.data() + kEscapeBytes, unit, 16);
    return read.ptr == escape.data() + kEscapeBytes ? std::optional(unit) : std::nullopt;
}

bool isHigh(std::uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLow(std::uint32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

} // namespace

bool replaceLoneSurrogates(std::string& json) {
    bool replaced = false;
    std::size_t at = json.find('\\');
    while (at != std::string::npos) {
        const auto unit = escapeAt(json, at);
        std::size_t length = unit ? kEscapeBytes : 2;
        if (unit && isHigh(*unit) && isLow(escapeAt(json, at + kEscapeBytes).value_or(0))) {
            length = 2 * kEscapeBytes;
        } else if (unit && (isHigh(*unit) || isLow(*unit))) {
            json.replace(at, kEscapeBytes, "\\ufffd");
            replaced = true;
        }
        at = json.find('\\', at + length);
    }
    return replaced;
}

} // namespace goldpan
