// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/diff_view.h"

#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace goldpan::ui {
namespace {

/// Characters that both begin with, and both end with behind those; no surrogate pair is cut.
std::pair<qsizetype, qsizetype> commonEnds(QStringView a, QStringView b) {
    const auto head = std::ranges::mismatch(a, b).in1 - a.begin();
    const qsizetype begin = head > 0 && a[head - 1].isHighSurrogate() ? head - 1 : head;
    const auto restA = a.sliced(begin);
    const auto restB = b.sliced(begin);
    qsizetype end = 0;
    while (end < std::min(restA.size(), restB.size()) &&
           restA[restA.size() - 1 - end] == restB[restB.size() - 1 - end]) {
        ++end;
    }
    if (end > 0 && restA[restA.size() - end].isLowSurrogate()) {
        --end;
    }
    return {begin, end};
}

TextMark moved(TextMark mark, int by) {
    mark.begin += by;
    mark.end += by;
    return mark;
}

} // namespace

DiffView::DiffView(QWidget* parent)
    : ReadOnlyText(parent) {
    setObjectName(QStringLiteral("diffView"));
    setAccessibleName(tr("Difference between response and correction"));
    setPlaceholderText(tr("What the correction changes stands here."));
}

void DiffView::clearDiff() {
    if (std::exchange(m_empty, true)) {
        return;
    }
    m_shown.clear();
    highlighter().setMarks({});
    highlighter().setHeadings({});
    setShown({}, false);
}

void DiffView::setDiff(const DiffText& diff) {
    QString text = diff.shown;
    std::vector<TextMark> marks = diff.marks;
    highlighter().setHeadings(diff.identical ? std::set{0} : std::set<int>());
    if (diff.identical) {
        text.prepend(tr("identical: the correction is the response as it is") + QStringLiteral("\n\n"));
    }
    if (std::exchange(m_empty, false)) {
        highlighter().setMarks(std::move(marks));
        setShown(text, diff.truncated);
    } else {
        showNext(text, std::move(marks));
        setTruncated(diff.truncated);
    }
    m_shown = std::move(text);
}

void DiffView::showNext(const QString& text, std::vector<TextMark> marks) {
    const std::vector<TextMark> before = highlighter().marks();
    highlighter().setMarks(std::move(marks));
    const auto [begin, end] = commonEnds(m_shown, text);
    const qsizetype oldEnd = m_shown.size() - end;
    if (begin < oldEnd || begin < text.size() - end) {
        QTextCursor cursor(document());
        cursor.setPosition(static_cast<int>(begin));
        cursor.setPosition(static_cast<int>(oldEnd), QTextCursor::KeepAnchor);
        cursor.insertText(text.sliced(begin, text.size() - end - begin));
        bringIntoView(static_cast<int>(begin));
    }
    remark(before, static_cast<int>(text.size() - m_shown.size()));
}

void DiffView::remark(const std::vector<TextMark>& before, int growth) {
    const std::vector<TextMark>& now = highlighter().marks();
    const auto head = static_cast<std::size_t>(std::ranges::mismatch(before, now).in1 - before.begin());
    std::size_t tail = 0;
    while (tail + head < std::min(before.size(), now.size()) &&
           moved(before[before.size() - 1 - tail], growth) == now[now.size() - 1 - tail]) {
        ++tail;
    }
    int begin = document()->characterCount();
    int end = 0;
    const auto cover = [&](const TextMark& mark) {
        begin = std::min(begin, mark.begin);
        end = std::max(end, mark.end);
    };
    std::for_each(now.begin() + static_cast<std::ptrdiff_t>(head),
                  now.end() - static_cast<std::ptrdiff_t>(tail), cover);
    std::for_each(before.begin() + static_cast<std::ptrdiff_t>(head),
                  before.end() - static_cast<std::ptrdiff_t>(tail), [&](const TextMark& mark) {
                      cover(mark);
                      cover(moved(mark, growth));
                  });
    for (QTextBlock block = document()->findBlock(std::max(0, begin));
         block.isValid() && block.position() < end; block = block.next()) {
        highlighter().rehighlightBlock(block);
    }
}

void DiffView::bringIntoView(int position) {
    const QTextBlock block = document()->findBlock(position);
    const QTextBlock last = cursorForPosition(viewport()->rect().bottomRight()).block();
    if (block.blockNumber() < firstVisibleBlock().blockNumber() || block.blockNumber() > last.blockNumber()) {
        verticalScrollBar()->setValue(block.firstLineNumber());
    }
}

void DiffView::showMore() {
    Q_EMIT moreWanted();
}

} // namespace goldpan::ui
