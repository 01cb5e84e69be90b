// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/eval_reader.h"

#include "core/base/byte_order_mark.h"
#include "core/base/python_json.h"
#include "core/gates/tool_readers.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

namespace goldpan::gates {
namespace {

constexpr int kDeepest = 500; ///< brackets in each other: copying and writing JSON calls itself for each

Error notJson() {
    return {ErrorCode::corrupt, "the evaluation is not JSON, nor one JSON object a line", {}};
}

/// `corrupt` where it is no JSON.
Result<EvalJson> parsed(std::string_view text) {
    bool isTooDeep = false;
    const auto keep = [&isTooDeep](int depth, EvalJson::parse_event_t, const EvalJson&) {
        isTooDeep = isTooDeep || depth > kDeepest;
        return !isTooDeep;
    };
    auto json = EvalJson::parse(strictJson(text), keep, false);
    if (isTooDeep) {
        return fail(ErrorCode::badValue, "the evaluation is nested too deep");
    }
    if (json.is_discarded()) {
        return std::unexpected(notJson());
    }
    return json;
}

/// Each line that is not blank; the error names the first that is no object.
Result<EvalRecords> parsedLines(std::string_view text) {
    EvalRecords lines;
    for (std::int64_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        auto json = parsed(line);
        if (!json || !json->is_object()) {
            Error error = json ? notJson() : json.error();
            error.where = "line " + std::to_string(number);
            return std::unexpected(std::move(error));
        }
        lines.push_back({std::move(*json), number});
    }
    return lines;
}

Result<EvalRun> readRecords(const EvalRecords& records) {
    if (isOpenAiEvals(records)) {
        return readOpenAiEvals(records);
    }
    if (isGoldpanEval(records)) {
        return readGoldpanEval(records);
    }
    if (isLmEvalSamples(records)) {
        return readLmEvalSamples(records);
    }
    return fail(ErrorCode::badValue, "the evaluation is of no tool that can be read");
}

} // namespace

std::string textOf(const EvalJson& object, const char* key) {
    const EvalJson* child = childOf(object, key);
    return child != nullptr && child->is_string() ? child->get<std::string>() : std::string();
}

const EvalJson* childOf(const EvalJson& object, const char* key) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

double figureOf(const EvalJson& value) {
    return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

Result<std::optional<std::int64_t>> countOf(const EvalJson& object, const char* key) {
    const EvalJson* count = childOf(object, key);
    if (count == nullptr || count->is_null()) {
        return std::nullopt;
    }
    constexpr double kMost = 9007199254740992.0; // 2^53: whole numbers up to here are exact
    const double value = figureOf(*count);
    if (!(std::abs(value) <= kMost) || value != std::floor(value)) {
        return fail(ErrorCode::badValue, "n is a whole number of cases");
    }
    return static_cast<std::int64_t>(value);
}

Result<EvalRun> readEval(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return fail(ErrorCode::corrupt, "the evaluation is empty");
    }
    auto document = parsed(text);
    if (!document && document.error().code != ErrorCode::corrupt) {
        return std::unexpected(document.error());
    }
    if (!document) {
        const auto lines = parsedLines(text);
        return lines ? readRecords(*lines) : std::unexpected(lines.error());
    }
    if (document->is_array()) {
        EvalRecords records;
        std::ranges::transform(*document, std::back_inserter(records),
                               [](EvalJson& json) { return EvalRecord{std::move(json)}; });
        return readRecords(records);
    }
    if (!document->is_object()) {
        return fail(ErrorCode::badValue, "an evaluation is a JSON object, or records of it");
    }
    if (isPromptfoo(*document)) {
        return readPromptfoo(*document);
    }
    if (isLmEval(*document)) {
        return readLmEval(*document);
    }
    if (isDeepeval(*document)) {
        return readDeepeval(*document);
    }
    const EvalRecords records{EvalRecord{*document}};
    if (isOpenAiEvals(records) || isGoldpanEval(records) || isLmEvalSamples(records)) {
        return readRecords(records);
    }
    return readFlatMetrics(*document);
}

} // namespace goldpan::gates
