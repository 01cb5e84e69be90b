// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's target for the redactor: any bytes, as text and as JSON. CONTRIBUTING.md says how to run it.
#include "tests/support/redaction_faults.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    static const goldpan::redact::Redactor redactor;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    for (const auto fault : {goldpan::test::redactionFault, goldpan::test::jsonRedactionFault}) {
        if (const std::string found = fault(redactor, text); !found.empty()) {
            std::fprintf(stderr, "%s\n", found.c_str());
            std::abort();
        }
    }
    return 0;
}
