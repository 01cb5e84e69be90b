// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DiffView (`diffView`): what the correction changed in the response, as plain text with marks. Owned by its
// parent; GUI thread.
#pragma once

#include "ui/detail/diff_text.h"
#include "ui/detail/read_only_text.h"

namespace goldpan::ui {

class DiffView : public ReadOnlyText {
    Q_OBJECT

public:
    explicit DiffView(QWidget* parent = nullptr);

    /// Another row, or none: nothing to compare yet.
    void clearDiff();
    /// The first one after clearDiff() starts at the top. Of a later one only what differs is written anew,
    /// so that the view keeps its place and a long text costs little at each key.
    void setDiff(const DiffText& diff);

    void showMore() override;

Q_SIGNALS:
    void moreWanted(); ///< setDiff() is awaited with the whole text

private:
    void showNext(const QString& text, std::vector<TextMark> marks);
    void remark(const std::vector<TextMark>& before, int growth);
    void bringIntoView(int position);

    QString m_shown; ///< by position what the document holds
    bool m_empty = true;
};

} // namespace goldpan::ui
