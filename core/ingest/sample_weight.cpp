// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sample_weight.h"

#include "core/base/json_scanner.h"
#include "core/base/json_text.h"
#include "core/sampling/sampling_decision.h"

#include <algorithm>
#include <charconv>

namespace goldpan::ingest {
namespace {

constexpr std::string_view kKey = "sample_weight";

} // namespace

void noteWeight(std::string& meta, double weight) {
    JsonScanner scanner;
    if (meta.empty()) {
        meta = "{}";
    }
    if (weightOf(meta) >= weight || scanner.scanObject(meta) != JsonScanner::Outcome::good) {
        return;
    }
    std::string noted = "{"; // first, because `extra` stays last
    appendJsonString(noted, kKey);
    noted += ':';
    appendJsonDouble(noted, std::min(weight, sampling::kMostLoggedWeight));
    const auto isNote = [](const JsonMember& member) { return member.key == kKey; };
    if (std::ranges::none_of(scanner.members(), isNote)) { // the usual row stays as it is written
        noted += scanner.members().empty() ? "" : ",";
        meta.replace(0, 1, noted);
        return;
    }
    for (const auto& member : scanner.members()) {
        if (!isNote(member)) {
            noted += ',';
            appendJsonString(noted, member.key);
            noted += ':';
            if (member.value.kind == JsonKind::string) {
                appendJsonString(noted, member.value.text);
            } else {
                noted += member.value.text;
            }
        }
    }
    meta = noted + '}';
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
            const bool isWeight = parsed.ec == std::errc{} && parsed.ptr == end && said > 1 &&
                                  said <= sampling::kMostLoggedWeight;
            weight = isWeight ? said : 1;
        }
    }
    return weight;
}

} // namespace goldpan::ingest
