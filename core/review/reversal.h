// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reversal: takes an act back, or does one again that was taken back. Holds references only; one object a
// reversal, same thread as its store.
#pragma once

#include "core/review/review_service.h"
#include "core/store/write_gate.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace goldpan::review {

class Reversal {
public:
    enum class Direction {
        back,  ///< undo: to what was before
        again, ///< redo: to what was after
    };

    /// Drafts come back, and go into the journal, by the rules of `redactor`.
    Reversal(store::WriteGate& gate, const redact::Redactor& redactor, Act target, Direction direction);

    /// Writes an act of its own under `operatorName`. First the whole target is checked: conflict, naming the
    /// later act, where one has built on it, and nothing is changed. Drafts are never in the way: words typed
    /// since are kept; of an act that replaced a draft they change places with the draft. Stopped between its
    /// chunks, the same call again does the rest.
    [[nodiscard]] Result<UndoOutcome> run(std::string_view operatorName, Timestamp at, std::stop_token stop,
                                          const ProgressFn& progress = {});

private:
    /// The changes of one row, by position in the target.
    struct RowSpan {
        RowId row;
        std::int64_t offset = 0;
        std::int64_t count = 0;
    };

    [[nodiscard]] Result<void> checkAll(std::stop_token stop);
    /// The first of these, as many as take some milliseconds; answers how many.
    [[nodiscard]] Result<std::size_t> checkSome(store::WriteTransaction& tx,
                                                std::span<const Change> changes) const;
    /// Takes the row and what all have in common from the change at this position.
    void note(const Change& change, std::int64_t position);
    [[nodiscard]] Result<void> check(store::WriteTransaction& tx, const Change& change) const;
    [[nodiscard]] Result<std::vector<Change>> reverseRow(store::WriteTransaction& tx, const RowSpan& span,
                                                         Timestamp at) const;
    /// Where the target is one tag onto or off all of its rows; of `count` rows from `first` on as many as
    /// take some milliseconds.
    [[nodiscard]] Result<store::SharedChange> reverseTag(store::WriteTransaction& tx, std::size_t first,
                                                         std::size_t& count) const;
    /// Values of `change` to come from and to go to.
    [[nodiscard]] const std::optional<std::string>& from(const Change& change) const;
    [[nodiscard]] const std::optional<std::string>& to(const Change& change) const;
    /// Whether the draft is all that the act is about, and of who takes it back.
    [[nodiscard]] bool bringsDraftBack(const Change& change) const;
    [[nodiscard]] Result<std::optional<std::string>> goalOf(store::WriteTransaction& tx,
                                                            const Change& change) const;
    [[nodiscard]] std::optional<std::string> byTheRules(const Change& change,
                                                        std::optional<std::string> value) const;
    [[nodiscard]] std::string refusal() const;

    store::WriteGate& m_gate;
    const redact::Redactor& m_redactor;
    Act m_target;
    Direction m_direction;
    std::string m_operator;      ///< who takes back
    std::vector<RowSpan> m_rows; ///< in the target's order
    Change m_tag;                ///< the first change without its row
    bool m_isOneTag = true;      ///< all changes are this one, of a tag
};

} // namespace goldpan::review
