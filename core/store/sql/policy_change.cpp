// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/policy_change.h"

#include "core/domain/tag.h"
#include "core/store/sql/policy_rows.h"
#include "core/store/sql/short_writes.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace goldpan::sql {
namespace {

static_assert(FlagLowConfidence == 1, "the statement below names the bit");

constexpr std::int64_t kBlock = 500;        // ids a statement: a few milliseconds where all of them change
constexpr std::size_t kBytesOfAChange = 64; // of the row and of its place in the index

/// Read, checked and written under one lock: of two that set at once neither puts back what the other set.
/// Answers the number of this change.
Result<std::int64_t> writePolicy(Connection& connection, const PolicyTexts& values) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto before = readPolicy(connection);
    const auto after = before ? policyFromTexts(values, *before) : before;
    if (!after) {
        return std::unexpected(after.error());
    }
    const PolicyTexts texts = policyToTexts(*after);
    for (const auto& [key, value] : values) {
        if (auto done = Statement(connection, "INSERT OR REPLACE INTO policy(key, value) VALUES(?t, ?t)")
                            .bind(key)
                            .bind(texts.at(key))
                            .run();
            !done) {
            return std::unexpected(done.error());
        }
    }
    // With the policy, so that whoever marks rows by it marks none above.
    auto bound = Statement(connection,
                           "UPDATE low_confidence_bound SET at_most = max(at_most, ?), change = change + 1")
                     .bind(after->lowConfidenceLogprob)
                     .run();
    if (!bound) {
        return std::unexpected(bound.error());
    }
    const auto change = Statement(connection, "SELECT change FROM low_confidence_bound").number();
    if (!change) {
        return std::unexpected(change.error());
    }
    auto done = transaction->commit();
    return done ? Result<std::int64_t>(change->value_or(0)) : std::unexpected(done.error());
}

/// All rows are marked: by this change's policy, unless there was another one since, which then does it.
Result<void> lowerBound(Connection& connection, std::int64_t change) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto policy = readPolicy(connection);
    if (!policy) {
        return std::unexpected(policy.error());
    }
    auto done = Statement(connection, "UPDATE low_confidence_bound SET at_most = ? WHERE change = ?")
                    .bind(policy->lowConfidenceLogprob)
                    .bind(change)
                    .run();
    return done ? transaction->commit() : done;
}

Result<std::int64_t> lastRow(Connection& connection) {
    Statement last(connection, "SELECT max(id) FROM entry");
    const auto id = last.number();
    return id ? Result<std::int64_t>(id->value_or(0)) : std::unexpected(id.error());
}

/// The block after `from`, by the policy as it is now: somebody may have set another since. Answers how many
/// rows changed.
Result<std::int64_t> markBlock(Connection& connection, std::int64_t from) {
    const auto policy = readPolicy(connection);
    if (!policy) {
        return std::unexpected(policy.error());
    }
    Statement marks(connection,
                    "UPDATE entry SET flags = flags + 1 - 2 * (flags & 1) WHERE id > ? AND id <= ?"
                    " AND (flags & 1) <> (logprob IS NOT NULL AND logprob < ?)");
    if (auto done = marks.bind(from).bind(from + kBlock).bind(policy->lowConfidenceLogprob).run(); !done) {
        return std::unexpected(done.error());
    }
    return marks.changed();
}

} // namespace

Result<std::int64_t> changePolicy(Connection& connection, const PolicyTexts& values,
                                  const ProgressFn& progress, std::stop_token stop) {
    // First, so that an import that runs meanwhile marks its rows by the new one: rows that come after the
    // end that is read here are right already.
    const auto change = writePolicy(connection, values);
    if (!change) {
        return change;
    }
    const auto last = lastRow(connection);
    if (!last) {
        return std::unexpected(last.error());
    }
    std::int64_t changed = 0;
    ShortWrites writes(connection);
    for (std::int64_t from = 0; from < *last; from += kBlock) {
        if (stop.stop_requested()) {
            if (auto done = writes.commit(); !done) {
                return std::unexpected(done.error());
            }
            return fail(ErrorCode::cancelled,
                        "the policy is set, but not every row is marked by it yet; set it "
                        "again to finish");
        }
        if (auto begun = writes.begin(); !begun) {
            return std::unexpected(begun.error());
        }
        const auto block = markBlock(connection, from);
        if (!block) {
            return std::unexpected(block.error());
        }
        changed += *block;
        if (auto done = writes.wrote(static_cast<std::size_t>(*block) * kBytesOfAChange); !done) {
            return std::unexpected(done.error());
        }
        if (progress) {
            progress({std::min(from + kBlock, *last), *last});
        }
    }
    if (auto done = writes.commit(); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = lowerBound(connection, *change); !done) {
        return std::unexpected(done.error());
    }
    return changed;
}

} // namespace goldpan::sql
