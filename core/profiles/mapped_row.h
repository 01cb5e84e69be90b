// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MappedRow: one row that a profile made of a record. A value.
#pragma once

#include "core/base/timestamp.h"
#include "core/domain/log_entry.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::profiles {

/// The answer that somebody wrote instead, found in the log's own feedback.
struct GoldText {
    std::string text;
    std::string author;
    std::optional<Timestamp> ts;
    bool ofTrace = false; ///< said of the whole trace, not of this call
};

struct MappedRow {
    LogEntry entry;                     ///< not redacted yet; `userIdHash` only where it was one already
    std::optional<std::string> rawUser; ///< to be hashed, and kept nowhere
    std::vector<GoldText> corrections;  ///< not redacted yet
    std::vector<std::string> ambiguous; ///< what could have been read in more than one way
    std::vector<std::pair<std::string, std::string>> origins; ///< field and the pointer that it came from
};

/// Why a record became no row.
struct Unmapped {
    bool isFault = false; ///< it should have become one: the quarantine's, not a kind of record that is none
    std::string reason;
};

} // namespace goldpan::profiles
