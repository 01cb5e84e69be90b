// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/correction_json.h"

#include "core/base/json_text.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace goldpan::review {
namespace {

using Json = nlohmann::json;

std::optional<std::string> textOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? std::optional(found->get<std::string>())
                                                       : std::nullopt;
}

std::optional<CorrectionSource> sourceFromName(std::string_view name) {
    for (const auto source : {CorrectionSource::operatorWritten, CorrectionSource::modelDrafted}) {
        if (correctionSourceName(source) == name) {
            return source;
        }
    }
    return std::nullopt;
}

} // namespace

std::string correctionToJson(const Correction& correction) {
    std::string out = "{\"text\":";
    appendJsonString(out, correction.text);
    out += ",\"operator\":";
    appendJsonString(out, correction.operatorName);
    out += ",\"source\":";
    appendJsonString(out, correctionSourceName(correction.source));
    out += ",\"created_at\":";
    appendJsonString(out, formatTimestamp(correction.createdAt));
    out += ",\"updated_at\":";
    appendJsonString(out, formatTimestamp(correction.updatedAt));
    out += correction.pii ? ",\"pii\":true}" : ",\"pii\":false}";
    return out;
}

Result<Correction> correctionFromJson(std::string_view json) {
    const auto damaged = [] {
        return fail(ErrorCode::corrupt, "a correction in the journal is damaged; run check on the store");
    };
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object()) {
        return damaged();
    }
    const auto text = textOf(object, "text");
    const auto operatorName = textOf(object, "operator");
    const auto source = sourceFromName(textOf(object, "source").value_or(""));
    const auto createdAt = parseTimestamp(textOf(object, "created_at").value_or(""));
    const auto updatedAt = parseTimestamp(textOf(object, "updated_at").value_or(""));
    const auto pii = object.find("pii");
    if (!text || !operatorName || !source || !createdAt || !updatedAt || pii == object.end() ||
        !pii->is_boolean()) {
        return damaged();
    }
    return Correction{*text, *operatorName, *source, *createdAt, *updatedAt, pii->get<bool>()};
}

} // namespace goldpan::review
