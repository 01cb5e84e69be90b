// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <ostream>

namespace goldpan::cli {
namespace {

// They turn round how the rest of a line looks.
constexpr std::string_view kLeftToRightOverride = "\xE2\x80\xAD";
constexpr std::string_view kRightToLeftOverride = "\xE2\x80\xAE";

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

} // namespace

std::string jsonText(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void printJson(std::ostream& out, const Json& value) {
    out << jsonText(value) << '\n';
}

void printError(std::ostream& err, bool json, const Error& error) {
    if (json) {
        printJson(err,
                  {{"error",
                    {{"code", errorName(error.code)}, {"message", error.message}, {"where", error.where}}}});
        return;
    }
    err << "goldpan-cli: " << plainText(error.message);
    if (!error.where.empty() && !error.message.contains(error.where)) {
        err << " (" << plainText(error.where) << ')';
    }
    err << '\n';
}

std::string plainText(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F || c1) {
            plain += "\xEF\xBF\xBD";
            i += c1 ? 1 : 0;
        } else if (text.substr(i, 3) == kLeftToRightOverride || text.substr(i, 3) == kRightToLeftOverride) {
            plain += "\xEF\xBF\xBD";
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::string plainLine(std::string_view text) {
    std::string line = plainText(text);
    std::ranges::replace_if(
        line, [](char byte) { return byte == '\n' || byte == '\t'; }, ' ');
    return line;
}

std::string indented(std::string_view text, std::string_view indent) {
    std::string out;
    const auto plain = plainText(text);
    for (std::size_t begin = 0; begin <= plain.size();) {
        const auto end = std::min(plain.find('\n', begin), plain.size());
        out.append(indent).append(plain, begin, end - begin).append("\n");
        begin = end + 1;
    }
    return out;
}

void printTable(std::ostream& out, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], width(row[i]));
        }
    }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line.append(row[i]);
            if (i + 1 < row.size()) {
                line.append(widths[i] - width(row[i]) + 2, ' ');
            }
        }
        out << plainLine(line) << '\n';
    }
}

std::string countsText(const std::map<std::string, std::int64_t>& counts) {
    std::vector<std::string> words;
    for (const auto& [name, count] : counts) {
        words.emplace_back(name).append(" ").append(std::to_string(count));
    }
    return words.empty() ? "none" : joined(words, ", ");
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string out;
    for (const auto& word : words) {
        out.append(out.empty() ? "" : separator).append(word);
    }
    return out;
}

std::map<std::string, std::int64_t> countsByType(const redact::RedactionCounts& counts, bool withZeros) {
    std::map<std::string, std::int64_t> named;
    for (std::size_t i = 0; i < counts.byType.size(); ++i) {
        if (withZeros || counts.byType[i] != 0) {
            named.emplace(redact::piiTypeName(static_cast<redact::PiiType>(i)), counts.byType[i]);
        }
    }
    for (const auto& [name, count] : counts.custom) {
        named[name] += count;
    }
    if (counts.usersHashed != 0) {
        named.emplace("user_hashed", counts.usersHashed);
    }
    if (counts.valuesDropped != 0) {
        named.emplace("value_dropped", counts.valuesDropped);
    }
    if (counts.failed != 0) {
        named.emplace("failed", counts.failed);
    }
    return named;
}

Json jsonTime(std::optional<Timestamp> ts) {
    return ts ? Json(formatTimestamp(*ts)) : Json(nullptr);
}

} // namespace goldpan::cli
