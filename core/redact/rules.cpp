// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules.h"

namespace goldpan::redact {
namespace {

constexpr auto kRules = std::to_array<Rule>({
    {PiiType::email, Trigger::at, "email", 1,
     [](const ScanText& scan, const NumberRun&, std::size_t pos) { return matchEmail(scan, pos); }},
    {PiiType::ssn, Trigger::digit, "ssn", 1,
     [](const ScanText& scan, const NumberRun& run, std::size_t) { return matchSsn(scan, run); }},
    {PiiType::phone, Trigger::digit, "phone", 1,
     [](const ScanText& scan, const NumberRun& run, std::size_t) { return matchPhone(scan, run); }},
});

} // namespace

std::span<const Rule> allRules() {
    return kRules;
}

} // namespace goldpan::redact
