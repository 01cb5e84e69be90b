// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command_match.h"

namespace goldpan::ui {
namespace {

constexpr int kPrefix = 0;
constexpr int kWord = 1;
constexpr int kInside = 2;
constexpr int kScattered = 3; ///< and one more for each gap

/// Gaps that the letters of `query` leave in `name`, taken greedily.
std::optional<int> gaps(const QString& query, const QString& name) {
    int found = 0;
    qsizetype from = 0;
    for (const QChar letter : query) {
        if (letter.isSpace()) {
            continue;
        }
        const qsizetype at = name.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0) {
            return std::nullopt;
        }
        found += at > from ? 1 : 0;
        from = at + 1;
    }
    return found;
}

bool beginsWord(const QString& name, qsizetype at) {
    return at > 0 && !name[at - 1].isLetterOrNumber();
}

} // namespace

std::optional<int> commandMatch(const QString& query, const QString& name) {
    const QString wanted = query.simplified();
    qsizetype at = name.indexOf(wanted, 0, Qt::CaseInsensitive);
    if (at == 0) {
        return kPrefix;
    }
    const bool inside = at > 0;
    for (; at > 0; at = name.indexOf(wanted, at + 1, Qt::CaseInsensitive)) {
        if (beginsWord(name, at)) {
            return kWord;
        }
    }
    if (inside) {
        return kInside;
    }
    const auto scattered = gaps(wanted, name);
    return scattered ? std::optional(kScattered + *scattered) : std::nullopt;
}

} // namespace goldpan::ui
