// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TokenHighlighter: makes redaction tokens and the headings of a view stand out. Owned by its document; GUI
// thread.
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

#include <set>

namespace goldpan::ui {

class TokenHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit TokenHighlighter(QTextDocument* document);

    void setPalette(const QPalette& palette);
    /// Numbers of the blocks that are headings; text that only looks like one stays text.
    void setHeadings(std::set<int> blocks) { m_headings = std::move(blocks); }

protected:
    void highlightBlock(const QString& text) override;

private:
    QPalette m_palette;
    std::set<int> m_headings;
};

} // namespace goldpan::ui
