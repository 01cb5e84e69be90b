// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JsonScanner: the members of one JSON object, or the elements of one array, without what lies deeper. Owns a
// parser and a padded copy of the text: one object, one thread. Keeps the parsing library out of all headers.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan {

enum class JsonKind {
    null,
    boolean,
    number,
    string,
    array,
    object,
};

struct JsonValue {
    JsonKind kind = JsonKind::null;
    std::string_view text; ///< a string unescaped; anything else as it is written
};

struct JsonMember {
    std::string_view key; ///< unescaped
    JsonValue value;
};

/// RFC 8259, section 6. simdjson hands tokens out unchecked where it is not asked for a value.
[[nodiscard]] bool isJsonNumber(std::string_view token);

class JsonScanner {
public:
    enum class Outcome {
        good,
        otherType, ///< another kind of value, perhaps no JSON inside
        notJson,
    };

    JsonScanner();
    ~JsonScanner();

    /// Scalars are checked strictly, arrays and objects only for their brackets: whoever takes their text
    /// checks it. Views live until the next call.
    [[nodiscard]] Outcome scanObject(std::string_view json);
    [[nodiscard]] Outcome scanArray(std::string_view json);

    /// In the order of the text; a doubled key comes twice.
    [[nodiscard]] const std::vector<JsonMember>& members() const { return m_members; }
    [[nodiscard]] const std::vector<JsonValue>& elements() const { return m_elements; }

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
    std::vector<JsonMember> m_members;
    std::vector<JsonValue> m_elements;
};

} // namespace goldpan
