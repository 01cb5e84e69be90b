// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenTelemetry: a log record with an event name, alone or in an export request.
#include "core/feedback/drift_tools.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace goldpan::feedback {
namespace {

/// A string attribute of a record.
std::string attributeOf(const DriftJson& record, std::string_view key) {
    const DriftJson* attributes = driftMember(record, "attributes");
    if (attributes == nullptr || !attributes->is_array()) {
        return {};
    }
    for (const DriftJson& attribute : *attributes) {
        const DriftJson* value = driftMember(attribute, "value");
        if (value != nullptr && driftText(attribute, "key") == key) {
            return driftText(*value, "stringValue");
        }
    }
    return {};
}

/// The name may stand in a namespace, as in "myservice.deployment_drift_detected".
bool isDrift(const DriftJson& record) {
    auto name = driftText(record, "eventName");
    if (name.empty()) {
        name = attributeOf(record, "event.name");
    }
    return name.ends_with("drift_detected");
}

/// Nanoseconds as text, which JSON of 64 bits is, or as a number. 0 says unknown.
std::optional<Timestamp> nanosOf(const DriftJson& record, const char* key) {
    const DriftJson* value = driftMember(record, key);
    std::int64_t nanos = 0;
    if (value != nullptr && value->is_number_integer()) {
        nanos = value->get<std::int64_t>();
    } else if (const auto text = driftText(record, key); !text.empty()) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), nanos);
        nanos = error == std::errc{} && end == text.data() + text.size() ? nanos : 0;
    }
    return nanos > 0 ? std::optional(Timestamp{nanos / 1000}) : std::nullopt;
}

Result<void> takeRecord(const DriftJson& record, std::vector<DriftSeen>& found) {
    if (!isDrift(record)) {
        return {};
    }
    auto ts = nanosOf(record, "timeUnixNano");
    ts = ts ? ts : nanosOf(record, "observedTimeUnixNano");
    if (!ts) {
        return fail(ErrorCode::badValue, "\"timeUnixNano\" of a drift event must be nanoseconds since 1970");
    }
    found.push_back({ts, attributeOf(record, "model_version")});
    return {};
}

/// Calls `take` with each item of an array member; a member of another type has none.
template <typename Take>
Result<void> forEach(const DriftJson& object, const char* key, const Take& take) {
    if (const DriftJson* items = driftMember(object, key); items != nullptr && items->is_array()) {
        for (const DriftJson& item : *items) {
            if (auto taken = take(item); !taken) {
                return taken;
            }
        }
    }
    return {};
}

} // namespace

bool isOtelLog(const DriftJson& document) {
    return driftMember(document, "resourceLogs") != nullptr ||
           driftMember(document, "timeUnixNano") != nullptr ||
           driftMember(document, "observedTimeUnixNano") != nullptr;
}

DriftFound readOtelLog(const DriftJson& document) {
    std::vector<DriftSeen> found;
    const auto take = [&](const DriftJson& record) { return takeRecord(record, found); };
    const auto taken = driftMember(document, "resourceLogs") == nullptr
                           ? take(document)
                           : forEach(document, "resourceLogs", [&](const DriftJson& resource) {
                                 return forEach(resource, "scopeLogs", [&](const DriftJson& scope) {
                                     return forEach(scope, "logRecords", take);
                                 });
                             });
    return taken ? DriftFound(std::move(found)) : std::unexpected(taken.error());
}

} // namespace goldpan::feedback
