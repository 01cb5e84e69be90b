// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/event_service.h"

#include "core/domain/feedback_event.h"
#include "core/domain/tag.h"
#include "core/feedback/feedback_file.h"
#include "core/store/chunked_act.h"
#include "core/store/event_reader.h"
#include "core/store/store.h"
#include "core/tagging/window_tags.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <span>
#include <utility>

namespace goldpan::feedback {
namespace {

/// Of an event that comes after its row.
Result<std::vector<Change>> addTag(store::WriteTransaction& tx, RowId row, std::string_view tag) {
    const auto added = tx.addTag(row, tag);
    if (!added) {
        return std::unexpected(added.error());
    }
    std::vector<Change> changes;
    if (*added) {
        if (auto alone = tx.standAlone(row); !alone) {
            return std::unexpected(alone.error());
        }
        changes.push_back({row, Aspect::tag, std::string(tag), std::nullopt, "1"});
    }
    return changes;
}

Result<store::SharedChange> addTag(store::WriteTransaction& tx, std::span<const RowId> rows,
                                   std::string_view tag) {
    auto added = tx.setTags(rows, tag, true);
    if (!added) {
        return std::unexpected(added.error());
    }
    if (auto alone = tx.standAlone(*added); !alone) {
        return std::unexpected(alone.error());
    }
    return store::SharedChange{std::move(*added), {{}, Aspect::tag, std::string(tag), std::nullopt, "1"}};
}

/// What the journal shows of an event: "2025-06-12T09:30:00.000000Z 12h".
std::string driftDetail(const DriftEvent& event) {
    char hours[32];
    const auto end =
        std::to_chars(hours, hours + sizeof hours, static_cast<double>(event.windowMicros) / kMicrosPerHour)
            .ptr;
    std::string detail = formatTimestamp(event.ts) + " " + std::string(hours, end) + "h";
    if (event.onlyThatModel) {
        detail += " " + event.modelVersion;
    }
    return detail;
}

} // namespace

EventService::EventService(store::Store& store, const redact::Redactor& redactor, const Clock& clock,
                           const std::string& operatorName)
    : m_store(store)
    , m_redactor(redactor)
    , m_clock(clock)
    , m_operator(redactor.redacted(operatorName)) {}

Act EventService::newAct(ActKind kind, const std::string& detail) const {
    Act act;
    act.at = m_clock.now();
    act.operatorName = m_operator;
    act.kind = kind;
    act.detail = detail;
    return act;
}

Result<DriftOutcome> EventService::applyDrift(const DriftEvent& event, const ProgressFn& progress,
                                              std::stop_token stop) {
    const double hours = static_cast<double>(event.windowMicros) / static_cast<double>(kMicrosPerHour);
    if (auto checked = windowMicrosFromHours(hours); !checked) {
        return std::unexpected(checked.error());
    }
    // Recorded first, with the run that makes it count: an import that runs meanwhile tags its own rows by
    // it, so none is missed, and what comes of it can be undone from here on, be it on no row at all.
    store::RecordedDrift recorded;
    Act act = newAct(ActKind::drift, driftDetail(event));
    std::optional<ActId> begun;
    auto written = m_store.writes().transact([&](store::WriteTransaction& tx) -> Result<void> {
        const auto drift = tx.recordDrift(event);
        if (!drift) {
            return std::unexpected(drift.error());
        }
        recorded = *drift;
        act.drift = recorded.id;
        if (recorded.hasRun) {
            return {};
        }
        const auto id = tx.beginAct(act);
        if (!id) {
            return std::unexpected(id.error());
        }
        begun = *id;
        return {};
    });
    if (!written) {
        return std::unexpected(written.error());
    }
    if (auto recalled = recallWindow(event, stop); !recalled) {
        return std::unexpected(recalled.error());
    }
    std::vector<RowId> rows;
    const auto collect = [&](std::span<const RowId> ids) {
        rows.insert(rows.end(), ids.begin(), ids.end());
        return true;
    };
    if (auto read = m_store.events().rowsInWindow(event, collect, stop); !read) {
        return std::unexpected(read.error());
    }

    store::ChunkedAct chunks =
        begun ? store::ChunkedAct(m_store.writes(), act, *begun) : store::ChunkedAct(m_store.writes(), act);
    const auto step = [&](store::WriteTransaction& tx, std::size_t first, const std::size_t& count) {
        return addTag(tx, std::span(rows).subspan(first, count), kTagDriftWindow);
    };
    auto ran = chunks.runShared(rows.size(), step, progress, stop);
    if (auto counted = countTagged(recorded.id, chunks.tally().changed); ran && !counted) {
        ran = counted;
    }
    if (!ran) {
        return std::unexpected(ran.error());
    }
    return DriftOutcome{event, std::ssize(rows), chunks.tally().changed, recorded.wasUndone};
}

Result<void> EventService::recallWindow(const DriftEvent& event, const std::stop_token& stop) {
    const auto hashes = m_store.events().sampledOutInWindow(event, stop);
    if (!hashes) {
        return std::unexpected(hashes.error());
    }
    // No change that the journal shows, so no act: its chunks alone, because a row may be large.
    store::ChunkedAct chunks(m_store.writes(), newAct(ActKind::drift, driftDetail(event)));
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) -> Result<std::vector<Change>> {
        auto recalled = tx.recall((*hashes)[index]);
        return recalled ? Result<std::vector<Change>>() : std::unexpected(recalled.error());
    };
    return chunks.run(hashes->size(), step, {}, stop);
}

Result<void> EventService::countTagged(std::int64_t driftId, std::int64_t more) {
    if (more == 0) {
        return {};
    }
    const auto windows = m_store.events().driftWindows();
    if (!windows) {
        return std::unexpected(windows.error());
    }
    const auto record = std::ranges::find(*windows, driftId, &store::DriftRecord::id);
    const std::int64_t before = record == windows->end() ? 0 : record->tagged;
    return m_store.writes().transact(
        [&](store::WriteTransaction& tx) { return tx.setDriftTagged(driftId, before + more); });
}

Result<FeedbackOutcomeCounts>
EventService::applyFeedbackFile(const std::string& path, const ProgressFn& progress, std::stop_token stop) {
    const auto file = readFeedbackFile(path, stop);
    if (!file) {
        return std::unexpected(file.error());
    }
    std::error_code problem;
    const auto absolute = std::filesystem::absolute(path, problem);
    const std::string source = m_redactor.redacted(problem ? path : absolute.lexically_normal().string());
    const auto& events = file->events;
    const auto& bad = file->bad;

    FeedbackOutcomeCounts counts;
    const auto record = [&](store::WriteTransaction& tx,
                            const FeedbackEvent& event) -> Result<std::vector<Change>> {
        RowId row;
        const auto outcome = tx.recordFeedback(event, row);
        if (!outcome) {
            return std::unexpected(outcome.error());
        }
        if (*outcome == store::FeedbackOutcome::duplicate) {
            ++counts.duplicate;
        } else if (!tagging::isNegative(event.kind)) {
            ++counts.positive;
        } else if (*outcome == store::FeedbackOutcome::waiting) {
            ++counts.waiting;
        } else {
            ++counts.applied;
            counts.again += *outcome == store::FeedbackOutcome::again ? 1 : 0;
            return addTag(tx, row, kTagUserNegative);
        }
        return std::vector<Change>();
    };
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) -> Result<std::vector<Change>> {
        if (index < events.size()) {
            return record(tx, events[index]);
        }
        const BadLine& line = bad[index - events.size()];
        if (auto kept = tx.quarantine(source, line.line, line.reason); !kept) {
            return std::unexpected(kept.error());
        }
        ++counts.quarantined;
        return std::vector<Change>();
    };
    store::ChunkedAct chunks(
        m_store.writes(),
        newAct(ActKind::feedback, m_redactor.redacted(std::filesystem::path(path).filename().string())));
    if (auto ran = chunks.run(events.size() + bad.size(), step, progress, stop); !ran) {
        return std::unexpected(ran.error());
    }
    counts.read = std::ssize(events) + std::ssize(bad);
    return counts;
}

} // namespace goldpan::feedback
