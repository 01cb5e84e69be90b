// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/diff_marks.h"

#include "ui/common/theme.h"
#include "ui/detail/correction_editor.h"

#include <QTextBlock>
#include <QTextLayout>

namespace goldpan::test {

QTextCharFormat formatAt(const QPlainTextEdit& view, int position) {
    const QTextBlock block = view.document()->findBlock(position);
    for (const auto& range : block.layout()->formats()) {
        const int at = position - block.position();
        if (range.start <= at && at < range.start + range.length) {
            return range.format;
        }
    }
    return {};
}

QString additions(const ui::CorrectionEditor& editor) {
    QStringList words;
    for (const auto& mark : editor.extraSelections()) {
        if (mark.format.background().color() == ui::addedBackground(editor.palette())) {
            words << mark.cursor.selectedText();
        }
    }
    return words.join(u'|');
}

} // namespace goldpan::test
