// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RedactReport: what the rules found in many texts, for somebody who may not read them. A value.
#pragma once

#include "app/cli/io.h"
#include "core/redact/redactor.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::cli {

class RedactReport {
public:
    /// `redactor` must outlive this.
    explicit RedactReport(const redact::Redactor& redactor)
        : m_redactor(redactor) {}

    void add(std::string_view text);
    /// A line that held no text to add.
    void leaveOut() { ++m_badLines; }
    /// A line for each rule that found something, with a few masked examples.
    void print(Io& io, bool json) const;

private:
    struct Found {
        std::string token;
        std::int64_t count = 0;
        std::vector<std::string> examples; ///< masked, each once
    };
    const redact::Redactor& m_redactor;
    std::int64_t m_texts = 0;
    std::int64_t m_changed = 0;
    std::int64_t m_failed = 0;
    std::int64_t m_badLines = 0;
    std::map<std::string, Found, std::less<>> m_byRule;
};

} // namespace goldpan::cli
