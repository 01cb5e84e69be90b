// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/value_runs.h"

#include "core/store/sql/statement.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

namespace goldpan::sql {
namespace {

constexpr std::uint16_t kExact = 1U << 15U; // beside the number of a row, which has 14 bits
constexpr std::size_t kItemBytes = 6;
constexpr unsigned kHalf = 32; // bits of the rank of a real number
constexpr std::uint32_t kMaxKey = std::numeric_limits<std::uint32_t>::max();
// Milliseconds: what lies outside shares the key of an end.
constexpr std::int64_t kLeastLatency = std::numeric_limits<std::int32_t>::min();
constexpr std::int64_t kMostLatency = std::numeric_limits<std::int32_t>::max();

static_assert(kRunRows <= kExact);

/// By key, in the order of the rows where it is the same: they come in theirs.
void sortByKey(std::vector<RunItem>& items) {
    constexpr unsigned kBits = 11;
    constexpr std::uint32_t kMask = (1U << kBits) - 1;
    std::vector<RunItem> other(items.size());
    for (unsigned shift = 0; shift < 32; shift += kBits) {
        std::array<std::uint32_t, std::size_t{kMask} + 2> from{};
        for (const RunItem& item : items) {
            ++from[((item.key >> shift) & kMask) + 1];
        }
        for (std::size_t at = 1; at < from.size(); ++at) {
            from[at] += from[at - 1];
        }
        for (const RunItem& item : items) {
            other[from[(item.key >> shift) & kMask]++] = item;
        }
        items.swap(other);
    }
}

void appendLittle(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(value >> (8 * i) & 0xffU);
    }
}

std::uint32_t little(std::string_view data, std::size_t at, int bytes) {
    std::uint32_t out = 0;
    for (int i = 0; i < bytes; ++i) {
        out |= std::uint32_t{static_cast<unsigned char>(data[at + static_cast<std::size_t>(i)])} << (8 * i);
    }
    return out;
}

std::string leafData(std::span<const RunItem> items) {
    std::string data;
    data.reserve(items.size() * kItemBytes);
    for (const RunItem& item : items) {
        appendLittle(data, item.key, 4);
        appendLittle(data, item.row | (item.isExact ? std::uint32_t{kExact} : 0U), 2);
    }
    return data;
}

/// In the opposite direction, where ties are in the order of the log again.
std::vector<Place> backward(std::vector<Place> places) {
    for (Place& place : places) {
        place.rank = ~place.rank;
    }
    return places;
}

Result<void> prepare(Connection& connection, std::optional<NativeStatement>& slot, const char* sql) {
    if (slot) {
        return {};
    }
    auto statement = NativeStatement::prepare(connection, sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    slot.emplace(std::move(*statement));
    return {};
}

} // namespace

RunItem runItem(double logprob, std::uint16_t row) {
    const Rank rank = rankOf(logprob, false);
    return {.key = static_cast<std::uint32_t>(rank >> kHalf), .row = row, .isExact = (rank & kMaxKey) == 0};
}

RunItem runItem(std::int64_t latency, std::uint16_t row) {
    const std::int64_t near = std::clamp<std::int64_t>(latency, kLeastLatency, kMostLatency);
    return {.key = static_cast<std::uint32_t>(near - kLeastLatency),
            .row = row,
            .isExact = near > kLeastLatency && near < kMostLatency};
}

Rank exactRank(std::uint32_t key, queue::Order order) {
    if (order.key == queue::OrderKey::latency) {
        return rankOf(kLeastLatency + std::int64_t{key}, order.descending);
    }
    const Rank rank = Rank{key} << kHalf;
    return order.descending ? ~rank : rank;
}

Rank firstRank(std::uint32_t key, queue::Order order) {
    if (order.key == queue::OrderKey::latency) {
        return key == (order.descending ? kMaxKey : 0) ? 0 : exactRank(key, order);
    }
    return Rank{order.descending ? ~key : key} << kHalf;
}

RunLeaf::RunLeaf(std::string_view data) {
    m_items.reserve(data.size() / kItemBytes);
    for (std::size_t at = 0; at + kItemBytes <= data.size(); at += kItemBytes) {
        const std::uint32_t row = little(data, at + 4, 2);
        m_items.push_back({.key = little(data, at, 4),
                           .row = static_cast<std::uint16_t>(row & (kExact - 1U)),
                           .isExact = (row & kExact) != 0});
    }
}

Result<RunWriter::Rows> RunWriter::read(std::int64_t run) {
    if (auto ready =
            prepare(m_connection, m_read,
                    "SELECT id, logprob, latency_ms FROM entry NOT INDEXED WHERE id BETWEEN ?1 AND ?2");
        !ready) {
        return std::unexpected(ready.error());
    }
    const std::int64_t first = run * kRunRows;
    Rows out;
    for (Values* values : {&out.logprobs, &out.latencies}) {
        values->items.reserve(kRunRows);
        values->places.reserve(kRunRows);
    }
    m_read->bind(1, first);
    m_read->bind(2, first + kRunRows - 1);
    for (;;) {
        const auto more = m_read->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        const std::int64_t id = m_read->integer(0);
        const auto row = static_cast<std::uint16_t>(id - first);
        if (!m_read->isNull(1)) {
            out.logprobs.items.push_back(runItem(m_read->real(1), row));
            out.logprobs.places.push_back({rankOf(m_read->real(1), false), id});
        }
        if (!m_read->isNull(2)) {
            out.latencies.items.push_back(runItem(m_read->integer(2), row));
            out.latencies.places.push_back({rankOf(m_read->integer(2), false), id});
        }
    }
    m_read->reset();
    return out;
}

std::vector<RunWriter::Leaf> RunWriter::leaves(std::int64_t run, Rows& rows) {
    std::vector<Leaf> out;
    for (const auto& [key, items] : {std::pair(queue::OrderKey::logprob, &rows.logprobs.items),
                                     std::pair(queue::OrderKey::latency, &rows.latencies.items)}) {
        sortByKey(*items);
        std::span<const RunItem> left = *items;
        // The first one also where nothing is in it: it says that the run is there.
        for (std::int64_t leaf = 0; leaf == 0 || !left.empty(); ++leaf) {
            const auto some = left.first(std::min(left.size(), static_cast<std::size_t>(kLeafItems)));
            out.push_back({.id = leafId(run, key, leaf), .data = leafData(some)});
            left = left.subspan(some.size());
        }
    }
    return out;
}

Result<void> RunWriter::write(std::int64_t run) {
    auto rows = read(run);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (auto ready =
            prepare(m_connection, m_write, "INSERT OR REPLACE INTO value_run(id, data) VALUES(?1, ?2)");
        !ready) {
        return ready;
    }
    for (const Leaf& leaf : leaves(run, *rows)) {
        m_write->bind(1, leaf.id);
        m_write->bindBlob(2, leaf.data);
        if (auto done = m_write->run(); !done) {
            return done;
        }
    }
    for (const queue::Order order : kValueOrders) {
        auto& places = (order.key == queue::OrderKey::logprob ? rows->logprobs : rows->latencies).places;
        auto done = m_first.add(order, run, order.descending ? backward(places) : places);
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<bool> RunWriter::isRight(std::int64_t run) {
    auto rows = read(run);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (auto ready = prepare(m_connection, m_find, "SELECT data FROM value_run WHERE id = ?1"); !ready) {
        return std::unexpected(ready.error());
    }
    for (const Leaf& leaf : leaves(run, *rows)) {
        m_find->bind(1, leaf.id);
        const auto more = m_find->step();
        if (!more) {
            return more;
        }
        const bool isSame = *more && m_find->blob(0) == leaf.data;
        m_find->reset();
        if (!isSame) {
            return false;
        }
    }
    return true;
}

Result<std::int64_t> countRuns(Connection& connection, std::int64_t known) {
    auto leaf = NativeStatement::prepare(connection, "SELECT 1 FROM value_run WHERE id = ?1");
    if (!leaf) {
        return std::unexpected(leaf.error());
    }
    for (std::int64_t run = std::max<std::int64_t>(known - 1, 0);; ++run) {
        leaf->bind(1, leafId(run, queue::OrderKey::logprob, 0));
        const auto more = leaf->step();
        leaf->reset();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            return run < known ? countRuns(connection, 0) : Result<std::int64_t>(run);
        }
    }
}

Result<std::int64_t> countWrongRuns(Connection& connection) {
    const auto runs = countRuns(connection, 0);
    RunWriter writer(connection);
    std::int64_t wrong = 0;
    for (std::int64_t run = 0; runs && run < *runs; ++run) {
        const auto isRight = writer.isRight(run);
        if (!isRight) {
            return std::unexpected(isRight.error());
        }
        wrong += *isRight ? 0 : 1;
    }
    for (const queue::Order order : kValueOrders) {
        const auto isRight = areFirstOfRuns(connection, order);
        if (!isRight) {
            return std::unexpected(isRight.error());
        }
        wrong += *isRight ? 0 : 1;
    }
    return runs ? Result<std::int64_t>(wrong) : runs;
}

Result<void> writeMissingRuns(Connection& connection) {
    const auto last = Statement(connection, "SELECT max(id) FROM entry").number();
    if (!last) {
        return std::unexpected(last.error());
    }
    RunWriter writer(connection);
    for (std::int64_t run = 0; (run + 1) * kRunRows <= last->value_or(0) + 1; ++run) {
        if (auto done = writer.write(run); !done) {
            return done;
        }
    }
    return {};
}

} // namespace goldpan::sql
