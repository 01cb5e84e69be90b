// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redaction_faults.h"

#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/redact/json_redactor.h"
#include "core/redact/scan/scan_text.h"
#include "core/redact/scan/token_shape.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace goldpan::test {
namespace {

using redact::PiiSpan;
using redact::RedactionCounts;
using redact::Redactor;

std::string spanFault(std::string_view text, const std::vector<PiiSpan>& spans) {
    const bool valid = isValidUtf8(text);
    std::size_t last = 0;
    for (const PiiSpan& span : spans) {
        const std::string where = std::to_string(span.begin) + " to " + std::to_string(span.end);
        if (span.begin < last || span.end <= span.begin || span.end > text.size()) {
            return "the span " + where + " is out of order, empty or past the end";
        }
        if (valid && (!isValidUtf8(text.substr(last, span.begin - last)) ||
                      !isValidUtf8(text.substr(span.begin, span.end - span.begin)))) {
            return "the span " + where + " begins or ends inside a character";
        }
        for (std::size_t pos = span.begin; pos < span.end; ++pos) {
            if (const std::size_t token = redact::tokenAt(text, pos); token != 0 && pos + token <= span.end) {
                return "the span " + where + " holds a token";
            }
        }
        last = span.end;
    }
    return {};
}

/// One round, written down as the interface says it.
std::string written(const Redactor& redactor, std::string_view text, const std::vector<PiiSpan>& spans) {
    std::string out;
    std::size_t copied = 0;
    for (const PiiSpan& span : spans) {
        out += text.substr(copied, span.begin - copied);
        out += redactor.token(span);
        copied = span.end;
    }
    return out += text.substr(copied);
}

} // namespace

std::string redactionFault(const Redactor& redactor, std::string_view text) {
    std::string now(text);
    auto spans = redactor.find(now);
    RedactionCounts counts;
    const auto redacted = redactor.redact(text, counts);
    if (redacted.has_value() == spans.empty()) {
        return "what is found and what is changed differ";
    }
    if (!redacted) {
        return counts.total() == 0 ? std::string() : "counted something in a text that was left as it is";
    }
    // To the fixed point, round for round: outside the spans of each nothing may change.
    std::int64_t replaced = 0;
    const int most = redact::RedactorLimits{}.mostRounds;
    int rounds = 0;
    for (; !spans.empty() && rounds <= most; ++rounds) {
        if (auto fault = spanFault(now, spans); !fault.empty()) {
            return fault;
        }
        replaced += std::ssize(spans);
        now = written(redactor, now, spans);
        spans = redactor.find(now);
    }
    if (rounds > most) {
        now = redact::kDroppedToken;
        replaced = 1;
    }
    if (counts.failed != (rounds > most ? 1 : 0)) {
        return "dropped what takes few rounds, or went on for too many";
    }
    if (*redacted != now) {
        return "something changed outside the spans";
    }
    if (counts.total() != replaced) {
        return "counted what was not replaced";
    }
    if (isValidUtf8(text) && !isValidUtf8(*redacted)) {
        return "valid UTF-8 came out invalid";
    }
    RedactionCounts again;
    if (redactor.redact(*redacted, again) || again.total() != 0) {
        return "found something when redacted again";
    }
    return {};
}

std::string jsonRedactionFault(const Redactor& redactor, std::string_view text) {
    redact::JsonRedactor json(redactor);
    RedactionCounts counts;
    if (isValidUtf8(text)) {
        std::string document = "{\"note\":";
        appendJsonString(document, "- " + std::string(text)); // no number alone, which its key may speak for
        document += '}';
        const auto out = json.redact(document, redact::KeyRule::keepAll, counts);
        if (!out) {
            return "JSON was refused";
        }
        if (nlohmann::json::parse(*out).at("note") != redactor.redacted("- " + std::string(text))) {
            return "a string in JSON is redacted in another way";
        }
    }
    for (const auto rule : {redact::KeyRule::keepAll, redact::KeyRule::protectPeople}) {
        const auto once = json.redact(text, rule, counts);
        if (!once) {
            continue;
        }
        const auto twice = json.redact(*once, rule, counts);
        if (!twice || *twice != *once) {
            return "JSON came out as none, or changes when redacted again";
        }
    }
    return {};
}

} // namespace goldpan::test
