// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowNote: what a row that is written has to say in the manifest, but for its request id. A value.
#pragma once

#include "core/domain/correction.h"
#include "core/exporting/export_service.h"

#include <optional>
#include <string>

namespace goldpan::exporting {

/// Who corrected a row; redacted.
struct RowAuthor {
    CorrectionSource source = CorrectionSource::operatorWritten;
    std::string operatorName;
};

struct RowNote {
    std::string profile;             ///< that its log was read by, redacted; "" of our own format
    std::optional<RowAuthor> author; ///< none of a row without a correction, and of a log
    bool letOutRedacted = false;     ///< its correction holds PII and leaves all the same
    bool hasTools = false;           ///< it has tools or tool turns, and the format takes them
};

[[nodiscard]] RowNote noteOf(const store::EntryRecord& record, const ExportSpec& spec,
                             const redact::Redactor& redactor);

} // namespace goldpan::exporting
