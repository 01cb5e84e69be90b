// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MadeRows: rows of the store, made into what a batch takes of them by several threads, handed on in their
// order. Owns the threads, which come with the first full block and end with it; put() and finish() belong to
// the thread of the store.
#pragma once

#include "core/base/ordered_workers.h"
#include "core/base/result.h"
#include "core/exporting/row_maker.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace goldpan::exporting {

class MadeRows {
public:
    using Make = std::function<MadeRow(store::EntryRecord)>;
    using Sink = std::function<Result<void>(MadeRow& made)>;

    /// `maker` is called on each thread for one of its own. The sink runs on the thread that puts rows in.
    MadeRows(std::function<Make()> maker, Sink sink);

    /// May hand on rows that were put in before; an error of the sink comes back, and ends the work.
    [[nodiscard]] Result<void> put(store::EntryRecord record);
    /// Hands on all that is left.
    [[nodiscard]] Result<void> finish();

private:
    using Block = std::vector<store::EntryRecord>;
    using MadeBlock = std::vector<MadeRow>;

    void putBlock();
    [[nodiscard]] Result<void> handOn(MadeBlock block);

    std::function<Make()> m_maker;
    Sink m_sink;
    Block m_block;
    std::size_t m_bytes = 0; ///< of the block
    std::optional<OrderedWorkers<Block, MadeBlock>> m_workers;
};

} // namespace goldpan::exporting
