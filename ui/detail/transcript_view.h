// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TranscriptView (`promptView`): what the model was asked, turn by turn, as plain text. Owned by its parent;
// GUI thread.
#pragma once

#include "core/domain/message.h"
#include "ui/detail/read_only_text.h"

#include <vector>

namespace goldpan::ui {

class TranscriptView : public ReadOnlyText {
    Q_OBJECT

public:
    explicit TranscriptView(QWidget* parent = nullptr);

    /// Empty for no row. `contextDiffers`: messages and prompt disagree; the view says so first. Shown from
    /// its last turn, the one that the response answers, with as much before it as there is room for.
    void setConversation(const std::vector<Message>& conversation, bool contextDiffers);
    void showMore() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showLastTurn();

    bool m_moved = false; ///< by hand, since the row came
    bool m_placing = false;
};

} // namespace goldpan::ui
