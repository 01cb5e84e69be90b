// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextRewriter: what redaction makes of a stored text of a kind. Holds a reference; one object, one thread.
#pragma once

#include "core/domain/act.h"
#include "core/redact/json_redactor.h"
#include "core/redact/redactor.h"
#include "core/store/sql/text_columns.h"

#include <optional>
#include <string>
#include <string_view>

namespace goldpan::sql {

class TextRewriter {
public:
    explicit TextRewriter(const redact::Redactor& redactor);

    /// None where the text stays as it is, and of a filter. `aspect`: of a change.
    [[nodiscard]] std::optional<std::string> rewritten(TextKind kind, std::string_view text, Aspect aspect,
                                                       redact::RedactionCounts& counts);

    /// Whether these rules let nobody keep such a filter.
    [[nodiscard]] bool isFilterToDrop(std::string_view text, redact::RedactionCounts& counts) const;

private:
    using Text = std::optional<std::string>;
    [[nodiscard]] Text words(std::string_view text, redact::RedactionCounts& counts) const;
    [[nodiscard]] Text json(std::string_view text, redact::KeyRule rule, redact::RedactionCounts& counts);
    [[nodiscard]] Text spec(std::string_view text, redact::RedactionCounts& counts);
    [[nodiscard]] Text change(std::string_view text, Aspect aspect, redact::RedactionCounts& counts);

    [[nodiscard]] Text correction(std::string_view text, redact::RedactionCounts& counts);

    const redact::Redactor& m_redactor;
    redact::JsonRedactor m_json;
};

} // namespace goldpan::sql
