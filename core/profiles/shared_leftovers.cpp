// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/shared_leftovers.h"

#include "core/base/sha256.h"
#include "core/domain/hour.h"
#include "core/domain/row_flags.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <ranges>
#include <utility>

namespace goldpan::profiles {
namespace {

constexpr std::size_t kMostCopied = std::size_t{1} << 20; // bytes of one level, over its hours

bool hasLoopTag(const MappedRow& row) {
    constexpr std::uint32_t kLoop = FlagUserNegative | FlagDriftWindow | FlagMarked;
    return (flagsOfRow(row.entry.tags, std::nullopt, Policy{}) & kLoop) != 0;
}

/// Places in the list of rows.
struct Keepers {
    std::map<Hour, std::size_t> ofHour; ///< the least hash
    std::optional<std::size_t> tagged;  ///< the same of those with a tag of the loop
    std::optional<std::size_t> unsure;  ///< the lowest logprob
};

Keepers keepersOf(const std::vector<OpenRow>& rows, std::size_t mostHours) {
    Keepers out;
    std::vector<std::uint64_t> hashes;
    const auto isLess = [&](std::size_t left, std::size_t right) { return hashes[left] < hashes[right]; };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& entry = rows[i].row->entry;
        hashes.push_back(stableHash64(entry.requestId));
        auto& first = out.ofHour.try_emplace(hourOf(entry.ts), i).first->second;
        first = std::min(first, i, isLess);
        if (hasLoopTag(*rows[i].row)) {
            out.tagged = std::min(out.tagged.value_or(i), i, isLess);
        }
        if (entry.responseLogprob &&
            (!out.unsure || *entry.responseLogprob < *rows[*out.unsure].row->entry.responseLogprob)) {
            out.unsure = i;
        }
    }
    if (out.ofHour.size() > mostHours) {
        const auto first = std::ranges::min(std::views::values(out.ofHour), isLess);
        for (auto& [hour, keeper] : out.ofHour) {
            keeper = first;
        }
    }
    return out;
}

/// Those that a row of the hour names, none twice.
std::vector<std::size_t> keepersFor(Hour hour, const Keepers& keepers) {
    std::vector<std::size_t> out{keepers.ofHour.at(hour)};
    for (const auto& one : {keepers.tagged, keepers.unsure}) {
        if (one && std::ranges::find(out, *one) == out.end()) {
            out.push_back(*one);
        }
    }
    return out;
}

void addExtra(JsonTree& meta, const JsonTree& members) {
    auto* extra = meta.find("extra");
    if (extra == nullptr) {
        extra = &meta.set("extra", JsonTree::object());
    }
    std::ranges::copy(members.keys, std::back_inserter(extra->keys));
    std::ranges::copy(members.items, std::back_inserter(extra->items));
    extra->dropDoubles(); // once: to look for each of many members costs their square
}

} // namespace

void keepLong(const SharedLeftovers& shared, const std::vector<OpenRow>& rows) {
    if (rows.empty()) {
        return;
    }
    const auto keepers = keepersOf(rows, kMostCopied / std::max<std::size_t>(shared.bytes, 1));
    std::vector<bool> keeps(rows.size());
    for (const auto& [hour, first] : keepers.ofHour) {
        for (const auto keeper : keepersFor(hour, keepers)) {
            keeps[keeper] = true;
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (keeps[i]) {
            addExtra(*rows[i].meta, shared.tree);
            continue;
        }
        JsonTree names = JsonTree::array();
        for (const auto keeper : keepersFor(hourOf(rows[i].row->entry.ts), keepers)) {
            names.items.push_back(JsonTree::string(rows[keeper].row->entry.requestId));
        }
        JsonTree reference = JsonTree::object();
        reference.set("kept_with", names.items.size() == 1 ? names.items.front() : names);
        JsonTree members = JsonTree::object();
        members.set(shared.level, std::move(reference));
        addExtra(*rows[i].meta, members);
        rows[i].row->ambiguous.emplace_back(
            "what stands around several rows is long, and kept with a few of them");
    }
}

} // namespace goldpan::profiles
