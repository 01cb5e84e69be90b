// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StoreRules: the redaction rules of the open store as the window knows them, for what is looked at and not
// written; whoever writes asks the store itself. Follows a change by another program. Owned by the window;
// GUI thread.
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <stop_token>

#include "core/base/result.h"
#include "core/redact/redactor.h"

namespace goldpan::ui {

class StoreSession;
class StoreWatch;

using RedactorPtr = std::shared_ptr<const redact::Redactor>;

class StoreRules final : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    StoreRules(const redact::Redactor& builtIn, StoreWatch& watch, QObject* parent);

    void setStore(StoreSession* session);
    /// Never null; the built-in rules while the store's are read.
    [[nodiscard]] const RedactorPtr& redactor() const { return m_redactor; }
    /// Whether the redactor is the store's, or there is no store. While it is not, nothing of what people
    /// typed may be kept by it.
    [[nodiscard]] bool isKnown() const { return m_session == nullptr || m_isRead; }

    struct Change {
        redact::RuleSet before;
        redact::RuleSet after;
    };
    /// Makes the store's rules those that `edit` makes of them, on the thread of the writer; `done` comes
    /// after changed().
    using Edit = std::function<Result<redact::RuleSet>(const redact::RuleSet&)>;
    std::stop_source change(Edit edit, std::function<void(const Result<Change>&)> done);
    /// Unless it is done already, a change is `cancelled`.
    void cancel(const std::stop_source& change);

Q_SIGNALS:
    /// The redactor is another one, or known to be the store's now.
    void changed();

private:
    void look();
    /// True where it is another one, which was told.
    bool take(RedactorPtr redactor);
    void takeRead(RedactorPtr redactor);

    RedactorPtr m_builtIn;
    RedactorPtr m_redactor;
    StoreSession* m_session = nullptr;
    quint64 m_asked = 0; ///< what was read before a change here is old
    bool m_looking = false;
    bool m_isRead = false;
};

} // namespace goldpan::ui
