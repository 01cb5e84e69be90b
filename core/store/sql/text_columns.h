// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every column of the store that holds text or bytes, and what stands in it: what re-redaction reads and
// writes. A column that is missing here fails a test. Values; any thread.
#pragma once

#include <span>
#include <string_view>

namespace goldpan::sql {

enum class TextKind {
    words,   ///< of people or of the model, as one text; paths and names too
    tagged,  ///< words, or a tag of the loop, which means something to the program and stays
    json,    ///< leaf by leaf
    people,  ///< the same, and values whose key names a person's id or address too
    filter,  ///< in the filter language; with what is redacted in it, its row goes
    logKey,  ///< of a log that is followed: its path, which gets a mark where it is redacted
    spec,    ///< of an export: JSON with a filter
    detail,  ///< of an act: words, or of the program's own kinds of act what it wrote there, which stays
    change,  ///< what an act made of a row; its aspect says what it is
    id,      ///< of a request or a user's hash: never redacted
    machine, ///< a model's name, which says what the endpoint ran
    ours,    ///< hashes, numbers, names of formats
    rules,   ///< a rule set, which has to name what it finds
    index,   ///< of the search index, which goes as a whole
};

/// What a name becomes where two become the same by redaction.
enum class Names {
    any,      ///< they may
    numbered, ///< no two rows of the table (and of the same `uniqueWithin`) have one: they get numbers
    source, ///< of a file that was read: has one new name in all tables, and what an import keeps under that
            ///< by now is newer and stays alone
    log,    ///< that is followed: the newer rows stay
    tag,    ///< they are one tag
};

/// Whether re-redaction reads it.
[[nodiscard]] constexpr bool isRedacted(TextKind kind) {
    return kind <= TextKind::change;
}

struct TextColumn {
    std::string_view name;
    TextKind kind = TextKind::words;
    std::string_view field; ///< as reports name it
    Names names = Names::any;
};

/// Whose text it is.
enum class TextOwner {
    nobody,
    row, ///< of the log; `owner` names the column of its id
    act, ///< whose undo would bring the text back; `owner` names the column of its id
};

struct TextTable {
    std::string_view name;
    std::span<const TextColumn> columns;
    TextOwner ownerKind = TextOwner::nobody;
    std::string_view owner = {};
    std::string_view uniqueWithin = {};
    std::string_view key = {}; ///< of a table WITHOUT ROWID, whose few different values are gone through
};

[[nodiscard]] std::span<const TextTable> textTables();

} // namespace goldpan::sql
