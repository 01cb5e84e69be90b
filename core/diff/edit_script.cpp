// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/edit_script.h"

#include "core/diff/anchors.h"

#include <algorithm>
#include <optional>

namespace goldpan::diff {
namespace {

using Pos = std::ptrdiff_t;
using Items = std::span<const std::uint32_t>;

/// What every part may cost, however small its share of the budget.
constexpr std::size_t kLeastLimit = 4096;

struct Box {
    Pos x0 = 0; ///< of the old sequence
    Pos x1 = 0;
    Pos y0 = 0; ///< of the new one
    Pos y1 = 0;
    std::size_t limit = 0; ///< comparisons that one search in it may cost

    [[nodiscard]] Pos size() const { return x1 - x0 + y1 - y0; }
};

/// A run of equal items in the middle of a shortest path, which stands on it at (x0, y0) and leaves at (x1,
/// y1).
using Snake = Box;

/// The furthest places that paths of so many edits reach, by diagonal (x - y).
struct Front {
    std::vector<Pos> reach;
    Pos lowest = 0;
    Pos highest = 0;
    Pos oldLowest = 0;
    Pos oldHighest = 0;

    [[nodiscard]] bool holds(Pos diagonal) const { return lowest <= diagonal && diagonal <= highest; }
    /// Paths of one more edit, within a box of n by m.
    void widen(Pos edits, Pos n, Pos m) {
        oldLowest = lowest;
        oldHighest = highest;
        lowest = -edits + 2 * std::max<Pos>(0, edits - m);
        highest = edits - 2 * std::max<Pos>(0, edits - n);
    }
};

class Search {
public:
    Search(Items before, Items after, std::size_t budget, const std::stop_token& stop)
        : m_before(before)
        , m_after(after)
        , m_budget(budget)
        , m_stop(stop) {
        m_script.removed.resize(before.size());
        m_script.added.resize(after.size());
        m_forward.reach.resize(before.size() + after.size() + 3);
        m_backward.reach.resize(before.size() + after.size() + 3);
    }

    EditScript run() {
        const auto n = static_cast<Pos>(m_before.size());
        const auto m = static_cast<Pos>(m_after.size());
        // A quarter for the first search; what it divides costs about as much again.
        m_boxes.push_back({0, n, 0, m, std::max(kLeastLimit, m_budget / 4)});
        while (!m_boxes.empty() && !m_stop.stop_requested()) {
            Box box = m_boxes.back();
            m_boxes.pop_back();
            divide(box);
        }
        return std::move(m_script);
    }

private:
    [[nodiscard]] bool equal(Pos x, Pos y) const {
        return m_before[static_cast<std::size_t>(x)] == m_after[static_cast<std::size_t>(y)];
    }

    void trim(Box& box) {
        const Pos size = box.size();
        while (box.x0 < box.x1 && box.y0 < box.y1 && equal(box.x0, box.y0)) {
            ++box.x0;
            ++box.y0;
        }
        while (box.x0 < box.x1 && box.y0 < box.y1 && equal(box.x1 - 1, box.y1 - 1)) {
            --box.x1;
            --box.y1;
        }
        m_script.work += static_cast<std::size_t>(size - box.size()) / 2 + 1;
    }

    void divide(Box box) {
        trim(box);
        if (box.x0 == box.x1 || box.y0 == box.y1) {
            replace(box);
            return;
        }
        if (m_script.work < m_budget) {
            if (const auto snake = middleSnake(box)) {
                m_boxes.push_back({box.x0, snake->x0, box.y0, snake->y0, box.limit});
                m_boxes.push_back({snake->x1, box.x1, snake->y1, box.y1, box.limit});
                return;
            }
        }
        m_script.minimal = false;
        if (m_script.work >= m_budget || !divideAtAnchors(box)) {
            replace(box);
        }
    }

    bool divideAtAnchors(const Box& box) {
        m_script.work += static_cast<std::size_t>(box.size());
        const auto part = [](Items items, Pos from, Pos to) {
            return items.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
        };
        const auto anchors = findAnchors(part(m_before, box.x0, box.x1), part(m_after, box.y0, box.y1));
        Box next = box;
        const auto push = [&](Pos x, Pos y) {
            next.x1 = x;
            next.y1 = y;
            const auto share =
                box.limit * static_cast<std::size_t>(next.size()) / static_cast<std::size_t>(box.size());
            next.limit = std::max(kLeastLimit, share);
            m_boxes.push_back(next);
            next.x0 = x + 1;
            next.y0 = y + 1;
        };
        for (const Anchor& anchor : anchors) {
            push(box.x0 + static_cast<Pos>(anchor.before), box.y0 + static_cast<Pos>(anchor.after));
        }
        push(box.x1, box.y1);
        if (anchors.empty()) {
            m_boxes.pop_back();
        }
        return !anchors.empty();
    }

    void replace(const Box& box) {
        std::fill(m_script.removed.begin() + box.x0, m_script.removed.begin() + box.x1, true);
        std::fill(m_script.added.begin() + box.y0, m_script.added.begin() + box.y1, true);
    }

    /// None where it would cost more than the box may. Both sides of the box hold items, and neither begin
    /// nor end with the same one: so at least two edits are needed, and either part is smaller than the box.
    std::optional<Snake> middleSnake(const Box& box) {
        const Pos n = box.x1 - box.x0;
        const Pos m = box.y1 - box.y0;
        const std::size_t most = std::min(m_budget, m_script.work + box.limit);
        m_forward.lowest = m_forward.highest = 0;
        m_backward.lowest = m_backward.highest = 0;
        for (Pos edits = 0; m_script.work < most && !m_stop.stop_requested(); ++edits) {
            if (const auto met = advance<true>(box, edits, n, m)) {
                return met;
            }
            if (const auto met = advance<false>(box, edits, n, m)) {
                return met;
            }
        }
        return std::nullopt;
    }

    /// One more edit from the front, or from the back; the snake where both meet.
    template <bool Forward>
    std::optional<Snake> advance(const Box& box, Pos edits, Pos n, Pos m) {
        Front& mine = Forward ? m_forward : m_backward;
        const Front& other = Forward ? m_backward : m_forward;
        mine.widen(edits, n, m);
        Pos* reach = mine.reach.data() + m + 1; // the diagonals are -m to n
        const Pos* otherReach = other.reach.data() + m + 1;
        const bool mayMeet = ((n - m) % 2 != 0) == Forward;
        for (Pos k = mine.lowest; k <= mine.highest; k += 2) {
            Pos x = 0;
            if (edits > 0) {
                const Pos afterRemoval = k - 1 >= mine.oldLowest ? reach[k - 1] + 1 : -1;
                const Pos afterAddition = k + 1 <= mine.oldHighest ? reach[k + 1] : -1;
                // A step over the edge stays on the diagonal: its last place inside costs no more.
                x = std::min({std::max(afterRemoval, afterAddition), n, m + k});
            }
            const Pos from = x;
            while (
                x < n && x - k < m &&
                (Forward ? equal(box.x0 + x, box.y0 + x - k) : equal(box.x1 - 1 - x, box.y1 - 1 - x + k))) {
                ++x;
            }
            reach[k] = x;
            m_script.work += static_cast<std::size_t>(x - from) + 1;
            const Pos opposite = n - m - k;
            if (mayMeet && other.holds(opposite) && x + otherReach[opposite] >= n) {
                if (Forward) {
                    return Snake{box.x0 + from, box.x0 + x, box.y0 + from - k, box.y0 + x - k, 0};
                }
                return Snake{box.x1 - x, box.x1 - from, box.y1 - x + k, box.y1 - from + k, 0};
            }
        }
        return std::nullopt;
    }

    Items m_before;
    Items m_after;
    std::size_t m_budget;
    std::stop_token m_stop;
    EditScript m_script;
    std::vector<Box> m_boxes; ///< still to be searched
    Front m_forward;
    Front m_backward;
};

} // namespace

EditScript editScript(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after,
                      std::size_t budget, const std::stop_token& stop) {
    return Search(before, after, budget, stop).run();
}

} // namespace goldpan::diff
