// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_note.h"

#include "core/exporting/row_texts.h"
#include "core/store/entry_reader.h"

namespace goldpan::exporting {
namespace {

bool hasTools(const ExportSpec& spec, const LogEntry& entry) {
    if (traitsOf(spec.format).toolRowsByFlag && !spec.toolRows) {
        return false;
    }
    // Within a text these would have escaped quotes.
    return !entry.tools.empty() || entry.messages.find("\"tool_calls\"") != std::string::npos ||
           entry.messages.find("\"tool_call_id\"") != std::string::npos;
}

} // namespace

RowNote noteOf(const store::EntryRecord& record, const ExportSpec& spec, const redact::Redactor& redactor) {
    RowNote out;
    if (const auto name = profileOf(record.entry); !name.empty()) {
        out.profile = redactor.redacted(name);
    }
    if (traitsOf(spec.format).need == RowNeed::nothing) {
        return out;
    }
    out.hasTools = hasTools(spec, record.entry);
    if (record.correction) {
        const Correction& correction = *record.correction;
        out.author = {correction.source, redactor.redacted(correction.operatorName)};
        // No other way lets such a correction out.
        out.letOutRedacted = spec.redactCorrections &&
                             (correction.pii || redactor.redacted(correction.text) != correction.text);
    }
    return out;
}

} // namespace goldpan::exporting
