// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReadOnlyText: the base of the read-only views: plain text under headings, capped, with "Show more".
// Nothing in it is clicked, dropped or loaded. Owned by its parent; GUI thread.
#pragma once

#include "ui/detail/shown_hits.h"

#include <QPlainTextEdit>

#include <cstddef>
#include <vector>

class QPushButton;

namespace goldpan::ui {

class TokenHighlighter;

class ReadOnlyText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ReadOnlyText(QWidget* parent = nullptr);

    [[nodiscard]] bool isTruncated() const { return m_truncated; }
    /// Shows the whole text, however long.
    virtual void showMore();
    /// One page down or up; false where there is no more that way.
    bool page(bool down);

    /// For finding hits in it elsewhere.
    [[nodiscard]] const ShownTexts& shownTexts() const { return m_shown; }
    /// Marks them, until another text is shown; the text itself stays as it is.
    void setHits(std::vector<ShownHit> hits);

Q_SIGNALS:
    void truncatedChanged(bool truncated);
    /// Another text, or more of it, is shown; it has no hits yet.
    void rendered();

protected:
    /// A new row: from the top, capped again.
    void setSections(std::vector<Section> sections);
    /// A text that is put together elsewhere; the highlighter knows of it already.
    void setShown(const QString& text, bool truncated);
    /// The same for a text that stands here already, in part.
    void setTruncated(bool truncated);
    [[nodiscard]] TokenHighlighter& highlighter() { return *m_highlighter; }

    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void render(std::size_t limit);
    void copyOriginal() const;
    void placeMoreButton();
    void markHits();

    ShownTexts m_shown;
    std::vector<ShownHit> m_hits;
    TokenHighlighter* m_highlighter = nullptr;
    QPushButton* m_more = nullptr;
    bool m_truncated = false;
};

} // namespace goldpan::ui
