// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Act: one row of the append-only journal; Change: what it did to one aspect of one row. Values.
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan {

/// The values are written to disk and never change.
enum class ActKind : std::uint8_t {
    correct = 0,
    accept = 1,
    discard = 2,
    defer = 3,
    reopen = 4,
    tagAdd = 5,
    tagRemove = 6,
    correctionsImport = 7,
    drift = 8,    ///< a drift event tagged its window
    feedback = 9, ///< feedback events tagged their rows
    retag = 10,   ///< an import brought tags for rows that were there
    undo = 11,
    redo = 12,
    draftReplace = 13, ///< another text took the place of a draft
    reredact = 14,     ///< a newer rule set was run over what is stored
};

[[nodiscard]] std::string_view actKindName(ActKind kind);

/// Acts that plain undo takes back; drift, feedback and retag are undone by number only.
[[nodiscard]] bool isPlainUndoable(ActKind kind);

/// What of a row an act can change. The values are written to disk and never change.
enum class Aspect : std::uint8_t {
    state = 0, ///< value: the state's name
    correction =
        1,     ///< value: JSON {text, operator, source, created_at, updated_at, pii}; none = no correction
    tag = 2,   ///< name: the tag; value "1" = has it, none = has it not
    draft = 3, ///< name: the operator; value: the text; none = no draft
};

struct Change {
    RowId row;
    Aspect aspect = Aspect::state;
    std::string name;                  ///< tag or operator, see Aspect
    std::optional<std::string> before; ///< none where it did not exist
    std::optional<std::string> after;

    bool operator==(const Change&) const = default;
};

struct Act {
    ActId id;
    Timestamp at;
    std::string operatorName;
    ActKind kind = ActKind::correct;
    ActId target;           ///< of undo and redo: the act taken back or done again
    std::int64_t drift = 0; ///< of a drift run: the event, which counts while a run of it is not undone
    std::string detail;     ///< what a person wants to read: the tag, the filter, the file name; redacted
    std::int64_t changed = 0;
    std::int64_t skipped = 0;
    bool finished = true; ///< false: stopped between its chunks; can be undone, or run again
    bool undone = false;  ///< derived from later undo and redo acts that finished
    ActId reredactedBy;   ///< the act that redacted words of this one, which ended its undo and redo

    bool operator==(const Act&) const = default;
};

struct HistoryItem {
    Act act;
    std::vector<Change> changes; ///< of the asked row; empty in a store-wide history
};

} // namespace goldpan
