// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/made_rows.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace goldpan::exporting {
namespace {

constexpr std::size_t kRowsOfBlock = 64;
constexpr std::size_t kBytesOfBlock = 256 << 10; ///< or as much text: few long rows are held at a time
constexpr std::size_t kBlocksOfThread = 3;

std::size_t threadCount() {
    constexpr unsigned kMost = 8; // one thread reads and hands on: more would wait for it
    // Asked once a block, and the system looks into a file for it.
    static const std::size_t kCount = std::clamp(std::thread::hardware_concurrency(), 1U, kMost);
    return kCount;
}

std::size_t bytesOf(const store::EntryRecord& record) {
    const LogEntry& entry = record.entry;
    return entry.prompt.size() + entry.response.size() + entry.messages.size() + entry.output.size() +
           entry.tools.size() + entry.feedback.size() + entry.meta.size() +
           (record.correction ? record.correction->text.size() : 0);
}

} // namespace

MadeRows::MadeRows(std::function<Make()> maker, Sink sink)
    : m_maker(std::move(maker))
    , m_sink(std::move(sink)) {}

Result<void> MadeRows::put(store::EntryRecord record) {
    m_bytes += bytesOf(record);
    m_block.push_back(std::move(record));
    if (m_block.size() < kRowsOfBlock && m_bytes < kBytesOfBlock) {
        return {};
    }
    putBlock();
    Result<void> done;
    while (done && m_workers->outstanding() >= kBlocksOfThread * threadCount()) {
        done = handOn(m_workers->take());
    }
    while (done) {
        auto made = m_workers->takeIfMade();
        if (!made) {
            break;
        }
        done = handOn(std::move(*made));
    }
    return done;
}

void MadeRows::putBlock() {
    if (!m_workers) {
        m_workers.emplace(threadCount(), [this]() -> OrderedWorkers<Block, MadeBlock>::Work {
            return [make = m_maker()](Block block) {
                MadeBlock out;
                out.reserve(block.size());
                for (auto& record : block) {
                    out.push_back(make(std::move(record)));
                }
                return out;
            };
        });
    }
    m_workers->put(std::exchange(m_block, {}));
    m_bytes = 0;
}

Result<void> MadeRows::handOn(MadeBlock block) {
    for (MadeRow& made : block) {
        if (auto done = m_sink(made); !done) {
            return done;
        }
    }
    return {};
}

Result<void> MadeRows::finish() {
    Result<void> done;
    while (done && m_workers && m_workers->outstanding() != 0) {
        done = handOn(m_workers->take());
    }
    if (done && !m_block.empty()) { // so few are made sooner than handed over
        const Make make = m_maker();
        for (auto& record : std::exchange(m_block, {})) {
            auto made = make(std::move(record));
            if (done = m_sink(made); !done) {
                break;
            }
        }
    }
    return done;
}

} // namespace goldpan::exporting
