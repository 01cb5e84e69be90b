// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/decode_pipeline.h"

#include <exception>

namespace goldpan::ingest {
namespace {

Error threadError(const std::exception& problem) {
    return {ErrorCode::internal, std::string("the import broke off: ") + problem.what(), {}};
}

} // namespace

DecodePipeline::DecodePipeline(BlockReader reader, const redact::Redactor& redactor,
                               const redact::UserKey& users, int jobs, std::stop_token stop)
    : m_reader(std::move(reader))
    , m_redactor(redactor)
    , m_users(users)
    , m_limit(2 * std::int64_t{jobs} + 2)
    , m_forwardStop(std::move(stop), [this] { m_stop.request_stop(); }) {
    try {
        m_threads.emplace_back([this] { readAll(); });
        for (int i = 0; i < jobs; ++i) {
            m_threads.emplace_back([this] { decodeAll(); });
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
    m_changed.notify_all();
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
                m_changed.notify_all();
                return;
            }
            if (!m_changed.wait(lock, stop, [this] { return m_read - m_taken < m_limit; })) {
                return;
            }
            m_waiting.emplace_back(m_read++, std::move(**block));
            m_changed.notify_all();
        }
    } catch (const std::exception& problem) {
        failWith(threadError(problem));
    }
}

void DecodePipeline::decodeAll() {
    const auto stop = m_stop.get_token();
    try {
        EntryDecoder decoder(m_redactor, m_users);
        for (;;) {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_waiting.empty() || m_ended; }) ||
                m_waiting.empty()) {
                return;
            }
            const auto [number, block] = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            auto decoded = decodeBlock(block, decoder, stop);
            lock.lock();
            m_decoded.emplace(number, std::move(decoded));
            m_changed.notify_all();
        }
    } catch (const std::exception& problem) {
        failWith(threadError(problem));
        m_stop.request_stop(); // the block that this thread held will never come
    }
}

Result<std::optional<DecodedBlock>> DecodePipeline::next() {
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_decoded.contains(m_taken) || (m_ended && m_taken == m_read); };
    if (!m_changed.wait(lock, m_stop.get_token(), isReady) || m_stop.stop_requested()) {
        return std::unexpected(m_error.value_or(Error{ErrorCode::cancelled, "the import was stopped", {}}));
    }
    if (auto found = m_decoded.find(m_taken); found != m_decoded.end()) {
        std::optional<DecodedBlock> block(std::move(found->second));
        m_decoded.erase(found);
        ++m_taken;
        m_changed.notify_all();
        return block;
    }
    if (m_error) {
        return std::unexpected(*m_error);
    }
    return std::nullopt;
}

} // namespace goldpan::ingest
