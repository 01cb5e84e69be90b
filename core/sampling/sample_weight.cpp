// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/sample_weight.h"

#include "core/base/json_scanner.h"
#include "core/base/json_text.h"
#include "core/sampling/sampling_decision.h"

#include <algorithm>
#include <charconv>

namespace goldpan::sampling {
namespace {

constexpr std::string_view kKey = "sample_weight";

/// All members but the weight; "" where there are none. What has no weight stays as it is written.
std::string withoutWeight(const std::string& meta) {
    if (!meta.contains(kKey)) {
        return meta;
    }
    JsonScanner scanner;
    const auto isWeight = [](const JsonMember& member) { return member.key == kKey; };
    if (scanner.scanObject(meta) != JsonScanner::Outcome::good ||
        std::ranges::none_of(scanner.members(), isWeight)) {
        return meta;
    }
    std::string out;
    for (const auto& [key, value] : scanner.members()) {
        if (key == kKey) {
            continue;
        }
        out += out.empty() ? '{' : ',';
        appendJsonString(out, key);
        out += ':';
        if (value.kind == JsonKind::string) {
            appendJsonString(out, value.text);
        } else {
            out += value.text;
        }
    }
    return out.empty() ? out : out + '}';
}

} // namespace

double weightOf(std::string_view meta) {
    if (!meta.contains(kKey)) {
        return 1; // the usual row is not read for this
    }
    JsonScanner scanner;
    if (scanner.scanObject(meta) != JsonScanner::Outcome::good) {
        return 1;
    }
    double weight = 1;
    for (const auto& [key, value] : scanner.members()) {
        if (key == kKey && value.kind == JsonKind::number) {
            double said = 1;
            const auto* end = value.text.data() + value.text.size();
            const auto parsed = std::from_chars(value.text.data(), end, said);
            const bool isWeight =
                parsed.ec == std::errc{} && parsed.ptr == end && said > 1 && said <= kMostLoggedWeight;
            weight = isWeight ? said : 1;
        }
    }
    return weight;
}

void setWeight(std::string& meta, double weight) {
    const double said = std::clamp(weight, 1.0, kMostLoggedWeight);
    if (weightOf(meta) == said) {
        return;
    }
    meta = withoutWeight(meta);
    if (said > 1) {
        std::string noted = "{"; // first, because `extra` stays last
        appendJsonString(noted, kKey);
        noted += ':';
        appendJsonDouble(noted, said);
        const bool isAlone = meta.empty() || meta == "{}";
        meta = isAlone ? noted + '}' : meta.replace(0, 1, noted + ',');
    }
}

bool isSameBesideWeight(const std::string& meta, const std::string& other) {
    return meta == other || withoutWeight(meta) == withoutWeight(other);
}

} // namespace goldpan::sampling
