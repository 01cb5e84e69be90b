// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/response_view.h"

#include "core/domain/message.h"
#include "ui/detail/message_text.h"

namespace goldpan::ui {

ResponseView::ResponseView(QWidget* parent)
    : ReadOnlyText(parent) {
    setObjectName(QStringLiteral("responseView"));
    setAccessibleName(tr("Response"));
    showNone();
}

void ResponseView::showNone() {
    setSections({});
    setPlaceholderText(tr("The response of the selected row stands here."));
}

void ResponseView::setResponse(std::string_view response, std::string_view output) {
    setPlaceholderText(tr("The model answered with an empty text."));
    std::vector<Section> sections;
    if (!response.empty()) {
        sections.push_back({{}, std::string(response)});
    }
    if (const auto message = output.empty() ? fail(ErrorCode::notFound, {}) : parseMessage(output)) {
        if (!message->reasoning.empty()) {
            sections.insert(sections.begin(), {tr("reasoning"), message->reasoning});
        }
        if (!message->toolCalls.empty()) {
            sections.push_back({tr("answered with a tool call:"), toolCallText(message->toolCalls)});
        }
    } else if (!output.empty()) {
        sections.push_back({tr("output that is no message:"), std::string(output)});
    }
    setSections(std::move(sections));
}

} // namespace goldpan::ui
