// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReadOnlyText: the base of the read-only views: plain text under headings, capped, with "Show more".
// Nothing in it is clicked, dropped or loaded. Owned by its parent; GUI thread.
#pragma once

#include <QPlainTextEdit>

#include <cstddef>
#include <string>
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

Q_SIGNALS:
    void truncatedChanged(bool truncated);

protected:
    struct Section {
        QString heading; ///< "" for none
        std::string body;
    };
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

    std::vector<Section> m_sections;
    TokenHighlighter* m_highlighter = nullptr;
    QPushButton* m_more = nullptr;
    bool m_truncated = false;
};

} // namespace goldpan::ui
