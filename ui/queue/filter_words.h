// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What may come next in a filter: field names, and values of the field that the cursor is in. Pure functions
// over text; GUI thread.
#pragma once

#include <QString>
#include <QStringList>

namespace goldpan::ui {

/// The names that this store knows.
struct FilterNames {
    QStringList tags;
    QStringList models;
    QStringList operators;
};

struct FilterOffer {
    qsizetype begin = 0; ///< of the word before the cursor, which a choice replaces
    QStringList words;   ///< whole words, best first; empty where nothing is worth offering
};

/// For the word that ends at `cursor`. Nothing inside quotes or a regular expression, and nothing for a word
/// that is one already.
[[nodiscard]] FilterOffer offerWords(const QString& text, qsizetype cursor, const FilterNames& names);

} // namespace goldpan::ui
