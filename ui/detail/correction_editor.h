// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CorrectionEditor (`correctionEditor`): where the gold correction is written; plain text in, the same bytes
// out. Owned by its parent; GUI thread.
#pragma once

#include "ui/common/text_bridge.h"
#include "ui/detail/text_findings.h"
#include "ui/detail/token_highlighter.h"

#include <QList>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <string>
#include <string_view>
#include <vector>

class QMenu;

namespace goldpan::ui {

class CorrectionEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CorrectionEditor(QWidget* parent = nullptr);

    /// A fresh text for another row: nothing to undo, cursor at the start. Emits nothing.
    void setText(std::string_view text);
    /// As it was given while unchanged; else as typed, with LF line ends.
    [[nodiscard]] std::string text() const { return m_bridge.text(); }
    [[nodiscard]] bool isChanged() const { return m_bridge.isChanged(); }
    [[nodiscard]] bool lineEndsNormalised() const { return m_bridge.lineEndsNormalised(); }
    /// One undoable step; emits edited() like typing does.
    void replaceAll(std::string_view text);
    /// Marks words that are not in the response; `characters` is the length of the text that they were found
    /// in. The marks move with the text until the next, and are painted where they are seen.
    void setAdditions(std::vector<TextMark> marks, int characters);

    /// The text as the document has it, with LF line ends: what findings count their positions in.
    [[nodiscard]] QString shownText() const;
    /// Marks them in the text; the marks move with it until the next.
    void setFindings(const TextFindings& findings);
    /// Brings the focus to one: selects it, or puts the cursor where a token is missing.
    void goTo(const TextFinding& finding);
    struct Replacement {
        int begin = 0;
        int end = 0;
        QString text;
    };
    /// In ascending order; the cursor keeps its place. Two calls, the second with `joined`, are one undoable
    /// step.
    void replace(const std::vector<Replacement>& replacements, bool joined);

Q_SIGNALS:
    void edited(); ///< by the operator or replaceAll(); not by setText()
    /// The context menu is about to be shown, with the cursor where it was asked for.
    void menuOpens(QMenu& menu);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
    void changeEvent(QEvent* event) override;

private:
    void showPlaceholder();
    /// Lines may end within words from now on where one of these is very long.
    void makeRoomFor(std::string_view text);
    void paintFindings();
    void moveAdditions(int position, int removed, int added);
    void paintAdditions();
    [[nodiscard]] QTextEdit::ExtraSelection selection(int begin, int end,
                                                      const QTextCharFormat& format) const;

    PlainTextBridge m_bridge;
    TokenHighlighter* m_highlighter = nullptr;
    TextFindings m_findings; ///< as they were given, for another palette
    QList<QTextEdit::ExtraSelection> m_findingMarks;
    std::vector<TextMark> m_additions;                ///< ascending, where they are now
    QList<QTextEdit::ExtraSelection> m_additionMarks; ///< those that are seen
    bool m_quiet = false;                             ///< text changes now that are nobody's edit
};

} // namespace goldpan::ui
