// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReadAhead: has the system read the rows of a table into memory before they are asked for, one page after
// the other, of which the disk can do many at once. A help only: where it cannot, nothing is missing. Must
// outlive all connections to the file, as closing a file ends SQLite's locks on it.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/file_thread.h"

#include <string>
#include <string_view>

namespace goldpan::sql {

class ReadAhead {
public:
    explicit ReadAhead(const std::string& path)
        : m_file(path) {}

    /// Goes on until all pages are asked for, on a thread of its own; no row may come into that table
    /// meanwhile. Once.
    [[nodiscard]] Result<void> begin(Connection& connection, std::string_view table);

private:
    FileThread m_file;
};

} // namespace goldpan::sql
