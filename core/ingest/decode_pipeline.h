// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DecodePipeline: one reading thread and some decoding threads; what they make comes out in file order. Owns
// the threads, which end with it; next() and giveBack() belong to one thread.
#pragma once

#include "core/ingest/block_reader.h"
#include "core/ingest/decoded_block.h"
#include "core/redact/redactor.h"
#include "core/redact/user_hash.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace goldpan::ingest {

class DecodePipeline {
public:
    /// Of a block for so many decoding threads: `wanted`, or less where they would hold too much together,
    /// but not less than kBlockBytes for that.
    [[nodiscard]] static std::size_t blockBytes(int jobs, std::size_t wanted);

    /// Holds at most a few blocks for each of the `jobs` decoding threads. `redactor` and `users` must
    /// outlive this.
    DecodePipeline(BlockReader reader, const redact::Redactor& redactor, const redact::UserKey& users,
                   int jobs, std::stop_token stop);
    ~DecodePipeline();
    DecodePipeline(const DecodePipeline&) = delete;
    DecodePipeline& operator=(const DecodePipeline&) = delete;

    /// None at the end; the source's error after the blocks before it; `cancelled` as soon as `stop` asks.
    [[nodiscard]] Result<std::optional<DecodedBlock>> next();
    /// What next() answered last, done with: the thread that made it frees it. Memory that one thread asks
    /// for and another gives back is fought over by both.
    void giveBack(DecodedBlock block);

private:
    struct Made {
        DecodedBlock block;
        std::size_t maker = 0; ///< the decoding thread
    };

    void readAll();
    void decodeAll(std::size_t self);
    void failWith(Error error);

    BlockReader m_reader; ///< the reading thread's
    const redact::Redactor& m_redactor;
    const redact::UserKey& m_users;
    const std::int64_t m_limit; ///< blocks between the reader and next()

    std::mutex m_mutex; ///< guards all down to m_error
    std::condition_variable_any m_roomToRead;
    std::condition_variable_any m_blockWaits;
    std::condition_variable_any m_nextIsThere;
    std::deque<std::pair<std::int64_t, LineBlock>> m_waiting;
    std::map<std::int64_t, Made> m_decoded;
    std::vector<std::vector<DecodedBlock>> m_spent; ///< of each decoding thread
    std::size_t m_lastMaker = 0;                    ///< of the block that next() answered last
    std::int64_t m_read = 0;
    std::int64_t m_taken = 0;
    bool m_ended = false;
    std::optional<Error> m_error;

    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_forwardStop;
    std::vector<std::jthread> m_threads; ///< last: joined before what they use goes
};

} // namespace goldpan::ingest
