// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_blocks.h"

#include "core/ingest/decode_pipeline.h"
#include "core/ingest/log_source.h"
#include "core/ingest/mapped_rows.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>

namespace goldpan::ingest {
namespace {

std::size_t blockBytes(const std::string& path, std::size_t ofFile) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored) ? ofFile : std::min(ofFile, kBlockBytes);
}

} // namespace

LogBlocks::LogBlocks(std::string path, const redact::Redactor& redactor, redact::UserKey users,
                     Decoding decoding, ProfileUse use)
    : m_path(std::move(path))
    , m_redactor(redactor)
    , m_users(std::move(users))
    , m_decoding(decoding)
    , m_use(std::move(use)) {}

Result<void> LogBlocks::decode(const std::stop_token& stop, const Take& take) const {
    if (m_use.profile) {
        return MappedRows(m_redactor, m_users, m_use).read(m_path, stop, [&](DecodedBlock block) {
            return take(block);
        });
    }
    auto source = openLog(m_path, m_use);
    if (!source) {
        return std::unexpected(source.error());
    }
    const auto wanted = DecodePipeline::blockBytes(m_decoding.threads, m_decoding.blockBytes);
    DecodePipeline pipeline(
        BlockReader(std::move(*source), {.block = blockBytes(m_path, wanted), .line = kMaxLineBytes}),
        m_redactor, m_users, m_decoding.threads, stop);
    for (;;) {
        auto block = pipeline.next();
        if (!block) {
            return std::unexpected(block.error());
        }
        if (!*block) {
            return {};
        }
        if (auto taken = take(**block); !taken) {
            return taken;
        }
        pipeline.giveBack(std::move(**block));
    }
}

Result<void> LogBlocks::read(const std::stop_token& stop, const Take& take) {
    if (!m_held) {
        return decode(stop, take);
    }
    Held held = std::move(*m_held);
    m_held.reset();
    for (auto& block : held.blocks) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "the import was stopped", m_path);
        }
        auto next = std::exchange(block, {});
        if (auto taken = take(next); !taken) {
            return taken;
        }
    }
    return held.end;
}

Result<void> LogBlocks::look(const std::stop_token& stop, const Look& look) {
    const bool hold = m_use.pairs.isReadOnce || !LogSource::sizeOf(m_path);
    std::vector<DecodedBlock> blocks;
    bool refused = false;
    auto looked = decode(stop, [&](DecodedBlock& block) {
        auto seen = look(block);
        refused = !seen;
        if (seen && hold) {
            blocks.push_back(std::move(block));
        }
        return seen;
    });
    if (!looked && (refused || looked.error().code == ErrorCode::cancelled)) {
        return looked;
    }
    if (hold) {
        m_held = Held{.blocks = std::move(blocks), .end = std::move(looked)};
    }
    return {};
}

} // namespace goldpan::ingest
