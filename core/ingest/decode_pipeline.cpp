// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/decode_pipeline.h"

#include "core/base/thread_nice.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace goldpan::ingest {
namespace {

// Others wait for what the importing thread does under the lock, and for a window beside it; nobody for
// these.
constexpr int kNice = 10;

/// Of the log between the reader and next(); decoded it is some four times as much.
constexpr std::size_t kMostBytes = std::size_t{48} << 20;

/// Enough to keep all threads busy.
std::int64_t blocksAtOnce(std::int64_t jobs) {
    return 2 * jobs + 2;
}

/// One for each thread where there are so many of them that more would be too much.
std::int64_t blocksAtMost(std::int64_t jobs, std::size_t blockBytes) {
    const auto most = static_cast<std::int64_t>(kMostBytes / std::max<std::size_t>(1, blockBytes));
    return std::min(blocksAtOnce(jobs), std::max(jobs + 1, most));
}

Error threadError(const std::exception& problem) {
    return {ErrorCode::internal, std::string("the import broke off: ") + problem.what(), {}};
}

} // namespace

std::size_t DecodePipeline::blockBytes(int jobs, std::size_t wanted) {
    const auto each = kMostBytes / static_cast<std::size_t>(blocksAtOnce(std::max(0, jobs)));
    return std::min(wanted, std::max(kBlockBytes, each));
}

DecodePipeline::DecodePipeline(BlockReader reader, const redact::Redactor& redactor,
                               const redact::UserKey& users, int jobs, std::stop_token stop)
    : m_reader(std::move(reader))
    , m_redactor(redactor)
    , m_users(users)
    , m_limit(blocksAtMost(jobs, m_reader.blockBytes()))
    , m_spent(static_cast<std::size_t>(jobs))
    , m_forwardStop(std::move(stop), [this] { m_stop.request_stop(); }) {
    try {
        m_threads.emplace_back([this] {
            standBack(kNice);
            readAll();
        });
        for (std::size_t i = 0; i < m_spent.size(); ++i) {
            m_threads.emplace_back([this, i] {
                standBack(kNice);
                decodeAll(i);
            });
        }
    } catch (...) {
        m_stop.request_stop(); // those that run already are joined on the way out
        throw;
    }
}

DecodePipeline::~DecodePipeline() {
    m_stop.request_stop();
}

void DecodePipeline::failWith(Error error) {
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    if (!m_error) {
        m_error = std::move(error);
    }
    m_blockWaits.notify_all();
    m_nextIsThere.notify_all();
}

void DecodePipeline::readAll() {
    const auto stop = m_stop.get_token();
    try {
        for (;;) {
            auto block = m_reader.next(stop);
            if (!block) {
                failWith(block.error());
                return;
            }
            std::unique_lock lock(m_mutex);
            if (!*block) {
                m_ended = true;
                m_blockWaits.notify_all();
                m_nextIsThere.notify_all();
                return;
            }
            if (!m_roomToRead.wait(lock, stop, [this] { return m_read - m_taken < m_limit; })) {
                return;
            }
            m_waiting.emplace_back(m_read++, std::move(**block));
            m_blockWaits.notify_one();
        }
    } catch (const std::exception& problem) {
        failWith(threadError(problem));
    }
}

void DecodePipeline::decodeAll(std::size_t self) {
    const auto stop = m_stop.get_token();
    try {
        EntryDecoder decoder(m_redactor, m_users);
        for (;;) {
            std::unique_lock lock(m_mutex);
            if (!m_blockWaits.wait(lock, stop, [this] { return !m_waiting.empty() || m_ended; }) ||
                m_waiting.empty()) {
                return;
            }
            const auto [number, block] = std::move(m_waiting.front());
            m_waiting.pop_front();
            auto spent = std::exchange(m_spent[self], {});
            lock.unlock();
            spent.clear();
            auto decoded = decodeBlock(block, decoder, stop);
            lock.lock();
            m_decoded.emplace(number, Made{std::move(decoded), self});
            if (number == m_taken) {
                m_nextIsThere.notify_one();
            }
        }
    } catch (const std::exception& problem) {
        failWith(threadError(problem));
        m_stop.request_stop(); // the block that this thread held will never come
    }
}

Result<std::optional<DecodedBlock>> DecodePipeline::next() {
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_decoded.contains(m_taken) || (m_ended && m_taken == m_read); };
    if (!m_nextIsThere.wait(lock, m_stop.get_token(), isReady) || m_stop.stop_requested()) {
        return std::unexpected(m_error.value_or(Error{ErrorCode::cancelled, "the import was stopped", {}}));
    }
    if (auto found = m_decoded.find(m_taken); found != m_decoded.end()) {
        std::optional<DecodedBlock> block(std::move(found->second.block));
        m_lastMaker = found->second.maker;
        m_decoded.erase(found);
        ++m_taken;
        m_roomToRead.notify_one();
        return block;
    }
    if (m_error) {
        return std::unexpected(*m_error);
    }
    return std::nullopt;
}

void DecodePipeline::giveBack(DecodedBlock block) {
    const std::lock_guard lock(m_mutex);
    m_spent[m_lastMaker].push_back(std::move(block));
}

} // namespace goldpan::ingest
