// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/reservoir_rows.h"
#include "core/store/sql/drift_rows.h"

#include "core/domain/drift_event.h"
#include "core/domain/row_flags.h"
#include "core/sampling/sampling_budget.h"
#include "core/store/sql/event_tags.h"
#include "core/store/sql/held_rows.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/policy_rows.h"
#include "core/store/sql/row_keys.h"
#include "core/store/sql/short_writes.h"
#include "core/store/sql/statement.h"

#include <chrono>

namespace goldpan::sql {
namespace {

static_assert(FlagLowConfidence == 1 && FlagDriftWindow == 2 && FlagUserNegative == 4, "named below");

constexpr std::size_t kBytesOfARow = 64;

/// "e.ts" within `hour`; hours are whole numbers of our own.
std::string inHour(Hour hour) {
    if (!hour) {
        return "ts IS NULL";
    }
    return "ts >= " + std::to_string(*hour * kMicrosPerHour) + " AND ts < " +
           std::to_string((*hour + 1) * kMicrosPerHour);
}

/// Whether a row of `table` (ts, model) stands in a drift window that counts, or in one that was not trained
/// on.
std::string inWindow(const std::string& table, bool onlyOpen) {
    return "EXISTS(SELECT 1 FROM drift_event d WHERE " + table + ".ts BETWEEN d.ts - d.window_us AND d.ts" +
           " AND (d.only_model = 0 OR " + table +
           ".model = (SELECT m.id FROM model m WHERE m.name = d.model))" +
           (onlyOpen ? " AND NOT EXISTS(SELECT 1 FROM trained_drift x WHERE x.drift = d.id)" : "") + " AND " +
           driftCounts() + ")";
}

/// The stored rows that are healthy by what was said of them since, too.
std::string healthyInHour(Hour hour) {
    return inHour(hour) + " AND (flags & 5) = 0 AND NOT " + inWindow("entry", true) +
           " AND ((flags & 2) = 0 OR " + inWindow("entry", false) + ")";
}

/// What the line of a stored row stood for. A row weighs no less than its line, so most texts need no look.
std::string loggedWeightOfEntry() {
    return "CASE WHEN weight = 1 THEN 1.0 ELSE (SELECT " + std::string(kLoggedWeight) +
           " FROM entry_text t WHERE t.id = entry.id) END";
}

/// Of a row that was left out: as far as it is held.
std::string loggedWeightOfHeld() {
    return "ifnull((SELECT " + std::string(kLoggedWeight) +
           " FROM held_row h WHERE h.key_hash = sampled_out.key_hash), 1.0)";
}

struct Weighed {
    std::int64_t row = 0;
    double before = 1;
    double after = 1;
};

/// The stored healthy rows of the hour that do not weigh what they should. Read outside of any lock.
Result<std::vector<Weighed>> wronglyWeighed(Connection& connection, Hour hour, double weight) {
    std::vector<Weighed> out;
    Statement rows(connection, "SELECT id, weight, " + loggedWeightOfEntry() + " FROM entry WHERE " +
                                   healthyInHour(hour));
    auto done = rows.each([&] {
        const Weighed row{rows.integer(0), rows.real(1), weight * rows.real(2)};
        if (row.before != row.after) {
            out.push_back(row);
        }
    });
    return done ? Result<std::vector<Weighed>>(std::move(out)) : std::unexpected(done.error());
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
        if (auto settled = settleForMany(connection); !settled) {
            return settled;
        }
        auto statement =
            NativeStatement::prepare(connection, "SELECT flags FROM entry WHERE id IN " +
                                                     rowsOfKey("?1", "?1") + " AND request_id = ?2");
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
            reservoir.add(hourOf(entry.ts), row.keyHash, row.loggedWeight);
        }
    }
    return {};
}

Result<void> addKnownRows(Connection& connection, sampling::Reservoir& reservoir) {
    if (connection.mode() == OpenMode::build) {
        return {};
    }
    for (const auto& hour : reservoir.hours()) {
        Statement stored(connection, "SELECT key_hash, " + loggedWeightOfEntry() + " FROM entry WHERE " +
                                         healthyInHour(hour));
        if (auto done = stored.each([&] {
                reservoir.addKept(hour, static_cast<std::uint64_t>(stored.integer(0)), stored.real(1));
            });
            !done) {
            return done;
        }
        Statement out(connection, "SELECT key_hash, " + loggedWeightOfHeld() + " FROM sampled_out WHERE " +
                                      inHour(hour) + " AND NOT " + inWindow("sampled_out", true));
        if (auto done = out.each(
                [&] { reservoir.add(hour, static_cast<std::uint64_t>(out.integer(0)), out.real(1)); });
            !done) {
            return done;
        }
    }
    return {};
}

Result<void> weighStoredRows(Connection& connection, const sampling::Reservoir& reservoir,
                             const Between& between) {
    ShortWrites writes(connection, between);
    for (const auto& hour : reservoir.hours()) {
        const auto rows = wronglyWeighed(connection, hour, reservoir.weightOf(hour));
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (const Weighed& row : *rows) {
            if (auto begun = writes.begin(); !begun) {
                return std::unexpected(begun.error());
            }
            // An event may have made it stand for itself meanwhile.
            Statement one(connection, "UPDATE entry SET weight = ? WHERE id = ? AND weight = ?");
            if (auto done = one.bind(row.after).bind(row.row).bind(row.before).run(); !done) {
                return done;
            }
            if (auto done = writes.wrote(kBytesOfARow); !done) {
                return done;
            }
        }
        if (auto done = writes.commit(); !done) { // no lock while the next hour is read
            return done;
        }
    }
    return {};
}

} // namespace goldpan::sql
