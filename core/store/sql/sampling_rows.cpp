// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sampling_rows.h"

#include "core/store/sql/statement.h"

namespace goldpan::sql {

Result<store::SamplingStats> readSampling(Connection& connection) {
    store::SamplingStats out;
    Statement rules(connection, "SELECT keep, rate, sum(low_confidence), sum(drift_window), sum(flagged),"
                                " sum(sampled), sum(kept_before), sum(sampled_out) FROM sampling_source"
                                " GROUP BY keep, rate ORDER BY keep, rate");
    if (auto done = rules.each([&] {
            out.rules.push_back({.keep = rules.text(0),
                                 .rate = rules.isNull(1) ? std::nullopt : std::optional(rules.real(1)),
                                 .lowConfidence = rules.integer(2),
                                 .driftWindow = rules.integer(3),
                                 .flagged = rules.integer(4),
                                 .sampled = rules.integer(5),
                                 .keptBefore = rules.integer(6),
                                 .sampledOut = rules.integer(7)});
        });
        !done) {
        return std::unexpected(done.error());
    }
    const std::pair<const char*, std::int64_t*> counts[] = {
        {"SELECT count(*) FROM sampled_out", &out.sampledOut},
        {"SELECT count(*) FROM held_row", &out.held},
        {"SELECT count(*) FROM brought_in", &out.broughtIn},
        {"SELECT count(*) FROM sampled_out WHERE lost <> 0", &out.lost},
    };
    for (const auto& [sql, target] : counts) {
        Statement statement(connection, sql);
        auto count = statement.number();
        if (!count) {
            return std::unexpected(count.error());
        }
        *target = count->value_or(0);
    }
    return out;
}

} // namespace goldpan::sql
