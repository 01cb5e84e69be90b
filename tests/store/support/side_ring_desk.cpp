// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/support/side_ring_desk.h"

#include "core/review/review_service.h"

namespace goldpan::test {

void SideRingDesk::SetUp() {
    setPolicy([](Policy& policy) { policy.sampleRate = 0; });
}

void SideRingDesk::setRing(double hours) {
    setPolicy([&](Policy& policy) { policy.ringHours = hours; });
}

std::string SideRingDesk::feedback(const std::vector<std::string>& ids, const std::string& kind) {
    std::string lines;
    for (const auto& id : ids) {
        lines += R"({"request_id":")" + id + R"(","kind":")" + kind +
                 R"(","ts":"2025-06-20T00:00:00"})"
                 "\n";
    }
    const auto counts = events.applyFeedbackFile(desk.dir().write("feedback.jsonl", lines));
    EXPECT_TRUE(counts) << counts.error().message;
    EXPECT_EQ(*desk.store().upkeep().check({}), std::vector<std::string>{});
    return std::to_string(counts->applied) + " " + std::to_string(counts->waiting);
}

std::string SideRingDesk::drift(std::string_view ts, std::int64_t hours, const std::string& onlyModel) {
    const auto outcome = events.applyDrift({.ts = *parseTimestamp(ts),
                                            .windowMicros = hours * kMicrosPerHour,
                                            .modelVersion = onlyModel,
                                            .onlyThatModel = !onlyModel.empty()});
    EXPECT_TRUE(outcome) << outcome.error().message;
    EXPECT_EQ(*desk.store().upkeep().check({}), std::vector<std::string>{});
    return std::to_string(outcome->inWindow) + ", " + std::to_string(outcome->newlyTagged);
}

void SideRingDesk::undo(ActId act) {
    ASSERT_TRUE(review::ReviewService(desk.store(), redactor, clock, "eve").undo(act));
    EXPECT_EQ(*desk.store().upkeep().check({}), std::vector<std::string>{});
}

std::string SideRingDesk::account() {
    const auto now = stats();
    return std::to_string(now.held) + ", " + std::to_string(now.broughtIn) + ", " + std::to_string(now.lost);
}

} // namespace goldpan::test
