// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SideRingDesk: a store that keeps no healthy row, events that come after them, and what the side ring made
// of both. Test support.
#pragma once

#include "core/base/clock.h"
#include "core/feedback/event_service.h"
#include "core/redact/redactor.h"
#include "tests/store/support/sampling_desk.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::test {

struct StillClock final : Clock {
    [[nodiscard]] Timestamp now() const override { return Timestamp{1'750'000'000'000'000}; }
};

/// Each step also checks that the store is sound.
class SideRingDesk : public SamplingDesk {
protected:
    void SetUp() override;
    void setRing(double hours);
    /// "applied waiting"
    std::string feedback(const std::vector<std::string>& ids, const std::string& kind = "thumbs_down");
    /// "in window, newly tagged"
    std::string drift(std::string_view ts, std::int64_t hours, const std::string& onlyModel = {});
    void undo(ActId act);
    /// "held, brought in, lost"
    std::string account();

    redact::Redactor redactor;
    StillClock clock;
    feedback::EventService events{desk.store(), redactor, clock, "eve"};
};

} // namespace goldpan::test
