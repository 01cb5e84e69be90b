// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/surrogate_halves.h"

#include "core/base/python_json.h"
#include "core/base/utf8.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>

namespace goldpan::profiles {
namespace {

// A half stands in a text as a code point that is nobody's: 2048 of the private ones, the last but few.
constexpr char32_t kFirstStand = 0x10F000;
constexpr char32_t kHigh = 0xD800;
constexpr char32_t kLow = 0xDC00;
constexpr char32_t kEnd = 0xE000;
constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kEscapeBytes = 6;

/// The half that an escape at `at` is; 0 where it is none.
char32_t halfAt(std::string_view json, std::size_t at) {
    const auto escape = at < json.size() ? json.substr(at, kEscapeBytes) : std::string_view();
    std::uint32_t unit = 0;
    if (escape.size() < kEscapeBytes || !escape.starts_with("\\u")) {
        return 0;
    }
    const auto read = std::from_chars(escape.data() + 2, escape.data() + kEscapeBytes, unit, 16);
    const bool isHalf = read.ptr == escape.data() + kEscapeBytes && unit >= kHigh && unit < kEnd;
    return isHalf ? unit : 0;
}

/// Every escape of a lone half as its stand-in; none where there is no such escape.
std::optional<std::string> withStandIns(std::string_view json) {
    std::string out;
    std::size_t done = 0;
    for (auto at = json.find('\\'); at != std::string_view::npos; at = json.find('\\', at)) {
        const auto half = halfAt(json, at);
        if (half == 0) {
            at += 2; // the next one may be escaped by this one
        } else if (half < kLow && halfAt(json, at + kEscapeBytes) >= kLow) {
            at += 2 * kEscapeBytes;
        } else {
            out += json.substr(done, at - done);
            appendUtf8(out, kFirstStand + (half - kHigh));
            at += kEscapeBytes;
            done = at;
        }
    }
    if (done == 0) {
        return std::nullopt;
    }
    out += json.substr(done);
    return out;
}

/// The half that a stand-in stands for; 0 of any other code point.
char32_t halfOf(char32_t codePoint) {
    return codePoint >= kFirstStand && codePoint < kFirstStand + (kEnd - kHigh)
               ? codePoint - kFirstStand + kHigh
               : 0;
}

std::string joined(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto point = takeCodePoint(text);
        const auto half = halfOf(point);
        if (half == 0) {
            appendUtf8(out, point);
            continue;
        }
        auto rest = text;
        const auto other = rest.empty() ? 0 : halfOf(takeCodePoint(rest));
        if (half < kLow && other >= kLow) {
            appendUtf8(out, 0x10000 + ((half - kHigh) << 10U) + (other - kLow));
            text = rest;
        } else {
            appendUtf8(out, kReplacement);
        }
    }
    return out;
}

} // namespace

std::optional<JsonTree> SurrogateHalves::parse(std::string_view event) {
    auto tree = parseJsonTree(event);
    if (tree) {
        return tree;
    }
    const auto held = withStandIns(event);
    m_hasHalves = m_hasHalves || held;
    return parseJsonTree(strictJson(held ? std::string_view(*held) : event));
}

void SurrogateHalves::join(JsonTree& body) const {
    if (!m_hasHalves) {
        return;
    }
    if (body.isString()) {
        body.text = joined(body.text);
    }
    for (auto& item : body.items) {
        join(item);
    }
}

} // namespace goldpan::profiles
