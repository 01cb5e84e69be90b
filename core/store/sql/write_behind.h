// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WriteBehind: has the system write a growing file to the disk while it grows, not all of it at the last
// fsync, for which the disk would have been idle before. A help only: what it leaves out, the fsync of its
// owner writes, and whoever has the file durable asks for that fsync. Must outlive all connections to the
// file, as closing a file ends SQLite's locks on it. Owned by a store that is being built.
#pragma once

#include "core/store/sql/file_thread.h"

#include <string>

namespace goldpan::sql {

class WriteBehind {
public:
    /// Of a file that is there, on a thread of its own, as long as this lives.
    explicit WriteBehind(const std::string& path);

private:
    FileThread m_file;
};

} // namespace goldpan::sql
