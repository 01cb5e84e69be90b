// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/support/review_desk.h"

#include <algorithm>

namespace goldpan::test {
namespace {

LogEntry entryOf(std::string_view requestId, const RowLiteral& row) {
    LogEntry out = entry(requestId, row.ts);
    out.modelVersion = row.modelVersion;
    out.response = row.response;
    out.tags = row.tags;
    normalizeTags(out.tags);
    return out;
}

} // namespace

RowId DeskStore::add(std::string_view requestId, const RowLiteral& row) {
    StoreBuilder::add({entryOf(requestId, row)});
    return this->row(requestId);
}

std::vector<RowId> DeskStore::addMany(int count, const RowLiteral& row) {
    std::vector<LogEntry> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(entryOf("r" + std::to_string(i), row));
    }
    StoreBuilder::add(entries);
    std::vector<RowId> ids;
    for (const auto& stored : entries) {
        ids.push_back(this->row(stored.requestId));
    }
    return ids;
}

std::string DeskStore::shown(RowId row) {
    const auto record = store().entries().read(row).value();
    std::string out(reviewStateName(record.state));
    if (const auto& correction = record.correction) {
        out += " \"" + correction->text + "\" by " + correction->operatorName + " (" +
               std::string(correctionSourceName(correction->source)) + (correction->pii ? ", pii)" : ")");
    }
    for (const auto& tag : record.entry.tags) {
        out += " #" + tag;
    }
    auto drafts = store().entries().drafts(row).value();
    std::ranges::sort(drafts, {}, &Draft::operatorName);
    for (const auto& draft : drafts) {
        out += " +" + draft.operatorName + " \"" + draft.text + "\"";
    }
    return out;
}

std::string DeskStore::journal() {
    auto items = store().entries().history(std::nullopt, 0).value();
    std::ranges::reverse(items);
    std::string out;
    for (const auto& [act, changes] : items) {
        out += (out.empty() ? "" : ", ") + std::to_string(act.id.value) + " " +
               std::string(actKindName(act.kind)) +
               (act.target ? " of " + std::to_string(act.target.value) : "") + " " + act.operatorName +
               (act.finished ? "" : " unfinished") + (act.undone ? " undone" : "");
    }
    return out;
}

std::string DeskStore::newestChanges(RowId row) {
    constexpr const char* kAspects[] = {"state", "correction", "tag", "draft"};
    const auto history = store().entries().history(row, 1).value();
    std::string out;
    for (const Change& change : history.at(0).changes) {
        const auto value = [&](const std::optional<std::string>& text) -> std::string {
            return !text ? "-" : change.aspect == Aspect::correction ? "{}" : *text;
        };
        out += (out.empty() ? "" : ", ") + std::string(kAspects[static_cast<int>(change.aspect)]) +
               (change.name.empty() ? "" : " " + change.name) + " " + value(change.before) + ">" +
               value(change.after);
    }
    return out;
}

Timestamp SteppingClock::now() const {
    return Timestamp{parseTimestamp("2025-07-01")->micros + 1'000'000 * m_asked++};
}

std::string shown(const Result<review::ActOutcome>& result) {
    if (!result) {
        return problemOf(result);
    }
    return (result->act ? "act " + std::to_string(result->act->value) : std::string("no act")) + ": " +
           std::to_string(result->changed) + " changed, " + std::to_string(result->skipped) + " skipped";
}

std::string shown(const Result<review::UndoOutcome>& result) {
    return result ? shown(Result<review::ActOutcome>(result->outcome)) + " (" +
                        std::string(actKindName(result->kind)) + ")"
                  : problemOf(result);
}

void ReviewDesk::TearDown() {
    EXPECT_EQ(store.store().upkeep().check({}).value(), std::vector<std::string>());
}

Result<review::ActOutcome> ReviewDesk::correct(review::ReviewService& who, RowId row, std::string_view text) {
    return who.correct(row, text, CorrectionSource::operatorWritten);
}

Result<review::ActOutcome> ReviewDesk::decide(review::ReviewService& who, RowId row,
                                              review::Decision decision) {
    return who.decide({&row, 1}, decision);
}

Result<review::ActOutcome> ReviewDesk::tag(review::ReviewService& who, RowId row, std::string_view name,
                                           bool add) {
    return who.tag({&row, 1}, name, add);
}

} // namespace goldpan::test
