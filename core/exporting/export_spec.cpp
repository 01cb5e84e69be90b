// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/export_service.h"

#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;

Result<std::vector<std::string>> texts(const Json& json, const char* key) {
    std::vector<std::string> out;
    if (!json.is_array()) {
        return fail(ErrorCode::badValue, "the export spec needs a list of texts here", key);
    }
    for (const auto& item : json) {
        if (!item.is_string()) {
            return fail(ErrorCode::badValue, "the export spec needs a list of texts here", key);
        }
        out.push_back(item.get<std::string>());
    }
    return out;
}

Result<bool> flag(const Json& json, const char* key) {
    return json.is_boolean() ? Result<bool>(json.get<bool>())
                             : fail(ErrorCode::badValue, "the export spec needs true or false here", key);
}

Result<std::map<std::string, std::string>> reasons(const Json& json, const char* key) {
    std::map<std::string, std::string> out;
    for (const auto& [id, reason] : json.items()) {
        if (!json.is_object() || !reason.is_string()) {
            return fail(ErrorCode::badValue, "the export spec needs a reason by request id here", key);
        }
        out[id] = reason.get<std::string>();
    }
    return out;
}

template <typename Number>
Result<Number> number(const Json& json, const char* key) {
    const bool fits = std::is_floating_point_v<Number> ? json.is_number()
                      : std::is_unsigned_v<Number>     ? json.is_number_unsigned()
                                                       : json.is_number_integer();
    return fits ? Result<Number>(json.get<Number>())
                : fail(ErrorCode::badValue, "the export spec needs a number here", key);
}

} // namespace

std::string specToText(const ExportSpec& spec) {
    Json json{{"format", formatName(spec.format)},
              {"tags", spec.tags},
              {"filter", spec.filterText},
              {"exclude", spec.exclude},
              {"redact_corrections", spec.redactCorrections},
              {"tool_rows", spec.toolRows}};
    if (spec.filterLeftOut) {
        json["filter_left_out"] = true;
    }
    if (!spec.goldFile.empty()) {
        json["gold_file"] = spec.goldFile;
    }
    if (spec.maxTokens != 0) {
        json["max_tokens"] = spec.maxTokens;
    }
    if (spec.splitShare != 0) {
        json["split"] = spec.splitShare;
        json["seed"] = spec.seed;
    }
    if (!spec.keep.empty()) {
        json["keep"] = spec.keep;
    }
    return json.dump();
}

Result<ExportSpec> specFromText(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return fail(ErrorCode::badValue, "the export spec is not a JSON object");
    }
    ExportSpec spec;
    const auto put = [](auto& target, auto value) -> Result<void> {
        if (!value) {
            return std::unexpected(std::move(value.error()));
        }
        target = std::move(*value);
        return {};
    };
    for (const auto& [key, value] : json.items()) {
        Result<void> read;
        if (key == "format") {
            const auto format = value.is_string() ? formatFromName(value.get<std::string>()) : std::nullopt;
            if (!format) {
                return fail(ErrorCode::badValue,
                            "the export spec has a format that this version does not know", key);
            }
            spec.format = *format;
        } else if (key == "tags") {
            read = put(spec.tags, texts(value, "tags"));
        } else if (key == "filter" && value.is_string()) {
            spec.filterText = value.get<std::string>();
        } else if (key == "filter_left_out") {
            read = put(spec.filterLeftOut, flag(value, "filter_left_out"));
        } else if (key == "exclude") {
            read = put(spec.exclude, texts(value, "exclude"));
        } else if (key == "redact_corrections") {
            read = put(spec.redactCorrections, flag(value, "redact_corrections"));
        } else if (key == "tool_rows") {
            read = put(spec.toolRows, flag(value, "tool_rows"));
        } else if (key == "gold_file" && value.is_string()) {
            spec.goldFile = value.get<std::string>();
        } else if (key == "max_tokens") {
            read = put(spec.maxTokens, number<std::int64_t>(value, "max_tokens"));
        } else if (key == "split") {
            read = put(spec.splitShare, number<double>(value, "split"));
        } else if (key == "seed") {
            read = put(spec.seed, number<std::uint64_t>(value, "seed"));
        } else if (key == "keep") {
            read = put(spec.keep, reasons(value, "keep"));
        } else {
            return fail(ErrorCode::badValue, "the export spec has a key that this version does not know",
                        key);
        }
        if (!read) {
            return std::unexpected(read.error());
        }
    }
    return spec;
}

} // namespace goldpan::exporting
