// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NannyML: the table of to_df(multilevel=False) as CSV, a chunk a row. Drift is the first alert after the
// reference period, at the end of its chunk.
#include "core/feedback/drift_tools.h"

#include <algorithm>

namespace goldpan::feedback {
namespace {

using Fields = std::vector<std::string>;

/// Takes one record off the text; quoted fields may hold commas, quotes and line feeds. `lines` counts them.
Fields takeRecord(std::string_view& text, std::int64_t& lines) {
    Fields fields(1);
    bool quoted = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n') {
            ++lines;
        }
        if (quoted && c == '"' && text.substr(at + 1).starts_with('"')) {
            fields.back() += text[++at];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            fields.emplace_back();
        } else if (!quoted && c == '\n') {
            ++at;
            break;
        } else {
            fields.back() += c;
        }
    }
    text.remove_prefix(at);
    if (fields.back().ends_with('\r')) {
        fields.back().pop_back();
    }
    return fields;
}

struct Columns {
    std::optional<std::size_t> end;
    std::optional<std::size_t> period;
    std::vector<std::size_t> alerts;
    std::size_t count = 0;
};

Columns columnsOf(const Fields& header) {
    Columns columns{.count = header.size()};
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string_view name = header[i];
        if (name.starts_with("chunk") && name.ends_with("_end_date")) {
            columns.end = i;
        } else if (name.starts_with("chunk") && name.ends_with("_period")) {
            columns.period = i;
        } else if (name.ends_with("_alert")) {
            columns.alerts.push_back(i);
        }
    }
    return columns;
}

/// pandas writes nothing, NaN or NaT where there is no value.
bool isMissing(std::string_view field) {
    return field.empty() || field == "NaN" || field == "nan" || field == "NaT" || field == "None";
}

Error atLine(std::int64_t line, std::string message) {
    return {ErrorCode::badValue, std::move(message), "line " + std::to_string(line)};
}

Result<bool> isAlert(const Fields& row, const Columns& columns, std::int64_t line) {
    bool alert = false;
    for (const auto column : columns.alerts) {
        const std::string_view said = row[column];
        if (said != "True" && said != "False" && !isMissing(said)) {
            return std::unexpected(atLine(line, "an alert must be True, False or empty"));
        }
        alert = alert || said == "True";
    }
    return alert;
}

} // namespace

bool isNannyml(std::string_view csv) {
    std::int64_t lines = 0;
    std::string_view header = csv.substr(0, csv.find('\n'));
    const auto columns = columnsOf(takeRecord(header, lines));
    return columns.period && !columns.alerts.empty();
}

DriftFound readNannyml(std::string_view csv) {
    std::int64_t next = 1;
    const auto columns = columnsOf(takeRecord(csv, next));
    while (!csv.empty()) {
        const auto line = next;
        const auto row = takeRecord(csv, next);
        if (row.size() == 1 && row.front().empty()) {
            continue;
        }
        if (row.size() != columns.count) {
            return std::unexpected(atLine(line, "the row has not as many fields as the header"));
        }
        const auto alert = isAlert(row, columns, line);
        if (!alert) {
            return std::unexpected(alert.error());
        }
        if (!*alert || row[*columns.period] != "analysis") {
            continue;
        }
        if (!columns.end || isMissing(row[*columns.end])) { // chunks by number have no dates
            return std::vector{DriftSeen{}};
        }
        const auto ts = parseTimestamp(row[*columns.end]);
        if (!ts) {
            return std::unexpected(atLine(line, "the end of the chunk must be an ISO 8601 time"));
        }
        return std::vector{DriftSeen{ts}};
    }
    return std::vector<DriftSeen>();
}

} // namespace goldpan::feedback
