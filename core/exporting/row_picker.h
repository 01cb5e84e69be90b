// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowPicker: which rows of a store a batch takes, and their lines, redacted again. Owned by one run of the
// export service; one object, one thread.
#pragma once

#include "core/domain/message.h"
#include "core/exporting/export_service.h"
#include "core/redact/json_redactor.h"
#include "core/store/entry_reader.h"

#include <optional>
#include <string>

namespace goldpan::exporting {

class RowPicker {
public:
    /// Both must outlive the picker.
    RowPicker(const ExportSpec& spec, const redact::Redactor& redactor);

    /// The row's line without line feed, or none where it stays out, which is counted by the first reason
    /// that applies: no_tag, no_correction, invalid, pii, identical.
    [[nodiscard]] Result<std::optional<std::string>> line(const store::EntryRecord& record);

    /// Counts so far; files and batch are the caller's.
    [[nodiscard]] const ExportReport& report() const { return m_report; }
    /// Of the rows that were taken.
    [[nodiscard]] const redact::RedactionCounts& redacted() const { return m_redacted; }

private:
    [[nodiscard]] bool isChosen(const LogEntry& entry) const;
    [[nodiscard]] std::optional<std::string> sftLine(const store::EntryRecord& record);
    [[nodiscard]] Result<std::string> logLine(const store::EntryRecord& record);
    void leaveOut(const std::string& reason, const LogEntry& entry);
    [[nodiscard]] Result<std::vector<Message>> conversation(const LogEntry& entry,
                                                            redact::RedactionCounts& counts);

    const ExportSpec& m_spec;
    const redact::Redactor& m_redactor;
    redact::JsonRedactor m_json;
    ExportReport m_report;
    redact::RedactionCounts m_redacted;
};

} // namespace goldpan::exporting
