// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/text_problems.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

namespace goldpan::checks {
namespace {

constexpr auto kNowhere = std::string_view::npos;

bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A name that goes on is another name: [EMAIL_ADDRESS], [PHONE-2].
bool isNameByte(char c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

/// Opening or closing brackets; those of Chinese and Japanese keyboards are never a token's.
constexpr std::array<std::string_view, 3> kOpening{"[", "［", "【"};
constexpr std::array<std::string_view, 3> kClosing{"]", "］", "】"};

std::size_t bracketBefore(std::string_view text, std::size_t pos, std::span<const std::string_view> kinds) {
    for (const std::string_view bracket : kinds) {
        if (text.substr(0, pos).ends_with(bracket)) {
            return bracket.size();
        }
    }
    return 0;
}

std::size_t bracketAt(std::string_view text, std::size_t pos, std::span<const std::string_view> kinds) {
    for (const std::string_view bracket : kinds) {
        if (text.substr(pos).starts_with(bracket)) {
            return bracket.size();
        }
    }
    return 0;
}

struct TokenPlace {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t name = 0; ///< index of its name
    bool whole = false;   ///< exactly "[NAME]"
};

/// The name of number `name` stands at `pos`, in any case: the token around it, whole or broken; none where
/// it is a plain word.
std::optional<TokenPlace> tokenAround(std::string_view text, std::size_t pos, std::string_view spelled,
                                      std::size_t name) {
    const std::size_t after = pos + spelled.size();
    std::size_t begin = pos;
    while (begin > 0 && isSpace(text[begin - 1])) {
        --begin;
    }
    std::size_t end = after;
    while (end < text.size() && isSpace(text[end])) {
        ++end;
    }
    const std::size_t opening = bracketBefore(text, begin, kOpening);
    const std::size_t closing = bracketAt(text, end, kClosing);
    const bool exact = text.substr(pos, spelled.size()) == spelled;
    if (opening != 0 && closing != 0) {
        begin -= opening;
        end += closing;
        const bool whole =
            exact && text.substr(begin, end - begin).size() == spelled.size() + 2 && text[begin] == '[';
        // [Email](https://...) and [email]: ... are links.
        const bool link = !exact && end < text.size() && (text[end] == '(' || text[end] == ':');
        return link ? std::nullopt : std::optional(TokenPlace{begin, end, name, whole});
    }
    if (!exact) {
        return std::nullopt; // "[email me", "Phone]": words
    }
    if (opening != 0) {
        return TokenPlace{begin - opening, after, name, false};
    }
    if (closing != 0) {
        return TokenPlace{pos, end + closing, name, false};
    }
    return std::nullopt;
}

/// Without one there is no token, whole or broken: so it is with nearly every text.
bool hasBracket(std::string_view text) {
    const auto stands = [text](std::string_view bracket) { return text.find(bracket) != kNowhere; };
    return std::ranges::any_of(kOpening, stands) || std::ranges::any_of(kClosing, stands);
}

std::vector<TokenPlace> tokensIn(std::string_view text, std::span<const std::string_view> names) {
    std::vector<TokenPlace> out;
    if (!hasBracket(text)) {
        return out;
    }
    for (std::size_t pos = 0; pos < text.size();) {
        if (!isAsciiLetter(text[pos]) || (pos > 0 && isNameByte(text[pos - 1]))) {
            ++pos;
            continue;
        }
        std::size_t end = pos;
        while (end < text.size() && isNameByte(text[end])) {
            ++end;
        }
        const std::string_view word = text.substr(pos, end - pos);
        const auto named = std::ranges::find_if(
            names, [word](std::string_view name) { return std::ranges::equal(word, name, {}, upper); });
        if (named != names.end()) {
            const auto index = static_cast<std::size_t>(named - names.begin());
            if (const auto token = tokenAround(text, pos, *named, index)) {
                out.push_back(*token);
                end = std::max(end, token->end);
            }
        }
        pos = end;
    }
    return out;
}

std::string tokenOf(std::string_view name) {
    return "[" + std::string(name) + "]";
}

/// The start of the letter that `pos` lies in, and of its word where it is an ASCII one.
std::size_t atWordStart(std::string_view text, std::size_t pos) {
    const auto inside = [text](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 ||
               (isNameByte(text[at]) && isNameByte(text[at - 1]));
    };
    while (pos > 0 && pos < text.size() && inside(pos)) {
        --pos;
    }
    return pos;
}

/// Where the response's bytes [begin, end) would stand in the text: counted from the start or the end as far
/// as both are the same there, else at the same share of what lies between.
std::size_t placeInText(std::string_view response, std::string_view text, std::size_t begin,
                        std::size_t end) {
    const std::size_t shorter = std::min(response.size(), text.size());
    const auto head = static_cast<std::size_t>(std::ranges::mismatch(response, text).in1 - response.begin());
    std::size_t tail = 0;
    while (tail < shorter - head && response[response.size() - 1 - tail] == text[text.size() - 1 - tail]) {
        ++tail;
    }
    if (begin <= head) {
        return begin;
    }
    if (end >= response.size() - tail) {
        return text.size() - (response.size() - end);
    }
    const std::size_t changed = response.size() - head - tail; // not 0: the token lies in it
    const std::size_t now = text.size() - head - tail;
    const double share = static_cast<double>(begin - head) / static_cast<double>(changed);
    return atWordStart(text, head + static_cast<std::size_t>(share * static_cast<double>(now)));
}

void addDropped(std::vector<TextProblem>& out, const ProblemInput& input, std::string_view name) {
    const std::string token = tokenOf(name);
    const std::size_t at = input.response.find(token);
    if (at == kNowhere) {
        return;
    }
    const std::size_t place = placeInText(input.response, input.text, at, at + token.size());
    out.push_back({ProblemKind::droppedToken, place, place, std::string(name), at, at + token.size()});
}

bool isGiven(const ProblemInput& input, std::string_view name) {
    const std::string token = tokenOf(name);
    return input.response.find(token) != kNowhere ||
           std::ranges::any_of(input.context,
                               [&token](std::string_view text) { return text.find(token) != kNowhere; });
}

void addDirectionControls(std::vector<TextProblem>& out, std::string_view text) {
    struct Control {
        std::string_view bytes;
        std::string_view name;
    };
    static constexpr std::array<Control, 6> kControls{{{"\u202A", "U+202A"},
                                                       {"\u202B", "U+202B"},
                                                       {"\u202D", "U+202D"},
                                                       {"\u202E", "U+202E"},
                                                       {"\u2066", "U+2066"},
                                                       {"\u2067", "U+2067"}}};
    constexpr char kFirstByte = '\xE2'; // of them all
    for (std::size_t at = text.find(kFirstByte); at != kNowhere; at = text.find(kFirstByte, at + 1)) {
        const auto found = std::ranges::find_if(
            kControls, [rest = text.substr(at)](const Control& c) { return rest.starts_with(c.bytes); });
        if (found != kControls.end()) {
            out.push_back({ProblemKind::directionControl, at, at + found->bytes.size(),
                           std::string(found->name), 0, 0});
        }
    }
}

} // namespace

std::vector<TextProblem> textProblems(const ProblemInput& input) {
    std::vector<TextProblem> out;
    if (input.text.empty()) {
        return out;
    }
    for (const NamedSpan& span : input.pii) {
        out.push_back({ProblemKind::pii, span.begin, span.end, std::string(span.name), 0, 0});
    }
    const std::vector<TokenPlace> tokens = tokensIn(input.text, input.tokenNames);
    const bool mayHaveDropped = input.response.find('[') != kNowhere;
    for (std::size_t name = 0; name < input.tokenNames.size(); ++name) {
        const std::string_view spelled = input.tokenNames[name];
        const bool stands = std::ranges::any_of(tokens, [name](const auto& t) { return t.name == name; });
        if (!stands) {
            if (mayHaveDropped &&
                std::ranges::none_of(input.pii, [spelled](const auto& p) { return p.name == spelled; })) {
                addDropped(out, input, spelled);
            }
            continue;
        }
        const bool given = isGiven(input, spelled);
        for (const TokenPlace& token : tokens) {
            if (token.name == name && !(token.whole && given)) {
                out.push_back({token.whole ? ProblemKind::inventedToken : ProblemKind::brokenToken,
                               token.begin, token.end, std::string(spelled), 0, 0});
            }
        }
    }
    addDirectionControls(out, input.text);
    std::ranges::sort(
        out, {}, [](const TextProblem& p) { return std::tuple(p.begin, p.end, p.kind, p.responseBegin); });
    return out;
}

} // namespace goldpan::checks
