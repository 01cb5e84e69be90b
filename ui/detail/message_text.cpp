// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/message_text.h"

#include "ui/common/visible_text.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace goldpan::ui {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kHeadingCharacters = 60;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::MessageText)

public:
    static QString reasoning() { return tr("reasoning:"); }
    static QString otherParts() { return tr("(with parts that are not text)"); }
    static QString call() { return tr("calls %1", "the function and arguments of a tool call"); }
};

/// A string as it is, anything else as JSON text.
std::string plain(const Json& value) {
    return value.is_string() ? value.get<std::string>()
                             : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string field(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::string() : plain(*found);
}

/// "" where it is not shaped like a call.
std::string oneCall(const Json& call) {
    if (!call.is_object()) {
        return {};
    }
    const auto nested = call.find("function");
    const Json& function = nested != call.end() && nested->is_object() ? *nested : call;
    const std::string name = field(function, "name");
    if (name.empty()) {
        return {};
    }
    std::string out = Words::call().toStdString(); // joined as bytes, which keeps them as they are
    return out.replace(out.find("%1"), 2, name + "(" + field(function, "arguments") + ")");
}

void appendPart(std::string& out, std::string_view part) {
    if (!part.empty()) {
        out += out.empty() ? "" : "\n";
        out += part;
    }
}

} // namespace

QString messageHeading(const Message& message) {
    const QString role = visibleLine(message.role, kHeadingCharacters);
    if (!message.toolCallId.empty()) {
        return Words::tr("%1, answer to %2", "role of a tool turn, id of the call")
            .arg(role, visibleLine(message.toolCallId, kHeadingCharacters));
    }
    return message.name.empty() ? role
                                : Words::tr("%1 (%2)", "role, name of the speaker")
                                      .arg(role, visibleLine(message.name, kHeadingCharacters));
}

std::string messageBody(const Message& message) {
    std::string out;
    if (!message.reasoning.empty()) {
        appendPart(out, Words::reasoning().toStdString() + " " + message.reasoning);
    }
    appendPart(out, message.text);
    if (!message.toolCalls.empty()) {
        appendPart(out, toolCallText(message.toolCalls));
    }
    if (message.hasOtherParts) {
        appendPart(out, Words::otherParts().toStdString());
    }
    return out;
}

std::string toolCallText(std::string_view json) {
    const Json calls = Json::parse(json, nullptr, false);
    if (!calls.is_array() || calls.empty()) {
        return std::string(json);
    }
    std::string out;
    for (const Json& call : calls) {
        const std::string line = oneCall(call);
        if (line.empty()) {
            return std::string(json);
        }
        appendPart(out, line);
    }
    return out;
}

} // namespace goldpan::ui
