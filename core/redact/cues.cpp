// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesBack = 48;
constexpr std::size_t kBytesOn = 28;
constexpr std::size_t kLongestWord = 24;

using CueWord = std::pair<std::string_view, Cue>;

// Words of scripts with spaces, lower case, sorted by bytes.
constexpr auto kWords = std::to_array<CueWord>({
    {"account", Cue::other},
    {"amount", Cue::other},
    {"build", Cue::thing},
    {"call", Cue::contact},
    {"cell", Cue::phone},
    {"cellphone", Cue::phone},
    {"cellular", Cue::phone},
    {"celular", Cue::phone},
    {"code", Cue::other},
    {"commit", Cue::thing},
    {"contact", Cue::contact},
    {"contacto", Cue::contact},
    {"cpf", Cue::other},
    {"date", Cue::other},
    {"dial", Cue::contact},
    {"doi", Cue::thing},
    {"ein", Cue::other},
    {"epoch", Cue::other},
    {"erreichen", Cue::contact},
    {"fax", Cue::phone},
    {"gsm", Cue::phone},
    {"handy", Cue::phone},
    {"hotline", Cue::phone},
    {"iban", Cue::other},
    {"id", Cue::other},
    {"ids", Cue::other},
    {"imei", Cue::other},
    {"invoice", Cue::thing},
    {"isbn", Cue::thing},
    {"issn", Cue::thing},
    {"issue", Cue::thing},
    {"landline", Cue::phone},
    {"lat", Cue::thing},
    {"lon", Cue::thing},
    {"mobil", Cue::phone},
    {"mobile", Cue::phone},
    {"mobilnummer", Cue::phone},
    {"model", Cue::thing},
    {"movil", Cue::phone},
    {"m\xC3\xB3vil", Cue::phone},
    {"order", Cue::thing},
    {"parcel", Cue::thing},
    {"part", Cue::thing},
    {"passport", Cue::other},
    {"phone", Cue::phone},
    {"phones", Cue::phone},
    {"price", Cue::other},
    {"reach", Cue::contact},
    {"reference", Cue::other},
    {"rfc", Cue::thing},
    {"ring", Cue::contact},
    {"routing", Cue::other},
    {"serial", Cue::thing},
    {"sku", Cue::thing},
    {"sms", Cue::contact},
    {"social", Cue::ssn},
    {"ssn", Cue::ssn},
    {"ssns", Cue::ssn},
    {"tel", Cue::phone},
    {"telefon", Cue::phone},
    {"telefone", Cue::phone},
    {"telefonnummer", Cue::phone},
    {"telefono", Cue::phone},
    {"telefoon", Cue::phone},
    {"telephone", Cue::phone},
    {"telf", Cue::phone},
    {"tel\xC3\xA9"
     "fono",
     Cue::phone},
    {"text", Cue::contact},
    {"ticket", Cue::thing},
    {"timestamp", Cue::other},
    {"tracking", Cue::thing},
    {"transaction", Cue::other},
    {"t\xC3\xA9l", Cue::phone},
    {"t\xC3\xA9l\xC3\xA9phone", Cue::phone},
    {"version", Cue::thing},
    {"viber", Cue::phone},
    {"whatsapp", Cue::phone},
    {"zip", Cue::other},
    {"\xD0\xA2\xD0\xB5\xD0\xBB\xD0\xB5\xD1\x84\xD0\xBE\xD0\xBD", Cue::phone},
    {"\xD1\x82\xD0\xB5\xD0\xBB\xD0\xB5\xD1\x84\xD0\xBE\xD0\xBD", Cue::phone},
});
static_assert(std::ranges::is_sorted(kWords, {}, &CueWord::first));

// Words of scripts without spaces: found inside a run of letters.
constexpr auto kInside = std::to_array<CueWord>({
    {"电话", Cue::phone},   {"電話", Cue::phone},     {"手机", Cue::phone},     {"手機", Cue::phone},
    {"传真", Cue::phone},   {"热线", Cue::phone},     {"致电", Cue::phone},     {"联系方式", Cue::contact},
    {"拨打", Cue::phone},   {"携帯", Cue::phone},     {"전화", Cue::phone},     {"휴대폰", Cue::phone},
    {"핸드폰", Cue::phone}, {"연락처", Cue::contact}, {"팩스", Cue::phone},     {"फोन", Cue::phone},
    {"मोबाइल", Cue::phone}, {"โทร", Cue::phone},      {"هاتف", Cue::phone},     {"טלפון", Cue::phone},
    {"社会安全", Cue::ssn}, {"订单", Cue::thing},     {"账号", Cue::other},     {"编号", Cue::other},
    {"微信", Cue::contact}, {"联系我", Cue::contact}, {"请发到", Cue::contact}, {"주문", Cue::thing},
});

Cue wordCue(std::string_view word) {
    if (word.size() > kLongestWord) {
        return Cue::none;
    }
    std::array<char, kLongestWord> lower{};
    std::ranges::transform(word, lower.begin(), lowerAscii);
    const std::string_view key(lower.data(), word.size());
    const auto found = std::ranges::lower_bound(kWords, key, {}, &CueWord::first);
    return found != kWords.end() && found->first == key ? found->second : Cue::none;
}

/// The last cue of a run of letters: the whole word, else its camelCase parts from the right.
std::optional<std::pair<std::size_t, Cue>> lastCue(std::string_view run) {
    if (const Cue whole = wordCue(run); whole != Cue::none) {
        return std::pair(run.size(), whole);
    }
    std::size_t end = run.size();
    for (std::size_t i = run.size(); i-- > 1;) {
        const bool hump = run[i] >= 'A' && run[i] <= 'Z' && run[i - 1] >= 'a' && run[i - 1] <= 'z';
        if (!hump) {
            continue;
        }
        if (const Cue part = wordCue(run.substr(i, end - i)); part != Cue::none) {
            return std::pair(end, part);
        }
        end = i;
    }
    if (end != run.size()) {
        if (const Cue part = wordCue(run.substr(0, end)); part != Cue::none) {
            return std::pair(end, part);
        }
    }
    return std::nullopt;
}

/// The last cue inside a run of letters without spaces, and where it ends.
std::optional<std::pair<std::size_t, Cue>> lastInside(std::string_view run) {
    std::optional<std::pair<std::size_t, Cue>> best;
    for (const auto& [word, cue] : kInside) {
        const std::size_t found = run.rfind(word);
        if (found != std::string_view::npos && (!best || found + word.size() > best->first)) {
            best = std::pair(found + word.size(), cue);
        }
    }
    return best;
}

std::size_t letterBefore(std::string_view text, std::size_t pos) {
    return isLetter(text[pos - 1]) ? 1 : alphabeticBefore(text, pos);
}

std::size_t letterAt(std::string_view text, std::size_t pos) {
    return isLetter(text[pos]) ? 1 : alphabeticAt(text, pos);
}

bool isPossessive(std::string_view word) {
    static constexpr std::array<std::string_view, 6> kOwners{"my", "our", "her", "his", "their", "your"};
    std::string lower(word);
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    return std::ranges::find(kOwners, lower) != kOwners.end();
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

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

NearCue cueBefore(const ScanText& scan, std::size_t pos) {
    WalkLeft walk(scan, pos);
    const auto text = scan.text();
    while (!walk.done() && !scan.tokenEndsAt(walk.pos()) && isBlank(text[walk.pos() - 1])) {
        walk.step(1); // "Phone:" may stand on the line above
    }
    bool numberNamed = false; // "my number is", where no nearer word says more
    while (!walk.done()) {
        if (walk.skipToken()) {
            continue;
        }
        const std::size_t cost = walk.cost();
        if (const auto word = walk.run(true); !word.empty()) {
            if (const auto found = lastCue(word)) {
                return {found->second, cost + word.size() - found->first};
            }
            if (numberNamed && isPossessive(word)) {
                return {Cue::contact, cost};
            }
            numberNamed = word == "number" || word == "Number";
            continue;
        }
        if (const auto run = walk.run(false); !run.empty()) {
            if (const auto found = lastInside(run)) {
                return {found->second, cost + run.size() - found->first};
            }
            continue;
        }
        if (text[walk.pos() - 1] == '\n') {
            break;
        }
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
            if (found && (found->second == Cue::phone || found->second == Cue::ssn)) {
                return {found->second, i - pos};
            }
            i = end;
            continue;
        }
        ++i;
    }
    return {};
}

std::string describeCues() {
    std::string out;
    for (const auto* words : {&*kWords.begin(), &*kInside.begin()}) {
        const std::size_t count = words == &*kWords.begin() ? kWords.size() : kInside.size();
        for (std::size_t i = 0; i < count; ++i) {
            out += words[i].first;
            out += static_cast<char>('0' + static_cast<int>(words[i].second));
        }
        out += '\n';
    }
    return out;
}

} // namespace goldpan::redact
