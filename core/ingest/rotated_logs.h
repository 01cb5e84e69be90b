// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RotatedLogs: the files that a log became when it was renamed, and which of them are known already. Keeps no
// file open; one object, one thread.
#pragma once

#include "core/ingest/file_state.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::ingest {

/// Whether a file of this name is what the log `logName` became: `shop.jsonl.1`, `shop.jsonl-20250612`,
/// `shop.1.jsonl`, `shop-20250612T030405Z-001.jsonl`. Another log of a like name (`shop-2.jsonl`, and
/// `shop-20250612.jsonl`, to which somebody may write) is not, and nothing with further letters (`.gz`,
/// `.tmp`).
[[nodiscard]] bool isRotatedName(std::string_view name, std::string_view logName);

struct RotatedLog {
    std::string path;
    FileState state;

    bool operator==(const RotatedLog&) const = default;
};

class RotatedLogs {
public:
    explicit RotatedLogs(const std::string& log);

    /// Those that are not known, in the order in which they were written to last. A folder that cannot be
    /// listed has none.
    [[nodiscard]] std::vector<RotatedLog> unknown();
    /// All that are there, known or not, and the log itself; none where the folder cannot be listed.
    [[nodiscard]] std::optional<std::vector<RotatedLog>> withTheLog() const;
    /// From here on, for as long as nothing more is written to it.
    void know(const FileState& state) { m_known.push_back(state); }

private:
    [[nodiscard]] std::optional<std::vector<RotatedLog>> all() const;

    std::string m_folder;
    std::string m_name;
    std::vector<FileState> m_known;
};

} // namespace goldpan::ingest
