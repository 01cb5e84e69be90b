// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JsonTree: one JSON value that can be walked and changed. Numbers keep the text that was written, so that no
// digit of a 64-bit integer is lost. A value.
#pragma once

#include "core/base/json_scanner.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan {

struct JsonTree {
    JsonKind kind = JsonKind::null;
    std::string text;              ///< a string unescaped; a number, true or false as written
    std::vector<std::string> keys; ///< of an object: one for each of `items`, none twice
    std::vector<JsonTree> items;   ///< of an object or array

    [[nodiscard]] static JsonTree array() { return {JsonKind::array, {}, {}, {}}; }
    [[nodiscard]] static JsonTree object() { return {JsonKind::object, {}, {}, {}}; }
    [[nodiscard]] static JsonTree string(std::string text);
    [[nodiscard]] static JsonTree number(std::string text);
    [[nodiscard]] static JsonTree boolean(bool value);

    [[nodiscard]] bool isNull() const { return kind == JsonKind::null; }
    [[nodiscard]] bool isString() const { return kind == JsonKind::string; }
    [[nodiscard]] bool isNumber() const { return kind == JsonKind::number; }
    [[nodiscard]] bool isArray() const { return kind == JsonKind::array; }
    [[nodiscard]] bool isObject() const { return kind == JsonKind::object; }
    [[nodiscard]] bool isScalar() const { return !isArray() && !isObject(); }
    /// Null, "", [] or {}: holds nothing.
    [[nodiscard]] bool isEmpty() const;

    /// The member of an object; null where there is none or this is no object.
    [[nodiscard]] const JsonTree* find(std::string_view key) const;
    [[nodiscard]] JsonTree* find(std::string_view key);
    /// As find(), but the first of `keys` whose value is not null.
    [[nodiscard]] const JsonTree* findAny(std::initializer_list<std::string_view> keys) const;
    /// Of members that were appended without a look: of a key given twice the last value counts.
    void dropDoubles();
    /// Replaces the member, or appends it.
    JsonTree& set(std::string_view key, JsonTree value);

    bool operator==(const JsonTree&) const = default;
};

/// None where `json` is not one JSON value, or nests deeper than 1000. Of a key given twice the last value
/// counts, at the place of the last. Lone surrogate escapes are no JSON here: json_surrogates.h mends them
/// first.
[[nodiscard]] std::optional<JsonTree> parseJsonTree(std::string_view json);

/// Compact JSON text.
void appendJson(std::string& out, const JsonTree& value);
[[nodiscard]] std::string jsonText(const JsonTree& value);

/// An integer that fits, written as one, or as a float without a fraction; also inside a string.
[[nodiscard]] std::optional<std::int64_t> integerOf(const JsonTree& value);
/// A finite number; also inside a string.
[[nodiscard]] std::optional<double> doubleOf(const JsonTree& value);

} // namespace goldpan
