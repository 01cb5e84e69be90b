// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/cues.h"

#include "core/redact/scan/near_words.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesBack = 48;
constexpr std::size_t kBytesOn = 28;

std::size_t letterBefore(std::string_view text, std::size_t pos) {
    return isLetter(text[pos - 1]) ? 1 : alphabeticBefore(text, pos);
}

std::size_t letterAt(std::string_view text, std::size_t pos) {
    return isLetter(text[pos]) ? 1 : alphabeticAt(text, pos);
}

bool isPossessive(std::string_view word) {
    static constexpr auto kOwners = std::to_array<std::string_view>(
        {"my",  "our", "her",  "his",  "their", "your", "mein", "meine", "mon", "mi",
         "mio", "meu", "mijn", "mera", "mitt",  "min",  "mój",  "moj",   "мой", "Мой"});
    return std::ranges::find(kOwners, LowerWord(word).view()) != kOwners.end();
}

/// Walks left; each step is a token (one byte), a run of letters or one other byte.
class WalkLeft {
public:
    WalkLeft(const ScanText& scan, std::size_t pos)
        : m_scan(scan)
        , m_pos(pos)
        , m_claim(scan.claims().size()) {}

    [[nodiscard]] std::size_t pos() const { return m_pos; }
    [[nodiscard]] std::size_t cost() const { return m_cost; }
    [[nodiscard]] bool done() const { return m_pos == 0 || m_cost >= kBytesBack; }

    bool skipToken() {
        const auto& claims = m_scan.claims();
        while (m_claim > 0 && claims[m_claim - 1].end > m_pos) {
            --m_claim;
        }
        std::size_t length = 0;
        if (m_claim > 0 && claims[m_claim - 1].end == m_pos) {
            length = m_pos - claims[m_claim - 1].begin;
        } else {
            length = tokenBefore(m_scan.text(), m_pos);
        }
        m_pos -= length;
        m_cost += length != 0 ? 1 : 0;
        return length != 0;
    }
    void step(std::size_t bytes) {
        m_pos -= bytes;
        m_cost += bytes;
    }
    /// The run of letters, of one kind of script, that ends here; empty where there is none.
    std::string_view run(bool spaced) {
        const auto text = m_scan.text();
        const std::size_t end = m_pos;
        const std::size_t floor = m_claim > 0 ? m_scan.claims()[m_claim - 1].end : 0;
        while (m_pos > floor && m_cost < kBytesBack) {
            const std::size_t letter = letterBefore(text, m_pos);
            const std::size_t length = spaced ? letter : (letter == 0 && isHighByte(text[m_pos - 1]) ? 1 : 0);
            if (length == 0 || length > m_pos - floor) {
                break;
            }
            step(length);
        }
        return text.substr(m_pos, end - m_pos);
    }

private:
    const ScanText& m_scan;
    std::size_t m_pos;
    std::size_t m_claim;
    std::size_t m_cost = 0;
};

bool namesNumber(std::string_view word) {
    static constexpr auto kNumbers = std::to_array<std::string_view>(
        {"number", "nummer", "numéro", "numero", "número", "numer", "nomor", "номер"});
    return std::ranges::find(kNumbers, lowerWord(word)) != kNumbers.end();
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// "what is your phone number?\nBo: ...": `lead` is what stands before the number in its line, which begins
/// at `line`.
bool answersQuestion(std::string_view text, std::size_t line, std::string_view lead) {
    constexpr std::size_t kSpeakerBytes = 24;
    return lead.size() <= kSpeakerBytes && lead.ends_with(": ") &&
           (text.substr(0, line).ends_with("?\n") || text.substr(0, line).ends_with("？\n"));
}

/// The words between a cue and the end of the question that it stands in, on the line above.
class QuestionEnd {
public:
    void begin(char c) { m_isRead = m_isRead || c == '\n'; }
    void take(bool isNumber) {
        m_words += m_isRead ? 1 : 0;
        m_others += m_isRead && !isNumber ? 1 : 0;
    }
    [[nodiscard]] bool isFar() const { return m_words == kLastWords; }
    /// Something else than its number: "SSN rows?".
    [[nodiscard]] bool asksForMore() const { return m_others > 0; }

private:
    static constexpr int kLastWords = 4;
    bool m_isRead = false;
    int m_words = 0;
    int m_others = 0;
};

} // namespace

NearCue cueBefore(const ScanText& scan, std::size_t pos) {
    WalkLeft walk(scan, pos);
    const auto text = scan.text();
    while (!walk.done() && !scan.tokenEndsAt(walk.pos()) && isBlank(text[walk.pos() - 1])) {
        walk.step(1); // "Phone:" may stand on the line above
    }
    bool numberNamed = false; // "my number is", where no nearer word says more
    QuestionEnd question;
    while (!walk.done()) {
        if (walk.skipToken()) {
            continue;
        }
        const std::size_t cost = walk.cost();
        if (const auto word = walk.run(true); !word.empty()) {
            if (const auto found = lastCue(word)) {
                if (found->cue == Cue::ssn && question.asksForMore()) {
                    break; // "the count of SSN rows?"
                }
                return {found->cue, cost + word.size() - found->end, pos - walk.pos() - found->end};
            }
            if (numberNamed && isPossessive(word)) {
                return {Cue::contact, cost, pos - walk.pos()};
            }
            numberNamed = namesNumber(word);
            question.take(numberNamed);
            if (question.isFar()) {
                break;
            }
            continue;
        }
        if (const auto run = walk.run(false); !run.empty()) {
            if (const auto found = lastInside(run)) {
                return {found->cue, cost + run.size() - found->end, pos - walk.pos() - found->end};
            }
            continue;
        }
        if (text[walk.pos() - 1] == '\n' &&
            !answersQuestion(text, walk.pos(), text.substr(walk.pos(), pos - walk.pos()))) {
            break;
        }
        question.begin(text[walk.pos() - 1]);
        walk.step(1);
    }
    return {};
}

NearCue cueAfter(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t stop = std::min(text.size(), pos + kBytesOn);
    for (std::size_t i = pos; i < stop;) {
        const char c = text[i];
        if (isDigit(c) || c == '@' || c == '[' || c == '\n') {
            break;
        }
        std::size_t end = i;
        while (end < stop && letterAt(text, end) != 0) {
            end += letterAt(text, end);
        }
        if (end > i) {
            const Cue cue =
                end <= stop && !scan.wordBeginsAt(end) ? wordCue(text.substr(i, end - i)) : Cue::none;
            if (cue == Cue::phone || cue == Cue::ssn) {
                return {cue, i - pos};
            }
            i = end;
            continue;
        }
        while (end < stop && isHighByte(text[end]) && letterAt(text, end) == 0) {
            ++end;
        }
        if (end > i) {
            const auto found = lastInside(text.substr(i, end - i));
            if (found && (found->cue == Cue::phone || found->cue == Cue::ssn)) {
                return {found->cue, i - pos};
            }
            i = end;
            continue;
        }
        ++i;
    }
    return {};
}

} // namespace goldpan::redact
