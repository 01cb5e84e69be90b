// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/import_text.h"

#include "ui/common/core_text.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>
#include <array>

namespace goldpan::ui {
namespace {

constexpr std::size_t kReasonCharacters = 200;
constexpr std::array kLogEndings{".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz", ".json", ".json.gz"};

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ImportText)
};

QString timeLeft(qint64 seconds) {
    return seconds < 90 ? Words::tr("%1 s left").arg(seconds)
                        : Words::tr("%1 min left").arg((seconds + 30) / 60);
}

QString nameOf(const std::string& profile) {
    return visibleLine(profile, kReasonCharacters);
}

/// Of the core or of a profile, which may be anybody's.
QString reasonText(const std::string& reason) {
    return visibleLine(toUtf8(coreText(reason)), kReasonCharacters);
}

std::int64_t countOf(const std::map<std::string, ingest::MappedTally::Reason>& reasons) {
    std::int64_t count = 0;
    for (const auto& [name, reason] : reasons) {
        count += reason.count;
    }
    return count;
}

QString linesText(const ingest::MappedTally::Reason& reason) {
    QStringList numbers;
    for (const auto line : reason.lines) {
        numbers << countText(line);
    }
    const QString text =
        Words::tr("line(s) %1", nullptr, static_cast<int>(numbers.size())).arg(numbers.join(Words::tr(", ")));
    return reason.count > static_cast<std::int64_t>(reason.lines.size()) ? Words::tr("%1 and more").arg(text)
                                                                         : text;
}

void addCompanions(QStringList& lines, const ingest::MappedTally::Companions& companions) {
    for (const auto& [reason, where] : companions.broken) {
        lines << Words::tr("%1 record(s) of a joined file could not be read: %2 (%3)", nullptr,
                           pluralOf(where.count))
                     .arg(countText(where.count), reasonText(reason), linesText(where));
    }
    if (companions.objects == 0) {
        return;
    }
    lines << Words::tr("%1 record(s) of the joined file were held in memory.", nullptr,
                       pluralOf(companions.objects))
                 .arg(countText(companions.objects));
    if (companions.unmatched > 0) {
        lines << Words::tr("%1 of them joined to no row.", nullptr, pluralOf(companions.unmatched))
                     .arg(countText(companions.unmatched));
    }
    if (companions.unused > 0) {
        lines << Words::tr("%1 of them the profile has no use for.", nullptr, pluralOf(companions.unused))
                     .arg(countText(companions.unused));
    }
}

void addCorrections(QStringList& lines, const review::CorrectionsImportOutcome& outcome) {
    lines << Words::tr("%1 gold correction(s) of the log were written.", nullptr,
                       pluralOf(outcome.texts.applied))
                 .arg(countText(outcome.texts.applied));
    const auto add = [&lines](std::int64_t count, const QString& text) {
        if (count > 0) {
            lines << text.arg(countText(count));
        }
    };
    add(outcome.texts.unchanged,
        Words::tr("%1 row(s) stay as people decided here.", nullptr, pluralOf(outcome.texts.unchanged)));
    add(outcome.texts.empty,
        Words::tr("%1 correction(s) hold no words.", nullptr, pluralOf(outcome.texts.empty)));
    add(outcome.texts.unknown,
        Words::tr("%1 correction(s) are of no row of the store.", nullptr, pluralOf(outcome.texts.unknown)));
    const auto held = std::ssize(outcome.piiIds);
    add(held, Words::tr("%1 correction(s) held PII; an export holds them back until they are saved by hand.",
                        nullptr, pluralOf(held)));
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

QString importText(const QString& name, const ImportedLog& imported) {
    const auto& report = imported.report;
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
    for (const auto& log : report.profiled) {
        const auto skipped = countOf(log.tally.skipped);
        add(skipped, Words::tr("%1 record(s) passed over", nullptr, pluralOf(skipped)));
        const auto ambiguous = countOf(log.tally.ambiguous);
        add(ambiguous, Words::tr("%1 could be read in another way", nullptr, pluralOf(ambiguous)));
    }
    if (imported.corrections) {
        const auto applied = imported.corrections->texts.applied;
        add(applied, Words::tr("%1 gold correction(s) came with them", nullptr, pluralOf(applied)));
    }
    for (const auto& log : report.profiled) {
        parts << Words::tr("read by the profile %1").arg(nameOf(log.profile));
    }
    return parts.join(Words::tr(", ")) + Words::tr(".", "ends a list of facts");
}

QString importDetails(const ImportedLog& imported) {
    QStringList lines;
    for (const auto& log : imported.report.profiled) {
        lines << (log.reason.empty() ? Words::tr("Read by the profile %1.").arg(nameOf(log.profile))
                                     : Words::tr("Read by the profile %1, because of this: %2.")
                                           .arg(nameOf(log.profile), coreText(log.reason)));
        if (log.tally.readWhole) {
            lines << Words::tr("It was read as a whole, for this format cannot be read piece by piece.");
        }
        addCompanions(lines, log.tally.companions);
        for (const auto& [reason, where] : log.tally.skipped) {
            lines << Words::tr("%1 record(s) passed over: %2 (%3)", nullptr, pluralOf(where.count))
                         .arg(countText(where.count), reasonText(reason), linesText(where));
        }
        for (const auto& [reason, where] : log.tally.quarantined) {
            lines << Words::tr("%1 record(s) in quarantine: %2 (%3)", nullptr, pluralOf(where.count))
                         .arg(countText(where.count), reasonText(reason), linesText(where));
        }
        for (const auto& [reason, where] : log.tally.ambiguous) {
            lines << Words::tr("%1 row(s) could be read in another way: %2 (%3)", nullptr,
                               pluralOf(where.count))
                         .arg(countText(where.count), reasonText(reason), linesText(where));
        }
    }
    if (imported.corrections) {
        addCorrections(lines, *imported.corrections);
    }
    return lines.join(QLatin1Char('\n'));
}

bool joinsCompanions(const ImportedLog& imported) {
    return std::ranges::any_of(imported.report.profiled,
                               [](const ingest::ProfiledLog& log) { return log.joins; });
}

} // namespace goldpan::ui
