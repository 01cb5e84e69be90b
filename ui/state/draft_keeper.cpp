// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/draft_keeper.h"

#include "core/review/review_service.h"
#include "ui/state/store_session.h"

#include <chrono>
#include <utility>
#include <vector>

namespace goldpan::ui {

using namespace std::chrono_literals;

DraftKeeper::DraftKeeper(QObject* parent)
    : QObject(parent) {
    m_due.setSingleShot(true);
    m_due.setInterval(300ms); // counted from the first key, so that steady typing cannot put it off
    connect(&m_due, &QTimer::timeout, this, &DraftKeeper::flush);
    m_retry.setSingleShot(true);
    m_retry.setInterval(5s);
    connect(&m_retry, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::setStore(StoreSession* session) {
    m_session = session;
    m_touched = {};
    m_texts.clear();
    m_replaced.clear();
    m_atOnce = false;
    m_bases.clear();
    m_due.stop();
    m_retry.stop();
}

void DraftKeeper::touch(RowId row) {
    m_touched = row;
    if (std::exchange(m_atOnce, false)) {
        flush(); // before the next act, which undo would then take back first
    } else if (!m_due.isActive()) {
        m_due.start();
    }
}

void DraftKeeper::replace(RowId row, std::string draft) {
    m_replaced[row].push_back(std::make_shared<Replaced>(std::move(draft)));
    m_atOnce = true;
}

void DraftKeeper::setBasis(RowId row, const std::optional<Draft>& draft) {
    if (m_touched != row && !m_texts.contains(row)) {
        m_bases.erase(row); // a write that is on its way keeps its own
        basis(row)->text = draft ? std::optional(draft->text) : std::nullopt;
    }
}

std::shared_ptr<review::DraftBasis> DraftKeeper::basis(RowId row) {
    auto& basis = m_bases[row];
    if (!basis) {
        basis = std::make_shared<review::DraftBasis>();
    }
    return basis;
}

void DraftKeeper::keep(RowId row, std::string text) {
    m_texts[row] = {std::move(text), ++m_revision, false};
    write(row);
}

void DraftKeeper::pull() {
    if (m_touched && m_source) {
        m_texts[m_touched] = {m_source(), ++m_revision, false};
        m_touched = {};
    }
}

void DraftKeeper::flush() {
    m_due.stop();
    pull();
    std::vector<RowId> rows;
    for (const auto& [row, text] : m_texts) {
        if (!text.writing) {
            rows.push_back(row);
        }
    }
    for (const RowId row : rows) {
        write(row);
    }
    if (isIdle()) {
        Q_EMIT idle();
    }
}

void DraftKeeper::forget(RowId row) {
    m_texts.erase(row);
    if (m_touched == row) {
        m_touched = {};
    }
}

std::optional<std::string> DraftKeeper::unsaved(RowId row) const {
    const auto found = m_texts.find(row);
    return found == m_texts.end() ? std::nullopt : std::optional(found->second.text);
}

bool DraftKeeper::isIdle() const {
    return m_texts.empty() && !m_touched;
}

bool DraftKeeper::dropKept(RowId row) {
    const auto held = m_replaced.find(row);
    if (held == m_replaced.end()) {
        return false;
    }
    const auto kept = std::erase_if(held->second, [](const auto& draft) { return draft->kept.load(); });
    if (held->second.empty()) {
        m_replaced.erase(held);
    }
    return kept > 0;
}

void DraftKeeper::write(RowId row) {
    if (m_session == nullptr) {
        return;
    }
    Text& text = m_texts[row];
    text.writing = true;
    const auto held = m_replaced.find(row);
    // With each write, until one has kept them: the one before this may fail.
    ReplacedDrafts replaced = held == m_replaced.end() ? ReplacedDrafts() : held->second;
    m_session->writer.run<review::DraftOutcome>(
        Lane::ordered, this,
        [row, words = text.text, replaced, basis = basis(row), &backend = m_session->backend(),
         who = m_session->backend().operatorName](StoreWorker::Job& job) -> Result<review::DraftOutcome> {
            const auto redactor = job.redactor();
            if (!redactor) {
                return std::unexpected(redactor.error());
            }
            review::ReviewService service(job.store, **redactor, backend.clock, who);
            std::optional<Result<review::DraftOutcome>> written;
            for (const auto& draft : replaced) {
                if (!draft->kept && (!written || *written)) {
                    written = service.replaceDraft(row, draft->draft, words, *basis);
                    draft->kept = written->has_value();
                    basis->text = *written ? (*written)->stored : basis->text;
                }
            }
            auto outcome = written ? *written : service.saveDraft(row, words, *basis);
            if (outcome) {
                basis->text = outcome->stored; // for the next write, which may wait already
            }
            return outcome;
        },
        [this, row, revision = text.revision](Result<review::DraftOutcome> outcome) {
            const auto found = m_texts.find(row);
            const bool newest = found != m_texts.end() && found->second.revision == revision;
            const bool replacedOther = outcome && outcome->replacedOther;
            if (dropKept(row) || replacedOther) {
                Q_EMIT this->replaced(row);
            }
            if (replacedOther) {
                Q_EMIT replacedOtherWindows(row);
            }
            if (!outcome) {
                if (newest) {
                    found->second.writing = false;
                    m_retry.start();
                    Q_EMIT failed(row, outcome.error());
                }
                return;
            }
            if (newest) {
                m_texts.erase(found);
                Q_EMIT durable(row, outcome->redacted);
            }
            if (isIdle()) {
                Q_EMIT idle();
            }
        });
}

} // namespace goldpan::ui
