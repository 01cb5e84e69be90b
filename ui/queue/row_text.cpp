// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/row_text.h"

#include "ui/common/visible_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace goldpan::ui {
namespace {

constexpr std::size_t kTagCharacters = 60;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::RowText)
};

} // namespace

QString countText(std::int64_t count) {
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(count));
}

int pluralOf(std::int64_t count) {
    constexpr std::int64_t kCycle = 1'000'000; // no language looks at more than the last digits
    return static_cast<int>(count < kCycle ? count : kCycle + count % kCycle);
}

QString timeText(const std::optional<Timestamp>& ts) {
    if (!ts) {
        return QStringLiteral("–");
    }
    return QString::fromStdString(formatTimestamp(*ts)).left(19).replace(QLatin1Char('T'), QLatin1Char(' '));
}

QString logprobText(const std::optional<double>& logprob) {
    return logprob ? QString::number(*logprob, 'f', 2) : QStringLiteral("–");
}

QString latencyText(const std::optional<std::int64_t>& latencyMs) {
    return latencyMs ? Words::tr("%1 ms").arg(countText(*latencyMs)) : QStringLiteral("–");
}

QString tagsText(const std::vector<std::string>& tags) {
    QStringList names;
    for (const std::string& tag : tags) {
        names << visibleLine(tag, kTagCharacters);
    }
    return names.join(QLatin1String(", "));
}

} // namespace goldpan::ui
