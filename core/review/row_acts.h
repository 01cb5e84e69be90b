// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an act does to one row, inside a transaction. Each function writes and answers the changes it really
// made, in the order made; none where the row was so already. Plain functions; the caller's thread.
#pragma once

#include "core/store/write_gate.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::redact {
class Redactor;
}

namespace goldpan::review {

using RowChanges = Result<std::vector<Change>>;

enum class CorrectionOrigin {
    editor, ///< by hand: marks the row, uses up the draft, a second save clears the pii mark
    file,   ///< from a corrections file: only the correction; the same text is no change at all
};

// A draft may have been stored by older rules than `redactor` has: it goes into the journal by these.

/// `correction.createdAt` gives way to that of the correction it replaces.
[[nodiscard]] RowChanges writeCorrection(store::WriteTransaction& tx, RowId row, Correction correction,
                                         CorrectionOrigin origin, const redact::Redactor& redactor);

/// To any state but `corrected`. A correction that goes becomes the draft of `operatorName`, unless they have
/// one.
[[nodiscard]] RowChanges writeDecision(store::WriteTransaction& tx, RowId row, ReviewState state,
                                       std::string_view operatorName, Timestamp at,
                                       const redact::Redactor& redactor);

/// In the place of the draft that `operatorName` has. Where there is none, nothing goes: no change to
/// journal.
[[nodiscard]] RowChanges writeOtherDraft(store::WriteTransaction& tx, RowId row,
                                         const std::optional<std::string>& draft,
                                         std::string_view operatorName, Timestamp at,
                                         const redact::Redactor& redactor);

[[nodiscard]] RowChanges writeTag(store::WriteTransaction& tx, RowId row, std::string_view tag, bool add);

/// The value of `aspect` as a Change holds it.
[[nodiscard]] std::string stateValue(ReviewState state);
[[nodiscard]] std::optional<std::string> correctionValue(const std::optional<Correction>& correction);

/// "1" for a row that has the tag, none for one that has it not.
[[nodiscard]] std::optional<std::string> tagValue(bool hasTag);

} // namespace goldpan::review
