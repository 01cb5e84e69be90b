// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DraftKeeper: brings what is typed to the store, at most 300 ms after it was typed, and holds it in memory
// until it is there. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/correction.h"
#include "core/redact/redactor.h"

namespace goldpan::review {
struct DraftBasis;
}

namespace goldpan::ui {

class StoreSession;

class DraftKeeper final : public QObject {
    Q_OBJECT

public:
    explicit DraftKeeper(QObject* parent = nullptr);

    void setStore(StoreSession* session);
    /// Where the text of the row that is being edited comes from; asked when it is due, not at every key.
    void setSource(std::function<std::string()> source) { m_source = std::move(source); }

    /// Something was typed into `row`.
    void touch(RowId row);
    /// Other words are about to take the place of `draft` in `row`: with the next write of the row it is in
    /// the journal, so that undo brings it back.
    void replace(RowId row, std::string draft);
    /// What is typed into `row` from now on begins from this draft of the store, or from none. Words on their
    /// way keep what they began from.
    void setBasis(RowId row, const std::optional<Draft>& draft);
    /// Read and written by the writer only, once it is given to a job there.
    [[nodiscard]] std::shared_ptr<review::DraftBasis> basis(RowId row);
    /// Takes a text that did not come from the editor: a correction whose save failed.
    void keep(RowId row, std::string text);
    /// Reads the editor now; must be called before it shows another row.
    void pull();
    /// pull(), and sends everything to the store.
    void flush();
    /// The words of `row` are on another way to the store (a save).
    void forget(RowId row);

    /// What was typed into `row` and is not in the store yet.
    [[nodiscard]] std::optional<std::string> unsaved(RowId row) const;
    [[nodiscard]] bool isTouched(RowId row) const { return row && m_touched == row; }
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void durable(goldpan::RowId row, const goldpan::redact::RedactionCounts& pii);
    void replaced(goldpan::RowId row);             ///< the journal has the draft whose place others took
    void replacedOtherWindows(goldpan::RowId row); ///< and that draft was written by another window
    void failed(goldpan::RowId row, const goldpan::Error& error);
    void idle();

private:
    void write(RowId row);
    /// Lets go of replaced drafts that the journal has; whether there were any.
    [[nodiscard]] bool dropKept(RowId row);

    /// A draft whose place other words take: kept in the journal once, by the first write that succeeds.
    struct Replaced {
        std::string draft;
        std::atomic<bool> kept = false; ///< set by the writer
    };
    using ReplacedDrafts = std::vector<std::shared_ptr<Replaced>>; ///< oldest first

    struct Text {
        std::string text;
        quint64 revision = 0;
        bool writing = false;
    };
    StoreSession* m_session = nullptr;
    std::function<std::string()> m_source;
    RowId m_touched;
    std::unordered_map<RowId, Text> m_texts;              ///< not known to be durable
    std::unordered_map<RowId, ReplacedDrafts> m_replaced; ///< not known to be in the journal
    std::unordered_map<RowId, std::shared_ptr<review::DraftBasis>> m_bases;
    bool m_atOnce = false; ///< what is typed next is such words
    quint64 m_revision = 0;
    QTimer m_due;
    QTimer m_retry;
};

} // namespace goldpan::ui
