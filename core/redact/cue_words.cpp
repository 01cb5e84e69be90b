// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/cue_words.h"

#include "core/redact/near_words.h"
#include "core/redact/word_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::redact {
namespace {

using CueWord = std::pair<std::string_view, Cue>;

// Words of scripts with spaces, lower case.
constexpr WordTable kWords(std::to_array<CueWord>({
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
}));

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

} // namespace

Cue wordCue(std::string_view word) {
    const Cue* found = kWords.find(LowerWord(word).view());
    return found != nullptr ? *found : Cue::none;
}

std::optional<FoundCue> lastCue(std::string_view run) {
    if (const Cue whole = wordCue(run); whole != Cue::none) {
        return FoundCue{whole, run.size()};
    }
    std::size_t end = run.size();
    for (std::size_t i = run.size(); i-- > 1;) {
        const bool hump = run[i] >= 'A' && run[i] <= 'Z' && run[i - 1] >= 'a' && run[i - 1] <= 'z';
        if (!hump) {
            continue;
        }
        if (const Cue part = wordCue(run.substr(i, end - i)); part != Cue::none) {
            return FoundCue{part, end};
        }
        end = i;
    }
    if (end != run.size()) {
        if (const Cue part = wordCue(run.substr(0, end)); part != Cue::none) {
            return FoundCue{part, end};
        }
    }
    return std::nullopt;
}

std::optional<FoundCue> lastInside(std::string_view run) {
    std::optional<FoundCue> best;
    for (const auto& [word, cue] : kInside) {
        const std::size_t found = run.rfind(word);
        if (found != std::string_view::npos && (!best || found + word.size() > best->end)) {
            best = FoundCue{cue, found + word.size()};
        }
    }
    return best;
}

std::string describeCues() {
    std::string out;
    const auto add = [&](const auto& words) {
        for (const auto& [word, cue] : words) {
            out += word;
            out += static_cast<char>('0' + static_cast<int>(cue));
        }
        out += '\n';
    };
    add(kWords.entries());
    add(kInside);
    return out;
}

} // namespace goldpan::redact
