// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunked_act.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace goldpan::store {
namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// The lock may be held for 50 ms; the body gets half of that, as the commit has to write it all out.
constexpr milliseconds kBodyTime{25};
constexpr milliseconds kLongLock{35};
constexpr milliseconds kShortLock{15};
constexpr std::size_t kFirstLimit = 200;
constexpr std::size_t kMaxLimit = 20'000;
constexpr std::size_t kSharedRows = 1024; // some 2 ms, where the step need not ask for each

std::size_t nextLimit(std::size_t limit, SteadyClock::duration held) {
    if (held > kLongLock) {
        return std::max<std::size_t>(1, limit / 2);
    }
    return held < kShortLock ? std::min(kMaxLimit, limit + limit / 2 + 1) : limit;
}

Result<void> stopped(const Act& act, const ActTally& tally, std::size_t done, std::size_t count) {
    std::string message = "stopped on request after " + std::to_string(done) + " of " +
                          std::to_string(count) + " rows; run it again to finish";
    if (tally.act && act.kind != ActKind::undo && act.kind != ActKind::redo) {
        message += ", or undo act " + std::to_string(tally.act->value);
    }
    return fail(ErrorCode::cancelled, std::move(message));
}

} // namespace

struct ChunkedAct::Chunk {
    ActTally tally;
    std::size_t at = 0;
    std::size_t end = 0;   ///< at most up to here
    std::size_t count = 0; ///< of the whole act
    SteadyClock::time_point began;
};

ChunkedAct::ChunkedAct(WriteGate& gate, Act act, Record record)
    : m_gate(gate)
    , m_act(std::move(act))
    , m_record(record) {
    m_act.finished = false;
}

ChunkedAct::ChunkedAct(WriteGate& gate, Act act, ActId begun)
    : ChunkedAct(gate, std::move(act), Record::always) {
    m_tally.act = begun;
}

Result<void> ChunkedAct::begin(WriteTransaction& tx, Chunk& chunk) const {
    if (!chunk.tally.act) {
        const auto act = tx.beginAct(m_act);
        if (!act) {
            return std::unexpected(act.error());
        }
        chunk.tally.act = *act;
    }
    return {};
}

Result<void> ChunkedAct::runChunk(WriteTransaction& tx, const Work& work, Chunk& chunk) const {
    const auto first = chunk.at; // always done, so that a machine that stands still goes on all the same
    while (chunk.at < chunk.end && (chunk.at == first || SteadyClock::now() - chunk.began < kBodyTime)) {
        if (auto worked = work(tx, chunk); !worked) {
            return worked;
        }
    }
    if (chunk.at < chunk.count) {
        return {};
    }
    if (m_record == Record::always) {
        if (auto begun = begin(tx, chunk); !begun) {
            return begun;
        }
    }
    return chunk.tally.act ? tx.finishAct(*chunk.tally.act, chunk.tally.changed, chunk.tally.skipped)
                           : Result<void>{};
}

Result<void> ChunkedAct::run(std::size_t count, const Step& step, const ProgressFn& progress,
                             std::stop_token stop) {
    const auto work = [&](WriteTransaction& tx, Chunk& chunk) -> Result<void> {
        const auto changes = step(tx, chunk.at);
        if (!changes) {
            return std::unexpected(changes.error());
        }
        ++chunk.at;
        if (changes->empty()) {
            ++chunk.tally.skipped;
            return {};
        }
        if (auto begun = begin(tx, chunk); !begun) {
            return begun;
        }
        for (const Change& change : *changes) {
            if (auto added = tx.addChange(*chunk.tally.act, change); !added) {
                return added;
            }
        }
        ++chunk.tally.changed;
        return {};
    };
    return runAll(count, work, Kind::eachRow, progress, stop);
}

Result<void> ChunkedAct::runShared(std::size_t count, const SharedStep& step, const ProgressFn& progress,
                                   std::stop_token stop) {
    const auto work = [&](WriteTransaction& tx, Chunk& chunk) -> Result<void> {
        auto rows = std::min(kSharedRows, chunk.end - chunk.at);
        const auto change = step(tx, chunk.at, rows);
        if (!change) {
            return std::unexpected(change.error());
        }
        chunk.at += rows;
        chunk.tally.changed += std::ssize(change->rows);
        chunk.tally.skipped += static_cast<std::int64_t>(rows) - std::ssize(change->rows);
        if (change->rows.empty()) {
            return {};
        }
        if (auto begun = begin(tx, chunk); !begun) {
            return begun;
        }
        return tx.addChanges(*chunk.tally.act, *change);
    };
    return runAll(count, work, Kind::shared, progress, stop);
}

Result<void> ChunkedAct::runAll(std::size_t count, const Work& work, Kind kind, const ProgressFn& progress,
                                const std::stop_token& stop) {
    std::size_t done = 0;
    std::size_t limit = kFirstLimit;
    bool finished = count == 0 && m_record == Record::whenChanged;
    while (!finished) {
        if (stop.stop_requested()) {
            const bool hasParts = kind == Kind::shared && done > 0;
            if (auto synced = hasParts ? m_gate.syncParts() : Result<void>(); !synced) {
                return synced;
            }
            return stopped(m_act, m_tally, done, count);
        }
        if (done > 0) {
            m_gate.letOthersIn();
        }
        Chunk chunk;
        const auto end = std::min(count, done + limit);
        const auto body = [&](WriteTransaction& tx) {
            chunk = Chunk{m_tally, done, end, count, SteadyClock::now()};
            return runChunk(tx, work, chunk);
        };
        // Who asked is told at the end or at a stop, and either makes all of it durable.
        auto committed =
            kind == Kind::shared && end < count ? m_gate.transactPart(body) : m_gate.transact(body);
        if (!committed) {
            return committed;
        }
        limit = nextLimit(limit, SteadyClock::now() - chunk.began);
        m_tally = chunk.tally;
        done = chunk.at;
        finished = done == count;
        if (progress) {
            const auto rows = static_cast<std::int64_t>(done);
            progress(Progress{rows, static_cast<std::int64_t>(count), rows});
        }
    }
    return {};
}

} // namespace goldpan::store
