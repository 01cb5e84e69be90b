// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_queue.h"

#include "app/cli/output.h"
#include "app/cli/row_selection.h"
#include "app/cli/verb_table.h"
#include "core/base/utf8.h"
#include "core/queue/queue_query.h"
#include "core/store/queue_reader.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

constexpr std::size_t kPageRows = 500;
constexpr std::size_t kPreviewCodePoints = 50;

Json jsonRow(const queue::QueueRow& row) {
    return {{"request_id", row.requestId},
            {"ts", jsonTime(row.ts)},
            {"model_version", row.modelVersion},
            {"response_logprob", jsonOrNull(row.logprob)},
            {"latency_ms", jsonOrNull(row.latencyMs)},
            {"tags", row.tags},
            {"review_state", reviewStateName(row.state)},
            {"has_draft", row.hasDraft}};
}

std::vector<std::string> textRow(const queue::QueueRow& row) {
    return {row.requestId,
            row.ts ? formatTimestamp(*row.ts) : "-",
            row.modelVersion,
            row.logprob ? jsonText(*row.logprob) : "-",
            std::string(reviewStateName(row.state)) + (row.hasDraft ? " +draft" : ""),
            row.tags.empty() ? "-" : joined(row.tags, ","),
            oneLine(row.preview, kPreviewCodePoints)};
}

void printPage(Io& io, bool json, const std::vector<queue::QueueRow>& rows) {
    std::vector<std::vector<std::string>> table;
    for (const auto& row : rows) {
        if (json) {
            printJson(io.out, jsonRow(row));
        } else {
            table.push_back(textRow(row));
        }
    }
    printTable(io.out, table);
}

} // namespace

Result<int> runQueue(const QueueOptions& options, Io& io) {
    const auto order = queue::orderFromText(options.order);
    if (!order) {
        return fail(ErrorCode::usage,
                    "the order is log, ts, logprob or latency, with - before it for descending", "--order");
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    auto filter = readFilter(**store, options.filter, options.json, io);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    const queue::QueueQuery query{std::move(*filter), *order, options.limit};
    std::vector<RowId> ids;
    const auto take = [&](std::span<const RowId> more) {
        ids.insert(ids.end(), more.begin(), more.end());
        return true;
    };
    if (auto done = (*store)->queue().select(query, take, io.stop); !done) {
        return std::unexpected(done.error());
    }
    for (std::span<const RowId> left = ids; !left.empty() && io.out;) {
        if (io.stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto page = left.first(std::min(left.size(), kPageRows));
        left = left.subspan(page.size());
        const auto rows = (*store)->queue().rows(page);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        printPage(io, options.json, *rows);
    }
    return kExitDone;
}

void addQueue(VerbTable& verbs) {
    auto options = std::make_shared<QueueOptions>();
    auto& verb = verbs.add("queue", "List rows in order", options->json,
                           [options](Io& io) { return runQueue(*options, io); });
    addStore(verb, *options);
    verb.add_option("--filter", options->filter, "Only rows that the filter admits")->type_name("F");
    verb.add_option("--order", options->order, "[-]log, [-]ts, [-]logprob or [-]latency; default ts")
        ->type_name("ORDER");
    verb.add_option("--limit", options->limit, "At most so many rows")
        ->check(CLI::Range(std::int64_t{1}, std::numeric_limits<std::int64_t>::max()))
        ->type_name("N");
}

} // namespace goldpan::cli
