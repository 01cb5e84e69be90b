// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextFindings: what the checks found in the words of the editor, by position in its document. Values, made
// on any thread; the words about them are for the GUI thread (translation).
#pragma once

#include "core/checks/text_problems.h"
#include "core/domain/log_entry.h"
#include "core/redact/redactor.h"

#include <QString>

#include <vector>

namespace goldpan::ui {

struct TextFinding {
    checks::ProblemKind kind = checks::ProblemKind::pii;
    QString name;  ///< "EMAIL"
    int begin = 0; ///< UTF-16 units, as a text cursor counts
    int end = 0;   ///< exclusive; equal to `begin` where a token is missing
    QString rule;  ///< that found PII

    bool operator==(const TextFinding&) const = default;
};
using TextFindings = std::vector<TextFinding>;

/// In the order of the text, which is the correction of `entry` as an editor shows it.
[[nodiscard]] TextFindings findIn(const redact::Redactor& redactor, const QString& text,
                                  const LogEntry& entry);

/// What to put tokens for, round by round until no PII is left: a token can free what stood beside it, as
/// Redactor::redact knows. The positions of a round count in the text that the rounds before it left.
[[nodiscard]] std::vector<TextFindings> redactionRounds(const redact::Redactor& redactor, QString text,
                                                        const LogEntry& entry);
/// "[EMAIL]"
[[nodiscard]] QString tokenText(const QString& name);

/// All of them in a few words: "2 PII found (EMAIL, PHONE) · placeholder [SSN] dropped"; empty where there
/// are none.
/// `nextKey` is the one that goes there.
[[nodiscard]] QString findingsText(const TextFindings& findings, const QString& nextKey);
/// One of them, with what can be done: "EMAIL: saving redacts it. Ctrl+M does so now."
/// `redactKey` is the one that does.
[[nodiscard]] QString findingText(const TextFinding& finding, const QString& redactKey);
/// Of PII, of which saving would change the text.
[[nodiscard]] bool hasPii(const TextFindings& findings);

} // namespace goldpan::ui
