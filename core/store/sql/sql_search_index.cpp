// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_search_index.h"

#include "core/store/sql/index_upkeep.h"
#include "core/store/sql/quick_commits.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/search_tables.h"
#include "core/store/sql/segment_builder.h"
#include "core/store/sql/stop_guard.h"

#include <algorithm>

namespace goldpan::sql {

Result<store::IndexStatus> SqlSearchIndex::status() {
    auto snapshot = ReadSnapshot::begin(m_connection);
    return snapshot ? readIndexStatus(m_connection) : std::unexpected(snapshot.error());
}

Result<store::IndexReport> SqlSearchIndex::build(const store::IndexBuild& how, const ProgressFn& progress,
                                                 std::stop_token stop) {
    const QuickCommits quick(m_connection); // ends after the guard: no stop breaks off its last pragma
    const StopGuard guard(m_connection, stop);
    auto report = buildAll(how, progress, stop);
    if (!report && report.error().code == ErrorCode::cancelled) {
        return fail(ErrorCode::cancelled,
                    "stopped on request; what was built is kept, run it again to go on");
    }
    if (!report && wasDropped(report.error())) {
        return fail(ErrorCode::refused, kDroppedMeanwhile, m_connection.path());
    }
    return report;
}

Result<store::IndexReport> SqlSearchIndex::buildAll(const store::IndexBuild& how, const ProgressFn& progress,
                                                    const std::stop_token& stop) {
    ShortWrites writes(m_connection, {}, how.rest);
    if (auto ready = prepareIndexTables(m_connection); !ready) {
        return std::unexpected(ready.error());
    }
    // What a killed build left behind, and after the last segment what was put together with others.
    if (auto swept = sweepIndexPages(m_connection, writes, {}, stop); !swept) {
        return std::unexpected(swept.error());
    }
    store::IndexReport report;
    SegmentBuilder builder(m_connection, writes, stop);
    for (;;) {
        const auto step = builder.step(std::clamp<std::int64_t>(how.stretch, 1, kSegmentSpan));
        if (!step) {
            return std::unexpected(step.error());
        }
        if (step->isLast) {
            break;
        }
        report.rows += step->indexed;
        if (progress) {
            progress(Progress{step->covered, step->rows, report.rows});
        }
    }
    if (auto swept = sweepIndexPages(m_connection, writes, {}, stop); !swept) {
        return std::unexpected(swept.error());
    }
    report.longestLock = writes.longestLock();
    return report;
}

Result<void> SqlSearchIndex::drop(const ProgressFn& progress, std::stop_token stop) {
    const auto there = hasIndexTables(m_connection);
    if (!there || !*there) {
        return there ? Result<void>{} : std::unexpected(there.error());
    }
    const QuickCommits quick(m_connection); // as in build()
    const StopGuard guard(m_connection, stop);
    auto done = dropAll(progress, stop);
    return done || wasDropped(done.error()) ? Result<void>{} : done; // two that drop it want the same
}

bool SqlSearchIndex::wasDropped(const Error& error) {
    return error.code == ErrorCode::internal && !hasIndexTables(m_connection).value_or(true);
}

Result<void> SqlSearchIndex::dropAll(const ProgressFn& progress, const std::stop_token& stop) {
    if (auto done = abandonIndex(m_connection); !done) {
        return done;
    }
    ShortWrites writes(m_connection);
    if (auto swept = sweepIndexPages(m_connection, writes, progress, stop); !swept) {
        return swept;
    }
    return dropIndexTables(m_connection);
}

} // namespace goldpan::sql
