// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/detail_loader.h"

#include "ui/state/store_session.h"

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::size_t kMostHeld = 8;

bool contains(const std::vector<RowId>& rows, RowId row) {
    return std::ranges::find(rows, row) != rows.end();
}

} // namespace

DetailLoader::DetailLoader(QObject* parent)
    : QObject(parent) {}

void DetailLoader::setStore(StoreSession* session) {
    m_session = session;
    forgetAll();
    if (session != nullptr) {
        session->reader.drop(Lane::detail); // asked for another operator, where the store is the same
    }
}

void DetailLoader::show(RowId row) {
    if (m_session == nullptr) {
        return;
    }
    if (const RowDetailPtr detail = held(row)) {
        m_session->reader.drop(Lane::detail);
        Q_EMIT loaded(detail);
        return;
    }
    dropPrefetch();
    m_session->reader.run<RowDetailPtr>(
        Lane::detail, this,
        [row, name = m_session->backend().operatorName](StoreWorker::Job& job) {
            return readRowDetail(job.store, row, name);
        },
        [this, row](Result<RowDetailPtr> detail) {
            if (!detail) {
                Q_EMIT failed(row, detail.error());
                return;
            }
            put(*detail);
            Q_EMIT loaded(*detail);
        });
}

void DetailLoader::prefetch(const std::vector<RowId>& rows) {
    std::vector<RowId> missing;
    for (const RowId row : rows) {
        if (row && !held(row) && !contains(missing, row)) {
            missing.push_back(row);
        }
    }
    const bool areOnTheirWay =
        std::ranges::all_of(missing, [this](RowId row) { return contains(m_onTheirWay, row); });
    if (m_session == nullptr || areOnTheirWay) { // none is missing, or begun anew it would only come later
        return;
    }
    m_onTheirWay = missing;
    m_session->reader.run<std::vector<RowDetailPtr>>(
        Lane::prefetch, this,
        [missing, name = m_session->backend().operatorName](
            StoreWorker::Job& job) -> Result<std::vector<RowDetailPtr>> {
            std::vector<RowDetailPtr> out;
            for (const RowId row : missing) {
                if (auto detail = readRowDetail(job.store, row, name)) {
                    out.push_back(std::move(*detail));
                }
            }
            return out;
        },
        [this](Result<std::vector<RowDetailPtr>> details) {
            m_onTheirWay.clear();
            if (details) {
                std::ranges::for_each(*details, [this](const RowDetailPtr& detail) { put(detail); });
            }
        });
}

void DetailLoader::forget(RowId row) {
    m_held.remove_if([row](const RowDetailPtr& old) { return old->record.id == row; });
    dropPrefetch(); // it may hold the row as it was
}

void DetailLoader::put(const RowDetailPtr& detail) {
    m_held.remove_if([&detail](const RowDetailPtr& old) { return old->record.id == detail->record.id; });
    m_held.push_front(detail);
    if (m_held.size() > kMostHeld) {
        m_held.pop_back();
    }
}

void DetailLoader::forgetAll() {
    m_held.clear();
    dropPrefetch();
}

void DetailLoader::dropPrefetch() {
    m_onTheirWay.clear();
    if (m_session != nullptr) {
        m_session->reader.drop(Lane::prefetch);
    }
}

RowDetailPtr DetailLoader::held(RowId row) const {
    const auto found =
        std::ranges::find_if(m_held, [row](const RowDetailPtr& detail) { return detail->record.id == row; });
    return found == m_held.end() ? nullptr : *found;
}

} // namespace goldpan::ui
