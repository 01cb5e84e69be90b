// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/timeline.h"

#include "core/readiness/main_stretch.h"
#include "ui/queue/row_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace goldpan::ui {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t kMicrosPerDay = 24 * kMicrosPerHour;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::Timeline)
};

sys_days dayOf(Timestamp at) {
    return sys_days(std::chrono::floor<days>(std::chrono::microseconds(at.micros)));
}

Timestamp midnight(sys_days day) {
    return Timestamp{static_cast<std::int64_t>(day.time_since_epoch().count()) * kMicrosPerDay};
}

/// The first day of the column that `day` is in.
sys_days beginOf(sys_days day, TimeStep step) {
    const year_month_day date(day);
    const int year = static_cast<int>(date.year());
    switch (step) {
    case TimeStep::day:
        break;
    case TimeStep::week:
        return day - (std::chrono::weekday(day) - std::chrono::Monday);
    case TimeStep::month:
        return date.year() / date.month() / 1;
    case TimeStep::year:
        return date.year() / std::chrono::January / 1;
    case TimeStep::century:
        return std::chrono::year(year - ((year % 100) + 100) % 100) / std::chrono::January / 1;
    }
    return day;
}

/// The first day of the column after the one that begins with `begin`.
sys_days nextOf(sys_days begin, TimeStep step) {
    constexpr std::array kAtLeastIn{1, 7, 31, 366, 36525};
    return beginOf(begin + days(kAtLeastIn[static_cast<std::size_t>(step)]), step);
}

/// Edges from the first to the last day, or none where they are too many.
std::vector<Timestamp> edgesOf(sys_days first, sys_days last, TimeStep step) {
    std::vector<Timestamp> edges{midnight(beginOf(first, step))};
    for (sys_days at = beginOf(first, step); at <= last;) {
        at = nextOf(at, step);
        edges.push_back(midnight(at));
        if (edges.size() > kMostTimeColumns + 1) {
            return {};
        }
    }
    return edges;
}

QString dateText(Timestamp at) {
    return timeText(at).left(10);
}

} // namespace

Timeline makeTimeline(const std::vector<store::DayTally>& tallies) {
    Timeline out;
    if (tallies.empty()) {
        return out;
    }
    const auto [drawn, outside] = readiness::mainStretch(tallies);
    out.outside = outside;
    const sys_days first = dayOf(drawn.front().day);
    const sys_days last = dayOf(drawn.back().day);
    for (const TimeStep step :
         {TimeStep::day, TimeStep::week, TimeStep::month, TimeStep::year, TimeStep::century}) {
        out.step = step;
        out.edges = edgesOf(first, last, step);
        if (!out.edges.empty()) {
            break;
        }
    }
    for (const store::DayTally& day : drawn) {
        const sys_days begin = beginOf(dayOf(day.day), out.step);
        if (out.columns.empty() || out.columns.back().from != midnight(begin)) {
            out.columns.push_back({midnight(begin), midnight(nextOf(begin, out.step)), {}});
            out.columns.back().sum.day = midnight(begin);
        }
        store::DayTally& sum = out.columns.back().sum;
        sum.stored += day.stored;
        sum.rows += day.rows;
        sum.lowConfidence += day.lowConfidence;
        sum.negative += day.negative;
    }
    return out;
}

int columnOf(const Timeline& timeline, Timestamp at) {
    const auto behind = std::ranges::upper_bound(timeline.columns, at, {}, &TimeColumn::from);
    const auto place = static_cast<int>(behind - timeline.columns.begin()) - 1;
    return timeline.columns.empty() ? -1 : std::max(0, place);
}

double dayNumber(Timestamp at) {
    return static_cast<double>(at.micros) / static_cast<double>(kMicrosPerDay);
}

Bands bandsOf(const std::vector<store::DriftRecord>& windows, bool trained, const Timeline& timeline) {
    Bands out;
    if (timeline.edges.empty()) {
        return out;
    }
    const double begin = dayNumber(timeline.edges.front());
    const double end = dayNumber(timeline.edges.back());
    const double thinnest = (end - begin) / 250; // one that nobody sees is none
    Bands all;
    for (const store::DriftRecord& window : windows) {
        if (window.trainedOn.has_value() == trained) {
            const double until = dayNumber(window.event.ts);
            const double from = std::min(dayNumber(window.event.from()), until - thinnest);
            all.emplace_back(std::max(from, begin), std::min(until, end));
        }
    }
    std::ranges::sort(all);
    for (const auto& [from, until] : all) {
        if (from >= until) {
            continue; // before or after all rows
        }
        if (!out.empty() && from <= out.back().second) {
            out.back().second = std::max(out.back().second, until);
        } else {
            out.emplace_back(from, until);
        }
    }
    return out;
}

std::vector<std::size_t> windowsIn(const std::vector<store::DriftRecord>& windows, Timestamp from,
                                   Timestamp until) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < windows.size(); ++at) {
        if (windows[at].event.ts >= from && windows[at].event.from() < until) {
            out.push_back(at);
        }
    }
    return out;
}

QString columnName(const TimeColumn& column, TimeStep step) {
    const QString from = dateText(column.from);
    switch (step) {
    case TimeStep::day:
        break;
    case TimeStep::week:
    case TimeStep::century:
        return Words::tr("%1 to %2").arg(from, dateText({column.until.micros - 1}));
    case TimeStep::month:
        return from.left(7);
    case TimeStep::year:
        return from.left(4);
    }
    return from;
}

QString edgeName(Timestamp edge, TimeStep step) {
    const QString date = dateText(edge);
    switch (step) {
    case TimeStep::day:
        break;
    case TimeStep::week:
        return date; // there may be two of the same day and month
    case TimeStep::month:
        return date.left(7);
    case TimeStep::year:
    case TimeStep::century:
        return date.left(4);
    }
    return date.mid(5);
}

QString columnText(const TimeColumn& column, TimeStep step) {
    const store::DayTally& sum = column.sum;
    const std::int64_t rows = wholeRows(sum.rows);
    QString text = Words::tr("%1: %2 row(s), %3 low confidence, %4 negative", nullptr, pluralOf(rows))
                       .arg(columnName(column, step), countText(rows), shareText(sum.lowConfidence, sum.rows),
                            shareText(sum.negative, sum.rows));
    if (rows != sum.stored) {
        text = Words::tr("%1 (%2 of them stored)").arg(text, countText(sum.stored));
    }
    return text;
}

QString outsideText(const Timeline& timeline) {
    return timeline.outside == 0 ? QString()
                                 : Words::tr("%1 stored row(s) far outside these days: not drawn", nullptr,
                                             pluralOf(timeline.outside))
                                       .arg(countText(timeline.outside));
}

QString timelineText(const Timeline& timeline, const std::vector<store::DriftRecord>& windows) {
    if (timeline.columns.empty()) {
        return {};
    }
    TimeColumn all{timeline.columns.front().from, timeline.columns.back().until, {}};
    for (const TimeColumn& column : timeline.columns) {
        all.sum.stored += column.sum.stored;
        all.sum.rows += column.sum.rows;
        all.sum.lowConfidence += column.sum.lowConfidence;
        all.sum.negative += column.sum.negative;
    }
    QStringList parts{columnText(all, TimeStep::week)};
    const auto open = std::ranges::count_if(windows, [](const auto& window) { return !window.trainedOn; });
    parts << Words::tr("%n open drift window(s)", nullptr, pluralOf(open))
          << Words::tr("%n trained drift window(s)", nullptr, pluralOf(std::ssize(windows) - open));
    if (timeline.outside > 0) {
        parts << outsideText(timeline);
    }
    return parts.join(QLatin1String("; "));
}

QString shareText(double part, double whole) {
    if (!(whole > 0) || !std::isfinite(part)) {
        return QStringLiteral("–");
    }
    return Words::tr("%1 %", "a share").arg(QString::number(100 * part / whole, 'f', 1));
}

std::int64_t wholeRows(double rows) {
    constexpr double kMost = 1e15; // sums of weights that no log has
    return std::isfinite(rows) ? std::llround(std::clamp(rows, 0.0, kMost)) : 0;
}

} // namespace goldpan::ui
