// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SentencePattern: a sentence with places %1, %2 ... that finds what stands in them. A value; safe on any
// thread.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace goldpan::ui {

class SentencePattern {
public:
    explicit SentencePattern(const QString& sentence);

    /// What stands in the places where `said` is this sentence; they stand in order, and each value is as
    /// short as it can be. One pass, whatever the values hold.
    [[nodiscard]] std::optional<QStringList> valuesIn(QStringView said) const;

    /// `sentence`, whose places may stand in another order, with these values.
    [[nodiscard]] static QString filled(const QString& sentence, const QStringList& values);

private:
    QStringList m_literals; ///< what stands before, between and behind the places
};

} // namespace goldpan::ui
