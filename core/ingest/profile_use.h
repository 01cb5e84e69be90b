// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ProfileUse: by which profile a log of another tool is read, and which profile fits one. Values and free
// functions; safe on any thread.
#pragma once

#include "core/base/result.h"
#include "core/ingest/log_source.h"
#include "core/profiles/pair_merger.h"
#include "core/profiles/profile.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::ingest {

/// The halves of one run may stand in different logs of an import.
struct SharedPairs {
    std::shared_ptr<profiles::PairMerger> merger; ///< none: the log has its own
    bool isFirst = true;                          ///< no earlier log shares it
    bool isLast = true;                           ///< no later log shares it
    bool isReadOnce = false;                      ///< a second reading would miss the halves that a pipe gave
};

struct ProfileUse {
    std::shared_ptr<const profiles::Profile> profile; ///< none: the log is this program's own format
    std::vector<std::string> companions;              ///< paths of what the profile joins to the rows
    std::shared_ptr<LogSource> begun = {};            ///< of a log that can be read once only: go on with it
    bool isOnlyLog = true; ///< no other log is read that may have calls of the same traces
    SharedPairs pairs = {};
};

/// Logs of one import, in their order, that one profile reads in pairs: they share them. `uses` stand beside
/// `paths`.
void sharePairs(std::vector<ProfileUse>& uses, const std::vector<std::string>& paths);

/// The log, from its beginning.
[[nodiscard]] Result<LogSource> openLog(const std::string& path, const ProfileUse& use);

/// What was decided about one log, and why.
struct ProfileChoice {
    std::shared_ptr<const profiles::Profile> profile; ///< none: this program's own format, or nothing known
    bool isOurs = false;                              ///< known as this program's own format
    std::string reason;
    std::vector<std::string> others;       ///< profiles that would fit as well
    std::shared_ptr<LogSource> begun = {}; ///< for ProfileUse, where the log can be read once only
};

/// `named`: a shipped profile or a file of one's own, which may extend a shipped one. badValue, where the
/// file is no profile, says where in it.
[[nodiscard]] Result<std::shared_ptr<const profiles::Profile>> openProfile(const std::string& named);

/// By the first objects of the log. Of one that can be read once only (standard input, a pipe) as few as will
/// do, for a slow one is not to be waited for.
[[nodiscard]] Result<ProfileChoice> chooseProfile(const std::string& path, const std::stop_token& stop);

/// usage where it is another tool's log, whose lines would only fill the quarantine.
[[nodiscard]] Result<void> checkIsFollowable(const std::string& path, const std::stop_token& stop);

} // namespace goldpan::ingest
