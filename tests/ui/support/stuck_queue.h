// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StuckQueue: a reader whose searches find their rows and then go on until they are stopped, or the
// switch is thrown back, while it is told so; as over millions of rows without another hit. Pages of
// rows wait for a switch of their own. Test support; a switch may be thrown from any
// thread.
#pragma once

#include "core/store/queue_reader.h"

#include <atomic>

namespace goldpan::test {

class StuckQueue final : public store::QueueReader {
public:
    StuckQueue(store::QueueReader& inner, const std::atomic<bool>& stuck, std::atomic<int>& stuckNow,
               const std::atomic<bool>& rowsWait)
        : m_inner(inner)
        , m_stuck(stuck)
        , m_stuckNow(stuckNow)
        , m_rowsWait(rowsWait) {}

    Result<void> select(const queue::QueueQuery& query, const store::IdSink& sink,
                        std::stop_token stop) override;
    Result<std::int64_t> count(const queue::Filter& filter, std::stop_token stop) override {
        return m_inner.count(filter, std::move(stop));
    }
    Result<std::int64_t> countIn(std::span<const RowId> ids, const queue::Filter& filter,
                                 std::stop_token stop) override {
        return m_inner.countIn(ids, filter, std::move(stop));
    }
    Result<std::vector<queue::QueueRow>> rows(std::span<const RowId> ids) override;
    Result<std::vector<std::string>> tagNames() override { return m_inner.tagNames(); }
    Result<std::vector<std::string>> modelNames() override { return m_inner.modelNames(); }
    Result<std::vector<std::string>> operatorNames() override { return m_inner.operatorNames(); }
    Result<std::int64_t> dataVersion() override { return m_inner.dataVersion(); }
    Result<RowId> newestRow() override { return m_inner.newestRow(); }

private:
    store::QueueReader& m_inner;
    const std::atomic<bool>& m_stuck;
    std::atomic<int>& m_stuckNow;
    const std::atomic<bool>& m_rowsWait;
};

} // namespace goldpan::test
