// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_forms.h"

#include "core/redact/rules/secret/secret_bytes.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kUserBytes = 96;

bool isBase64Url(char c) {
    return isAlnum(c) || c == '_' || c == '-';
}

std::size_t runOf(std::string_view text, std::size_t pos, bool (*in)(char), std::size_t most) {
    std::size_t end = pos;
    while (end < text.size() && end - pos < most && in(text[end])) {
        ++end;
    }
    return end - pos;
}

/// "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw": a bot of Telegram.
std::size_t telegramBot(std::string_view text, std::size_t pos) {
    const std::size_t id = runOf(
        text, pos, [](char c) { return isDigit(c); }, 17);
    if (id < 7 || id > 16 || !text.substr(pos + id).starts_with(":A")) {
        return 0;
    }
    const std::size_t tail = runOf(text, pos + id + 1, isBase64Url, 37);
    return tail >= 34 && tail <= 36 ? id + 1 + tail : 0;
}

/// "MTAxMjM0NTY3ODkwMTIzNDU2Nw.GhIjKl.abc...": a bot of Discord, whose number in base 64 begins it.
std::size_t discordBot(std::string_view text, std::size_t pos) {
    if (!std::string_view("MNO").contains(text[pos])) {
        return 0;
    }
    const std::size_t id = runOf(text, pos, isBase64Url, 31);
    if (id < 23 || id > 28 || text.substr(pos + id, 1) != ".") {
        return 0;
    }
    const std::size_t stamp = runOf(text, pos + id + 1, isBase64Url, 8);
    if (stamp < 5 || stamp > 7 || text.substr(pos + id + 1 + stamp, 1) != ".") {
        return 0;
    }
    const std::size_t tail = runOf(text, pos + id + stamp + 2, isBase64Url, 48);
    return tail >= 25 && tail <= 46 ? id + stamp + 2 + tail : 0;
}

/// "pat" and fourteen, a dot, 64 hexadecimal digits: Airtable.
std::size_t airtable(std::string_view text, std::size_t pos) {
    const bool begins = text.substr(pos).starts_with("pat") && runOf(text, pos + 3, isAlnum, 15) == 14;
    return begins && text.substr(pos + 17, 1) == "." && runOf(text, pos + 18, isHex, 65) == 64 ? 82 : 0;
}

/// "SK" and 32 hexadecimal digits: Twilio.
std::size_t twilio(std::string_view text, std::size_t pos) {
    return text.substr(pos).starts_with("SK") && runOf(text, pos + 2, isHex, 33) == 32 ? 34 : 0;
}

/// "abc8Q~..." of Azure; "1308742762612587|..." of Facebook.
std::size_t azureOrFacebook(std::string_view text, std::size_t pos) {
    const auto inside = [](char c) { return isKeyByte(c); };
    if (pos + 6 < text.size() && isDigit(text[pos + 3]) && text.substr(pos + 4, 2) == "Q~") {
        const std::size_t run = runOf(text, pos, inside, 43);
        return run >= 35 && run <= 42 ? run : 0;
    }
    const std::size_t id = runOf(
        text, pos, [](char c) { return isDigit(c); }, 17);
    if (id < 15 || id > 16 || text.substr(pos + id, 1) != "|") {
        return 0;
    }
    const std::size_t tail = runOf(text, pos + id + 1, inside, 64);
    return tail >= 24 ? id + 1 + tail : 0;
}

/// Behind fourteen bytes of its own, Terraform says ".atlasv1."; Maxmind ends in "_mmk".
std::size_t markedInside(std::string_view text, std::size_t pos) {
    if (text.substr(pos + std::min<std::size_t>(14, text.size() - pos)).starts_with(".atlasv1.")) {
        const std::size_t tail = runOf(
            text, pos + 23, [](char c) { return isKeyByte(c); }, 80);
        return tail >= 60 ? 23 + tail : 0;
    }
    const auto mmk = text.substr(pos, 40);
    const bool maxmind = mmk.size() == 40 && mmk[6] == '_' && mmk.ends_with("_mmk") &&
                         std::ranges::all_of(mmk.substr(7, 29), isAlnum);
    return maxmind ? 40 : 0;
}

} // namespace

std::size_t shapedKey(std::string_view text, std::size_t pos) {
    std::size_t length = 0;
    const auto is = [&](auto form) {
        length = form(text, pos);
        return length != 0 && (pos + length == text.size() || !isAlnum(text[pos + length]));
    };
    return is(telegramBot) || is(discordBot) || is(airtable) || is(twilio) || is(azureOrFacebook) ||
                   is(markedInside)
               ? length
               : 0;
}

std::optional<PiiSpan> matchPem(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    if (!text.substr(pos).starts_with("-----BEGIN ") || !text.substr(pos, 64).contains("PRIVATE KEY")) {
        return std::nullopt;
    }
    // A token in what begins or ends the block stays a wall: "PRIVATE KEY-[EMAIL]-----".
    const auto toDashes = [&](std::size_t from) {
        const std::size_t dashes = text.substr(from, 64).find("-----");
        const bool walled = dashes == std::string_view::npos || text.substr(from, dashes).contains('[');
        return walled ? std::nullopt : std::optional(from + dashes + 5);
    };
    const auto head = toDashes(pos + 5);
    if (!head) {
        return std::nullopt;
    }
    std::size_t end = *head;
    while (end < text.size() && (isKeyByte(text[end]) || isBlank(text[end]) || text[end] == '/' ||
                                 text[end] == '\\' || text[end] == ':' || text[end] == ',')) {
        if (text[end] == '-' && text.substr(end).starts_with("-----")) {
            break;
        }
        ++end;
    }
    if (text.substr(end).starts_with("-----END")) {
        end = toDashes(end + 8).value_or(end + 8);
    }
    return secretSpan(pos, trimmedEnd(text, pos, end, " \t\r\n"));
}

std::optional<PiiSpan> matchPrivateLines(const ScanText& scan, std::size_t colon) {
    const auto text = scan.text();
    if (scan.before(colon) != 's' || !text.substr(0, colon).ends_with("Private-Lines")) {
        return std::nullopt;
    }
    std::size_t begin = colon + 1;
    while (isDigit(scan.at(begin)) || scan.at(begin) == ' ') {
        ++begin;
    }
    while (isBlank(scan.at(begin))) {
        ++begin;
    }
    std::size_t end = begin;
    while (isAlnum(scan.at(end)) || std::string_view("+/=\r\n").contains(scan.at(end))) {
        ++end;
    }
    // Back to the end of its last line: what stopped it is the name of the next.
    while (end > begin && scan.before(end) != '\n') {
        --end;
    }
    end = trimmedEnd(text, begin, end, "\r\n");
    return end > begin + 8 ? secretSpan(begin, end) : std::nullopt;
}

std::optional<PiiSpan> matchUserInfo(const ScanText& scan, std::size_t at) {
    const auto text = scan.text();
    std::size_t begin = at;
    std::size_t colon = 0;
    while (begin > 0 && at - begin < kUserBytes && !endsValue(text[begin - 1]) && text[begin - 1] != '/') {
        --begin;
        colon = text[begin] == ':' ? begin : colon;
    }
    if (colon == 0 || colon + 1 >= at || begin < 3 || !text.substr(begin - 3).starts_with("://")) {
        return std::nullopt;
    }
    const auto value = text.substr(colon + 1, at - colon - 1);
    return value.contains('$') || value == "password" || value == "pass" || value == "pw"
               ? std::nullopt
               : secretSpan(colon + 1, at);
}

std::optional<PiiSpan> matchHook(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < kUserBytes && !endsValue(text[begin - 1])) {
        --begin;
    }
    const auto lead = text.substr(begin, pos - begin);
    if (!lead.contains("hooks.slack.com/") && !lead.contains(".webhook.office.com/") &&
        !lead.contains("discord.com/api/webhooks/") && !lead.contains("discordapp.com/api/webhooks/")) {
        return std::nullopt;
    }
    const std::size_t url = lead.find("http");
    begin += url == std::string_view::npos ? 0 : url;
    std::size_t end = pos;
    while (!endsValue(scan.at(end))) {
        ++end;
    }
    return secretSpan(begin, trimmedEnd(text, begin, end, ".:?!"));
}

} // namespace goldpan::redact
