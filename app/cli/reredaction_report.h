// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What `reredact` says of its work, for people and for programs. Free functions.
#pragma once

#include "app/cli/io.h"
#include "app/cli/output.h"
#include "core/store/reredaction.h"

#include <optional>
#include <string>
#include <vector>

namespace goldpan::cli {

/// The first digits of a rule set's hash.
[[nodiscard]] std::string shortHash(const std::string& rulesHash);
/// `the rules f00d..., previewed by olga at ...`
[[nodiscard]] std::string saidOf(const store::PendingReredaction& pending);
/// null of one that was confirmed without a preview.
[[nodiscard]] Json previewJson(const std::optional<store::PendingReredaction>& pending);

[[nodiscard]] Json copiesJson(const std::vector<store::OldCopy>& copies);
void printCopies(Io& io, const std::vector<store::OldCopy>& copies);

[[nodiscard]] Json tallyJson(const redact::Redactor& redactor, const store::ReredactionTally& tally);
void printTally(Io& io, const redact::Redactor& redactor, const store::ReredactionTally& tally);

} // namespace goldpan::cli
