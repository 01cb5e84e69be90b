// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/readable_changes.h"

#include <algorithm>

namespace goldpan::diff {
namespace {

/// Units between two changes that do not keep them apart: a space, or a mark and a space.
constexpr std::size_t kIsland = 2;

using Units = std::span<const Unit>;

std::vector<Change> plainChanges(const EditScript& script) {
    std::vector<Change> changes;
    const std::size_t n = script.removed.size();
    const std::size_t m = script.added.size();
    for (std::size_t x = 0, y = 0; x < n || y < m;) {
        Change change{x, x, y, y};
        while (change.x1 < n && script.removed[change.x1]) {
            ++change.x1;
        }
        while (change.y1 < m && script.added[change.y1]) {
            ++change.y1;
        }
        const bool changed = change.x1 > x || change.y1 > y;
        x = change.x1 + (changed ? 0 : 1);
        y = change.y1 + (changed ? 0 : 1);
        if (changed) {
            changes.push_back(change);
        }
    }
    return changes;
}

/// Better than any placeScore(): two changes become one.
constexpr int kTouches = 4;

/// How well a change of units [begin, end) reads.
int placeScore(Units units, std::size_t begin, std::size_t end) {
    if (begin == 0 || end == units.size() || isLineEnd(units[begin - 1].text)) {
        return 3;
    }
    if (units[begin].kind == UnitKind::space) {
        return 0;
    }
    return units[begin - 1].kind == UnitKind::space ? 2 : 1;
}

/// Room to move in, in units; `toChange`: at its end another change begins, which is worth touching.
struct Room {
    std::size_t units = 0;
    bool toChange = false;
};

/// Units [begin, end) are in `units` alone; so may be as many units a few places on, if the same units leave
/// and enter. The answer is how far, and to which side.
std::ptrdiff_t bestShift(Units units, std::size_t begin, std::size_t end, Room back, Room ahead) {
    std::ptrdiff_t best = 0;
    const bool touchesNow = (back.toChange && back.units == 0) || (ahead.toChange && ahead.units == 0);
    int bestScore = touchesNow ? kTouches : placeScore(units, begin, end);
    const auto consider = [&](std::size_t by, const Room& room, std::ptrdiff_t side) {
        const auto shift = static_cast<std::ptrdiff_t>(by) * side;
        const bool touches = room.toChange && by == room.units;
        const auto moved = static_cast<std::size_t>(shift);
        const int score = touches ? kTouches : placeScore(units, begin + moved, end + moved);
        if (score > bestScore) {
            best = shift;
            bestScore = score;
        }
    };
    for (std::size_t i = 1; i <= ahead.units && units[begin + i - 1].text == units[end + i - 1].text; ++i) {
        consider(i, ahead, 1);
    }
    for (std::size_t i = 1; i <= back.units && units[begin - i].text == units[end - i].text; ++i) {
        consider(i, back, -1);
    }
    return best;
}

void moveToWordStarts(std::vector<Change>& changes, Units before, Units after) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Change& change = changes[i];
        const bool removes = change.x1 > change.x0;
        if (removes == (change.y1 > change.y0)) {
            continue;
        }
        const bool last = i + 1 == changes.size();
        const Room back{change.x0 - (i == 0 ? 0 : changes[i - 1].x1), i > 0};
        const Room ahead{(last ? before.size() : changes[i + 1].x0) - change.x1, !last};
        const std::ptrdiff_t shift = removes ? bestShift(before, change.x0, change.x1, back, ahead)
                                             : bestShift(after, change.y0, change.y1, back, ahead);
        for (std::size_t* place : {&change.x0, &change.x1, &change.y0, &change.y1}) {
            *place += static_cast<std::size_t>(shift);
        }
    }
}

bool isIsland(Units units) {
    return units.size() <= kIsland && std::ranges::all_of(units, [](const Unit& unit) {
               return (unit.kind == UnitKind::space && !isLineEnd(unit.text)) || isPunctuation(unit.text);
           });
}

std::vector<Change> mergeOverIslands(const std::vector<Change>& changes, Units before) {
    std::vector<Change> merged;
    for (const Change& change : changes) {
        if (!merged.empty()) {
            Change& last = merged.back();
            // Only where both texts have words on the way: else more would be marked than is read.
            const bool bothRemove = last.x1 > last.x0 && change.x1 > change.x0;
            const bool bothAdd = last.y1 > last.y0 && change.y1 > change.y0;
            const Units between = before.subspan(last.x1, change.x0 - last.x1);
            if (between.empty() || (bothRemove && bothAdd && isIsland(between))) {
                last.x1 = change.x1;
                last.y1 = change.y1;
                continue;
            }
        }
        merged.push_back(change);
    }
    return merged;
}

} // namespace

std::vector<Change> readableChanges(const EditScript& script, Units before, Units after) {
    std::vector<Change> changes = plainChanges(script);
    moveToWordStarts(changes, before, after);
    return mergeOverIslands(changes, before);
}

} // namespace goldpan::diff
