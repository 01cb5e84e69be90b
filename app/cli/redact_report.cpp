// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/redact_report.h"

#include "app/cli/output.h"
#include "core/redact/masked_example.h"

#include <algorithm>
#include <ostream>

namespace goldpan::cli {
namespace {

constexpr std::size_t kMostExamples = 5;

} // namespace

void RedactReport::add(std::string_view text) {
    redact::RedactionCounts counts;
    std::map<std::string, Found, std::less<>> found;
    const auto changed =
        m_redactor.redact(text, counts, [&](std::string_view words, const redact::PiiSpan& span) {
            auto& rule = found[std::string(m_redactor.ruleName(span))];
            rule.token = m_redactor.token(span);
            ++rule.count;
            if (rule.examples.size() < kMostExamples) {
                rule.examples.push_back(redact::maskedExample(words, span.type));
            }
        });
    ++m_texts;
    m_changed += changed ? 1 : 0;
    m_failed += counts.failed;
    if (counts.failed > 0) {
        return; // dropped whole
    }
    for (auto& [name, rule] : found) {
        auto& all = m_byRule[name];
        all.token = rule.token;
        all.count += rule.count;
        for (auto& example : rule.examples) {
            if (all.examples.size() < kMostExamples &&
                std::ranges::find(all.examples, example) == all.examples.end()) {
                all.examples.push_back(std::move(example));
            }
        }
    }
}

void RedactReport::print(Io& io, bool json) const {
    if (json) {
        Json rules = Json::array();
        for (const auto& [name, rule] : m_byRule) {
            rules.push_back(
                {{"rule", name}, {"token", rule.token}, {"count", rule.count}, {"examples", rule.examples}});
        }
        printJson(io.out, {{"texts", m_texts},
                           {"changed", m_changed},
                           {"failed", m_failed},
                           {"bad_lines", m_badLines},
                           {"rules_hash", m_redactor.rulesHash()},
                           {"rules", rules}});
        return;
    }
    printTable(io.out, {{"texts", std::to_string(m_texts)},
                        {"changed", std::to_string(m_changed)},
                        {"failed", std::to_string(m_failed)},
                        {"bad lines", std::to_string(m_badLines)},
                        {"rules", m_redactor.rulesHash()}});
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, rule] : m_byRule) {
        rows.push_back({name, rule.token, std::to_string(rule.count), joined(rule.examples, "   ")});
    }
    if (!rows.empty()) {
        io.out << '\n';
        printTable(io.out, rows);
    }
}

} // namespace goldpan::cli
