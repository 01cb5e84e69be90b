// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/drift_reader.h"

#include "core/base/byte_order_mark.h"
#include "core/base/python_json.h"
#include "core/feedback/drift_tools.h"
#include "core/feedback/event_service.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace goldpan::feedback {
namespace {

DriftJson parsed(std::string_view text) {
    return DriftJson::parse(strictJson(text), nullptr, false);
}

std::unexpected<Error> unknownShape() {
    return fail(ErrorCode::badValue,
                "the file is of no known shape: a drift event as JSON, an Evidently test suite or report, a "
                "NannyML table as CSV, a whylogs constraints report or an OpenTelemetry log record");
}

/// OTel records, one a line.
DriftFound readOtelLines(std::string_view text) {
    std::vector<DriftSeen> all;
    for (std::int64_t line = 1; !text.empty(); ++line) {
        const auto row = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), row.size() + 1));
        if (row.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        const auto where = "line " + std::to_string(line);
        const auto record = parsed(row);
        if (!isOtelLog(record)) { // also what is no JSON
            return fail(ErrorCode::badValue, "not an OpenTelemetry log record", where);
        }
        auto found = readOtelLog(record);
        if (!found) {
            return fail(ErrorCode::badValue, found.error().message, where);
        }
        all.insert(all.end(), found->begin(), found->end());
    }
    return all;
}

Result<DriftReport> reportOf(std::string tool, const DriftFound& found, const DriftDefaults& defaults) {
    if (!found) {
        return std::unexpected(found.error());
    }
    const auto micros = windowMicrosFromHours(defaults.windowHours);
    if (!micros) {
        return std::unexpected(micros.error());
    }
    DriftReport report{std::move(tool), {}};
    for (const auto& seen : *found) {
        if (!seen.ts && !defaults.at) {
            return fail(ErrorCode::usage,
                        "the " + report.tool + " report saw drift but does not say when: add --at TIME");
        }
        if (seen.ts && defaults.at) {
            return fail(ErrorCode::usage, "the file says itself when the drift was: leave --at out");
        }
        const bool restricts = !defaults.modelVersion.empty();
        report.events.push_back({seen.ts ? *seen.ts : *defaults.at, *micros,
                                 restricts ? defaults.modelVersion : seen.modelVersion, restricts});
    }
    return report;
}

Result<DriftReport> lessonEvents(std::string_view text, const DriftDefaults& defaults) {
    if (defaults.at) {
        return fail(ErrorCode::usage, "the file says itself when the drift was: leave --at out");
    }
    auto events = parseDriftEvents(text, defaults.windowHours);
    if (!events) {
        return std::unexpected(events.error());
    }
    return DriftReport{"drift event", std::move(*events)};
}

} // namespace

const DriftJson* driftMember(const DriftJson& object, const char* key) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::string driftText(const DriftJson& object, const char* key) {
    const DriftJson* child = driftMember(object, key);
    return child != nullptr && child->is_string() ? child->get<std::string>() : std::string();
}

Result<DriftReport> readDrift(std::string_view text, const DriftDefaults& defaults) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const auto start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) {
        return fail(ErrorCode::badValue, "the file holds no drift event");
    }
    if (const auto whole = parsed(text); !whole.is_discarded()) {
        if (isWhylogs(whole)) {
            return reportOf("whylogs", readWhylogs(whole), defaults);
        }
        if (isEvidently(whole)) {
            return reportOf("Evidently", readEvidently(whole), defaults);
        }
        if (isOtelLog(whole)) {
            return reportOf("OpenTelemetry", readOtelLog(whole), defaults);
        }
        return driftMember(whole, "event") != nullptr ? lessonEvents(text, defaults)
                                                      : Result<DriftReport>(unknownShape());
    }
    if (isNannyml(text)) {
        return reportOf("NannyML", readNannyml(text), defaults);
    }
    const auto first = parsed(text.substr(start, text.find('\n', start) - start));
    if (isOtelLog(first)) {
        return reportOf("OpenTelemetry", readOtelLines(text), defaults);
    }
    return driftMember(first, "event") != nullptr ? lessonEvents(text, defaults)
                                                  : Result<DriftReport>(unknownShape());
}

} // namespace goldpan::feedback
