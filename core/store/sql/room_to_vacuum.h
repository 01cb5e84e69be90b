// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RoomToVacuum: what writing a store anew takes, and the space that was free before it began, for somebody
// who ran out of it. A value.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"

#include <cstdint>
#include <string>

namespace goldpan::sql {

class RoomToVacuum {
public:
    /// Before the work: what it writes itself is free again only when it has failed, or not even then.
    explicit RoomToVacuum(Connection& connection);
    /// By these figures.
    RoomToVacuum(const std::string& store, std::int64_t bytes);

    /// Once there is less of it.
    void measureAgain(Connection& connection);
    /// An error of that work: of a full disk it says in which folder how much is needed in all, others stay.
    [[nodiscard]] Error explained(Error error) const;

private:
    struct Folder {
        std::string path;
        std::int64_t free = 0;
    };
    static Folder folderOf(std::string path);
    [[nodiscard]] static std::string said(const Folder& folder, std::int64_t needed);

    Folder m_own;       ///< beside the store: its log of writes
    Folder m_temporary; ///< where SQLite puts its temporary files
    bool m_isOneDisk = false;
    std::int64_t m_bytes = 0; ///< needed in each
};

} // namespace goldpan::sql
