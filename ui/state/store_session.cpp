// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/store_session.h"

namespace goldpan::ui {

namespace {

store::OpenStore telling(const Backend& backend, const store::UpgradeNotice& upgrading) {
    return [open = backend.open, upgrading](const std::string& path) { return open(path, upgrading); };
}

} // namespace

StoreSession::StoreSession(const Backend& backend, const std::string& path,
                           const store::UpgradeNotice& upgrading)
    : m_backend(backend)
    , m_path(path)
    , selector(QStringLiteral("selector"), telling(backend, upgrading), path)
    , reader(QStringLiteral("reader"), telling(backend, upgrading), path)
    , counter(QStringLiteral("counter"), telling(backend, upgrading), path, StoreWorker::AtEnd::drop,
              ThreadRank::background)
    , tallies(QStringLiteral("tallies"), telling(backend, upgrading), path, StoreWorker::AtEnd::drop,
              ThreadRank::background)
    , jobs(QStringLiteral("jobs"), telling(backend, upgrading), path)
    , indexer(QStringLiteral("indexer"), telling(backend, upgrading), path, StoreWorker::AtEnd::drop,
              ThreadRank::background)
    , writer(QStringLiteral("writer"), telling(backend, upgrading), path, StoreWorker::AtEnd::finish) {}

} // namespace goldpan::ui
