// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/text_checker.h"

#include <chrono>
#include <utility>

namespace goldpan::ui {
namespace {

using namespace std::chrono_literals;

/// Characters and bytes that a check between two keys may read: well below a millisecond.
constexpr std::size_t kAtOnce = 16'384;

bool isShort(const QString& text, const LogEntry& entry) {
    return static_cast<std::size_t>(text.size()) + entry.prompt.size() + entry.messages.size() +
               entry.response.size() <=
           kAtOnce;
}

} // namespace

TextChecker::TextChecker(QObject* parent)
    : QObject(parent)
    , m_worker(QStringLiteral("checks"))
    , m_redactions(QStringLiteral("redactions")) {
    m_due.setSingleShot(true);
    m_due.setInterval(40ms); // keys that come fast do not each wake a thread that wants the same processor
    connect(&m_due, &QTimer::timeout, this, &TextChecker::checkAside);
}

void TextChecker::setRedactor(RedactorPtr redactor) {
    drop();
    m_redactions.drop();
    m_redactor = std::move(redactor);
}

void TextChecker::check(const QString& text, const RowDetailPtr& row) {
    if (m_redactor == nullptr || row == nullptr) {
        drop();
        return;
    }
    if (isShort(text, row->record.entry)) {
        drop();
        Q_EMIT found(findIn(*m_redactor, text, row->record.entry));
        return;
    }
    m_worker.drop(); // what it finds is of an older text
    m_text = text;
    m_row = row;
    m_checking = true;
    if (!m_due.isActive()) {
        m_due.start();
    }
}

void TextChecker::checkAside() {
    m_worker.run<TextFindings>(
        this,
        [text = std::exchange(m_text, {}), row = std::exchange(m_row, nullptr),
         redactor = m_redactor](const std::stop_token&) {
            return std::make_shared<const TextFindings>(findIn(*redactor, text, row->record.entry));
        },
        [this](const std::shared_ptr<const TextFindings>& findings) {
            m_checking = false;
            Q_EMIT found(*findings);
        });
}

void TextChecker::drop() {
    m_due.stop();
    m_worker.drop();
    m_text.clear();
    m_row = nullptr;
    m_checking = false;
}

void TextChecker::findRedactions(const QString& text, const RowDetailPtr& row,
                                 std::function<void(const std::vector<TextFindings>&)> done) {
    m_redactions.drop();
    if (isShort(text, row->record.entry)) {
        done(redactionRounds(*m_redactor, text, row->record.entry));
        return;
    }
    using Rounds = std::vector<TextFindings>;
    m_redactions.run<Rounds>(
        this,
        [text, row, redactor = m_redactor](const std::stop_token&) {
            return std::make_shared<const Rounds>(redactionRounds(*redactor, text, row->record.entry));
        },
        [done = std::move(done)](const std::shared_ptr<const Rounds>& rounds) { done(*rounds); });
}

} // namespace goldpan::ui
