// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/timeline_report.h"

#include "core/readiness/main_stretch.h"
#include "core/readiness/row_filters.h"

#include <cmath>
#include <cstdio>
#include <ostream>
#include <string>
#include <vector>

namespace goldpan::cli {
namespace {

using Table = std::vector<std::vector<std::string>>;

std::string dateOf(Timestamp day) {
    const std::string text = formatTimestamp(day);
    return text.substr(0, text.find('T'));
}

/// Rows of the log: a whole number, or one digit behind the point.
std::string rowsText(double rows) {
    char text[400]; // for the largest double there is
    std::snprintf(text, sizeof text, rows == std::floor(rows) ? "%.0f" : "%.1f", rows);
    return text;
}

/// `24 (87.3%)`
std::string partText(double part, double rows) {
    char share[32];
    std::snprintf(share, sizeof share, " (%.1f%%)", rows > 0 ? part / rows * 100 : 0.0);
    return rowsText(part) + share;
}

std::string stepText(const store::LogprobBin& bin) {
    if (!std::isfinite(bin.from)) {
        return "below " + jsonText(bin.to);
    }
    return std::isfinite(bin.to) ? jsonText(bin.from) + " to " + jsonText(bin.to)
                                 : jsonText(bin.from) + " and above";
}

void printDays(std::ostream& out, const std::vector<store::DayTally>& days) {
    if (days.empty()) {
        return;
    }
    Table table{{"day", "rows", "stored", "low confidence", "negative"}};
    for (const store::DayTally& day : days) {
        table.push_back({dateOf(day.day), rowsText(day.rows), std::to_string(day.stored),
                         partText(day.lowConfidence, day.rows), partText(day.negative, day.rows)});
    }
    out << '\n';
    printTable(out, table);
    const auto [main, outside] = readiness::mainStretch(days);
    if (outside > 0) {
        out << "stored far outside " << dateOf(main.front().day) << " to " << dateOf(main.back().day) << ": "
            << outside << '\n';
    }
}

void printLogprobs(std::ostream& out, const store::LogprobHistogram& logprobs) {
    if (logprobs.bins.empty()) {
        return;
    }
    Table table{{"logprob", "rows", "stored"}};
    for (const store::LogprobBin& bin : logprobs.bins) {
        table.push_back({stepText(bin), rowsText(bin.rows), std::to_string(bin.stored)});
    }
    out << '\n';
    printTable(out, table);
    out << "low confidence is below " << jsonText(logprobs.threshold)
        << "; stored without a logprob: " << logprobs.without << '\n';
}

void printWindows(std::ostream& out, const std::vector<store::DriftRecord>& windows) {
    if (windows.empty()) {
        return;
    }
    Table table{{"window", "from", "to", "model", "trained on"}};
    for (const store::DriftRecord& window : windows) {
        const DriftEvent& event = window.event;
        table.push_back({readiness::windowFilter(table.size() - 1), formatTimestamp(event.from()),
                         formatTimestamp(event.ts),
                         event.onlyThatModel ? plainText(event.modelVersion) : "(all)",
                         window.trainedOn ? "batch " + std::to_string(window.trainedOn->value) : "-"});
    }
    out << '\n';
    printTable(out, table);
}

} // namespace

void addTimeline(Json& object, const readiness::Overview& overview) {
    Json days = Json::array();
    for (const store::DayTally& day : overview.days) {
        days.push_back({{"day", dateOf(day.day)},
                        {"rows", day.rows},
                        {"stored", day.stored},
                        {"low_confidence", day.lowConfidence},
                        {"negative", day.negative}});
    }
    Json bins = Json::array();
    for (const store::LogprobBin& bin :
         overview.logprobs.bins) { // an open side, infinity, is written as null
        bins.push_back({{"from", bin.from}, {"to", bin.to}, {"rows", bin.rows}, {"stored", bin.stored}});
    }
    Json windows = Json::array();
    for (const store::DriftRecord& window : overview.windows) {
        windows.push_back(
            {{"from", jsonTime(window.event.from())},
             {"ts", jsonTime(window.event.ts)},
             {"model_version", window.event.onlyThatModel ? Json(window.event.modelVersion) : Json(nullptr)},
             {"trained_on", window.trainedOn ? Json(window.trainedOn->value) : Json(nullptr)}});
    }
    object["days"] = std::move(days);
    object["logprobs"] = {{"threshold", overview.logprobs.threshold},
                          {"without", overview.logprobs.without},
                          {"bins", std::move(bins)}};
    object["windows"] = std::move(windows);
}

void printTimeline(std::ostream& out, const readiness::Overview& overview) {
    printDays(out, overview.days);
    printLogprobs(out, overview.logprobs);
    printWindows(out, overview.windows);
}

} // namespace goldpan::cli
