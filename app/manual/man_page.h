// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ManPage: a manual page as it is written, in the man macros of troff (man 7). Pure values; any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::manual {

class ManPage {
public:
    /// Opens the page of a program (section 1). `summary` is one sentence; it becomes a
    /// phrase, without capital and full stop.
    ManPage(std::string_view program, std::string_view summary);

    ManPage& section(std::string_view title);
    ManPage& subsection(std::string_view title);
    ManPage& paragraph(std::string_view text);
    /// A line as it is typed; words in capitals are what the reader fills in.
    ManPage& usage(std::string_view line);
    /// A word of the program (option, argument, exit code) and what it means.
    ManPage& item(std::string_view word, std::string_view meaning);

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace goldpan::manual
