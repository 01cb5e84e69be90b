// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/report_text.h"

#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace goldpan::ui {
namespace {

constexpr std::size_t kNamedIds = 5;
constexpr std::size_t kIdCharacters = 60;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ExportReport)

public:
    static QString excluded(const std::string& reason, const QString& count) {
        if (reason == "no_correction") {
            return tr("%1 left out: tagged, but not corrected yet").arg(count);
        }
        if (reason == "no_tag") {
            return tr("%1 left out: corrected, but without a chosen tag").arg(count);
        }
        if (reason == "no_label") {
            return tr("%1 left out: tagged, but without a decision that says good or bad").arg(count);
        }
        if (reason == "invalid") {
            return tr("%1 held back: would not be a valid training row (tool turns, no user turn, parts that "
                      "are not text)")
                .arg(count);
        }
        if (reason == "pii") {
            return tr("%1 held back: PII in the correction").arg(count);
        }
        if (reason == "identical") {
            return tr("%1 left out: correction identical to the response").arg(count);
        }
        return tr("%1 left out: %2").arg(count, visibleLine(reason, kIdCharacters));
    }

    static QString warned(const std::string& reason, const QString& count) {
        return reason == "identical"
                   ? tr("%1 exported with a warning: correction identical to the response").arg(count)
                   : tr("%1 exported with a warning: %2").arg(count, visibleLine(reason, kIdCharacters));
    }

    static QString ids(const std::vector<std::string>& ids) {
        QStringList names;
        for (const std::string& id : ids) {
            if (static_cast<std::size_t>(names.size()) == kNamedIds) {
                names << QStringLiteral("…");
                break;
            }
            names << visibleLine(id, kIdCharacters);
        }
        return names.join(QStringLiteral(", "));
    }
};

QString number(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace

QString reportText(const exporting::ExportReport& report, exporting::Format format) {
    QStringList lines;
    if (report.rows == 0) {
        const auto need = exporting::traitsOf(format).need;
        lines << (need == exporting::RowNeed::correction || need == exporting::RowNeed::preference
                      ? Words::tr("No rows: correct some rows first, or choose other tags.")
                      : Words::tr("No rows: choose other tags, or widen the filter."));
    } else {
        lines << Words::tr("Rows to export: %1").arg(number(report.rows));
    }
    for (const auto& [reason, count] : report.excluded) {
        if (count == 0) {
            continue;
        }
        lines << Words::excluded(reason, number(count));
        if (const auto named = report.excludedIds.find(reason);
            named != report.excludedIds.end() && !named->second.empty()) {
            lines << QStringLiteral("    ") + Words::ids(named->second);
        }
    }
    for (const auto& [reason, count] : report.warned) {
        if (count != 0) {
            lines << Words::warned(reason, number(count));
        }
    }
    return lines.join(u'\n');
}

} // namespace goldpan::ui
