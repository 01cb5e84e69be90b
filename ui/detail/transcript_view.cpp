// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcript_view.h"

#include "ui/detail/message_text.h"

namespace goldpan::ui {

TranscriptView::TranscriptView(QWidget* parent)
    : ReadOnlyText(parent) {
    setObjectName(QStringLiteral("promptView"));
    setAccessibleName(tr("Conversation"));
    setPlaceholderText(tr("The conversation of the selected row stands here."));
}

void TranscriptView::setConversation(const std::vector<Message>& conversation, bool contextDiffers) {
    std::vector<Section> sections;
    if (contextDiffers) {
        sections.push_back({tr("⚠ messages and prompt of this row disagree; messages are shown"), {}});
    }
    for (const Message& message : conversation) {
        sections.push_back({messageHeading(message), messageBody(message)});
    }
    setSections(std::move(sections));
}

} // namespace goldpan::ui
