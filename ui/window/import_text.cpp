// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/import_text.h"

#include "ui/queue/row_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>
#include <array>

namespace goldpan::ui {
namespace {

constexpr std::array kLogEndings{".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"};

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ImportText)
};

QString timeLeft(qint64 seconds) {
    return seconds < 90 ? Words::tr("%1 s left").arg(seconds)
                        : Words::tr("%1 min left").arg((seconds + 30) / 60);
}

} // namespace

bool isLogName(const QString& path) {
    return std::ranges::any_of(kLogEndings, [&path](const char* ending) {
        return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

QString storeBeside(const QString& log) {
    QString base = log;
    for (const char* ending : kLogEndings) {
        if (log.endsWith(QLatin1String(ending), Qt::CaseInsensitive)) {
            base = log.chopped(static_cast<qsizetype>(qstrlen(ending)));
        }
    }
    return base + QLatin1String(".goldpan");
}

std::optional<double> shareOf(const Progress& progress) {
    return progress.total > 0
               ? std::optional(static_cast<double>(progress.done) / static_cast<double>(progress.total))
               : std::nullopt;
}

QString rateText(const Progress& progress, qint64 milliseconds) {
    if (milliseconds < 500 || progress.done <= 0) {
        return {}; // too early to tell
    }
    QString text = Words::tr("%1 rows/s").arg(countText(progress.rows * 1000 / milliseconds));
    if (progress.total > progress.done) {
        text += Words::tr(", ") +
                timeLeft((progress.total - progress.done) * milliseconds / progress.done / 1000);
    }
    return text;
}

QString importText(const QString& name, const ingest::ImportReport& report) {
    QStringList parts;
    parts << Words::tr("%1: %2 row(s) imported", nullptr, pluralOf(report.tally.stored))
                 .arg(name, countText(report.tally.stored));
    const auto add = [&parts](std::int64_t count, const QString& text) {
        if (count > 0) {
            parts << text.arg(countText(count));
        }
    };
    add(report.tally.duplicate,
        Words::tr("%1 row(s) were there already", nullptr, pluralOf(report.tally.duplicate)));
    const std::int64_t redacted = report.redacted.total();
    add(redacted, Words::tr("%1 piece(s) of PII redacted", nullptr, pluralOf(redacted)));
    add(report.quarantined, Words::tr("%1 bad line(s) in quarantine", nullptr, pluralOf(report.quarantined)));
    add(report.pending, Words::tr("%1 unfinished last line(s) not read", nullptr, pluralOf(report.pending)));
    return parts.join(Words::tr(", ")) + Words::tr(".", "ends a list of facts");
}

} // namespace goldpan::ui
