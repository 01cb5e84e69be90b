// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/text_checker.h"

#include "ui/state/store_session.h"

namespace goldpan::ui {
namespace {

/// Characters and bytes that a check between two keys may read: well below a millisecond.
constexpr std::size_t kAtOnce = 16'384;

} // namespace

TextChecker::TextChecker(QObject* parent)
    : QObject(parent) {}

void TextChecker::setStore(StoreSession* session) {
    m_session = session;
    m_checking = false;
}

void TextChecker::check(const QString& text, const RowDetailPtr& row) {
    drop();
    if (m_session == nullptr || row == nullptr) {
        return;
    }
    const redact::Redactor& redactor = m_session->backend().redactor;
    const LogEntry& entry = row->record.entry;
    const std::size_t size = static_cast<std::size_t>(text.size()) + entry.prompt.size() +
                             entry.messages.size() + entry.response.size();
    if (size <= kAtOnce) {
        Q_EMIT found(findIn(redactor, text, entry));
        return;
    }
    m_checking = true;
    m_session->reader.run<TextFindings>(
        Lane::check, this,
        [text, row, &redactor](StoreWorker::Job&) -> Result<TextFindings> {
            return findIn(redactor, text, row->record.entry);
        },
        [this](const Result<TextFindings>& findings) {
            m_checking = false;
            if (findings) {
                Q_EMIT found(*findings);
            }
        });
}

void TextChecker::drop() {
    m_checking = false;
    if (m_session != nullptr) {
        m_session->reader.drop(Lane::check);
    }
}

} // namespace goldpan::ui
