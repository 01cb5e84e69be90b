// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowMaker: what a row would give a batch, as far as the row alone tells: its lines, redacted again, or why
// it stays out. Holds references; one object, one thread, and each thread of an export has its own.
#pragma once

#include "core/exporting/asked_question.h"
#include "core/exporting/export_service.h"
#include "core/exporting/formats/training_row.h"
#include "core/exporting/row_facts.h"
#include "core/exporting/row_note.h"
#include "core/redact/json_redactor.h"
#include "core/store/entry_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace goldpan::exporting {

struct MadeRow {
    store::EntryRecord record;
    std::vector<std::string> lines; ///< without line feed (kto: up to two); none where it stays out
    redact::RedactionCounts counts; ///< of what stands in them
    std::string leftOut;            ///< why, as reports count it; "" also where the row says nothing here
    bool isNamed = false;           ///< its id stands beside the reason
    std::string invalidWhy;
    RowNote note;                          ///< where it has lines
    std::optional<Error> error;            ///< nothing can go on: the store is damaged
    std::optional<AskedQuestion> question; ///< where it was asked for and can be read
    std::optional<RowFacts> facts;         ///< where they were asked for, of a row with lines
};

class RowMaker {
public:
    struct Wanted {
        const CheckSettings* facts = nullptr; ///< none: no facts
        bool question = false;                ///< of every row, for a split; the checks have it of theirs
    };
    /// All must outlive this.
    RowMaker(const ExportSpec& spec, const redact::Redactor& redactor, Wanted wanted);

    /// By the first reason that applies it stays out: no_tag, no_correction or no_label, invalid, pii,
    /// identical.
    [[nodiscard]] MadeRow make(store::EntryRecord record);
    /// The question and nothing else.
    [[nodiscard]] MadeRow asked(store::EntryRecord record);

private:
    /// What a row has to say in this format.
    struct Lessons {
        bool correction = false; ///< the correction is right
        bool accepted = false;   ///< the response is right
        bool rejected = false;   ///< the response is wrong
        [[nodiscard]] bool any() const { return correction || accepted || rejected; }
    };

    [[nodiscard]] bool isChosen(const LogEntry& entry) const;
    /// Says of a row that has none, or none of the chosen tags, why it stays out.
    [[nodiscard]] Lessons lessonsOf(MadeRow& made) const;
    void makeLines(MadeRow& made);
    void makeLogLine(MadeRow& made);
    /// Facts and question, as far as they are wanted.
    void compare(MadeRow& made, const TaughtRow& taught);
    void addQuestion(MadeRow& made);
    [[nodiscard]] Fit<std::vector<TrainingRow>> rowsOf(const store::EntryRecord& record,
                                                       const Lessons& lessons, const std::string& correction,
                                                       redact::RedactionCounts& counts);
    [[nodiscard]] Fit<Message> response(const LogEntry& entry, redact::RedactionCounts& counts);
    [[nodiscard]] Result<std::vector<Message>> conversation(const LogEntry& entry,
                                                            redact::RedactionCounts& counts);

    const ExportSpec& m_spec;
    const FormatTraits& m_format;
    const bool m_takesTools;
    const redact::Redactor& m_redactor;
    redact::JsonRedactor m_json;
    const Wanted m_wanted;
    std::optional<FactReader> m_facts;
};

} // namespace goldpan::exporting
