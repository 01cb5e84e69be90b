// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PlantedData: invented personal data of every type that the redaction rules know, each value another, in
// the sentences around which people write them. Test support: what a program wrote is searched for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::test {

struct PlantedValue {
    std::string_view type; ///< as the token names it
    std::string value;
    std::string sentence; ///< holds the value, and no other
};

class PlantedData {
public:
    /// The types take turns. The same numbers give the same values; another `seed` gives others.
    PlantedData(std::size_t count, unsigned seed);

    /// The next value that was not handed out yet; every value is handed out once.
    const PlantedValue& next();
    [[nodiscard]] bool isUsedUp() const { return m_next == m_values.size(); }
    [[nodiscard]] const std::vector<PlantedValue>& all() const { return m_values; }

private:
    std::vector<PlantedValue> m_values;
    std::size_t m_next = 0;
};

} // namespace goldpan::test
