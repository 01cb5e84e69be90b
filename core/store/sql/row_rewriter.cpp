// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/row_rewriter.h"

#include "core/store/sql/sql_rule_sets.h"
#include "core/store/store_redactor.h"

#include <utility>

namespace goldpan::sql {

Result<void> RowRewriter::open() {
    if (m_texts) {
        return {};
    }
    SqlRuleSets sets(m_connection);
    const auto rules = store::rulesOf(sets);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    m_redactor = std::make_unique<const redact::Redactor>(*rules);
    m_texts.emplace(*m_redactor);
    return {};
}

Result<LogEntry> RowRewriter::rewritten(LogEntry entry) {
    if (auto opened = open(); !opened) {
        return std::unexpected(opened.error());
    }
    redact::RedactionCounts ignored;
    const std::pair<std::string*, TextKind> texts[] = {
        {&entry.prompt, TextKind::words},  {&entry.response, TextKind::words},
        {&entry.messages, TextKind::json}, {&entry.output, TextKind::json},
        {&entry.tools, TextKind::json},    {&entry.feedback, TextKind::people},
        {&entry.meta, TextKind::people},
    };
    for (const auto& [text, kind] : texts) {
        auto better = text->empty() ? std::nullopt : m_texts->rewritten(kind, *text, Aspect::state, ignored);
        if (better) {
            *text = std::move(*better);
        }
    }
    return entry;
}

Result<std::string> RowRewriter::tag(std::string_view name) {
    if (auto opened = open(); !opened) {
        return std::unexpected(opened.error());
    }
    redact::RedactionCounts ignored;
    return m_texts->rewritten(TextKind::tagged, name, Aspect::tag, ignored).value_or(std::string(name));
}

} // namespace goldpan::sql
