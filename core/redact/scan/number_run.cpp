// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/number_run.h"

namespace goldpan::redact {
namespace {

constexpr std::size_t kMaxMarks = 3;

/// Bytes of the separating mark at `pos`: an ASCII one, U+2010 to U+2013 or a no-break space; 0 for others.
std::size_t markAt(std::string_view text, std::size_t pos) {
    if (pos >= text.size()) {
        return 0;
    }
    switch (text[pos]) {
    case ' ':
    case '-':
    case '.':
    case '/':
    case '(':
    case ')':
        return 1;
    case '\xC2':
        return text.substr(pos).starts_with("\xC2\xA0") ? 2 : 0;
    case '\xE2':
        return pos + 2 < text.size() && text[pos + 1] == '\x80' && text[pos + 2] >= '\x90' &&
                       text[pos + 2] <= '\x93'
                   ? 3
                   : 0;
    default:
        return 0;
    }
}

/// End of the separator that begins at `pos`; `pos` where no further group follows.
std::size_t separatorEnd(std::string_view text, std::size_t pos) {
    std::size_t end = pos;
    for (std::size_t marks = 0; marks < kMaxMarks; ++marks) {
        const std::size_t length = markAt(text, end);
        if (length == 0) {
            break;
        }
        end += length;
    }
    return end < text.size() && isDigit(text[end]) ? end : pos;
}

} // namespace

void readNumberRun(const ScanText& scan, std::size_t pos, NumberRun& run) {
    const auto text = scan.text();
    run.begin = pos;
    run.count = 0;
    const std::size_t floor = scan.claimedTo();
    const auto take = [&](char c) {
        const bool there = run.begin > floor && text[run.begin - 1] == c;
        run.begin -= there ? 1 : 0;
        return there;
    };
    run.paren = take('(');
    run.plus = take('+');
    if (run.plus && !run.paren) {
        take('(');
    }
    std::size_t total = 0;
    for (std::size_t at = pos; run.count < NumberRun::kMaxGroups;) {
        std::size_t end = at;
        while (end < text.size() && isDigit(text[end]) && total < NumberRun::kMaxDigits) {
            run.digits[total++] = text[end++];
        }
        if (end < text.size() && isDigit(text[end])) {
            break;
        }
        run.groups[run.count] = {at, end};
        run.digitsTo[run.count] = total;
        ++run.count;
        at = separatorEnd(text, end);
        if (at == end) {
            break;
        }
        run.separators[run.count - 1] = text.substr(end, at - end);
    }
}

namespace {

std::size_t digitsFrom(const ScanText& scan, std::size_t pos) {
    std::size_t end = pos;
    while (end - pos <= NumberRun::kMaxDigits && isDigit(scan.at(end))) {
        ++end;
    }
    return end - pos;
}

/// "1,4111111111111111" is all of its line: a table whose rows begin with a short number.
bool isRow(const ScanText& scan, std::size_t begin, std::size_t end) {
    const char before = scan.before(begin);
    const char after = scan.at(end);
    return (begin == 0 || before == '\n') && (end == scan.size() || after == '\n' || after == '\r') &&
           scan.at(begin) != '0';
}

/// "3,14159", alone: the comma of a decimal. In a list there are more of them, and longer numbers before it.
bool isDecimal(const ScanText& scan, std::size_t pos, std::size_t fraction) {
    constexpr std::size_t kMostWhole = 3;
    constexpr std::size_t kMostOfDouble = 17;
    std::size_t begin = pos - 1;
    while (isDigit(scan.before(begin)) && pos - 1 - begin <= kMostWhole) {
        --begin;
    }
    const std::size_t whole = pos - 1 - begin;
    return whole != 0 && whole <= kMostWhole && whole + fraction <= kMostOfDouble &&
           scan.before(begin) != ',' && scan.at(pos + fraction) != ',' && !isRow(scan, begin, pos + fraction);
}

/// "415.555.0132", "415 555 0132": no thousands and no decimal, which have one mark.
bool isDottedPhone(const ScanText& scan, std::size_t pos) {
    const char mark = scan.at(pos + 3);
    return (mark == '.' || mark == ' ') && digitsFrom(scan, pos + 4) == 3 && scan.at(pos + 7) == mark &&
           digitsFrom(scan, pos + 8) == 4;
}

/// Behind a comma and a digit: a field of a list, "3882,037-16-0522", "17,4111111111111111,2027-01".
/// Thousands and decimals have no dash, and thousands no more than three digits.
bool beginsField(const ScanText& scan, std::size_t pos) {
    constexpr std::size_t kThousand = 3;
    if (scan.at(pos) == '+' || scan.at(pos) == '(') {
        return true;
    }
    const std::size_t digits = digitsFrom(scan, pos);
    return (scan.at(pos + digits) == '-' && isDigit(scan.at(pos + digits + 1))) ||
           (digits == kThousand && isDottedPhone(scan, pos)) ||
           (digits > kThousand && !isDecimal(scan, pos, digits));
}

constexpr std::size_t kFewestOfCard = 12;
constexpr std::size_t kCardBytes = 24;

bool isInCard(char c) {
    return isDigit(c) || c == ' ' || c == '-';
}

/// As many digits as cards have: "12:4111111111111111" is no time.
bool isLongFrom(const ScanText& scan, std::size_t pos) {
    std::size_t count = 0;
    for (std::size_t i = pos; i - pos < kCardBytes && count < kFewestOfCard && isInCard(scan.at(i)); ++i) {
        count += isDigit(scan.at(i)) ? 1 : 0;
    }
    return count >= kFewestOfCard;
}

bool isLongTo(const ScanText& scan, std::size_t end) {
    std::size_t count = 0;
    for (std::size_t i = end; end - i < kCardBytes && count < kFewestOfCard && isInCard(scan.before(i));
         --i) {
        count += isDigit(scan.before(i)) ? 1 : 0;
    }
    return count >= kFewestOfCard;
}

} // namespace

bool gluedBefore(const ScanText& scan, std::size_t pos) {
    if (scan.wordEndsAt(pos)) {
        return true;
    }
    const char c = scan.before(pos);
    if (c == '#' || c == '$' || c == '\\') {
        return true;
    }
    if (c == '-' || c == '.' || c == ',' || c == ':') {
        const char further = scan.before(pos - 1);
        const bool field = (c == ',' && beginsField(scan, pos)) || (c == ':' && isLongFrom(scan, pos));
        const bool word = !field && (isDigit(further) || scan.tokenEndsAt(pos - 1));
        return word || (c == '-' && (isLetter(further) || further == '_'));
    }
    return false;
}

bool gluedAfter(const ScanText& scan, std::size_t end) {
    if (scan.wordBeginsAt(end)) {
        return true;
    }
    const char c = scan.at(end);
    if (c == '-' || c == '.' || c == ',' || c == ':') {
        const bool list = c == ',' || (c == ':' && isLongTo(scan, end));
        return (isDigit(scan.at(end + 1)) && !list) || (tokenAt(scan.text(), end + 1) != 0 && !list) ||
               (c == '-' && isLetter(scan.at(end + 1)));
    }
    return c == '%';
}

bool hasArithmetic(const ScanText& scan, std::size_t begin, std::size_t end) {
    const auto sign = [](char c) {
        return c == '*' || c == '^' || c == '=' || c == '%' || c == '$' || c == '<';
    };
    std::size_t after = end;
    after += scan.at(after) == ' ' ? 1 : 0;
    if (sign(scan.at(after)) && !(scan.at(after) == '*' && scan.at(after + 1) == '*') &&
        scan.at(after) != '<') {
        return true;
    }
    std::size_t before = begin;
    before -= scan.before(before) == ' ' ? 1 : 0;
    const char c = scan.before(before);
    const bool bold = c == '*' && scan.before(before - 1) == '*';
    return c == '^' || c == '$' || (c == '*' && !bold && before != begin);
}

char separatorMark(std::string_view separator) {
    if (separator.size() == 1) {
        return separator.front();
    }
    if (separator.size() == 3 && separator.front() == '\xE2') {
        return '-';
    }
    return separator == "\xC2\xA0" ? ' ' : '\0';
}

} // namespace goldpan::redact
