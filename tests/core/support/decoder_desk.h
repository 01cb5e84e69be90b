// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DecoderDesk: a decoder and lines to give it. Test support.
#pragma once

#include "core/ingest/entry_decoder.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::test {

/// A good line with `key` set to `json`, or without it where `json` is empty.
inline std::string lineWith(const std::string& key, const std::string& json) {
    std::vector<std::pair<std::string, std::string>> fields{
        {"request_id", R"("id-1")"},
        {"ts", R"("2025-06-12T03:04:05")"},
        {"model_version", R"("m1")"},
        {"prompt", R"("hello")"},
        {"response", R"("hi")"},
        {"latency_ms", "12"},
        {"user_id_hash", "null"},
        {"response_logprob", "-0.5"},
        {"tags", "[]"},
    };
    const auto place = std::ranges::find(fields, key, &std::pair<std::string, std::string>::first);
    if (place != fields.end()) {
        place->second = json;
    } else if (!key.empty()) {
        fields.emplace_back(key, json);
    }
    std::string line;
    for (const auto& [name, value] : fields) {
        if (!value.empty()) {
            line.append(line.empty() ? "{\"" : ",\"").append(name).append("\":").append(value);
        }
    }
    return line + "}";
}

class DecoderDesk : public testing::Test {
protected:
    /// `class: what`, or "ok".
    std::string verdict(const std::string& line) {
        const auto decoded = decoder.decode(line, counts);
        return decoded ? "ok"
                       : std::string(ingest::lineFaultName(decoded.error().fault)) + ": " +
                             decoded.error().detail;
    }
    LogEntry read(const std::string& line) {
        const auto decoded = decoder.decode(line, counts);
        EXPECT_TRUE(decoded) << decoded.error().detail;
        return decoded ? decoded->row.entry : LogEntry();
    }

    redact::Redactor redactor;
    ingest::EntryDecoder decoder{redactor};
    redact::RedactionCounts counts;
};

} // namespace goldpan::test
