// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogBlocks: one log as decoded blocks, which a reservoir looks at before they are stored. Owned by the
// import; its thread.
#pragma once

#include "core/base/result.h"
#include "core/ingest/decoded_block.h"
#include "core/ingest/profile_use.h"
#include "core/redact/redactor.h"
#include "core/redact/user_hash.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::ingest {

class LogBlocks {
public:
    /// May move from the block; what it leaves in it is freed where that disturbs nobody.
    using Take = std::function<Result<void>(DecodedBlock&)>;
    using Look = std::function<Result<void>(const DecodedBlock&)>;

    /// Where no profile reads the log.
    struct Decoding {
        int threads = 1;
        std::size_t blockBytes = kBlockBytes; ///< of a file; what a pipe brings comes in smaller blocks
    };

    /// `redactor` must outlive this.
    LogBlocks(std::string path, const redact::Redactor& redactor, redact::UserKey users, Decoding decoding,
              ProfileUse use = {});

    [[nodiscard]] const std::string& path() const { return m_path; }

    /// Every block in the order of the file, up to an error of the log or of `take`.
    [[nodiscard]] Result<void> read(const std::stop_token& stop, const Take& take);
    /// Before read(). A log that cannot be read again (a pipe, standard input) stays in memory, redacted,
    /// until then. What is wrong with the log is told by read().
    [[nodiscard]] Result<void> look(const std::stop_token& stop, const Look& look);

private:
    struct Held {
        std::vector<DecodedBlock> blocks;
        Result<void> end;
    };

    [[nodiscard]] Result<void> decode(const std::stop_token& stop, const Take& take) const;

    std::string m_path;
    const redact::Redactor& m_redactor;
    redact::UserKey m_users;
    Decoding m_decoding;
    ProfileUse m_use;
    std::optional<Held> m_held;
};

} // namespace goldpan::ingest
