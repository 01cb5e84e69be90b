// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewDesk: a store with two operators at work on it; the fixture of the review and event tests.
#pragma once

#include "core/base/clock.h"
#include "core/redact/redactor.h"
#include "core/review/review_service.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::test {

struct RowLiteral {
    std::string ts = "2025-06-12T00:00:00"; ///< "" for a row without a time
    std::string modelVersion = "v5";
    std::string response = "answer";
    std::vector<std::string> tags = {};
};

/// A store filled row by row, and what acts did to it as text.
class DeskStore : public StoreBuilder {
public:
    RowId add(std::string_view requestId, const RowLiteral& row = {});
    /// `count` rows "r0", "r1", ... in one import.
    std::vector<RowId> addMany(int count, const RowLiteral& row = {});

    /// All that a decision may change of a row: `corrected "text" by ana (operator, pii) #tag +ana "draft"`.
    [[nodiscard]] std::string shown(RowId row);
    /// The journal, oldest first: `1 correct ana, 2 undo of 1 ben unfinished`.
    [[nodiscard]] std::string journal();
    /// What the row's newest act changed, in order: `state unreviewed>corrected, correction ->{}`.
    [[nodiscard]] std::string newestChanges(RowId row);
};

/// Starts at 2025-07-01 and goes on a second each time it is asked.
class SteppingClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;

private:
    mutable std::int64_t m_asked = 0;
};

/// An error as `code: message`, "" where there is none.
template <typename T>
std::string problemOf(const Result<T>& result) {
    return result ? std::string()
                  : std::string(errorName(result.error().code)) + ": " + result.error().message;
}

/// `act N: C changed, S skipped`, an undo with the kind of its target; or the error.
[[nodiscard]] std::string shown(const Result<review::ActOutcome>& result);
[[nodiscard]] std::string shown(const Result<review::UndoOutcome>& result);

class ReviewDesk : public testing::Test {
protected:
    /// Whatever a test does, the store stays sound.
    void TearDown() override;

    Result<review::ActOutcome> correct(review::ReviewService& who, RowId row, std::string_view text);
    Result<review::ActOutcome> decide(review::ReviewService& who, RowId row, review::Decision decision);
    Result<review::ActOutcome> tag(review::ReviewService& who, RowId row, std::string_view name,
                                   bool add = true);

    DeskStore store;
    redact::Redactor redactor;
    SteppingClock clock;
    review::ReviewService ana{store.store(), redactor, clock, "ana"};
    review::ReviewService ben{store.store(), redactor, clock, "ben"};
};

} // namespace goldpan::test
