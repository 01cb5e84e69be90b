// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IndexKeeper: builds the search index behind the review, with rests, once the window has been open for a
// moment and while nothing else works on the store for long. Owned by the window; GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>
#include <stop_token>

#include "core/base/result.h"
#include "core/store/search_index.h"

namespace goldpan::ui {

class StoreSession;

class IndexKeeper final : public QObject {
    Q_OBJECT

public:
    explicit IndexKeeper(std::chrono::milliseconds patience, QObject* parent = nullptr);

    void setStore(StoreSession* session);
    /// What the figures of the store say: where rows are not covered yet a build begins soon, but not while
    /// they come in by many thousands.
    void look(const store::IndexStatus& status);
    /// An import, an export or an act on many rows runs (or no longer does): a build stops at once and goes
    /// on afterwards.
    void hold(bool held);
    [[nodiscard]] bool isBuilding() const { return m_build.has_value(); }

Q_SIGNALS:
    void changed(const goldpan::store::IndexStatus& status);
    void buildingChanged(bool building);
    /// The index is left as it is until the store is opened again.
    void failed(const goldpan::Error& error);

private:
    void build();
    void end(const Result<store::IndexReport>& report);
    void show(const store::IndexStatus& status);

    StoreSession* m_session = nullptr;
    QTimer m_soon;
    store::IndexStatus m_status;
    std::optional<std::stop_source> m_build;
    bool m_held = false;
    bool m_givenUp = false;
};

} // namespace goldpan::ui
