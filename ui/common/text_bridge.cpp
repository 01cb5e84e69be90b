// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text_bridge.h"

#include "core/base/byte_order_mark.h"

#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <ranges>

namespace goldpan::ui {
namespace {

/// Characters that a QTextDocument takes for the end of a block, LF aside.
bool hasForeignLineEnds(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) {
        return c == u'\r' || c == QChar::ParagraphSeparator || c == QChar(0xFDD0) || c == QChar(0xFDD1);
    });
}

} // namespace

QString toQString(std::string_view utf8) {
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (utf8.starts_with(kByteOrderMark)) {
        text.prepend(QChar(0xFEFF)); // Qt takes it for a byte order mark and drops it
    }
    return text;
}

std::string toUtf8(const QString& text) {
    return text.toUtf8().toStdString();
}

QMimeData* plainSelection(const QTextCursor& cursor) {
    auto* data = new QMimeData;
    data->setText(cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n'));
    return data;
}

PlainTextBridge::PlainTextBridge(QPlainTextEdit& edit)
    : m_edit(edit) {
    load({});
}

void PlainTextBridge::load(std::string_view text) {
    const QString shown = toQString(text);
    m_edit.setPlainText(shown);
    m_known.clear();
    m_foreignLineEnds = false;
    remember(text);
}

void PlainTextBridge::replaceAll(std::string_view text) {
    QTextCursor cursor(m_edit.document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(toQString(text)); // one edit block by itself
    remember(text);
}

void PlainTextBridge::remember(std::string_view text) {
    m_foreignLineEnds = m_foreignLineEnds || hasForeignLineEnds(toQString(text));
    m_known.push_back({m_edit.document()->toRawText(), std::string(text)});
}

const PlainTextBridge::Known* PlainTextBridge::current(const QString& raw) const {
    const auto newestFirst = std::views::reverse(m_known);
    const auto found = std::ranges::find(newestFirst, raw, &Known::raw);
    return found == newestFirst.end() ? nullptr : &*found;
}

std::string PlainTextBridge::text() const {
    if (!m_edit.document()->isModified()) {
        return m_known.front().bytes;
    }
    QString raw = m_edit.document()->toRawText();
    if (const Known* known = current(raw)) {
        return known->bytes;
    }
    return toUtf8(raw.replace(QChar::ParagraphSeparator, u'\n'));
}

bool PlainTextBridge::isChanged() const {
    return m_edit.document()->isModified() && text() != m_known.front().bytes;
}

bool PlainTextBridge::lineEndsNormalised() const {
    return m_foreignLineEnds && m_edit.document()->isModified() &&
           current(m_edit.document()->toRawText()) == nullptr;
}

} // namespace goldpan::ui
