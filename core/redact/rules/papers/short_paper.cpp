// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/papers/short_paper.h"

#include "core/redact/scan/near_words.h"

namespace goldpan::redact {

bool marksNumber(std::string_view word) {
    const char* mark = word.data() + word.size();
    return *mark == '#' || (*mark == ' ' && mark[1] == '#');
}

std::optional<PiiType> shortPaper(std::string_view word, std::string_view text) {
    const auto letters = LowerWord(word);
    const bool passport = (letters.view() == "pp" || letters.view() == "ppt") && marksNumber(word);
    if (letters.view() != "dl" || passport) {
        return passport ? std::optional(PiiType::passport) : std::nullopt;
    }
    const char* mark = word.data() + word.size();
    const bool field =
        mark[0] == '"' && mark[1] == ':' && (mark[2] == '"' || (mark[2] == ' ' && mark[3] == '"'));
    const bool query = mark[0] == '=' && word.data() != text.data() && (mark[-3] == '&' || mark[-3] == '?');
    return field || query || marksNumber(word) ? std::optional(PiiType::driverLicense) : std::nullopt;
}

} // namespace goldpan::redact
