// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PlainTextBridge: bytes in and out of a QPlainTextEdit without bending them. Owned by a widget beside the
// edit it reads; GUI thread.
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

class QMimeData;
class QPlainTextEdit;
class QTextCursor;

namespace goldpan::ui {

[[nodiscard]] QString toQString(std::string_view utf8);
[[nodiscard]] std::string toUtf8(const QString& text);

/// The selected text for the clipboard as plain text, NBSP kept (Qt's own copy makes spaces of them). The
/// caller owns it.
[[nodiscard]] QMimeData* plainSelection(const QTextCursor& cursor);

/// A text edit knows only its own line ends. The bridge remembers the bytes of every text that it put in, and
/// as long as (or as soon as again) the edit shows one of them unchanged, text() answers those bytes. Words
/// that were really changed are read from the raw document: NBSP and U+2028 stay, line ends become LF.
class PlainTextBridge {
public:
    explicit PlainTextBridge(QPlainTextEdit& edit);

    /// A fresh text: nothing to undo, not changed.
    void load(std::string_view text);
    /// Replaces everything as one undoable step.
    void replaceAll(std::string_view text);

    [[nodiscard]] std::string text() const;
    /// The text differs from the loaded bytes.
    [[nodiscard]] bool isChanged() const;
    /// The text was changed and the line ends that it came with (CR, CRLF, U+2029) are LF now.
    [[nodiscard]] bool lineEndsNormalised() const;

private:
    struct Known {
        QString raw; ///< what the document holds for `bytes`
        std::string bytes;
    };
    [[nodiscard]] const Known* current(const QString& raw) const;
    void remember(std::string_view text);

    QPlainTextEdit& m_edit;
    std::vector<Known> m_known; ///< the loaded text first
    bool m_foreignLineEnds = false;
};

} // namespace goldpan::ui
