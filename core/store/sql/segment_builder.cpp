// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/segment_builder.h"

#include "core/domain/message.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/search_tables.h"
#include "core/store/sql/statement.h"

#include <algorithm>

namespace goldpan::sql {

Result<SegmentBuilder::Step> SegmentBuilder::step(std::int64_t span) {
    auto stretch = next(span);
    if (!stretch) {
        return std::unexpected(stretch.error());
    }
    if (stretch->last < stretch->first) {
        return Step{.isLast = true, .covered = stretch->covered, .rows = stretch->rows};
    }
    const auto mine = claim(*stretch); // before a row is read: whoever rewrites one takes the claim away
    if (!mine) {
        return std::unexpected(mine.error());
    }
    auto postings = read(*stretch);
    if (!postings) {
        return std::unexpected(postings.error());
    }
    const auto written = write(*mine, *stretch, *postings);
    if (!written) {
        return std::unexpected(written.error());
    }
    Step out{.covered = *written ? stretch->last : stretch->covered, .rows = stretch->rows};
    out.indexed = std::max<std::int64_t>(0, out.covered - stretch->covered);
    return out;
}

Result<SegmentBuilder::Stretch> SegmentBuilder::next(std::int64_t span) {
    auto snapshot = ReadSnapshot::begin(m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    auto segments = readIndexSegments(m_connection);
    const auto status = readIndexStatus(m_connection);
    if (!segments || !status) {
        return std::unexpected(segments ? status.error() : segments.error());
    }
    if (!*segments) {
        return fail(ErrorCode::refused, kDroppedMeanwhile, m_connection.path());
    }
    Stretch out{.first = status->covered + 1, .covered = status->covered, .rows = status->rows};
    out.last = std::min(status->rows, status->covered + span);
    // A log that grows by small imports would leave as many segments. Short ones are built again together
    // with at least as many new rows, so that a row is built again a few times at most.
    for (; out.last >= out.first && !(*segments)->empty(); (*segments)->pop_back()) {
        const IndexSegment& before = (*segments)->back();
        const std::int64_t length = before.last - before.first + 1;
        const bool reachesNewRows = out.covered - before.first + 1 < span;
        if (before.full || !reachesNewRows || length > out.last - out.first + 1) {
            break;
        }
        out.first = before.first;
        out.last = std::min(out.last, out.first + span - 1);
    }
    return out;
}

Result<GramPostings> SegmentBuilder::read(Stretch& stretch) {
    GramPostings postings;
    auto rows =
        NativeStatement::prepare(m_connection, "SELECT id, prompt, response, messages FROM entry_text "
                                               "WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    // A reader that stays keeps the log of an import beside it from beginning anew: with 0.3 s of rows at a
    // time it grew to 460 MB, with some milliseconds of them to 70. A text that changes meanwhile takes the
    // claim away.
    constexpr std::int64_t kAtATime = 256;
    for (std::int64_t from = stretch.first; from <= stretch.last; from += kAtATime) {
        auto done = readRows(*rows, {from, std::min(from + kAtATime - 1, stretch.last)}, stretch, postings);
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    return postings;
}

Result<void> SegmentBuilder::readRows(NativeStatement& rows, std::pair<std::int64_t, std::int64_t> ids,
                                      Stretch& stretch, GramPostings& postings) {
    rows.bind(1, ids.first);
    rows.bind(2, ids.second);
    for (;;) {
        auto more = rows.step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            rows.reset();
            return {};
        }
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        m_grams.clear();
        m_grams.add(rows.text(1));
        m_grams.add(rows.text(2));
        if (!rows.isNull(3)) {
            if (const auto messages = parseMessages(rows.text(3))) {
                for (const Message& message : *messages) {
                    m_grams.add(message.text);
                    m_grams.add(message.reasoning);
                    m_grams.add(message.toolCalls);
                }
            }
        }
        const std::int64_t id = rows.integer(0);
        postings.add(static_cast<std::uint32_t>(id - stretch.first), m_grams.grams());
        if (postings.isFull() && id < stretch.last) {
            stretch.last = id;
            stretch.full = true;
            rows.reset();
            return {};
        }
    }
}

Result<bool> SegmentBuilder::write(const Claim& mine, const Stretch& stretch, GramPostings& postings) {
    auto insert = NativeStatement::prepare(
        m_connection, "INSERT INTO search_page(key, data) SELECT ?1, ?2 WHERE EXISTS(SELECT 1 FROM "
                      "search_segment WHERE id = ?3 AND claim = ?4)");
    if (!insert) {
        return std::unexpected(insert.error());
    }
    insert->bind(3, mine.segment);
    insert->bind(4, mine.number);
    auto written = postings.forEachPage(stretch.last - stretch.first + 1,
                                        [&](search::Gram first, std::string_view page) -> Result<void> {
                                            if (m_stop.stop_requested()) {
                                                return fail(ErrorCode::cancelled, "stopped on request");
                                            }
                                            if (auto begun = m_writes.begin(); !begun) {
                                                return std::unexpected(begun.error());
                                            }
                                            insert->bind(1, pageKey(mine.segment, first));
                                            insert->bindBlob(2, page);
                                            if (auto done = insert->run(); !done) {
                                                return done;
                                            }
                                            return m_writes.wrote(page.size());
                                        });
    if (!written) {
        return std::unexpected(written.error());
    }
    if (auto done = m_writes.begin(); !done) {
        return std::unexpected(done.error());
    }
    auto published = publish(mine, stretch);
    if (!published) {
        return published;
    }
    if (auto done = m_writes.commit(); !done) {
        return std::unexpected(done.error());
    }
    return published;
}

Result<SegmentBuilder::Claim> SegmentBuilder::claim(const Stretch& stretch) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    // Never the id of a segment whose pages still lie about; and one that is used again after a drop is not
    // taken for the same.
    Statement insert(m_connection,
                     "INSERT INTO search_segment(id, first, last, full, claim, published) SELECT 1 + max("
                     "ifnull((SELECT max(id) FROM search_segment), 0),"
                     " ifnull((SELECT max(key) FROM search_page), 0) / ?), ?, ?, 0, random(), 0");
    insert.bind(pageKey(1, 0)).bind(stretch.first).bind(stretch.last);
    if (auto done = insert.run(); !done) {
        return std::unexpected(done.error());
    }
    Claim out{.segment = insert.insertedId()};
    const auto number =
        Statement(m_connection, "SELECT claim FROM search_segment WHERE id = ?").bind(out.segment).number();
    if (!number) {
        return std::unexpected(number.error());
    }
    out.number = number->value_or(0);
    if (auto done = transaction->commit(); !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<bool> SegmentBuilder::publish(const Claim& mine, const Stretch& stretch) {
    const auto segments = readIndexSegments(m_connection);
    if (!segments) {
        return std::unexpected(segments.error());
    }
    const bool isNext = *segments && coveredRows(**segments) == stretch.covered &&
                        (stretch.first == 1 || std::ranges::find(**segments, stretch.first - 1,
                                                                 &IndexSegment::last) != (*segments)->end());
    Statement finish(m_connection,
                     isNext ? "UPDATE search_segment SET published = 1, last = ?, full = ? WHERE id = ? AND "
                              "claim = ?"
                            : "DELETE FROM search_segment WHERE id = ? AND claim = ?");
    if (isNext) {
        finish.bind(stretch.last).bind(stretch.full ? 1 : 0);
    }
    if (auto done = finish.bind(mine.segment).bind(mine.number).run(); !done) {
        return std::unexpected(done.error());
    }
    if (!isNext || finish.changed() == 0) {
        return false;
    }
    Statement replace(m_connection, "DELETE FROM search_segment WHERE published AND first >= ? AND id <> ?");
    auto done = replace.bind(stretch.first).bind(mine.segment).run();
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

} // namespace goldpan::sql
