// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's target for the redactor: any bytes, as text and as JSON, and as text under own rules.
// CONTRIBUTING.md says how to run it.
#include "tests/support/redaction_faults.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    static const goldpan::redact::Redactor redactor;
    static const goldpan::redact::Redactor ruled(goldpan::redact::RuleSet::fromJson(R"({"rules": [
            {"name": "n", "pattern": "smith|[A-Z]-[0-9]{4,}", "token": "[NAME]", "case_insensitive": true},
            {"name": "c", "pattern": "\\b[0-9]{4,6}\\b", "token": "[CASE]", "cues": ["case", "号"]}],
            "allow": ["*@example.com", "acme", "10.0.0.1", "C-1234"], "off": ["iban"]})")
                                                     .value());
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    for (const auto fault : {goldpan::test::redactionFault, goldpan::test::jsonRedactionFault}) {
        if (const std::string found = fault(redactor, text); !found.empty()) {
            std::fprintf(stderr, "%s\n", found.c_str());
            std::abort();
        }
    }
    if (const std::string found = goldpan::test::redactionFault(ruled, text); !found.empty()) {
        std::fprintf(stderr, "with own rules: %s\n", found.c_str());
        std::abort();
    }
    return 0;
}
