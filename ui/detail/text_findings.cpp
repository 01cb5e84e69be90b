// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/text_findings.h"

#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace goldpan::ui {
namespace {

using checks::ProblemKind;

constexpr std::size_t kRuleCharacters = 64;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::TextFindings)
};

/// Turns byte offsets into UTF-16 ones; asked in ascending order it reads the text once.
class Utf16Positions {
public:
    explicit Utf16Positions(std::string_view utf8)
        : m_utf8(utf8) {}

    int of(std::size_t byte) {
        for (; m_byte < byte; ++m_byte) {
            const auto c = static_cast<unsigned char>(m_utf8[m_byte]);
            const bool leads = (c & 0xC0) != 0x80;
            m_units += c >= 0xF0 ? 2 : (leads ? 1 : 0);
        }
        return m_units;
    }

private:
    std::string_view m_utf8;
    std::size_t m_byte = 0;
    int m_units = 0;
};

QStringList namesOf(const TextFindings& findings, ProblemKind kind) {
    QStringList names;
    for (const TextFinding& finding : findings) {
        if (finding.kind == kind && !names.contains(finding.name)) {
            names << finding.name;
        }
    }
    return names;
}

QString tokens(const QStringList& names) {
    QStringList out;
    for (const QString& name : names) {
        out << tokenText(name);
    }
    return out.join(QStringLiteral(", "));
}

} // namespace

TextFindings findIn(const redact::Redactor& redactor, const QString& text, const LogEntry& entry) {
    const std::string words = toUtf8(text);
    std::vector<checks::NamedSpan> pii;
    const std::vector<redact::PiiSpan> spans = redactor.find(words);
    for (const redact::PiiSpan& span : spans) {
        pii.push_back({span.begin, span.end, redactor.typeName(span)});
    }
    const std::array<std::string_view, 2> context{entry.prompt, entry.messages};
    TextFindings out;
    Utf16Positions begins(words);
    for (const checks::TextProblem& problem :
         checks::textProblems({words, entry.response, context, redactor.tokenNames(), pii})) {
        const int begin = begins.of(problem.begin);
        Utf16Positions ends = begins; // the next problem may begin before this one ends
        QString rule;
        if (problem.kind == ProblemKind::pii) {
            const auto span = std::ranges::find(spans, problem.begin, &redact::PiiSpan::begin);
            rule = span != spans.end() ? toQString(redactor.ruleName(*span)) : rule;
        }
        out.push_back({problem.kind, toQString(problem.name), begin, ends.of(problem.end), std::move(rule)});
    }
    return out;
}

std::vector<TextFindings> redactionRounds(const redact::Redactor& redactor, QString text,
                                          const LogEntry& entry) {
    std::vector<TextFindings> rounds;
    for (;;) {
        TextFindings found = findIn(redactor, text, entry);
        std::erase_if(found, [](const TextFinding& finding) { return finding.kind != ProblemKind::pii; });
        if (found.empty()) {
            return rounds;
        }
        for (const TextFinding& finding : std::views::reverse(found)) {
            text.replace(finding.begin, finding.end - finding.begin, tokenText(finding.name));
        }
        rounds.push_back(std::move(found));
    }
}

QString tokenText(const QString& name) {
    return QStringLiteral("[%1]").arg(name);
}

bool hasPii(const TextFindings& findings) {
    return std::ranges::find(findings, ProblemKind::pii, &TextFinding::kind) != findings.end();
}

QString findingsText(const TextFindings& findings, const QString& nextKey) {
    QStringList parts;
    if (const auto pii = std::ranges::count(findings, ProblemKind::pii, &TextFinding::kind); pii > 0) {
        parts << Words::tr("%n PII found (%1)", "pieces of PII, their kinds", static_cast<int>(pii))
                     .arg(namesOf(findings, ProblemKind::pii).join(QStringLiteral(", ")));
    }
    const auto add = [&](ProblemKind kind, const QString& text) {
        if (const QStringList names = namesOf(findings, kind); !names.isEmpty()) {
            parts << text.arg(tokens(names));
        }
    };
    add(ProblemKind::brokenToken, Words::tr("placeholder %1 broken"));
    add(ProblemKind::droppedToken, Words::tr("placeholder %1 dropped"));
    add(ProblemKind::inventedToken, Words::tr("placeholder %1 not in the conversation"));
    if (const QStringList names = namesOf(findings, ProblemKind::directionControl); !names.isEmpty()) {
        parts << Words::tr("invisible %1", "characters such as U+202E").arg(names.join(QStringLiteral(", ")));
    }
    if (!parts.isEmpty()) {
        parts.insert(1, nextKey); // early: a narrow line cuts the end off
    }
    return parts.join(QStringLiteral(" · "));
}

QString findingText(const TextFinding& finding, const QString& redactKey) {
    switch (finding.kind) {
    case ProblemKind::pii:
        return finding.rule.isEmpty() // the whole text, which could not be read
                   ? Words::tr("%1: saving redacts it. %2 redacts it now.").arg(finding.name, redactKey)
                   : Words::tr("%1, found by the rule %2: saving redacts it. %3 redacts it now.")
                         .arg(finding.name, visibleLine(toUtf8(finding.rule), kRuleCharacters), redactKey);
    case ProblemKind::brokenToken:
        return Words::tr("a broken placeholder: it should read [%1].").arg(finding.name);
    case ProblemKind::droppedToken:
        return Words::tr("the response has [%1] here and the correction has it nowhere.").arg(finding.name);
    case ProblemKind::inventedToken:
        return Words::tr("neither the conversation nor the response has [%1].").arg(finding.name);
    case ProblemKind::directionControl:
        return Words::tr(
                   "%1, which nobody sees, changes the order in which the text is shown. Delete removes it.")
            .arg(finding.name);
    }
    return {};
}

} // namespace goldpan::ui
