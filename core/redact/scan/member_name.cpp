// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/member_name.h"

#include "core/redact/scan/ascii.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
bool isHolder(std::string_view key) {
    static constexpr auto kHolders = std::to_array<std::string_view>(
        {"value", "values",  "val",       "number",  "numbers",   "no",     "nr",    "num",
         "home",  "work",    "office",    "primary", "secondary", "main",   "other", "current",
         "raw",   "display", "formatted", "new",     "old",       "confirm"});
    return std::ranges::any_of(kHolders,
                               [&](auto word) { return std::ranges::equal(key, word, {}, lowerAscii); });
}

std::string_view memberName(std::string_view key, std::string_view outer) {
    if (isHolder(key)) {
        return outer.empty() ? key : outer;
    }
    if (key.size() <= kMemberNameBytes) {
        return key;
    }
    std::size_t from = key.size() - kMemberNameBytes;
    while (from < key.size() && (static_cast<unsigned char>(key[from]) & 0xC0U) == 0x80U) {
        ++from; // inside a character
    }
    return key.substr(from);
}

bool isPlural(std::string_view name) {
    return name.size() > 3 && name.ends_with('s') && name != "tokens"; // of a model, not keys
}

bool namesNumber(std::string_view key) {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"phone", "telephone", "tel", "mobile", "cell", "fax", "telefon", "telefono", "number", "num", "no",
         "nr", "passport", "license", "licence", "password", "passwort"});
    const auto endsIn = [&](std::string_view name) {
        return key.size() >= name.size() &&
               std::ranges::equal(key.substr(key.size() - name.size()), name, {}, lowerAscii);
    };
    return std::ranges::any_of(kNames, endsIn);
}

} // namespace goldpan::redact
