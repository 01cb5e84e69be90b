// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ChatReader: the messages and the answer of a conversation in any of the dialects that logs hold them in. It
// knows a message by its keys: chat completions, Responses, Anthropic, Gemini, OpenTelemetry parts,
// OpenInference, LangChain, ShareGPT, Ollama. Marks what it has read. One object, one thread.
#pragma once

#include "core/profiles/taken.h"
#include "core/profiles/turn.h"

#include <optional>
#include <string>
#include <vector>

namespace goldpan::profiles {

class ChatReader {
public:
    explicit ChatReader(Taken& taken)
        : m_taken(taken) {}

    /// A list of messages, an object that holds one, one message, or a text (the user's).
    [[nodiscard]] std::vector<Turn> turns(const JsonTree& value);
    /// What the model answered: a message, a candidate, a list of output items, a text. None where there is
    /// nothing of it.
    [[nodiscard]] std::optional<Turn> answer(const JsonTree& value);
    /// The same, or what a model said in JSON of its own, as that JSON.
    [[nodiscard]] std::optional<Turn> answerOrData(const JsonTree& value);

    /// Definitions that stood among the messages, as LangChain's callbacks log them.
    [[nodiscard]] const JsonTree& toolDefinitions() const { return m_definitions; }

private:
    void readTurn(const JsonTree& value, std::vector<Turn>& out);
    void readItem(const JsonTree& item, std::string_view type, std::vector<Turn>& out);
    void readObject(const JsonTree& message, std::vector<Turn>& out);
    void readCalls(const JsonTree& message, Turn& turn);
    void give(Turn turn, std::vector<Turn>& out);
    const JsonTree* take(const JsonTree& object, std::initializer_list<std::string_view> keys);
    std::string takeText(const JsonTree& object, std::initializer_list<std::string_view> keys);

    Taken& m_taken;
    JsonTree m_definitions = JsonTree::array();
};

} // namespace goldpan::profiles
