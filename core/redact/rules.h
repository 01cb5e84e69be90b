// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules: what the scan knows of each PII type. A new type adds a rule file, a PiiType and a row in rules.cpp.
// Pure functions; safe on any thread.
#pragma once

#include "core/redact/number_run.h"
#include "core/redact/redactor.h"
#include "core/redact/scan_text.h"

#include <array>
#include <optional>
#include <span>

namespace goldpan::redact {

/// Kinds of bytes at which the scan stops and asks.
enum class Trigger : std::uint8_t {
    none,
    at,    ///< '@'
    digit, ///< first digit of a group
};

/// By byte; in the header because the scan reads it for each byte of the text.
inline constexpr auto kTriggers = [] {
    std::array<Trigger, 256> table{};
    table['@'] = Trigger::at;
    for (std::size_t c = '0'; c <= '9'; ++c) {
        table[c] = Trigger::digit;
    }
    return table;
}();

struct Rule {
    PiiType type;
    Trigger trigger;
    std::string_view name;
    int version; ///< raised whenever the rule decides differently
    std::optional<PiiSpan> (*match)(const ScanText& scan, const NumberRun& run, std::size_t pos);
};

/// In order of precedence.
[[nodiscard]] std::span<const Rule> allRules();

/// `pos` is the '@'. Local part to the left, labels to the right (RFC 5321 without quoted forms, RFC 6531 for
/// alphabetic scripts).
[[nodiscard]] std::optional<PiiSpan> matchEmail(const ScanText& scan, std::size_t pos);
/// 3-2-4 with one separator, or nine digits that a cue names.
[[nodiscard]] std::optional<PiiSpan> matchSsn(const ScanText& scan, const NumberRun& run);
/// International, North American, national with a leading 0; anything else needs a cue.
[[nodiscard]] std::optional<PiiSpan> matchPhone(const ScanText& scan, const NumberRun& run);

} // namespace goldpan::redact
