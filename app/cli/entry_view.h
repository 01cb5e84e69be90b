// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EntryView: one row with all that is known of it, and how it looks. References only; any thread.
#pragma once

#include "core/domain/act.h"
#include "core/domain/correction.h"
#include "core/store/entry_reader.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace goldpan::cli {

struct EntryView {
    const store::EntryRecord& record;
    const std::vector<Draft>& drafts;
    const std::optional<std::string>& suggestion;
    const std::vector<HistoryItem>& history;
};

/// {"entry","state","correction","drafts","history"}, and "suggestion" where the row has one; optional keys
/// of the entry only where they are set, as the JSON they are, byte for byte.
void printEntryJson(std::ostream& out, const EntryView& view);
void printEntry(std::ostream& out, const EntryView& view);

} // namespace goldpan::cli
