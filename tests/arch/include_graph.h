// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IncludeGraph: who includes whom among the project's own files, and the rules of the wall. A value; test
// support.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::arch {

/// The order of rooms of core/README.md.
[[nodiscard]] bool mayInclude(std::string_view from, std::string_view to);

class IncludeGraph {
public:
    /// Reads core/, ui/ and app/ below `root`.
    static IncludeGraph read(const std::string& root);

    void add(const std::string& from, const std::string& to);
    [[nodiscard]] std::size_t fileCount() const { return m_files.size(); }
    /// "from -> to" for each include that the wall forbids.
    [[nodiscard]] std::vector<std::string> wallBreaks() const;
    /// Each circle once, as "a -> b -> a".
    [[nodiscard]] std::vector<std::string> circles() const;
    /// Files of goldpan_core that include a Qt header.
    [[nodiscard]] std::vector<std::string> qtInCore() const { return m_qtInCore; }

private:
    std::map<std::string, std::set<std::string>> m_edges;
    std::set<std::string> m_files;
    std::vector<std::string> m_qtInCore;
};

} // namespace goldpan::arch
