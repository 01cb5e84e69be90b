// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/store_session.h"

namespace goldpan::ui {

StoreSession::StoreSession(const Backend& backend, const std::string& path)
    : m_backend(backend)
    , m_path(path)
    , selector(QStringLiteral("selector"), backend.open, path)
    , reader(QStringLiteral("reader"), backend.open, path)
    , counter(QStringLiteral("counter"), backend.open, path, StoreWorker::AtEnd::drop, ThreadRank::background)
    , tallies(QStringLiteral("tallies"), backend.open, path, StoreWorker::AtEnd::drop, ThreadRank::background)
    , jobs(QStringLiteral("jobs"), backend.open, path)
    , indexer(QStringLiteral("indexer"), backend.open, path, StoreWorker::AtEnd::drop, ThreadRank::background)
    , writer(QStringLiteral("writer"), backend.open, path, StoreWorker::AtEnd::finish) {}

} // namespace goldpan::ui
