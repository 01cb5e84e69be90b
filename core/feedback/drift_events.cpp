// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_order_mark.h"
#include "core/base/python_json.h"
#include "core/domain/policy.h"
#include "core/feedback/event_service.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace goldpan::feedback {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kEventName = "deployment_drift_detected";

Error atLine(std::int64_t line, std::string message) {
    return Error{ErrorCode::badValue, std::move(message), "line " + std::to_string(line)};
}

Result<DriftEvent> readEvent(const Json& object, std::int64_t line, double defaultWindowHours) {
    const auto textOf = [&](const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (!object.is_object() || textOf("event") != kEventName) {
        return std::unexpected(
            atLine(line, "not a drift event: \"event\" must be \"" + std::string(kEventName) + "\""));
    }
    const auto ts = parseTimestamp(textOf("ts"));
    if (!ts) {
        return std::unexpected(atLine(line, "\"ts\" of a drift event must be an ISO 8601 time"));
    }
    DriftEvent event{*ts, 0, textOf("model_version"), false};
    if (const auto model = object.find("model_version");
        model != object.end() && !model->is_null() && !model->is_string()) {
        return std::unexpected(atLine(line, "\"model_version\" of a drift event must be text"));
    }
    double hours = defaultWindowHours;
    if (const auto window = object.find("window_hours"); window != object.end() && !window->is_null()) {
        hours = window->is_number() ? window->get<double>() : std::nan("");
    }
    const auto micros = windowMicrosFromHours(hours);
    if (!micros) {
        return std::unexpected(atLine(line, micros.error().message));
    }
    event.windowMicros = *micros;
    return event;
}

Json parse(std::string_view text) {
    return Json::parse(strictJson(text), nullptr, false);
}

} // namespace

Result<std::int64_t> windowMicrosFromHours(double hours) {
    if (!(hours >= Policy::kLeastWindowHours && hours <= Policy::kMostWindowHours)) { // nor NaN
        return fail(ErrorCode::badValue, "a drift window is more than 0 and at most 8784 hours long");
    }
    return std::llround(hours * static_cast<double>(kMicrosPerHour));
}

Result<std::vector<DriftEvent>> parseDriftEvents(std::string_view text, double defaultWindowHours) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    std::vector<DriftEvent> events;
    if (const Json whole = parse(text); !whole.is_discarded()) {
        auto event = readEvent(whole, 1, defaultWindowHours);
        if (!event) {
            return std::unexpected(event.error());
        }
        events.push_back(std::move(*event));
        return events;
    }
    for (std::int64_t line = 1; !text.empty(); ++line) {
        const auto row = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), row.size() + 1));
        if (row.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        const Json object = parse(row);
        if (object.is_discarded()) {
            return std::unexpected(atLine(line, "not JSON; a drift event is one JSON object a line"));
        }
        auto event = readEvent(object, line, defaultWindowHours);
        if (!event) {
            return std::unexpected(event.error());
        }
        events.push_back(std::move(*event));
    }
    if (events.empty()) {
        return fail(ErrorCode::badValue, "the file holds no drift event");
    }
    return events;
}

} // namespace goldpan::feedback
