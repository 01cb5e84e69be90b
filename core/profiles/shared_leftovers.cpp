// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/shared_leftovers.h"

#include "core/base/sha256.h"
#include "core/domain/row_flags.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace goldpan::profiles {
namespace {

bool hasLoopTag(const MappedRow& row) {
    constexpr std::uint32_t kLoop = FlagUserNegative | FlagDriftWindow | FlagMarked;
    return (flagsOfRow(row.entry.tags, std::nullopt, Policy{}) & kLoop) != 0;
}

/// Of those that `weigh` gives a weight, the one with the least.
template <class Weigh>
MappedRow* leastOf(const std::vector<MappedRow*>& rows, Weigh weigh) {
    MappedRow* least = nullptr;
    decltype(weigh(*rows.front())) known;
    for (auto* row : rows) {
        if (const auto weight = weigh(*row); weight && (!known || *weight < *known)) {
            least = row;
            known = weight;
        }
    }
    return least;
}

std::vector<MappedRow*> keepersOf(const std::vector<MappedRow*>& rows) {
    const auto hashOf = [](const MappedRow& row) { return std::optional(stableHash64(row.entry.requestId)); };
    std::vector<MappedRow*> out{leastOf(rows, hashOf)};
    const auto addNew = [&](MappedRow* row) {
        if (row != nullptr && std::ranges::find(out, row) == out.end()) {
            out.push_back(row);
        }
    };
    addNew(leastOf(rows, [&](const MappedRow& row) {
        return hasLoopTag(row) ? hashOf(row) : std::optional<std::uint64_t>();
    }));
    addNew(leastOf(rows, [](const MappedRow& row) { return row.entry.responseLogprob; }));
    return out;
}

void addExtra(MappedRow& row, const JsonTree& members) {
    auto meta = parseJsonTree(row.entry.meta).value_or(JsonTree::object());
    auto* extra = meta.find("extra");
    if (extra == nullptr) {
        extra = &meta.set("extra", JsonTree::object());
    }
    for (std::size_t i = 0; i < members.keys.size(); ++i) {
        extra->set(members.keys[i], members.items[i]);
    }
    row.entry.meta = jsonText(meta);
}

} // namespace

void keepLong(const SharedLeftovers& shared, const std::vector<MappedRow*>& rows) {
    if (rows.empty()) {
        return;
    }
    const auto keepers = keepersOf(rows);
    JsonTree names = JsonTree::array();
    for (const auto* keeper : keepers) {
        names.items.push_back(JsonTree::string(keeper->entry.requestId));
    }
    JsonTree reference = JsonTree::object();
    reference.set("kept_with", names.items.size() == 1 ? names.items.front() : names);
    JsonTree members = JsonTree::object();
    members.set(shared.level, std::move(reference));
    for (auto* row : rows) {
        const bool isKeeper = std::ranges::find(keepers, row) != keepers.end();
        addExtra(*row, isKeeper ? shared.tree : members);
        if (!isKeeper) {
            row->ambiguous.emplace_back(
                "what stands around several rows is long, and kept with a few of them");
        }
    }
}

} // namespace goldpan::profiles
