// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/queue_session.h"

#include "core/store/queue_reader.h"
#include "ui/common/text_bridge.h"
#include "ui/state/store_session.h"

#include <QElapsedTimer>
#include <algorithm>

namespace goldpan::ui {
namespace {

/// Ids that a search copies at a time; the rows of one such stretch are read page by page.
constexpr int kSearchStretch = 20'000;

/// Streams ids to the window in the pieces that the store hands on. The first one waits for the row that is
/// to stay the current one.
class IdStream {
public:
    IdStream(RowId keep, std::function<void(std::vector<RowId>)> send)
        : m_keep(keep)
        , m_send(std::move(send)) {}

    void take(std::span<const RowId> ids) {
        m_buffer.insert(m_buffer.end(), ids.begin(), ids.end());
        if (m_keep && std::ranges::find(ids, m_keep) != ids.end()) {
            m_keep = {};
        }
        if (!m_keep) {
            flush();
        }
    }
    void flush() { m_send(std::exchange(m_buffer, {})); }

private:
    RowId m_keep;
    std::function<void(std::vector<RowId>)> m_send;
    std::vector<RowId> m_buffer;
};

} // namespace

QueueSession::QueueSession(QObject* parent)
    : QObject(parent) {
    connect(&m_model, &QueueModel::pageWanted, this, &QueueSession::loadPage);
}

void QueueSession::setStore(StoreSession* session) {
    m_session = session;
    m_running = false;
    m_model.setIds({});
}

void QueueSession::setFilter(const QString& text, std::optional<queue::Order> order, RowId keep) {
    auto parsed = queue::parseFilter(toUtf8(text));
    if (!parsed) {
        Q_EMIT filterRefused(text, parsed.error());
        return;
    }
    m_filterText = text;
    m_query.filter = std::move(*parsed);
    m_query.order = order.value_or(m_query.order);
    run(keep);
}

void QueueSession::setOrder(queue::Order order) {
    m_query.order = order;
    run({});
}

void QueueSession::refresh(RowId keep) {
    run(keep);
}

void QueueSession::cancel() {
    if (!m_running) {
        return;
    }
    m_session->selector.drop(Lane::select);
    m_running = false;
    if (m_fresh) {
        takeIds({}, {}); // not the rows of the query before under this one's text
    }
    Q_EMIT cancelled();
}

void QueueSession::run(RowId keep) {
    if (m_session == nullptr) {
        return;
    }
    m_running = true;
    m_fresh = true;
    Q_EMIT started();
    m_session->selector.run<qint64>(
        Lane::select, this,
        [this, query = m_query, keep](StoreWorker::Job& job) -> Result<qint64> {
            QElapsedTimer clock;
            clock.start();
            IdStream stream(keep, [this, &job, keep](std::vector<RowId> ids) {
                job.post([this, ids = std::move(ids), keep]() mutable { takeIds(std::move(ids), keep); });
            });
            auto selected = job.store.queue().select(
                query,
                [&stream, &job](std::span<const RowId> ids) {
                    stream.take(ids);
                    return !job.stop.stop_requested();
                },
                job.stop);
            if (!selected) {
                return std::unexpected(selected.error());
            }
            stream.flush();
            return clock.elapsed();
        },
        [this](Result<qint64> took) {
            m_running = false;
            if (took) {
                Q_EMIT finished(*took);
            } else {
                Q_EMIT failed(took.error());
            }
        });
}

void QueueSession::takeIds(std::vector<RowId> ids, RowId keep) {
    if (!std::exchange(m_fresh, false)) {
        m_model.appendIds(ids);
        return;
    }
    m_session->reader.drop(Lane::search);
    m_model.setIds(std::move(ids));
    const int kept = keep ? m_model.rowOf(keep) : -1;
    Q_EMIT replaced(kept >= 0 ? kept : std::min(0, m_model.rowCount() - 1));
}

void QueueSession::loadPage(quint64 generation, int page, const std::vector<RowId>& ids) {
    if (m_session == nullptr) {
        return;
    }
    m_session->reader.run<std::vector<queue::QueueRow>>(
        Lane::page, this, [ids](StoreWorker::Job& job) { return job.store.queue().rows(ids); },
        [this, generation, page](Result<std::vector<queue::QueueRow>> rows) {
            if (rows) {
                m_model.takePage(generation, page, std::move(*rows));
            } else {
                m_model.failPage(generation, page);
                Q_EMIT failed(rows.error());
            }
        });
}

void QueueSession::findUnreviewed(int from, int step, std::function<void(int)> done, int most) {
    if (m_session != nullptr) {
        m_session->reader.drop(Lane::search);
    }
    for (int row = from; row >= 0 && row < m_model.rowCount() && most > 0; row += step, --most) {
        const auto state = m_model.shownState(row);
        if (!state) {
            searchStore(row, step, std::move(done), most);
            return;
        }
        if (*state == ReviewState::unreviewed) {
            done(row);
            return;
        }
    }
    done(-1);
}

void QueueSession::searchStore(int from, int step, std::function<void(int)> done, int most) {
    std::vector<RowId> stretch;
    int row = from;
    for (; row >= 0 && row < m_model.rowCount() && stretch.size() < kSearchStretch && most > 0;
         row += step, --most) {
        if (!m_model.pending(m_model.idAt(row))) {
            stretch.push_back(m_model.idAt(row));
        }
    }
    m_session->reader.run<RowId>(
        Lane::search, this,
        [stretch](StoreWorker::Job& job) -> Result<RowId> {
            for (std::size_t at = 0; at < stretch.size() && !job.stop.stop_requested();
                 at += QueueModel::kPageRows) {
                const auto count = std::min<std::size_t>(QueueModel::kPageRows, stretch.size() - at);
                auto rows = job.store.queue().rows(std::span(stretch).subspan(at, count));
                if (!rows) {
                    return std::unexpected(rows.error());
                }
                const auto found = std::ranges::find(*rows, ReviewState::unreviewed, &queue::QueueRow::state);
                if (found != rows->end()) {
                    return found->id;
                }
            }
            return RowId{};
        },
        [this, from, row, step, done = std::move(done), most](Result<RowId> found) {
            if (!found) {
                Q_EMIT failed(found.error());
                done(-1);
            } else if (*found) {
                int at = from; // it stands in the stretch that was looked through, not anywhere in millions
                while (at != row && m_model.idAt(at) != *found) {
                    at += step;
                }
                done(at != row ? at : -1);
            } else {
                findUnreviewed(row, step, done, most);
            }
        });
}

} // namespace goldpan::ui
