// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/rules.h"

#include "core/redact/rules/column_cue.h"
#include "core/redact/rules/cues.h"
#include "core/redact/scan/near_words.h"

namespace goldpan::redact {
namespace {

bool isAssigned(std::string_view digits) {
    const auto area = digits.substr(0, 3);
    return area != "000" && area != "666" && area.front() != '9' && digits.substr(3, 2) != "00" &&
           digits.substr(5) != "0000";
}

std::optional<std::size_t> lastGroupOfNine(const NumberRun& run) {
    for (std::size_t i = 0; i < run.count; ++i) {
        if (run.digitsTo[i] == 9) {
            return i;
        }
    }
    return std::nullopt;
}

/// "ssn740-68-8821": the cue touches it.
bool touchesCue(const ScanText& scan, std::size_t begin) {
    return begin >= 3 && LowerWord(scan.text().substr(begin - 3, 3)).view() == "ssn" &&
           !scan.wordEndsAt(begin - 3);
}

} // namespace

std::optional<PiiSpan> matchSsn(const Site& site) {
    const ScanText& scan = site.scan;
    const NumberRun& run = site.run;
    const auto last = lastGroupOfNine(run);
    if (!last || run.plus || *last > 2) {
        return std::nullopt;
    }
    const std::size_t begin = run.groups[0].begin;
    const std::size_t end = run.groups[*last].end;
    const bool touched = scan.before(begin) == 'n' || scan.before(begin) == 'N';
    const bool glued = gluedBefore(scan, begin) && !(touched && touchesCue(scan, begin));
    if (glued || gluedAfter(scan, end)) {
        return std::nullopt;
    }
    const auto [before, distance, bytes] = cueBefore(scan, begin);
    if (before == Cue::thing && distance <= kNextWord) {
        return std::nullopt;
    }
    const PiiSpan span{begin, end, PiiType::ssn};
    const bool shaped = *last == 2 && run.groups[0].size() == 3 && run.groups[1].size() == 2 &&
                        separatorMark(run.separators[0]) != '\0' &&
                        separatorMark(run.separators[0]) == separatorMark(run.separators[1]);
    if (shaped) {
        const char mark = separatorMark(run.separators[0]);
        // The lesson's own form is always taken, numbers that were never assigned included.
        if (run.separators[0] == "-" ||
            ((mark == '-' || mark == '.' || mark == ' ') && isAssigned(run.digitsOf(2)))) {
            return hasArithmetic(scan, begin, end) ? std::nullopt : std::optional(span);
        }
    }
    const bool named = before == Cue::ssn || (shaped && before == Cue::contact) ||
                       (before != Cue::phone && cueAfter(scan, end).cue == Cue::ssn) ||
                       (before == Cue::none &&
                        (followsInColumn(scan, begin, PiiType::ssn) || columnCue(scan, begin) == Cue::ssn));
    return named ? std::optional(span) : std::nullopt;
}

} // namespace goldpan::redact
