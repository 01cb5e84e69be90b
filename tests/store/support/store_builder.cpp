// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/support/store_builder.h"

#include "app/composition/store_factory.h"
#include "core/base/sha256.h"
#include "core/domain/message.h"
#include "core/queue/filter_parser.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <stdexcept>

namespace goldpan::test {
namespace {

template <typename T>
T must(Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().message + " (" + result.error().where + ")");
    }
    return std::move(*result);
}

} // namespace

LogEntry entry(std::string_view id, std::string_view ts) {
    LogEntry out;
    out.requestId = id;
    out.ts = parseTimestamp(ts);
    out.modelVersion = "m1";
    out.prompt = "prompt of " + out.requestId;
    out.response = "response of " + out.requestId;
    out.responseLogprob = -1.0;
    return out;
}

store::ImportRow importRow(const LogEntry& entry, std::int64_t line) {
    return {.entry = entry,
            .line = line,
            .keyHash = stableHash64(entry.requestId),
            .contextDiffers = contextDiffers(entry)};
}

StoreBuilder::StoreBuilder()
    : m_path(m_dir.file("test.goldpan"))
    , m_store(must(composition::createStore(m_path))) {}

store::ImportTally StoreBuilder::add(const std::vector<LogEntry>& entries, std::string_view source) {
    auto session = must(m_store->importer().begin(source, "importer"));
    std::vector<store::ImportRow> rows;
    for (const auto& item : entries) {
        rows.push_back(importRow(item, static_cast<std::int64_t>(rows.size()) + 1));
    }
    auto tally = must(session->add(rows));
    if (auto done = session->finish(); !done) {
        throw std::runtime_error(done.error().message);
    }
    return tally;
}

RowId StoreBuilder::row(std::string_view requestId) {
    const auto found = must(m_store->entries().find(requestId));
    if (!found) {
        throw std::runtime_error("no row " + std::string(requestId));
    }
    return *found;
}

store::EntryRecord StoreBuilder::read(std::string_view requestId) {
    return must(m_store->entries().read(row(requestId)));
}

std::unique_ptr<store::Store> StoreBuilder::another() const {
    return must(composition::openStore(m_path));
}

void StoreBuilder::reopen() {
    m_store = another();
}

std::string StoreBuilder::ids(std::string_view filterText, std::string_view order) {
    queue::QueueQuery query{.filter = must(queue::filterFromText(filterText)),
                            .order = *queue::orderFromText(order)};
    std::vector<RowId> all;
    const auto done = m_store->queue().select(query,
                                              [&](std::span<const RowId> some) {
                                                  all.insert(all.end(), some.begin(), some.end());
                                                  return true;
                                              },
                                              {});
    if (!done) {
        throw std::runtime_error(done.error().message);
    }
    std::string out;
    for (const auto& one : must(m_store->queue().rows(all))) {
        out += (out.empty() ? "" : " ") + one.requestId;
    }
    return out;
}

std::string StoreBuilder::query(const std::string& sql) const {
    sqlite3* handle = nullptr;
    sqlite3_open_v2(m_path.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr);
    std::string out;
    char* problem = nullptr;
    sqlite3_exec(
        handle, sql.c_str(),
        [](void* target, int, char** values, char**) {
            auto& text = *static_cast<std::string*>(target);
            text += (text.empty() ? "" : "\n") + std::string(values[0] == nullptr ? "NULL" : values[0]);
            return 0;
        },
        &out, &problem);
    if (problem != nullptr) {
        out = std::string("error: ") + problem;
        sqlite3_free(problem);
    }
    sqlite3_close(handle);
    return out;
}

void StoreBuilder::run(const std::string& sql) const {
    sqlite3* handle = nullptr;
    sqlite3_open(m_path.c_str(), &handle);
    const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
    const std::string problem = sqlite3_errmsg(handle);
    sqlite3_close(handle);
    if (code != SQLITE_OK) {
        throw std::runtime_error(problem);
    }
}

} // namespace goldpan::test
