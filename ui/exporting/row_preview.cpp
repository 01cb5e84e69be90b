// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/row_preview.h"

#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"

#include <QFontDatabase>

namespace goldpan::ui {
namespace {

constexpr std::size_t kRowBytes = 4096; // of each row; who needs more looks into the file

} // namespace

RowPreview::RowPreview(QWidget* parent)
    : QPlainTextEdit(parent) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setAcceptDrops(false);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAnywhere); // JSON has few places to break
    QFont fixed = font();
    fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    setFont(fixed);
    setPlaceholderText(tr("No rows"));
}

void RowPreview::setRows(const std::vector<std::string>& rows) {
    QStringList shown;
    for (const std::string& row : rows) {
        const VisibleText visible = makeVisible(row, kRowBytes);
        shown << (visible.truncated ? tr("%1… (%2 bytes in all)")
                                          .arg(visible.text, countText(static_cast<std::int64_t>(row.size())))
                                    : visible.text);
    }
    // An empty line between rows, which no file of rows holds: where a row ends is seen although it wraps.
    setPlainText(shown.join(QStringLiteral("\n\n")));
}

} // namespace goldpan::ui
