// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StoreWatch: keeps an eye on the store, once a second and cheaply: rows that came, changes by others, and
// the figures of presets and states. Nothing on the screen waits for it. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <cstdint>
#include <optional>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/upkeep.h"
#include "ui/queue/filter_words.h"
#include "ui/queue/preset_bar.h"

namespace goldpan::ui {

class StoreSession;

/// How far the newest drift window is on its way to a retraining.
struct DriftProgress {
    std::int64_t number = 0;          ///< as in drift:N
    std::int64_t corrected = 0;       ///< rows of it that an export would take; no more than are wanted
    std::int64_t wanted = 0;          ///< as the policy of the store says
    std::optional<BatchId> trainedOn; ///< the batch whose retraining closed it
};

struct Figures {
    PresetCounts presets;
    store::Stats stats;
    std::int64_t correctedToday = 0;        ///< by the operator who sits here, since 00:00 UTC
    std::vector<Timestamp> recentDecisions; ///< of that operator
    std::optional<DriftProgress> drift;     ///< none without a drift event
    FilterNames names;
    std::vector<store::SavedQueue> savedQueues;
};

class StoreWatch final : public QObject {
    Q_OBJECT

public:
    explicit StoreWatch(QObject* parent = nullptr);

    void setStore(StoreSession* session);
    /// Rows that come from now on are new.
    void markSeen();
    /// While it is on, commits tell nothing by themselves: they are those of the search index, which this
    /// window builds. New rows and acts are noticed all the same, and the rest once it is off.
    void setIndexing(bool indexing);
    /// Something was changed here: the figures are old.
    void countSoon();
    /// The list as it was just written here: figures that were begun before do not bring back an older one.
    void setSavedQueues(std::vector<store::SavedQueue> queues);
    [[nodiscard]] const std::optional<Figures>& figures() const { return m_figures; }

Q_SIGNALS:
    void counted(const goldpan::ui::Figures& figures);
    /// After the figures, and slower: the rows of each saved queue.
    void savedCounted(const std::vector<goldpan::ui::SavedCount>& queues);
    /// Another connection has committed; `rows` have come since markSeen().
    void changed(qint64 rows);
    /// The figures cannot be read; told once until they can be read again.
    void failed(const goldpan::Error& error);
    /// The file of the store was deleted, moved or replaced; told once until it is back or another is open.
    void missing(const goldpan::Error& error);
    void inPlace();

private:
    void poll();
    void noteInPlace();
    void count();
    /// Once it is time again: another program may write all the while.
    void countForOthers();
    void countSaved();

    struct Look {
        std::int64_t version = 0;
        RowId newest;
        ActId act; ///< the newest
    };
    StoreSession* m_session = nullptr;
    QTimer m_poll;
    QTimer m_soon;
    QTimer m_savedRest;
    std::optional<Look> m_last;
    RowId m_seen;
    bool m_markSeen = true; ///< the next look tells what is seen
    bool m_looking = false;
    QTimer m_rest;        ///< after the figures, from what others do meanwhile
    bool m_again = false; ///< others did something
    bool m_indexing = false;
    bool m_counting = false;
    bool m_countingSaved = false;
    bool m_savedAgain = false;
    bool m_failedBefore = false;
    bool m_missing = false;
    std::optional<Figures> m_figures;
    std::vector<store::SavedQueue> m_written; ///< the list of setSavedQueues()
    quint64 m_writtenGeneration = 0;
};

} // namespace goldpan::ui
