// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/sampling_text.h"

#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::size_t kRuleCharacters = 60;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::SamplingText)
};

QString percent(double share) {
    return Words::tr("%1 %", "a share").arg(QString::number(100 * share, 'f', 2));
}

QString ruleLine(const store::SamplingTally& tally) {
    const QString rule = visibleLine(tally.keep, kRuleCharacters);
    const QString read = Words::tr("%1: %2 row(s) read, %3 of them kept because they matter",
                                   "a rule of sampling", pluralOf(tally.read()))
                             .arg(rule, countText(tally.read()),
                                  countText(tally.lowConfidence + tally.driftWindow + tally.flagged));
    const auto achieved = tally.achievedRate();
    if (!achieved) {
        return Words::tr("%1; there were no healthy ones.").arg(read);
    }
    const QString kept = Words::tr("%1 of %2", "rows that were kept, of all healthy ones")
                             .arg(countText(tally.sampled + tally.keptBefore),
                                  countText(tally.sampled + tally.keptBefore + tally.sampledOut));
    return tally.rate
               ? Words::tr("%1; of the healthy ones %2 were to be kept, and %3 were (%4).")
                     .arg(read, percent(*tally.rate), percent(*achieved), kept)
               : Words::tr("%1; of the healthy ones %2 were kept (%3).").arg(read, percent(*achieved), kept);
}

} // namespace

QStringList samplingLines(const store::SamplingStats& sampling) {
    QStringList lines;
    for (const store::SamplingTally& tally : sampling.rules) {
        if (tally.sampledOut > 0 || tally.rate) {
            lines << ruleLine(tally);
        }
    }
    if (lines.isEmpty() && sampling.sampledOut == 0 && sampling.broughtIn == 0 && sampling.lost == 0) {
        return {Words::tr("Nothing was sampled out: the store holds every row that was imported.")};
    }
    lines << Words::tr("%1 row(s) are not in the store; %2 of them are held for feedback and drift events.",
                       nullptr, pluralOf(sampling.sampledOut))
                 .arg(countText(sampling.sampledOut), countText(sampling.held));
    lines << Words::tr("%1 row(s) came in by a late event, %2 were lost to sampling: an event spoke of them "
                       "when they had gone.",
                       nullptr, pluralOf(sampling.broughtIn))
                 .arg(countText(sampling.broughtIn), countText(sampling.lost));
    return lines;
}

} // namespace goldpan::ui
