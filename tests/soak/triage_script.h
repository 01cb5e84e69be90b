// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TriageScript: an operator who decides about one row after the other, in log order, as fast as the store
// takes it; what became of a row follows from its id, so that nothing has to be remembered of it. work() runs
// on a thread of its own with a connection of its own; the rest but isGood() is asked when it has ended.
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <atomic>
#include <cstdint>
#include <stop_token>
#include <string>

namespace goldpan::review {
class ReviewService;
}

namespace goldpan::test {

class TriageScript {
public:
    explicit TriageScript(std::string path);

    /// Until the stop, to the end of what is done about the row in hand; waits for rows that are not there
    /// yet.
    void work(const std::stop_token& stop);

    [[nodiscard]] bool isGood() const { return m_isGood; }     ///< false where work() ended on an error
    [[nodiscard]] std::int64_t acts() const { return m_acts; } ///< acknowledged
    [[nodiscard]] double longestMilliseconds() const { return m_longest; }

    /// Rows that are not as the acts left them, or whose journal lacks one of these.
    [[nodiscard]] Result<std::int64_t> lostIn(store::Store& store) const;

private:
    [[nodiscard]] Result<void> decide(review::ReviewService& service, std::int64_t id);
    /// Takes the time of one call, and counts it where it is acknowledged.
    template <typename Call>
    [[nodiscard]] Result<void> act(const Call& call);

    std::string m_path;
    std::atomic<bool> m_isGood = true;
    std::int64_t m_done = 0; ///< the last row that all was done about
    std::int64_t m_acts = 0;
    double m_longest = 0;
};

} // namespace goldpan::test
