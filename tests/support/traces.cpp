// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/traces.h"

#include "core/base/json_text.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <filesystem>

namespace goldpan::test {
namespace {

constexpr std::size_t kKeyBytes = sizeof(std::uint64_t);
constexpr std::size_t kTelling = 9; ///< so many letters and digits in a row do not come about by chance

std::uint64_t keyOf(const char* bytes) {
    std::uint64_t key = 0;
    std::memcpy(&key, bytes, kKeyBytes);
    return key;
}

std::size_t startOf(std::uint64_t key) {
    return key * 0x9E3779B97F4A7C15ULL >> 48U;
}

bool isSign(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

std::string utf16(const std::string& ascii, bool bigEndian) {
    std::string out;
    for (const char c : ascii) {
        out += bigEndian ? std::string{'\0', c} : std::string{c, '\0'};
    }
    return out;
}

/// The longest run of letters and digits.
std::string longestPiece(const std::string& value) {
    std::string best;
    std::string piece;
    for (const char c : value + ' ') {
        if (isSign(c)) {
            piece += c;
            continue;
        }
        best = piece.size() > best.size() ? piece : best;
        piece.clear();
    }
    return best;
}

} // namespace

void Traces::add(std::string bytes, std::string what) {
    if (bytes.size() < kKeyBytes) {
        return;
    }
    const std::uint64_t key = keyOf(bytes.data());
    m_starts[startOf(key)] = true;
    m_forms.emplace(key, Form{std::move(bytes), std::move(what)});
}

void Traces::lookFor(const PlantedValue& planted) {
    const std::string& value = planted.value;
    const std::string what = std::string(planted.type) + " number " + std::to_string(++m_values);
    std::string bare = value;
    std::erase_if(bare, [](char c) { return !isSign(c); });
    std::string escaped;
    appendJsonString(escaped, value);
    escaped = escaped.substr(1, escaped.size() - 2);
    add(value, what + " as it is");
    add(lowered(value), what + " in lower case");
    add(utf16(value, false), what + " as UTF-16");
    add(utf16(value, true), what + " as UTF-16, high bytes first");
    if (escaped != value) {
        add(escaped, what + " escaped");
    }
    if (bare != value && bare.size() >= kTelling) {
        add(bare, what + " without separators");
    }
    if (auto piece = longestPiece(value); piece != bare && piece.size() >= kTelling) {
        add(std::move(piece), what + " in part");
    }
}

std::vector<std::string> Traces::in(std::string_view bytes) const {
    std::vector<std::string> found;
    for (std::size_t at = 0; at + kKeyBytes <= bytes.size(); ++at) {
        const std::uint64_t key = keyOf(bytes.data() + at);
        if (!m_starts[startOf(key)]) {
            continue;
        }
        const auto [first, last] = m_forms.equal_range(key);
        for (auto form = first; form != last; ++form) {
            if (bytes.substr(at).starts_with(form->second.bytes)) {
                found.push_back(form->second.what + " at byte " + std::to_string(at));
            }
        }
    }
    return found;
}

std::vector<std::string> Traces::below(const std::string& folder) const {
    std::vector<std::string> found;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
        if (!item.is_regular_file()) {
            continue;
        }
        ++m_files;
        const std::string name = item.path().lexically_relative(folder).string();
        for (const auto& trace : in(name + '\0' + readMaybeGzip(item.path().string()))) {
            found.push_back(name + ": " + trace);
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace goldpan::test
