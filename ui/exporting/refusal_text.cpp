// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/refusal_text.h"

#include "core/exporting/formats/format.h"
#include "ui/common/text_bridge.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace goldpan::ui {
namespace {

class Refusal {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ExportRefusal)

public:
    static QString known(std::string_view why) {
        const auto known =
            std::ranges::find(kAll, why, [](const char* one) { return std::string_view(one); });
        return known == std::end(kAll) ? toQString(why) : tr(*known);
    }
    static QString of(std::string_view format, std::string_view why) {
        return tr("%1: %2").arg(toQString(format), known(why));
    }

    static constexpr const char* kAll[] = {
        QT_TR_NOOP("messages that cannot be read"),
        QT_TR_NOOP("tools that cannot be read"),
        QT_TR_NOOP("the correction is empty"),
        QT_TR_NOOP("no user turn"),
        QT_TR_NOOP("a turn holds more than text"),
        QT_TR_NOOP("tool turns, which only an export with tool rows takes"),
        QT_TR_NOOP("a response that holds more than text"),
        QT_TR_NOOP("a response with tool calls, which only an export with tool rows takes"),
        QT_TR_NOOP("the response is empty"),
        QT_TR_NOOP("a developer turn"),
        QT_TR_NOOP("a tool turn"),
        QT_TR_NOOP("a function turn"),
        QT_TR_NOOP("a turn of an unknown role"),
        QT_TR_NOOP("two system messages"),
        QT_TR_NOOP("a system message that is not the first"),
        QT_TR_NOOP("user and assistant do not take turns"),
        QT_TR_NOOP("turns of one side in a row"),
        QT_TR_NOOP("the last turn is the assistant's"),
        QT_TR_NOOP("a turn that says nothing"),
        QT_TR_NOOP("a turn with both text and tool calls"),
        QT_TR_NOOP("a tool turn without the id of its call"),
        QT_TR_NOOP("a tool turn that answers no call"),
        QT_TR_NOOP("a tool call of another role than the assistant"),
        QT_TR_NOOP("a tool call without an id"),
        QT_TR_NOOP("a tool call that is not answered"),
        QT_TR_NOOP("a tool call that is no object"),
        QT_TR_NOOP("a tool call that calls no function"),
        QT_TR_NOOP("a tool call without the function's name"),
        QT_TR_NOOP("a tool call without arguments"),
        QT_TR_NOOP("arguments of a tool call that are no JSON object"),
        QT_TR_NOOP("tool calls that are no list"),
        QT_TR_NOOP("tools that are no list of definitions"),
        QT_TR_NOOP("tools, which it has no place for"),
        QT_TR_NOOP("a tool without name, description or parameters"),
        QT_TR_NOOP("a function's name that it does not take"),
        QT_TR_NOOP("a turn with a name that it does not take"),
        QT_TR_NOOP("a turn that nothing is to be learned from (weight 0)"),
    };
};

} // namespace

QString refusalText(const std::string& why) {
    const auto colon = why.find(": ");
    if (colon != std::string::npos && exporting::formatFromName(why.substr(0, colon))) {
        return Refusal::of(std::string_view(why).substr(0, colon), std::string_view(why).substr(colon + 2));
    }
    return Refusal::known(why);
}

std::span<const char* const> refusals() {
    return Refusal::kAll;
}

} // namespace goldpan::ui
