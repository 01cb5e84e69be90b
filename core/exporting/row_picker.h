// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowPicker: which rows of a store a batch takes, and their lines, redacted again. Owned by one run of the
// export service; one object, one thread.
#pragma once

#include "core/exporting/batch_checks.h"
#include "core/exporting/export_service.h"
#include "core/exporting/formats/training_row.h"
#include "core/redact/json_redactor.h"
#include "core/store/entry_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::exporting {

class RowPicker {
public:
    /// What is given must outlive the picker. As long as `checks` are not finished the rows that would be
    /// taken are handed to them and none is taken; without them nothing is checked.
    RowPicker(const ExportSpec& spec, const redact::Redactor& redactor, BatchChecks* checks);

    /// The row's lines without line feed (kto: up to two), or none where it stays out, which is counted by
    /// the first reason that applies: no_tag, no_correction or no_label, invalid, pii, then the checks.
    [[nodiscard]] Result<std::vector<std::string>> lines(const store::EntryRecord& record);

    /// Rows with a tag and without a correction, where only corrections are taken: so many were looked at,
    /// and so many of these had a chosen tag.
    void passOver(std::int64_t looked, std::int64_t chosen);

    /// Counts so far; files and batch are the caller's.
    [[nodiscard]] const ExportReport& report() const { return m_report; }
    /// Of the rows that were taken.
    [[nodiscard]] const redact::RedactionCounts& redacted() const { return m_redacted; }

private:
    /// What a row has to say in this format.
    struct Lessons {
        bool correction = false; ///< the correction is right
        bool accepted = false;   ///< the response is right
        bool rejected = false;   ///< the response is wrong
        [[nodiscard]] bool any() const { return correction || accepted || rejected; }
    };

    [[nodiscard]] bool isChosen(const LogEntry& entry) const;
    /// Counts a row that has none, or none of the chosen tags.
    [[nodiscard]] Lessons lessonsOf(const store::EntryRecord& record);
    [[nodiscard]] std::vector<std::string> trainingLines(const store::EntryRecord& record);
    [[nodiscard]] Fit<std::vector<TrainingRow>> rowsOf(const store::EntryRecord& record,
                                                       const Lessons& lessons, const std::string& correction,
                                                       redact::RedactionCounts& counts);
    [[nodiscard]] Fit<Message> response(const LogEntry& entry, redact::RedactionCounts& counts);
    [[nodiscard]] Result<std::vector<Message>> conversation(const LogEntry& entry,
                                                            redact::RedactionCounts& counts);
    [[nodiscard]] bool passesChecks(const TaughtRow& row);
    [[nodiscard]] Result<std::string> logLine(const store::EntryRecord& record);
    void leaveOut(const std::string& reason, const LogEntry& entry);
    void leaveOutAsInvalid(const std::string& why, const LogEntry& entry);

    const ExportSpec& m_spec;
    const FormatTraits& m_format;
    const bool m_takesTools;
    const redact::Redactor& m_redactor;
    redact::JsonRedactor m_json;
    BatchChecks* m_checks;
    ExportReport m_report;
    redact::RedactionCounts m_redacted;
};

} // namespace goldpan::exporting
