// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/correction_json.h"

#include <gtest/gtest.h>

namespace goldpan::review {
namespace {

TEST(CorrectionJson, ReadsBackWhatItWrites) {
    const Correction correction{"say \"no\"\n\xE6\x97\xA5",       "ana",
                                CorrectionSource::modelDrafted,   Timestamp{-1},
                                Timestamp{1'750'000'000'000'001}, true};
    const auto json = correctionToJson(correction);
    EXPECT_EQ(json, "{\"text\":\"say \\\"no\\\"\\n\xE6\x97\xA5\",\"operator\":\"ana\",\"source\":\"model\","
                    "\"created_at\":\"1969-12-31T23:59:59.999999Z\","
                    "\"updated_at\":\"2025-06-15T15:06:40.000001Z\",\"pii\":true}");
    EXPECT_EQ(correctionFromJson(json), correction);
}

TEST(CorrectionJson, RefusesDamage) {
    for (const char* json : {"", "[]", "{}", R"({"text":"x","operator":"ana","source":"robot"})",
                             R"({"text":"x","operator":"ana","source":"model","created_at":"2025-06-15",)"
                             R"("updated_at":"never","pii":true})"}) {
        const auto read = correctionFromJson(json);
        ASSERT_FALSE(read) << json;
        EXPECT_EQ(read.error().code, ErrorCode::corrupt);
    }
}

} // namespace
} // namespace goldpan::review
