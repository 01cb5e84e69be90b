// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include "core/base/json_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string_view>
#include <variant>

namespace goldpan {
namespace {

using Count = std::int64_t Policy::*;
using Measure = double Policy::*;

struct Key {
    std::string_view name;
    std::variant<Measure, Count> member;
    double low;
    double high;
};

const Key kKeys[] = {
    {"low_confidence_logprob", &Policy::lowConfidenceLogprob, Policy::kLeastLogprob, 0},
    {"drift_window_hours", &Policy::driftWindowHours, Policy::kLeastWindowHours, Policy::kMostWindowHours},
    {"sample_rate", &Policy::sampleRate, 0, 1},
    {"ring_hours", &Policy::ringHours, 0, Policy::kMostWindowHours},
    {"drift_min_rows", &Policy::driftMinRows, 1, static_cast<double>(Policy::kMostRows)},
    {"schedule_days", &Policy::scheduleDays, 1, static_cast<double>(Policy::kMostDays)},
    {"cluster_min_rows", &Policy::clusterMinRows, 1, static_cast<double>(Policy::kMostRows)},
};

constexpr std::string_view kExportExclude = "export_exclude";
constexpr std::string_view kNone = "none";

/// Names with commas, in any order.
std::optional<std::vector<RowCheck>> checksOf(std::string_view text) {
    std::vector<bool> named(kRowChecks.size());
    while (!text.empty() && text != kNone) {
        const auto comma = std::min(text.find(','), text.size());
        const auto check = rowCheckFromName(text.substr(0, comma));
        if (!check || comma + 1 == text.size()) {
            return std::nullopt;
        }
        named[static_cast<std::size_t>(*check)] = true;
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    std::vector<RowCheck> out;
    std::ranges::copy_if(kRowChecks, std::back_inserter(out),
                         [&named](RowCheck check) { return named[static_cast<std::size_t>(check)]; });
    return out;
}

std::string textOf(const std::vector<RowCheck>& checks) {
    std::string out;
    for (const RowCheck check : checks) {
        out += out.empty() ? "" : ",";
        out += rowCheckName(check);
    }
    return out.empty() ? std::string(kNone) : out;
}

/// The whole text as a number between both ends; false where it is none.
template <typename Number>
bool take(std::string_view text, const Key& key, Number& target) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), target);
    if (target == 0) {
        target = 0; // not -0, which would come back as it was typed
    }
    const auto value = static_cast<double>(target);
    return problem == std::errc{} && end == text.data() + text.size() && std::isfinite(value) &&
           value >= key.low && value <= key.high;
}

std::string textOf(double value) {
    std::string out;
    appendJsonDouble(out, value);
    return out;
}

std::string textOf(std::int64_t value) {
    return std::to_string(value);
}

} // namespace

Result<Policy> policyFromTexts(const PolicyTexts& texts, const Policy& base) {
    Policy policy = base;
    for (const auto& [name, text] : texts) {
        if (name == kExportExclude) {
            auto checks = checksOf(text);
            if (!checks) {
                return fail(ErrorCode::badValue, "the policy value is not a list of checks, or none", name);
            }
            policy.exportExclude = std::move(*checks);
            continue;
        }
        const auto key = std::ranges::find(kKeys, name, &Key::name);
        if (key == std::end(kKeys)) {
            return fail(ErrorCode::badValue, "the policy has no such key", name);
        }
        const auto value = std::string_view(text);
        if (!std::visit([&](auto member) { return take(value, *key, policy.*member); }, key->member)) {
            return fail(ErrorCode::badValue,
                        std::holds_alternative<Count>(key->member)
                            ? "the policy value is not a whole number in its range"
                            : "the policy value is not a number in its range",
                        name);
        }
    }
    return policy;
}

PolicyTexts policyToTexts(const Policy& policy) {
    PolicyTexts texts{{std::string(kExportExclude), textOf(policy.exportExclude)}};
    for (const Key& key : kKeys) {
        texts.emplace(key.name, std::visit([&](auto member) { return textOf(policy.*member); }, key.member));
    }
    return texts;
}

PolicyTexts policyChanges(const Policy& before, const Policy& after) {
    PolicyTexts changes = policyToTexts(after);
    const PolicyTexts old = policyToTexts(before);
    std::erase_if(changes, [&](const auto& value) { return old.at(value.first) == value.second; });
    return changes;
}

} // namespace goldpan
