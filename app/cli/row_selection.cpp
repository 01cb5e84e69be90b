// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/row_selection.h"

#include "app/cli/output.h"
#include "app/cli/store_options.h"
#include "core/queue/filter_parser.h"
#include "core/queue/queue_query.h"
#include "core/store/entry_reader.h"
#include "core/store/queue_reader.h"
#include "core/store/redacted_filter.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>
#include <unordered_set>

namespace goldpan::cli {
namespace {

std::size_t codePoints(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

void printCaret(const std::string& text, const queue::FilterError& error, std::ostream& err) {
    auto line = plainText(text);
    std::ranges::replace_if(
        line, [](char byte) { return byte == '\n' || byte == '\t'; }, ' ');
    const auto begin = std::min(error.position, text.size());
    const auto length = codePoints(std::string_view(text).substr(begin, error.length));
    err << "  " << line << "\n  " << std::string(codePoints(std::string_view(text).substr(0, begin)), ' ')
        << std::string(std::max<std::size_t>(length, 1), '^') << '\n';
}

Result<std::vector<RowId>> rowsOfFilter(store::Store& store, const std::string& text, bool json, Io& io) {
    auto filter = readFilter(store, text, json, io);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    std::vector<RowId> rows;
    const auto take = [&](std::span<const RowId> ids) {
        rows.insert(rows.end(), ids.begin(), ids.end());
        return true;
    };
    const queue::QueueQuery query{std::move(*filter), {queue::OrderKey::log, false}, 0};
    if (auto done = store.queue().select(query, take, io.stop); !done) {
        return std::unexpected(done.error());
    }
    return rows;
}

} // namespace

void addSelection(CLI::App& verb, RowSelection& selection) {
    verb.add_option("--filter", selection.filter, "All rows that the filter admits")->type_name("F");
    verb.add_option("ID", selection.ids, "Request ids, instead of a filter");
}

Result<std::vector<RowId>> selectRows(store::Store& store, const RowSelection& selection, bool json, Io& io) {
    if (selection.filter.has_value() == !selection.ids.empty()) {
        return fail(ErrorCode::usage, selection.filter ? "give --filter or request ids, not both"
                                                       : "name the rows by --filter F or by request ids");
    }
    if (selection.filter) {
        return rowsOfFilter(store, *selection.filter, json, io);
    }
    std::vector<RowId> rows;
    std::unordered_set<RowId> seen;
    for (const auto& id : selection.ids) {
        const auto row = findRow(store, id);
        if (!row) {
            return std::unexpected(row.error());
        }
        if (seen.insert(*row).second) {
            rows.push_back(*row);
        }
    }
    return rows;
}

Result<RowId> findRow(store::Store& store, const std::string& requestId) {
    if (auto text = checkText(requestId, "request id"); !text) {
        return std::unexpected(text.error());
    }
    const auto row = store.entries().find(requestId);
    if (!row) {
        return std::unexpected(row.error());
    }
    if (!*row) {
        return fail(ErrorCode::notFound, "no row has this request id; nothing was done", requestId);
    }
    return **row;
}

Result<queue::Filter> readFilter(store::Store& store, const std::string& text, bool json, Io& io) {
    if (auto valid = checkText(text, "filter"); !valid) {
        return std::unexpected(valid.error());
    }
    auto filter = queue::filterFromText(text);
    if (filter) {
        return filter;
    }
    // What is said here may end in a file of who runs this: a filter that names a person is not said again.
    const auto redactor = store::redactorOf(store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    if (store::filterHoldsPii(text, **redactor)) {
        std::string& message = filter.error().message;
        message = (*redactor)->redacted(message);
        if (store::filterHoldsPii(message, **redactor)) { // a pattern that is not valid is said in it
            message = "filter: this is not valid, and names somebody, so that it is not said again";
        }
        return filter;
    }
    if (const auto again = queue::parseFilter(text); !json && !again) {
        printCaret(text, again.error(), io.err);
    }
    return filter;
}

} // namespace goldpan::cli
