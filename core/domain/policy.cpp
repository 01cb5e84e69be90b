// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include "core/base/json_text.h"

#include <charconv>
#include <cmath>

namespace goldpan {
namespace {

Result<double> number(const std::string& key, const std::string& text, double low, double high) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(value) || value < low ||
        value > high) {
        return fail(ErrorCode::badValue, "the policy value is not a number in its range", key);
    }
    return value;
}

std::string textOf(double value) {
    std::string out;
    appendJsonDouble(out, value);
    return out;
}

} // namespace

Result<Policy> policyFromTexts(const std::map<std::string, std::string>& texts) {
    Policy policy;
    for (const auto& [key, text] : texts) {
        double* target = nullptr;
        double low = 0;
        double high = 0;
        if (key == "low_confidence_logprob") {
            target = &policy.lowConfidenceLogprob;
            low = Policy::kLeastLogprob;
        } else if (key == "drift_window_hours") {
            target = &policy.driftWindowHours;
            high = Policy::kMostWindowHours;
        } else {
            return fail(ErrorCode::badValue, "the policy has no such key", key);
        }
        const auto value = number(key, text, low, high);
        if (!value) {
            return std::unexpected(value.error());
        }
        *target = *value;
    }
    return policy;
}

std::map<std::string, std::string> policyToTexts(const Policy& policy) {
    return {{"low_confidence_logprob", textOf(policy.lowConfidenceLogprob)},
            {"drift_window_hours", textOf(policy.driftWindowHours)}};
}

} // namespace goldpan
