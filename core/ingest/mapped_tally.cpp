// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapped_tally.h"

namespace goldpan::ingest {
namespace {

constexpr std::size_t kFewLines = 3;

void merge(std::map<std::string, MappedTally::Reason>& into,
           const std::map<std::string, MappedTally::Reason>& from) {
    for (const auto& [name, reason] : from) {
        auto& known = into[name];
        known.count += reason.count;
        for (const auto line : reason.lines) {
            if (known.lines.size() < kFewLines) {
                known.lines.push_back(line);
            }
        }
    }
}

} // namespace

void MappedTally::count(Reason& reason, std::int64_t line) {
    ++reason.count;
    if (reason.lines.size() < kFewLines) {
        reason.lines.push_back(line);
    }
}

void MappedTally::add(const MappedTally& other) {
    merge(skipped, other.skipped);
    merge(quarantined, other.quarantined);
    merge(ambiguous, other.ambiguous);
    merge(companions.broken, other.companions.broken);
    companions.objects += other.companions.objects;
    companions.unmatched += other.companions.unmatched;
    companions.unused += other.companions.unused;
    readWhole = readWhole || other.readWhole;
}

} // namespace goldpan::ingest
