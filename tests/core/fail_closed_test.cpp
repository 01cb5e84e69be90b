// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/fail_closed.h"

#include "core/redact/json_redactor.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace goldpan::redact {
namespace {

TEST(FailClosed, WhatThrowsIsDropped) {
    for (const bool outOfMemory : {false, true}) {
        RedactionCounts counts;
        const auto out = orDropped(counts, [&](RedactionCounts& found) -> std::optional<std::string> {
            found.byType[0] = 7;
            if (outOfMemory) {
                throw std::bad_alloc();
            }
            throw std::runtime_error("jane@example.org");
        });
        EXPECT_EQ(out, "[DROPPED]");
        EXPECT_EQ(counts.failed, 1);
        EXPECT_EQ(counts.total(), 1) << "and nothing is counted as redacted";
    }
}

TEST(FailClosed, ATextThatTakesTooManyRoundsIsDropped) {
    const Redactor redactor({}, {.mostRounds = 0});
    RedactionCounts counts;
    EXPECT_EQ(redactor.redact("write to jane@example.org", counts), "[DROPPED]");
    EXPECT_EQ(counts.failed, 1);
    EXPECT_FALSE(redactor.redact("[DROPPED]", counts)) << "which stays";
    EXPECT_FALSE(Redactor().redact("[DROPPED] 4155550132", counts));
    JsonRedactor json(redactor);
    RedactionCounts inJson;
    EXPECT_EQ(
        json.redact(R"({"a":"jane@example.org","n":1,"phone":"415-555-0132"})", KeyRule::keepAll, inJson),
        R"({"a":"[DROPPED]","n":1,"phone":"[DROPPED]"})");
    EXPECT_EQ(inJson.failed, 2);
}

} // namespace
} // namespace goldpan::redact
