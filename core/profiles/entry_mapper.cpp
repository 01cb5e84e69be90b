// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/entry_mapper.h"

#include "core/profiles/leftovers.h"
#include "core/profiles/row_builder.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace goldpan::profiles {
namespace {

constexpr std::size_t kMostShared = 4096; // bytes of one level, in each of its rows

} // namespace

EntryMapper::EntryMapper(const Profile& profile, Companions* companions, PairMerger* pairs)
    : m_profile(profile)
    , m_companions(companions)
    , m_pairs(pairs) {
    if (profile.pairs && m_pairs == nullptr) {
        m_pairs = &m_ownPairs.emplace(*profile.pairs);
    }
}

std::vector<EntryMapper::Outcome> EntryMapper::map(JsonTree object, std::int64_t line) {
    std::vector<Outcome> out;
    std::vector<JsonTree> objects;
    if (m_pairs != nullptr) {
        objects = m_pairs->add(std::move(object), line);
    } else {
        objects.push_back(std::move(object));
    }
    for (auto& one : objects) {
        mapObject(std::move(one), out);
    }
    return out;
}

void EntryMapper::mapObject(JsonTree object, std::vector<Outcome>& out) {
    m_feedback = {}; // of an earlier object
    m_shared.clear();
    m_openMeta.clear();
    std::vector<Level> levels;
    levels.push_back({.tree = &object});
    std::vector<Outcome> records;
    mapRecords(levels, records);
    if (records.empty()) {
        out.emplace_back(Unmapped{false, "none of the records that the profile reads is in it"});
    }
    settleShared(records);
    keepShared(records);
    std::ranges::move(records, std::back_inserter(out));
}

void EntryMapper::keepShared(std::vector<Outcome>& records) {
    for (const auto& shared : m_shared) {
        std::vector<OpenRow> rows;
        for (const auto at : shared.rows) {
            rows.push_back({.row = &std::get<MappedRow>(records[at]), .meta = &m_openMeta.at(at)});
        }
        keepLong(shared, rows);
    }
    for (const auto& [at, meta] : m_openMeta) {
        std::get<MappedRow>(records[at]).entry.meta = jsonText(meta);
    }
}

/// A correction of a whole trace is the answer's where the trace has one; of several nobody knows whose it
/// is.
void EntryMapper::settleShared(std::vector<Outcome>& records) {
    const auto isShared = [](const GoldText& gold) { return gold.ofTrace; };
    const auto rows = std::ranges::count_if(
        records, [](const Outcome& one) { return std::holds_alternative<MappedRow>(one); });
    for (auto& one : records) {
        auto* row = std::get_if<MappedRow>(&one);
        if (rows > 1 && row != nullptr && std::erase_if(row->corrections, isShared) > 0) {
            row->ambiguous.emplace_back("a correction of a trace with several calls");
        }
    }
}

std::vector<EntryMapper::LateOutcome> EntryMapper::finish() {
    std::vector<LateOutcome> out;
    if (m_pairs == nullptr) {
        return out;
    }
    for (auto& [run, place] : m_pairs->takeEnded()) {
        std::vector<Outcome> records;
        mapObject(std::move(run), records); // the end alone may hold all that a row needs
        if (std::holds_alternative<Unmapped>(records.back())) {
            records.back() = Unmapped{false, "the begin of the run was not seen"};
        }
        for (auto& record : records) {
            out.push_back({place.line, m_pairs->earlierLog(place), std::move(record)});
        }
    }
    for (const auto& place : m_pairs->unfinished()) {
        out.push_back(
            {place.line, m_pairs->earlierLog(place), Unmapped{false, "the run was never finished"}});
    }
    for (const auto& place : m_pairs->repeated()) {
        out.push_back(
            {place.line, m_pairs->earlierLog(place), Unmapped{false, "the run was begun more than once"}});
    }
    m_pairs->clear();
    return out;
}

void EntryMapper::mapRecords(std::vector<Level>& levels, std::vector<Outcome>& out) {
    const auto depth = levels.size() - 1;
    if (depth == m_profile.each.size()) {
        mapOne(levels, out);
        return;
    }
    for (auto* item : itemsOf(m_profile.each[depth], *levels.back().tree)) {
        levels.push_back({.tree = item});
        mapRecords(levels, out);
        levels.pop_back();
    }
}

/// Of the levels around the record, once for all records that share them: what the first one left over there.
JsonTree EntryMapper::leftoversOf(std::vector<Level>& levels, const Scope& scope, Taken& taken,
                                  std::size_t row) {
    JsonTree extra = JsonTree::object();
    addLeftovers(*scope.front(), taken, "", extra);
    for (std::size_t up = 1; up < scope.size(); ++up) {
        auto& level = levels[levels.size() - 1 - up];
        if (!level.shared) {
            const auto& each = m_profile.each[levels.size() - 1 - up];
            for (const auto* item : itemsOf(each, *level.tree)) {
                taken.take(*item);
            }
            level.shared = m_shared.size();
            auto& shared = m_shared.emplace_back(SharedLeftovers{.level = std::to_string(up)});
            addLeftovers(*scope[up], taken, shared.level, shared.tree);
            shared.bytes = jsonText(shared.tree).size();
            shared.isLong = shared.bytes > kMostShared;
        }
        auto& shared = m_shared[*level.shared];
        if (shared.isLong) {
            shared.rows.push_back(row);
            continue;
        }
        std::ranges::copy(shared.tree.keys, std::back_inserter(extra.keys));
        std::ranges::copy(shared.tree.items, std::back_inserter(extra.items));
    }
    return extra;
}

void EntryMapper::mapOne(std::vector<Level>& levels, std::vector<Outcome>& out) {
    std::vector<JsonTree*> trees; // from the inside
    Scope scope;
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
        // once: all records of a level share it
        trees.push_back(std::exchange(level->isPrepared, true) ? nullptr : level->tree);
        scope.push_back(level->tree);
    }
    prepareRecord(m_profile.prepare, trees);
    if (m_companions != nullptr) {
        m_companions->fill(*trees.front(), scope);
    }
    for (const auto& condition : m_profile.where) {
        if (!condition.holds(scope)) {
            out.emplace_back(Unmapped{false, condition.reason.empty() ? "not asked for" : condition.reason});
            return;
        }
    }
    RowBuilder builder(m_profile, scope, m_feedback);
    auto row = builder.build(m_companions);
    if (!row) {
        out.emplace_back(std::move(row.error()));
        return;
    }
    (void)builder.metaWith(JsonTree::object()); // marks what meta takes
    for (const auto& pointer : m_profile.drop) {
        for (const auto* value : pointer.all(scope)) {
            builder.taken().take(*value);
        }
    }
    auto meta = builder.metaWith(leftoversOf(levels, scope, builder.taken(), out.size()));
    const bool isOpen = std::ranges::any_of(
        levels, [&](const Level& level) { return level.shared && m_shared[*level.shared].isLong; });
    if (isOpen) {
        m_openMeta.emplace(out.size(), std::move(meta));
    } else {
        row->entry.meta = jsonText(meta);
    }
    out.emplace_back(std::move(*row));
}

} // namespace goldpan::profiles
