// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/check_filter.h"

#include "core/domain/tag.h"
#include "core/queue/filter_parser.h"

#include <ranges>
#include <span>

namespace goldpan::ui {
namespace {

using queue::Filter;

Filter termOf(queue::Term term) {
    return Filter{Filter::Kind::term, {}, std::move(term)};
}

Filter negated(Filter filter) {
    return Filter{Filter::Kind::negation, {std::move(filter)}};
}

Filter anyOf(std::vector<Filter> filters) {
    return filters.size() == 1 ? std::move(filters.front())
                               : Filter{Filter::Kind::disjunction, std::move(filters)};
}

Filter chosen(const std::vector<std::string>& tags) {
    if (tags.empty()) {
        return negated(termOf(queue::NoTagTerm{}));
    }
    std::vector<Filter> out;
    for (const std::string& tag : tags) {
        out.push_back(termOf(queue::TagTerm{tag}));
    }
    return anyOf(std::move(out));
}

/// Rows that are good or bad to learn from, as kto takes them.
Filter labelled() {
    Filter bad{Filter::Kind::conjunction,
               {termOf(queue::TagTerm{std::string(kTagUserNegative)}),
                negated(termOf(queue::StateTerm{ReviewState::discarded}))}};
    return anyOf({termOf(queue::StateTerm{ReviewState::corrected}),
                  termOf(queue::StateTerm{ReviewState::accepted}), std::move(bad)});
}

/// `filter` among the rows that the batch is made of.
std::optional<CheckFilter> among(const exporting::ExportSpec& spec, std::vector<Filter> filters) {
    auto own = queue::filterFromText(spec.filterText);
    if (!own) {
        return std::nullopt;
    }
    if (own->kind != Filter::Kind::all) {
        filters.insert(filters.begin(), std::move(*own));
    }
    return CheckFilter{queue::filterToText(Filter{Filter::Kind::conjunction, std::move(filters)})};
}

std::int64_t countOf(const std::map<std::string, std::int64_t>& counts, const std::string& reason) {
    const auto found = counts.find(reason);
    return found == counts.end() ? 0 : found->second;
}

} // namespace

std::vector<std::string> foundIds(const std::string& reason, const exporting::ExportReport& report) {
    std::vector<std::string> out;
    const auto check = rowCheckFromName(reason);
    for (const exporting::RowFinding& finding : report.findings) {
        if (check == finding.check && finding.keptFor.empty() &&
            (out.empty() || out.back() != finding.requestId)) { // more than one of a row come together
            out.push_back(finding.requestId);
        }
    }
    if (const auto named = report.excludedIds.find(reason);
        out.empty() && named != report.excludedIds.end()) {
        out = named->second;
    }
    return out;
}

std::optional<CheckFilter> filterOfCheck(const std::string& reason, const exporting::ExportReport& report,
                                         const exporting::ExportSpec& spec) {
    const std::int64_t rows = countOf(report.excluded, reason) + countOf(report.warned, reason);
    if (rows == 0) {
        return std::nullopt;
    }
    const bool judges = exporting::traitsOf(spec.format).need == exporting::RowNeed::judgement;
    const Filter corrected = termOf(queue::StateTerm{ReviewState::corrected});
    const Filter taken = judges ? labelled() : corrected;
    if (reason == "no_tag") {
        return among(
            spec, {corrected, spec.tags.empty() ? termOf(queue::NoTagTerm{}) : negated(chosen(spec.tags))});
    }
    if (reason == "no_correction" || reason == "no_label") {
        return among(spec, {negated(taken), chosen(spec.tags)});
    }
    const std::vector<std::string> found = foundIds(reason, report);
    if (found.empty()) {
        return std::nullopt;
    }
    std::vector<Filter> ids;
    for (const std::string& id : found | std::views::take(kNamedRows)) {
        ids.push_back(termOf(queue::IdTerm{id}));
    }
    const bool isWhole = static_cast<std::int64_t>(ids.size()) >= rows;
    return CheckFilter{queue::filterToText(anyOf(std::move(ids))), isWhole};
}

} // namespace goldpan::ui
