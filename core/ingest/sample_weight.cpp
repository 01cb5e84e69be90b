// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sample_weight.h"

#include "core/base/json_scanner.h"
#include "core/base/json_text.h"

#include <charconv>
#include <cmath>

namespace goldpan::ingest {
namespace {

constexpr std::string_view kKey = "sample_weight";

} // namespace

void noteWeight(std::string& meta, double weight) {
    JsonScanner scanner;
    if (meta.empty()) {
        meta = "{}";
    }
    if (scanner.scanObject(meta) != JsonScanner::Outcome::good) {
        return;
    }
    for (const auto& member : scanner.members()) {
        if (member.key == kKey) {
            return;
        }
    }
    std::string member;
    appendJsonString(member, kKey);
    member += ':';
    appendJsonDouble(member, weight);
    if (!scanner.members().empty()) {
        member += ',';
    }
    meta.insert(1, member); // first, because `extra` stays last
}

double weightOf(std::string_view meta) {
    JsonScanner scanner;
    if (!meta.contains(kKey) || scanner.scanObject(meta) != JsonScanner::Outcome::good) {
        return 1; // the usual row is not read for this
    }
    double weight = 1;
    for (const auto& [key, value] : scanner.members()) {
        if (key == kKey && value.kind == JsonKind::number) {
            double said = 1;
            const auto* end = value.text.data() + value.text.size();
            const auto parsed = std::from_chars(value.text.data(), end, said);
            weight =
                parsed.ec == std::errc{} && parsed.ptr == end && std::isfinite(said) && said > 1 ? said : 1;
        }
    }
    return weight;
}

} // namespace goldpan::ingest
