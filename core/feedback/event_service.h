// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EventService: drift and feedback events onto entries, early or late. Holds references only; same thread as
// its store.
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/act.h"
#include "core/domain/drift_event.h"
#include "core/redact/redactor.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::feedback {

struct DriftOutcome {
    DriftEvent event;
    std::int64_t inWindow = 0;    ///< rows in the window
    std::int64_t newlyTagged = 0; ///< of those, rows that had no drift_window tag yet
    bool isAgain = false;         ///< recorded before and undone; it counts again
};

struct FeedbackOutcomeCounts {
    std::int64_t read = 0;
    std::int64_t applied = 0;   ///< negative events whose row is there
    std::int64_t again = 0;     ///< of those, events that were recorded before and undone
    std::int64_t duplicate = 0; ///< recorded before
    std::int64_t waiting = 0;   ///< for rows that are not there yet
    std::int64_t positive = 0;  ///< thumbs_up: counted, removes nothing
    std::int64_t quarantined = 0;
};

class EventService {
public:
    EventService(store::Store& store, const redact::Redactor& redactor, const Clock& clock,
                 const std::string& operatorName);

    /// Records the event (once: same time, width and model is nothing new) and tags every row of its window,
    /// one act in chunks. Undone, the event counts no more, for rows that come later neither; a run that
    /// finds nothing to do for one that counts is no act.
    [[nodiscard]] Result<DriftOutcome> applyDrift(const DriftEvent& event, const ProgressFn& progress = {},
                                                  std::stop_token stop = {});

    /// Reads a JSONL file of {request_id, kind, ts} and tags `user_negative`; one act a file, in chunks. Bad
    /// lines go to the quarantine.
    [[nodiscard]] Result<FeedbackOutcomeCounts>
    applyFeedbackFile(const std::string& path, const ProgressFn& progress = {}, std::stop_token stop = {});

private:
    [[nodiscard]] Act newAct(ActKind kind, const std::string& detail) const;
    /// Brings in the rows of the window that were sampled out and are still held.
    [[nodiscard]] Result<void> recallWindow(const DriftEvent& event, const std::stop_token& stop);
    /// Adds to the rows that the recorded event tagged, also those of a run that was stopped.
    [[nodiscard]] Result<void> countTagged(std::int64_t driftId, std::int64_t more);

    store::Store& m_store;
    const redact::Redactor& m_redactor;
    const Clock& m_clock;
    std::string m_operator;
};

/// badValue unless the policy would take the window too: a microsecond to a leap year.
[[nodiscard]] Result<std::int64_t> windowMicrosFromHours(double hours);

/// The lesson's event files: one JSON object (or a line each) with event `deployment_drift_detected`, ts,
/// model_version and optionally window_hours. badValue with the line where one is off.
[[nodiscard]] Result<std::vector<DriftEvent>> parseDriftEvents(std::string_view text,
                                                               double defaultWindowHours);

} // namespace goldpan::feedback
