// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Traces: looks for planted values in all that a program wrote, in every form in which one may lie in a
// file. Test support, one thread.
#pragma once

#include "tests/support/planted.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace goldpan::test {

class Traces {
public:
    /// From now on looked for: as it is, in lower case, without its separators, escaped as JSON, in UTF-16 of
    /// both orders, and its longest piece alone where no other value could be meant by it.
    void lookFor(const PlantedValue& planted);

    /// "SECRET number 7 as UTF-16 at byte 12" for each that is found, never the value. A `.gz` is unpacked.
    [[nodiscard]] std::vector<std::string> in(std::string_view bytes) const;
    /// Of all files below `folder`; says the file's name too.
    [[nodiscard]] std::vector<std::string> below(const std::string& folder) const;

    /// How many files `below` has looked into.
    [[nodiscard]] int filesSeen() const { return m_files; }

private:
    struct Form {
        std::string bytes;
        std::string what;
    };
    void add(std::string bytes, std::string what);

    std::unordered_multimap<std::uint64_t, Form> m_forms;      ///< by their first bytes
    std::vector<bool> m_starts = std::vector<bool>(1U << 16U); ///< by hash: keeps most places out of the map
    int m_values = 0;
    mutable int m_files = 0;
};

} // namespace goldpan::test
