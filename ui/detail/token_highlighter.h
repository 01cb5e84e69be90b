// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TokenHighlighter: makes redaction tokens, changed words and the headings of a view stand out. Owned by its
// document; GUI thread.
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>
#include <QTextCharFormat>

#include <set>
#include <vector>

namespace goldpan::ui {

/// Words that a correction took out or put in, by position in a document.
struct TextMark {
    enum class Kind {
        removed,
        added,
    };
    int begin = 0;
    int end = 0; ///< exclusive
    Kind kind = Kind::removed;

    bool operator==(const TextMark&) const = default;
};

/// Struck out or underlined, on a ground of its own.
[[nodiscard]] QTextCharFormat markFormat(TextMark::Kind kind, const QPalette& palette);

class TokenHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit TokenHighlighter(QTextDocument* document);

    void setPalette(const QPalette& palette);
    /// Numbers of the blocks that are headings; text that only looks like one stays text.
    void setHeadings(std::set<int> blocks) { m_headings = std::move(blocks); }
    /// Ascending, each beginning with its sign; for the text that comes next or for the blocks that are
    /// highlighted anew.
    void setMarks(std::vector<TextMark> marks) { m_marks = std::move(marks); }
    [[nodiscard]] const std::vector<TextMark>& marks() const { return m_marks; }

protected:
    void highlightBlock(const QString& text) override;

private:
    void highlightTokens(const QString& text);

    QPalette m_palette;
    std::set<int> m_headings;
    std::vector<TextMark> m_marks;
};

} // namespace goldpan::ui
