// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ContentParts: what one message says, read from the parts that the dialects put into it: text, images, tool
// calls and their results, reasoning. A value; safe on any thread.
#pragma once

#include "core/profiles/taken.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::profiles {

struct ToolResult {
    std::string callId;
    std::string name;
    std::string text;
};

struct ContentParts {
    bool isGiven = false; ///< there was a content, if an empty one
    std::vector<std::string> texts;
    JsonTree parts = JsonTree::array(); ///< all in order, where some are no text
    bool onlyText = true;
    JsonTree calls = JsonTree::array(); ///< as chat completions write them
    std::vector<ToolResult> results;
    std::string reasoning;
    std::string refusal;

    /// A string, a part, or a list of either.
    void add(const JsonTree& content, Taken& taken);
    void addText(std::string text);
    void addReasoning(const JsonTree& value);
    /// `arguments`: text as the model wrote it, or what it says.
    void addCall(const JsonTree* id, const JsonTree* name, const JsonTree* arguments);
    /// Any of the ways in which a call stands in a list of calls.
    void addCallObject(const JsonTree& call);
    void append(ContentParts other);

    [[nodiscard]] std::string joinedText() const;

private:
    void addPart(const JsonTree& part, Taken& taken);
    bool addToolPart(const JsonTree& part, std::string_view type);
};

/// A string as it is, anything else as JSON text; "" for none.
[[nodiscard]] std::string plainText(const JsonTree* value);

} // namespace goldpan::profiles
