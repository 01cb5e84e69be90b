// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/store_rules.h"

#include "core/store/rule_sets.h"
#include "core/store/store_redactor.h"
#include "ui/state/store_session.h"
#include "ui/state/store_watch.h"

#include <utility>

namespace goldpan::ui {
namespace {

/// What a job leaves: the rules there were, and the redactor of those there are.
using Changed = std::pair<redact::RuleSet, RedactorPtr>;

Result<Changed> changeRules(StoreWorker::Job& job, const StoreRules::Edit& edit, Timestamp now,
                            const std::string& who) {
    const auto current = job.store.ruleSets().current();
    if (!current) {
        return std::unexpected(current.error());
    }
    auto before = store::rulesOf(job.store);
    if (!before) {
        return std::unexpected(before.error());
    }
    const auto after = edit(*before);
    if (!after) {
        return std::unexpected(after.error());
    }
    const auto isWanted = [&job]() -> Result<void> {
        if (job.stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request; nothing was changed");
        }
        return {};
    };
    auto redactor = std::make_shared<const redact::Redactor>(*after);
    const auto set = job.store.ruleSets().set({.id = 0,
                                               .hash = redactor->rulesHash(),
                                               .json = after->toJson(),
                                               .setAt = now,
                                               .operatorName = redactor->redacted(who)},
                                              *current ? (*current)->id : 0, isWanted);
    if (!set) {
        return std::unexpected(set.error());
    }
    return Changed{std::move(*before), std::move(redactor)};
}

} // namespace

StoreRules::StoreRules(const redact::Redactor& builtIn, StoreWatch& watch, QObject* parent)
    : QObject(parent)
    , m_builtIn(std::shared_ptr<void>(), &builtIn)
    , m_redactor(m_builtIn) {
    connect(&watch, &StoreWatch::changed, this, &StoreRules::look);
}

void StoreRules::setStore(StoreSession* session) {
    m_session = session;
    ++m_asked;
    m_looking = false;
    m_isRead = false;
    take(m_builtIn);
    look();
}

void StoreRules::look() {
    if (m_session == nullptr || m_looking) {
        return;
    }
    m_looking = true;
    m_session->reader.run<RedactorPtr>(
        Lane::ordered, this, [](StoreWorker::Job& job) { return job.redactor(); },
        [this, asked = ++m_asked](Result<RedactorPtr> redactor) {
            if (asked != m_asked) {
                return;
            }
            m_looking = false;
            if (redactor) { // else every write says why
                takeRead(std::move(*redactor));
            }
        });
}

bool StoreRules::take(RedactorPtr redactor) {
    const bool isOther = redactor->rulesHash() != m_redactor->rulesHash();
    m_redactor = std::move(redactor);
    if (isOther) {
        Q_EMIT changed();
    }
    return isOther;
}

void StoreRules::takeRead(RedactorPtr redactor) {
    const bool isFirst = !std::exchange(m_isRead, true);
    if (!take(std::move(redactor)) && isFirst) {
        Q_EMIT changed();
    }
}

std::stop_source StoreRules::change(Edit edit, std::function<void(const Result<Change>&)> done) {
    if (m_session == nullptr) {
        return {};
    }
    const Backend& backend = m_session->backend();
    return m_session->writer.run<Changed>(
        Lane::ordered, this,
        [edit = std::move(edit), now = backend.clock.now(),
         who = backend.operatorName](StoreWorker::Job& job) { return changeRules(job, edit, now, who); },
        [this, done = std::move(done)](Result<Changed> changed) {
            if (!changed) {
                done(std::unexpected(changed.error()));
                return;
            }
            ++m_asked;
            m_looking = false;
            takeRead(changed->second);
            done(Change{std::move(changed->first), changed->second->rules()});
        });
}

void StoreRules::cancel(const std::stop_source& change) {
    if (m_session != nullptr) {
        m_session->writer.cancel(change);
    }
}

} // namespace goldpan::ui
