// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FollowSpec: which log is followed into a store, for whom, and by which rules.
#pragma once

#include "core/base/result.h"
#include "core/redact/user_hash.h"
#include "core/sampling/keep_rule.h"

#include <functional>
#include <string>

namespace goldpan::ingest {

struct FollowSpec {
    std::string log;
    std::string operatorName;
    redact::UserKey users = {}; ///< raw user ids are hashed with it
    redact::KeyChange keyChange = redact::KeyChange::refused;
    bool once = false;       ///< ends where the log does, instead of waiting
    sampling::KeepRule keep; ///< no reservoir: it would have to see all of an hour first
    /// Told how many rotated files are left alone because nobody followed the log before.
    std::function<void(int files)> passedOver = {};
    /// Asked before lines are stored, also inside the store's transactions. Where the store has other
    /// redaction rules by now, these lines are left for the next run, with those, and run() ends with
    /// `conflict`.
    std::function<Result<bool>()> hasOtherRules = {};
};

} // namespace goldpan::ingest
