// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that turn one value into another: JSON inside JSON, attribute lists, dotted keys. Pure functions;
// safe on any thread.
#pragma once

#include "core/base/json_tree.h"

#include <string>
#include <vector>

namespace goldpan::profiles {

/// A string that holds JSON becomes that JSON, at most `times` over, as long as it parses. A string that is
/// plain text stays, and so does one that is a bare number, true, false or null: somebody may have said so.
[[nodiscard]] JsonTree unpackJson(JsonTree value, int times);

/// An attribute list of OpenTelemetry, `[{"key","value":{"stringValue"}}]`, becomes an object, its values
/// unwrapped at every depth. Anything else stays.
[[nodiscard]] JsonTree unpackAttributes(JsonTree value);

/// A table by columns, `{"columns": [names], "data": [rows]}` or an object of lists of one length, becomes
/// the list of its rows, an object each. Anything else stays, and so does a table with a column twice or a
/// name of more than 64 bytes, which each row would repeat.
[[nodiscard]] JsonTree rowsOfTable(JsonTree table);

/// `{"a.0.b": 1}` becomes `{"a": [{"b": 1}]}`; members that are all numbers become an array, sorted as
/// numbers. Where a key is both a value and a tree, the tree stays and the value goes to its member "".
/// With `prefixes` only the keys that begin with one of them and a dot, which become one member of that name.
[[nodiscard]] JsonTree unflatten(JsonTree value, const std::vector<std::string>& prefixes = {});

/// The events of the older conventions, `gen_ai.user.message` and `gen_ai.choice` with their attributes, as
/// `{"messages": […], "choices": […]}`; null where there are none.
[[nodiscard]] JsonTree messagesOfEvents(const JsonTree& events);

} // namespace goldpan::profiles
