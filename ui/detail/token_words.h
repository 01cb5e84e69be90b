// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens in a text, such as [EMAIL], and what they stand for. Free functions; the words are for the GUI
// thread (translation).
#pragma once

#include "core/redact/redactor.h"

#include <QString>

#include <optional>
#include <vector>

namespace goldpan::ui {

struct TokenPlace {
    int begin = 0; ///< of the bracket
    int end = 0;   ///< exclusive
    QString name;  ///< "EMAIL"

    bool operator==(const TokenPlace&) const = default;
};

/// All that look like tokens, whoever wrote them: logs may hold those of other redactors.
[[nodiscard]] std::vector<TokenPlace> tokensIn(const QString& line);
/// The one that the character behind `position` belongs to.
[[nodiscard]] std::optional<TokenPlace> tokenAt(const QString& line, int position);

/// "[EMAIL]: e-mail addresses, rule email 1." A token that no rule of `redactor` writes came with the log.
[[nodiscard]] QString tokenMeaning(const QString& name, const redact::Redactor& redactor);

} // namespace goldpan::ui
