// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the first records of a log become by a profile, for whoever writes or doubts one. Free functions; same
// thread.
#pragma once

#include "core/ingest/mapped_tally.h"
#include "core/ingest/profile_use.h"
#include "core/redact/redactor.h"

#include <string>
#include <utility>
#include <vector>

namespace goldpan::ingest {

struct CheckedRow {
    std::int64_t line = 0;
    std::string row;   ///< as the store would hold it, redacted, as a line of this program's own log
    std::string fault; ///< why it would be quarantined; then `row` is empty
    std::vector<std::pair<std::string, std::string>> origins; ///< field and the pointer that it came from
    std::vector<std::string> ambiguous;
};

struct ProfileCheck {
    std::string profile;
    std::string reason; ///< why it was chosen; "" where it was named
    std::vector<std::string> others;
    std::vector<CheckedRow> rows;
    MappedTally tally;
    std::int64_t companionObjects = 0;
    std::int64_t unusedObjects = 0; ///< of the companions: no join could use them
};

/// Reads until `limit` rows were made. notFound where no profile is named and none fits.
[[nodiscard]] Result<ProfileCheck> checkProfile(const std::string& path, ProfileUse use, std::size_t limit,
                                                const redact::Redactor& redactor,
                                                const std::stop_token& stop);

} // namespace goldpan::ingest
