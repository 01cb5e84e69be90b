// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/man_page.h"

#include <algorithm>
#include <cctype>

namespace goldpan::manual {
namespace {

/// Text that troff shows as it is: a leading dot or quote would be a request, and a plain "-" may be set as a
/// hyphen that nobody can search or paste.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '\\':
            out += "\\e";
            break;
        case '-':
            out += "\\-";
            break;
        case '\'':
            out += "\\(aq";
            break;
        case '\n':
            out += ' ';
            break;
        default:
            out += c;
        }
    }
    return out.starts_with('.') ? "\\&" + out : out;
}

std::string upperCase(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

} // namespace

ManPage::ManPage(std::string_view program, std::string_view summary) {
    const std::string name(program);
    // No date: the same sources give the same page.
    m_text = ".TH " + upperCase(name) + " 1 \"\" \"Goldpan " GOLDPAN_VERSION "\" \"User Commands\"\n";
    section("Name");
    std::string phrase(summary.substr(0, summary.find_last_not_of('.') + 1));
    if (!phrase.empty()) {
        phrase.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(phrase.front())));
    }
    m_text += escaped(name) + " \\- " + escaped(phrase) + "\n";
}

ManPage& ManPage::section(std::string_view title) {
    m_text += ".SH " + upperCase(title) + "\n";
    return *this;
}

ManPage& ManPage::subsection(std::string_view title) {
    m_text += ".SS \"" + escaped(title) + "\"\n";
    return *this;
}

ManPage& ManPage::paragraph(std::string_view text) {
    m_text += ".PP\n" + escaped(text) + "\n";
    return *this;
}

ManPage& ManPage::usage(std::string_view line) {
    m_text += ".PP\n.nf\n" + escaped(line) + "\n.fi\n";
    return *this;
}

ManPage& ManPage::item(std::string_view word, std::string_view meaning) {
    m_text += ".TP\n\\fB" + escaped(word) + "\\fR\n" + escaped(meaning) + "\n";
    return *this;
}

} // namespace goldpan::manual
