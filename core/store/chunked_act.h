// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ChunkedAct: an act over many rows, in transactions short enough for others to write between them. Holds a
// reference to the gate; one object an act, same thread as its store.
#pragma once

#include "core/base/progress.h"
#include "core/store/write_gate.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace goldpan::store {

/// What came of an act so far, as far as it is committed.
struct ActTally {
    std::optional<ActId> act; ///< none where nothing changed
    std::int64_t changed = 0; ///< steps that changed something
    std::int64_t skipped = 0;
};

class ChunkedAct {
public:
    enum class Record {
        whenChanged, ///< the journal gets no row where no step changed anything
        always,
    };

    /// One step, usually one row: writes through the transaction and answers what it changed, in order.
    using Step = std::function<Result<std::vector<Change>>(WriteTransaction&, std::size_t index)>;

    /// A step over `count` rows from `first` on that are all changed alike; answers which were, and how. One
    /// that would take long does fewer, at least one, and sets `count` to that.
    using SharedStep =
        std::function<Result<SharedChange>(WriteTransaction&, std::size_t first, std::size_t& count)>;

    ChunkedAct(WriteGate& gate, Act act, Record record = Record::whenChanged);
    /// Goes on with an act that the journal has already.
    ChunkedAct(WriteGate& gate, Act act, ActId begun);

    /// Runs the steps 0..count-1. On an error or a stop (`cancelled`) the chunks before it stay committed and
    /// the act unfinished: it can be undone, or run again, as steps that find nothing to change are skipped.
    [[nodiscard]] Result<void> run(std::size_t count, const Step& step, const ProgressFn& progress = {},
                                   std::stop_token stop = {});
    /// The same by some hundreds of rows at once, which costs a fraction of as many steps. What it did is
    /// durable from its end, or a stop, on.
    [[nodiscard]] Result<void> runShared(std::size_t count, const SharedStep& step,
                                         const ProgressFn& progress = {}, std::stop_token stop = {});
    [[nodiscard]] const ActTally& tally() const { return m_tally; }

private:
    struct Chunk;
    /// Does the next rows of a chunk.
    using Work = std::function<Result<void>(WriteTransaction&, Chunk&)>;

    enum class Kind {
        eachRow,
        shared
    };

    [[nodiscard]] Result<void> runAll(std::size_t count, const Work& work, Kind kind,
                                      const ProgressFn& progress, const std::stop_token& stop);
    [[nodiscard]] Result<void> runChunk(WriteTransaction& tx, const Work& work, Chunk& chunk) const;
    [[nodiscard]] Result<void> begin(WriteTransaction& tx, Chunk& chunk) const;

    WriteGate& m_gate;
    Act m_act;
    Record m_record;
    ActTally m_tally;
};

} // namespace goldpan::store
