// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules: what the scan knows of each PII type. A new type adds a rule file, a PiiType with its token
// and a row in rules.cpp.
// Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/number_run.h"
#include "core/redact/scan/pii_span.h"
#include "core/redact/scan/scan_text.h"
#include "core/redact/scan/triggers.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace goldpan::redact {

struct Site {
    const ScanText& scan;
    Trigger trigger;
    std::size_t pos;      ///< of the byte that stopped the scan
    const NumberRun& run; ///< of a digit trigger
};

using Match = std::optional<PiiSpan> (*)(const Site& site);

struct Rule {
    PiiType type;
    std::string_view name;
    int version;               ///< raised whenever the rule decides differently
    std::uint8_t triggers;     ///< none where an earlier row's match finds the type too
    std::uint8_t fewestDigits; ///< of a run of digits, where the rule takes no shorter one
    Match match;
};

/// In order of precedence, one a type.
[[nodiscard]] std::span<const Rule> allRules();

struct AskedRule {
    Match match = nullptr;
    std::size_t precedence = 0;
};

/// Those that may take something at `trigger`, in order of precedence; `digits`: how many its run has.
[[nodiscard]] std::span<const AskedRule> rulesAt(Trigger trigger, std::size_t digits);

/// All that they decide by, as text: names, versions, word lists.
[[nodiscard]] std::string describeBuiltInRules();
/// Place in that order.
[[nodiscard]] std::size_t precedence(PiiType type);

/// `site.pos` is the '@'. Local part to the left, labels to the right (RFC 5321 without quoted forms, RFC
/// 6531 for alphabetic scripts).
[[nodiscard]] std::optional<PiiSpan> matchEmail(const Site& site);
/// 3-2-4 with one separator, or nine digits that a cue names.
[[nodiscard]] std::optional<PiiSpan> matchSsn(const Site& site);
/// International, North American, national with a leading 0; anything else needs a cue.
[[nodiscard]] std::optional<PiiSpan> matchPhone(const Site& site);
/// Issuer ranges and lengths (ISO/IEC 7812) with the Luhn digit; beside a card word one of the two is enough.
[[nodiscard]] std::optional<PiiSpan> matchCard(const Site& site);
/// ISO 13616: the country's length, and 1 modulo 97.
[[nodiscard]] std::optional<PiiSpan> matchIban(const Site& site);
/// Dotted IPv4 and RFC 4291 IPv6, with zone and prefix length.
[[nodiscard]] std::optional<PiiSpan> matchIp(const Site& site);
/// Keys with a published prefix, JSON Web Tokens, PEM blocks, values of keys named so, credentials in URLs.
[[nodiscard]] std::optional<PiiSpan> matchSecret(const Site& site);
/// Passports, driver's licences, numbers of a state: values that words beside them name, for no format of
/// theirs is telling enough by itself. One look finds all three.
[[nodiscard]] std::optional<PiiSpan> matchPaper(const Site& site);
/// A number beside a street word, with what belongs to it up to the postal code.
[[nodiscard]] std::optional<PiiSpan> matchAddress(const Site& site);

} // namespace goldpan::redact
