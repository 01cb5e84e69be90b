// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How results and errors look. Pure functions over streams; any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/redact/redactor.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goldpan::cli {

using Json = nlohmann::ordered_json; ///< keys stay in the order that cli.md gives

/// One line. Bytes that are not UTF-8 (in a path) become U+FFFD.
void printJson(std::ostream& out, const Json& value);
[[nodiscard]] std::string jsonText(const Json& value);

/// Human: `goldpan-cli: MESSAGE (WHERE)`; JSON: {"error":{"code","message","where"}}.
void printError(std::ostream& err, bool json, const Error& error);

/// Text of the log as a terminal may see it: controls other than line feed and tab, and the two that override
/// the direction of what follows, become U+FFFD.
[[nodiscard]] std::string plainText(std::string_view text);
/// The same as one line of it: a request id with a line feed would write lines that look like ours.
[[nodiscard]] std::string plainLine(std::string_view text);
/// Each line of `text` with `indent` before it, ended by a line feed.
[[nodiscard]] std::string indented(std::string_view text, std::string_view indent);

/// Rows of cells, columns padded to their widest cell (code points), two spaces apart.
void printTable(std::ostream& out, const std::vector<std::vector<std::string>>& rows);
/// `name 3, other 4`; "none" where there is nothing.
[[nodiscard]] std::string countsText(const std::map<std::string, std::int64_t>& counts);
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view separator);
/// The numbers that are not 0; `withZeros`: every built-in type, for a shape that a reader can rely on.
[[nodiscard]] std::map<std::string, std::int64_t> countsByType(const redact::RedactionCounts& counts,
                                                               bool withZeros);

template <typename T>
[[nodiscard]] Json jsonOrNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}
[[nodiscard]] Json jsonTime(std::optional<Timestamp> ts); ///< six digits and Z, or null

} // namespace goldpan::cli
