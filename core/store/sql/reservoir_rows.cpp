// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/reservoir_rows.h"

#include "core/domain/drift_event.h"
#include "core/domain/row_flags.h"
#include "core/sampling/sampling_budget.h"
#include "core/store/sql/event_tags.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/policy_rows.h"
#include "core/store/sql/short_writes.h"
#include "core/store/sql/statement.h"

#include <chrono>

namespace goldpan::sql {
namespace {

static_assert(FlagLowConfidence == 1 && FlagDriftWindow == 2 && FlagUserNegative == 4, "named below");

constexpr auto kRest = std::chrono::milliseconds(2); // longer than the poll of a waiting writer
constexpr std::size_t kBytesOfARow = 64;

/// "e.ts" within `hour`; hours are whole numbers of our own.
std::string inHour(sampling::Hour hour) {
    if (!hour) {
        return "ts IS NULL";
    }
    return "ts >= " + std::to_string(*hour * kMicrosPerHour) + " AND ts < " +
           std::to_string((*hour + 1) * kMicrosPerHour);
}

/// Whether a row of `table` (ts, model) stands in a drift window, or in one that was not trained on.
std::string inWindow(const std::string& table, bool onlyOpen) {
    return "EXISTS(SELECT 1 FROM drift_event d WHERE " + table + ".ts BETWEEN d.ts - d.window_us AND d.ts" +
           " AND (d.only_model = 0 OR " + table +
           ".model = (SELECT m.id FROM model m WHERE m.name = d.model))" +
           (onlyOpen ? " AND NOT EXISTS(SELECT 1 FROM trained_drift x WHERE x.drift = d.id))" : ")");
}

/// The stored rows that are healthy by what was said of them since, too.
std::string healthyInHour(sampling::Hour hour) {
    return inHour(hour) + " AND (flags & 5) = 0 AND NOT " + inWindow("entry", true) +
           " AND ((flags & 2) = 0 OR " + inWindow("entry", false) + ")";
}

/// Flags of the row as it is stored; 0 where it is not.
Result<std::uint32_t> storedFlags(NativeStatement& find, const store::ImportRow& row) {
    find.bind(1, static_cast<std::int64_t>(row.keyHash));
    find.bind(2, std::string_view(row.entry.requestId));
    auto more = find.step();
    if (!more) {
        return std::unexpected(more.error());
    }
    const auto flags = *more ? static_cast<std::uint32_t>(find.integer(0)) : 0U;
    find.reset();
    return flags;
}

} // namespace

Result<void> countHealthyRows(Connection& connection, std::span<const store::ImportRow> rows,
                              sampling::Reservoir& reservoir) {
    const auto policy = readPolicy(connection);
    if (!policy) {
        return std::unexpected(policy.error());
    }
    EventTags events(connection);
    std::optional<NativeStatement> find;
    if (connection.mode() != OpenMode::build) { // a store that is being built holds nothing yet, and no index
        if (auto loaded = events.load(); !loaded) {
            return loaded;
        }
        auto statement = NativeStatement::prepare(
            connection, "SELECT flags FROM entry WHERE key_hash = ?1 AND request_id = ?2");
        if (!statement) {
            return std::unexpected(statement.error());
        }
        find.emplace(std::move(*statement));
    }
    for (const auto& row : rows) {
        const LogEntry& entry = row.entry;
        std::uint32_t flags = flagsOfRow(entry.tags, entry.responseLogprob, *policy);
        if (find) {
            auto stored = storedFlags(*find, row);
            if (!stored) {
                return std::unexpected(stored.error());
            }
            auto waiting = events.feedbackFor(entry.requestId);
            if (!waiting) {
                return std::unexpected(waiting.error());
            }
            flags |= (events.flagsBesideWindows(entry, *stored) & kFlaggedMask) |
                     (waiting->negative ? std::uint32_t{FlagUserNegative} : 0U);
        }
        const sampling::SamplingCandidate candidate{
            .keyHash = row.keyHash, .flags = flags, .inOpenWindow = events.isInOpenWindow(entry)};
        if (reasonOf(candidate) == sampling::SamplingReason::healthy) {
            reservoir.add(sampling::hourOf(entry.ts), row.keyHash);
        }
    }
    return {};
}

Result<void> addKnownRows(Connection& connection, sampling::Reservoir& reservoir) {
    if (connection.mode() == OpenMode::build) {
        return {};
    }
    for (const auto& hour : reservoir.hours()) {
        Statement stored(connection, "SELECT key_hash FROM entry WHERE " + healthyInHour(hour));
        if (auto done =
                stored.each([&] { reservoir.addKept(hour, static_cast<std::uint64_t>(stored.integer(0))); });
            !done) {
            return done;
        }
    }
    Statement out(connection,
                  "SELECT key_hash, ts FROM sampled_out WHERE NOT " + inWindow("sampled_out", true));
    return out.each([&] {
        const auto hour = sampling::hourOf(out.optionalTime(1));
        if (reservoir.hasHour(hour)) {
            reservoir.add(hour, static_cast<std::uint64_t>(out.integer(0)));
        }
    });
}

Result<void> weighStoredRows(Connection& connection, const sampling::Reservoir& reservoir) {
    ShortWrites writes(connection, kRest);
    for (const auto& hour : reservoir.hours()) {
        const double weight = reservoir.weightOf(hour);
        std::int64_t changed = 0;
        do {
            if (auto begun = writes.begin(); !begun) {
                return std::unexpected(begun.error());
            }
            Statement some(connection,
                           "UPDATE entry SET weight = ? WHERE id IN (SELECT id FROM entry WHERE weight <> ?"
                           " AND " +
                               healthyInHour(hour) + " LIMIT 500)");
            if (auto done = some.bind(weight).bind(weight).run(); !done) {
                return done;
            }
            changed = some.changed();
            if (auto done = writes.wrote(static_cast<std::size_t>(changed) * kBytesOfARow); !done) {
                return done;
            }
        } while (changed > 0);
    }
    return writes.commit();
}

} // namespace goldpan::sql
