// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an Error. A value type; safe on any thread.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace goldpan {

/// The closed list of what can go wrong. Names stand in `--json` errors, so they never change.
enum class ErrorCode {
    usage,      ///< the caller's words are off
    notFound,   ///< the file, row or act is not there
    notAStore,  ///< a file, but no Goldpan store
    newerStore, ///< written by a later version of Goldpan
    notJsonl,   ///< not one parsable object in the log
    unreadable, ///< exists, but cannot be read (permissions, a directory, torn compression)
    unwritable, ///< cannot be written (permissions, read-only)
    diskFull,   ///< no space left
    busy,       ///< another program holds the store
    corrupt,    ///< damaged content
    badFilter,  ///< filter text that does not parse; where = "column N"
    badValue,   ///< a value outside its range
    conflict,   ///< a later act has built on this one
    refused,    ///< a rule says no (empty correction, missing operator)
    cancelled,  ///< stopped on request
    internal,   ///< a defect in Goldpan
};

struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message; ///< one English sentence, without row text
    std::string where;   ///< file, line, column or id; may be empty

    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] std::string_view errorName(ErrorCode code);

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message,
                                                 std::string where = {}) {
    return std::unexpected(Error{code, std::move(message), std::move(where)});
}

} // namespace goldpan
