// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogOrigin: which rules and which key the lines of a log folder went through, in a file beside them, because
// the lines themselves are the lesson's. Under the folder's lock; one thread at a time.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/redact/user_hash.h"

#include <string>
#include <string_view>

namespace goldpan::ingest {

class LogOrigin {
public:
    /// JSON lines, the newest last: {"since","rules_hash","user_key"}; the key is its mark, null without one.
    static constexpr std::string_view kName = ".inference.origin";

    /// Writes nothing yet. refused where the lines so far were hashed with another key, unless `change` says
    /// that this is meant; corrupt where the file cannot be read.
    [[nodiscard]] static Result<LogOrigin> open(const std::string& folder, const std::string& rulesHash,
                                                const redact::UserKey& users, redact::KeyChange change);

    /// Before each line of the log: adds one to the file with the first, where anything is new. After an
    /// error the next call tries again.
    [[nodiscard]] Result<void> note(const Clock& clock);

private:
    std::string m_path;
    std::string m_before; ///< what the file held
    std::string m_rulesHash;
    std::string m_mark; ///< of the key
    bool m_isNoted = false;
};

} // namespace goldpan::ingest
