// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The units of a text as plain texts, for comparing. Test support.
#pragma once

#include "core/diff/word_units.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::test {

inline std::vector<std::string> unitTexts(std::string_view text) {
    std::vector<std::string> out;
    for (const diff::Unit& unit : diff::splitWords(text, {})) {
        out.emplace_back(unit.text);
    }
    return out;
}

} // namespace goldpan::test
