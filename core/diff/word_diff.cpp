// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/word_diff.h"

#include "core/diff/readable_changes.h"
#include "core/diff/word_units.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>

namespace goldpan::diff {
namespace {

/// Equal units get equal numbers.
class Interner {
public:
    std::vector<std::uint32_t> numbersOf(std::span<const Unit> units) {
        std::vector<std::uint32_t> out;
        out.reserve(units.size());
        for (const Unit& unit : units) {
            out.push_back(
                m_numbers.try_emplace(unit.text, static_cast<std::uint32_t>(m_numbers.size())).first->second);
        }
        return out;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_numbers;
};

std::size_t countWords(std::span<const Unit> units, const std::vector<bool>& marked) {
    std::size_t words = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        words += marked[i] && units[i].kind == UnitKind::word ? 1 : 0;
    }
    return words;
}

std::vector<Hunk> hunksOf(std::span<const Change> changes, std::span<const Unit> before,
                          std::span<const Unit> after, std::string_view beforeText,
                          std::string_view afterText) {
    const auto place = [](std::span<const Unit> units, std::size_t at, std::string_view text) {
        return at == units.size() ? text.size()
                                  : static_cast<std::size_t>(units[at].text.data() - text.data());
    };
    std::vector<Hunk> hunks;
    std::size_t x = 0;
    std::size_t y = 0;
    const auto push = [&](HunkKind kind, std::size_t toX, std::size_t toY) {
        if (toX > x || toY > y) {
            hunks.push_back({kind, {x, toX}, {y, toY}});
        }
        x = toX;
        y = toY;
    };
    for (const Change& change : changes) {
        push(HunkKind::equal, place(before, change.x0, beforeText), place(after, change.y0, afterText));
        push(HunkKind::removed, place(before, change.x1, beforeText), y);
        push(HunkKind::added, x, place(after, change.y1, afterText));
    }
    push(HunkKind::equal, beforeText.size(), afterText.size());
    return hunks;
}

} // namespace

bool WordDiff::identical() const {
    return std::ranges::all_of(hunks, [](const Hunk& hunk) { return hunk.kind == HunkKind::equal; });
}

Result<WordDiff> diffWords(std::string_view before, std::string_view after, const std::stop_token& stop,
                           std::size_t budget) {
    const std::vector<Unit> old = splitWords(before, stop);
    const std::vector<Unit> fresh = splitWords(after, stop);
    Interner interner;
    const std::vector<std::uint32_t> oldNumbers = interner.numbersOf(old);
    const std::vector<std::uint32_t> freshNumbers = interner.numbersOf(fresh);
    const EditScript script = editScript(oldNumbers, freshNumbers, budget, stop);
    if (stop.stop_requested()) {
        return fail(ErrorCode::cancelled, "the comparison was stopped");
    }
    WordDiff out;
    out.removedWords = countWords(old, script.removed);
    out.addedWords = countWords(fresh, script.added);
    out.work = script.work;
    out.minimal = script.minimal;
    out.hunks = hunksOf(readableChanges(script, old, fresh), old, fresh, before, after);
    return out;
}

} // namespace goldpan::diff
