// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sentence_pattern.h"

#include <QRegularExpression>

namespace goldpan::ui {
namespace {

const QRegularExpression& place() {
    static const QRegularExpression kPlace(QStringLiteral("%([1-9])"));
    return kPlace;
}

} // namespace

SentencePattern::SentencePattern(const QString& sentence) {
    qsizetype from = 0;
    for (auto found = place().globalMatch(sentence); found.hasNext();) {
        const auto match = found.next();
        m_literals << sentence.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
    }
    m_literals << sentence.mid(from);
}

std::optional<QStringList> SentencePattern::valuesIn(QStringView said) const {
    if (m_literals.size() == 1) {
        return said == m_literals.front() ? std::optional(QStringList()) : std::nullopt;
    }
    if (!said.startsWith(m_literals.front()) || !said.endsWith(m_literals.back())) {
        return std::nullopt;
    }
    QStringList values;
    const qsizetype end = said.size() - m_literals.back().size();
    qsizetype from = m_literals.front().size();
    const auto take = [&](qsizetype until) { // no value is empty
        const bool fits = until > from && until <= end;
        if (fits) {
            values << said.mid(from, until - from).toString();
        }
        return fits;
    };
    for (qsizetype at = 1; at + 1 < m_literals.size(); ++at) {
        if (!take(said.indexOf(m_literals[at], from + 1))) {
            return std::nullopt;
        }
        from += values.back().size() + m_literals[at].size();
    }
    return take(end) ? std::optional(values) : std::nullopt;
}

/// Not QString::arg() one after the other: a value may hold a %2 of its own.
QString SentencePattern::filled(const QString& sentence, const QStringList& values) {
    QString text;
    qsizetype from = 0;
    for (auto found = place().globalMatch(sentence); found.hasNext();) {
        const auto match = found.next();
        text += sentence.mid(from, match.capturedStart() - from) +
                values.value(match.capturedView(1).toInt() - 1);
        from = match.capturedEnd();
    }
    return text + sentence.mid(from);
}

} // namespace goldpan::ui
