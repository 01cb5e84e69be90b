// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log_key.h"

#include "core/base/sha256.h"

#include <cstddef>

namespace goldpan::store {
namespace {

constexpr std::size_t kDigits = 8;

std::string markOf(std::string_view fullPath) {
    return " (" + sha256Hex(fullPath).substr(0, kDigits) + ")";
}

/// Whether a mark is at its end.
bool isMarked(std::string_view key) {
    constexpr std::size_t kMark = kDigits + 3;
    if (key.size() < kMark || !key.ends_with(')') || key.substr(key.size() - kMark, 2) != " (") {
        return false;
    }
    const auto digits = key.substr(key.size() - 1 - kDigits, kDigits);
    return digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

std::string logKey(std::string_view fullPath, const redact::Redactor& redactor) {
    auto shown = redactor.redacted(fullPath);
    return shown == fullPath ? shown : shown + markOf(fullPath);
}

std::optional<std::string> redactedLogKey(std::string_view key, const redact::Redactor& redactor,
                                          redact::RedactionCounts& counts) {
    // A mark is of the path as it is on the disk, so it stays; without one the key is that path.
    const auto path = isMarked(key) ? key.substr(0, key.size() - kDigits - 3) : key;
    const auto shown = redactor.redact(path, counts);
    if (!shown || *shown == path) {
        return std::nullopt;
    }
    return *shown + (isMarked(key) ? std::string(key.substr(path.size())) : markOf(key));
}

} // namespace goldpan::store
