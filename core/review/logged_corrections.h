// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Gold corrections that came inside another tool's log, written after its rows. Free function; same thread as
// the store.
#pragma once

#include "core/domain/logged_correction.h"
#include "core/review/review_service.h"

#include <span>
#include <stop_token>
#include <string_view>

namespace goldpan::review {

/// As a corrections import by `operatorName`, redacted, one act. Only onto rows that nobody has decided on:
/// what people did here counts more than what the log said then, also when the log is imported again. On an
/// error or a stop `outcome` says what is committed.
[[nodiscard]] Result<void> importLogged(store::Store& store, const redact::Redactor& redactor,
                                        const Clock& clock, std::string_view operatorName,
                                        std::span<const LoggedCorrection> corrections,
                                        CorrectionsImportOutcome& outcome, std::stop_token stop = {});

} // namespace goldpan::review
