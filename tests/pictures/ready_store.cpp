// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/ready_store.h"

#include "app/composition/store_factory.h"
#include "core/base/clock.h"
#include "core/exporting/export_service.h"
#include "core/feedback/event_service.h"
#include "core/gates/judge.h"
#include "core/queue/filter_parser.h"
#include "core/readiness/retrain_service.h"
#include "core/review/review_service.h"
#include "core/store/queue_reader.h"

#include <filesystem>

namespace goldpan::test {
namespace {

/// Nothing in a picture may depend on the day it is taken.
class FixedClock final : public Clock {
public:
    explicit FixedClock(const char* now)
        : m_now(*parseTimestamp(now)) {}
    [[nodiscard]] Timestamp now() const override { return m_now; }

private:
    Timestamp m_now;
};

Result<void> correct(store::Store& store, const redact::Redactor& redactor, const Clock& clock,
                     const char* filter, std::size_t rows) {
    std::vector<RowId> wanted;
    const auto parsed = queue::filterFromText(filter);
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    const auto take = [&](std::span<const RowId> found) {
        wanted.insert(wanted.end(), found.begin(), found.end());
        return wanted.size() < rows;
    };
    if (auto read = store.queue().select({.filter = *parsed}, take, {}); !read) {
        return std::unexpected(read.error());
    }
    wanted.resize(std::min(wanted.size(), rows));
    review::ReviewService review(store, redactor, clock, "ana");
    for (const RowId row : wanted) {
        if (auto done = review.correct(row, "You can send it back within 30 days. We pay the postage.",
                                       CorrectionSource::operatorWritten);
            !done) {
            return std::unexpected(done.error());
        }
    }
    return {};
}

Result<void> keepGate(readiness::RetrainService& service) {
    const auto run = [](double refunds, double delivery, double warranty) {
        gates::EvalRun out;
        for (const auto& [suite, rate] :
             {std::pair("refunds", refunds), {"delivery", delivery}, {"warranty", warranty}}) {
            gates::EvalSuite& at = out.at(suite);
            at.n = 120;
            at.passRate = gates::EvalMetric{.name = "pass_rate", .value = rate};
        }
        return out;
    };
    const gates::EvalRun before = run(0.8, 0.9, 0.9417);
    const gates::EvalRun now = run(0.8583, 0.9167, 0.925);
    const auto kept = service.keepVerdict(gates::judge(now, &before, gates::defaultGateRules()), "garden-v7");
    return kept ? Result<void>() : std::unexpected(kept.error());
}

} // namespace

Result<void> makeReady(const std::string& path, const std::string& scratch) {
    auto opened = composition::openStore(path);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    store::Store& store = **opened;
    const redact::Redactor redactor;
    const FixedClock retrained("2025-06-08T08:00:00Z");
    const FixedClock now("2025-06-12T09:00:00Z");
    feedback::EventService events(store, redactor, retrained, "ana");
    if (auto drift = events.applyDrift(
            {.ts = *parseTimestamp("2025-06-05T18:00:00Z"), .windowMicros = 14 * kMicrosPerHour});
        !drift) {
        return std::unexpected(drift.error());
    }
    if (auto done = correct(store, redactor, retrained, "drift:1", 60); !done) {
        return done;
    }
    const std::string folder = scratch + "/ready/";
    std::filesystem::create_directories(folder);
    exporting::ExportService exports(store, redactor, retrained);
    const auto batch = exports.run({}, folder + "batch.jsonl", {}, {});
    std::filesystem::remove_all(folder);
    if (!batch) {
        return std::unexpected(batch.error());
    }
    const readiness::ExportRows exported = [&](const auto& sink) { return exports.eachRow({}, sink); };
    readiness::RetrainService before(store, redactor, retrained, "ana");
    if (auto marked = before.mark(*batch->batch, "garden-v6", exported); !marked) {
        return std::unexpected(marked.error());
    }
    if (auto done = correct(store, redactor, now, "drift:2 state:unreviewed", 75); !done) {
        return done;
    }
    readiness::RetrainService service(store, redactor, now, "ana");
    return keepGate(service);
}

} // namespace goldpan::test
